extension Drawing {
  /// Turns the drawing into its mirror image, as right-to-left languages read; texts stay as they are.
  package mutating func mirror() {
    isMirrored.toggle()
    for index in columns.indices { columns[index].minX = size.width - columns[index].maxX }
    for index in bands.indices { bands[index].frame.minX = size.width - bands[index].frame.maxX }
    for index in boxes.indices { boxes[index].mirror(in: size.width) }
    for index in paths.indices { paths[index].mirror(in: size.width) }
  }

  /// Wraps each line that holds right-to-left letters into isolates, since SVG as drawn by Graphviz states no direction
  /// (Unicode Standard Annex 9, 2.7): from right to left in a mirrored drawing, else as its first letter says.
  package mutating func isolateLines() {
    for index in boxes.indices {
      guard let lines = boxes[index].text?.lines, lines.contains(where: TextClass.hasRightToLeft) else { continue }
      boxes[index].text?.lines = lines.map { Self.isolated($0, isRightToLeft: isMirrored) }
    }
  }

  /// A line of text in its isolate, if it needs one.
  static func isolated(_ line: String, isRightToLeft: Bool) -> String {
    TextClass.hasRightToLeft(line) ? (isRightToLeft ? "\u{2067}" : "\u{2068}") + line + "\u{2069}" : line
  }
}

extension Box {
  fileprivate mutating func mirror(in width: Double) {
    frame.minX = width - frame.maxX
    accentIsRight.toggle()
    switch outline {
    case .rightTip: outline = .leftTip
    case .leftTip: outline = .rightTip
    case .rectangle, .rounded, .circle, .diamond, .octagon, .star: break
    }
    switch text?.alignment {
    case .left: text?.alignment = .right
    case .right: text?.alignment = .left
    case .centre, nil: break
    }
  }
}

extension Path {
  fileprivate mutating func mirror(in width: Double) {
    for index in points.indices { points[index].x = width - points[index].x }
    if let tip { self.tip = Point(width - tip.x, tip.y) }
  }
}
