/// A place on the drawing, in points; `y` grows downwards.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Width and height in points.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle in points; `minY` is its upper edge.
package struct Rect: Hashable, Sendable {
  package var minX: Double
  package var minY: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    minX = x
    minY = y
    self.width = width
    self.height = height
  }

  /// The rectangle around a point.
  package init(around centre: Point, width: Double, height: Double) {
    self.init(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
  }

  package var maxX: Double { minX + width }
  package var maxY: Double { minY + height }
  package var midX: Double { minX + width / 2 }
  package var midY: Double { minY + height / 2 }
  package var centre: Point { Point(midX, midY) }

  /// Whether both cover a common area; touching edges do not count.
  package func overlaps(_ other: Rect) -> Bool {
    let slack = 0.001
    return minX < other.maxX - slack && other.minX < maxX - slack && minY < other.maxY - slack
      && other.minY < maxY - slack
  }

  /// Whether the other lies within.
  package func contains(_ other: Rect) -> Bool {
    let slack = 0.001
    return other.minX >= minX - slack && other.maxX <= maxX + slack && other.minY >= minY - slack
      && other.maxY <= maxY + slack
  }
}
