extension Path {
  /// The length of an arrow's head.
  package static let arrowLength = 6.0

  /// The control points of straight lines with rounded corners.
  static func rounded(_ corners: [Point], radius: Double = 6) -> [Point] {
    guard var last = corners.first else { return [] }
    var points = [last]
    for index in corners.indices.dropFirst() {
      let corner = corners[index]
      guard index + 1 < corners.count else {
        points += line(from: last, to: corner)
        break
      }
      let next = corners[index + 1]
      let reach = min(radius, distance(corners[index - 1], corner) / 2, distance(corner, next) / 2)
      let before = step(from: corner, to: corners[index - 1], by: reach)
      let after = step(from: corner, to: next, by: reach)
      points += line(from: last, to: before)
      // A quarter of a circle; the constant is 4/3 · (√2 − 1).
      points += [
        step(from: before, to: corner, by: reach * 0.5523), step(from: after, to: corner, by: reach * 0.5523), after,
      ]
      last = after
    }
    return points
  }

  /// What follows a start to make a straight line.
  static func line(from start: Point, to end: Point) -> [Point] {
    [
      Point(start.x + (end.x - start.x) / 3, start.y + (end.y - start.y) / 3),
      Point(end.x - (end.x - start.x) / 3, end.y - (end.y - start.y) / 3), end,
    ]
  }

  /// The place at a distance from one point on the way to another.
  static func step(from start: Point, to end: Point, by length: Double) -> Point {
    let whole = distance(start, end)
    guard whole > 0 else { return start }
    return Point(start.x + (end.x - start.x) * length / whole, start.y + (end.y - start.y) * length / whole)
  }

  private static func distance(_ one: Point, _ two: Point) -> Double {
    let (x, y) = (two.x - one.x, two.y - one.y)
    return (x * x + y * y).squareRoot()
  }
}
