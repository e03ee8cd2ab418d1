import JourneyLayout

/// The way of an edge as draw.io has it: two ends and points between, with rounded corners or as a curve.
struct DrawioRoute {
  let start: Point
  let end: Point
  private(set) var between: [Point] = []
  private(set) var isCurved = false

  /// A straight way.
  init(from start: Point, to end: Point) {
    self.start = start
    self.end = end
  }

  /// The way of a path; nil if it leads nowhere.
  init?(_ path: Path) {
    guard let first = path.points.first, let last = path.points.last, path.points.count > 1 else { return nil }
    self.init(from: first, to: path.tip ?? last)
    if path.role == .curve || path.role == .mark {
      isCurved = true
      between = Self.handles(of: path.points)
    } else {
      between = Self.corners(of: path.points + (path.tip.map { [$0, $0, $0] } ?? []))
    }
  }

  /// The corners that a path was rounded at.
  private static func corners(of points: [Point]) -> [Point] {
    var corners: [Point] = []
    var way: [Point] = points.prefix(1).map { $0 }
    for index in stride(from: 3, to: points.count, by: 3) {
      let (start, control, end) = (points[index - 3], points[index - 2], points[index])
      if !isStraight(start, control, end) {
        // The constant by which the layout rounds a corner (``Path``).
        way.append(Point(start.x + (control.x - start.x) / 0.5523, start.y + (control.y - start.y) / 0.5523))
      }
      way.append(end)
    }
    for index in way.indices.dropFirst().dropLast() {
      let last = corners.last ?? way[0]
      if !isStraight(last, way[index], way[index + 1]) { corners.append(way[index]) }
    }
    return corners
  }

  private static func isStraight(_ one: Point, _ two: Point, _ three: Point) -> Bool {
    let product = (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
    return product.magnitude < 0.05
  }

  /// The control points of quadratic curves that run as the cubic ones of a path do.
  ///
  /// A curve of draw.io passes the middle between each two of its points. A cubic curve is nearly two quadratic ones whose handles
  /// are three quarters as long; at a joint both are made equally long, so that the curve passes through it.
  private static func handles(of points: [Point]) -> [Point] {
    var handles: [Point] = []
    for index in stride(from: 3, to: points.count, by: 3) {
      let (start, end) = (points[index - 3], points[index])
      let leaving = length(start, points[index - 2])
      let arriving = length(end, points[index - 1])
      let before = index > 3 ? min(leaving, length(start, points[index - 4])) : leaving
      let after = index + 1 < points.count ? min(arriving, length(end, points[index + 1])) : arriving
      handles.append(point(from: start, to: points[index - 2], share: leaving > 0 ? before / leaving * 0.75 : 0))
      handles.append(point(from: end, to: points[index - 1], share: arriving > 0 ? after / arriving * 0.75 : 0))
    }
    return handles
  }

  private static func point(from start: Point, to end: Point, share: Double) -> Point {
    Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
  }

  private static func length(_ one: Point, _ two: Point) -> Double {
    let (x, y) = (two.x - one.x, two.y - one.y)
    return (x * x + y * y).squareRoot()
  }
}
