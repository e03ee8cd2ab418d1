/// A smooth curve through points of rising `x` that never swings beyond them.
///
/// F. N. Fritsch and J. Butland, “A method for constructing local monotone piecewise cubic
/// interpolants”, 1984.
struct MonotoneCurve {
  private let points: [Point]
  private let slopes: [Double]

  init(through points: [Point]) {
    self.points = points
    var slopes = [Double](repeating: 0, count: points.count)
    for index in points.indices.dropFirst().dropLast() {
      let before = Self.slope(points[index - 1], points[index])
      let after = Self.slope(points[index], points[index + 1])
      // The harmonic mean; level where the curve turns, so that an extreme stays the extreme.
      slopes[index] = before * after > 0 ? 2 * before * after / (before + after) : 0
    }
    self.slopes = slopes
  }

  private static func slope(_ one: Point, _ two: Point) -> Double {
    two.x > one.x ? (two.y - one.y) / (two.x - one.x) : 0
  }

  /// The first point, and for each part two control points and its end.
  var bezier: [Point] {
    guard let first = points.first else { return [] }
    var result = [first]
    for index in points.indices.dropFirst() {
      let (one, two) = (points[index - 1], points[index])
      let third = (two.x - one.x) / 3
      result += [
        Point(one.x + third, one.y + slopes[index - 1] * third), Point(two.x - third, two.y - slopes[index] * third),
        two,
      ]
    }
    return result
  }

  /// The lowest and highest `y` of the curve over a range of `x`; nil where there is no curve.
  func extent(over range: ClosedRange<Double>) -> ClosedRange<Double>? {
    guard points.count > 1 else { return nil }
    var extent: ClosedRange<Double>?
    // Only the parts that reach into the range are looked at.
    var index = firstPart(reaching: range.lowerBound)
    while index < points.count, points[index - 1].x <= range.upperBound {
      let (one, two) = (points[index - 1], points[index])
      for sample in 0...8 {
        let low = max(range.lowerBound, one.x)
        let x = low + (min(range.upperBound, two.x) - low) * Double(sample) / 8
        let y = value(at: x, in: index)
        extent = extent.map { min($0.lowerBound, y)...max($0.upperBound, y) } ?? y...y
      }
      index += 1
    }
    return extent
  }

  /// The number of the first part that ends at or after `x`.
  private func firstPart(reaching x: Double) -> Int {
    var (low, high) = (1, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func value(at x: Double, in part: Int) -> Double {
    let (one, two) = (points[part - 1], points[part])
    let width = two.x - one.x
    guard width > 0 else { return two.y }
    let t = (x - one.x) / width
    let s = 1 - t
    return one.y * s * s * (1 + 2 * t) + slopes[part - 1] * width * t * s * s + two.y * t * t * (3 - 2 * t)
      - slopes[part] * width * t * t * s
  }
}
