import JourneyLayout
import JourneyModel
import JourneySyntax

extension DOTDrawing {
  /// Writes a box as a node, with the row of its record or with what it shows of one.
  mutating func write(_ box: Box, number index: Int) {
    literal("  ")
    writeName(index)
    literal(" [pos=\"")
    point(box.outline.centre(of: box.frame))
    let size = box.outline.size(of: box.frame)
    literal("\", width=")
    number(size.width / 72, decimals: 4)
    literal(", height=")
    number(size.height / 72, decimals: 4)
    writeShape(box)
    writeColours(box)
    if let text = box.text { write(text, height: box.frame.height) }
    if !box.image.isEmpty {
      literal(", imagescale=true, image=\"")
      DOTSpelling.image(box.image, to: &output.pointee)
      literal("\"")
    }
    DOTSpelling.link(box.url, to: &output.pointee)
    writeData(box, number: index)
    literal("]\n")
    output.pointee.checkpoint()
  }

  // MARK: - Data

  private mutating func writeData(_ box: Box, number index: Int) {
    if names.isMain(index, box) {
      literal(",\n    ")
      rows.write(box.subject, to: &output.pointee)
    } else {
      literal(", cjm_part=")
      output.pointee.text(box.role.rawValue)
      if let field = box.shownField(in: map) {
        literal(", cjm_row=")
        output.pointee.text(String(rows.number(of: box.subject)))
        literal(", cjm_field=")
        output.pointee.literal(field)
      }
    }
    guard let text = box.text, !text.lines.isEmpty else { return }
    literal(", cjm_drawn=")
    output.pointee.text(LabelMark.spelled(LabelMark.mark(of: text.lines)))
  }

  // MARK: - Looks

  private func writeShape(_ box: Box) {
    switch box.outline {
    case .rectangle, .rounded: if box.fill != nil || box.stroke != nil { literal(", shape=box") }
    case .circle: literal(", shape=circle")
    case .diamond: literal(", shape=diamond")
    case .octagon: literal(", shape=octagon")
    case .star: literal(", shape=star")
    case .rightTip: literal(", shape=triangle, orientation=270")
    case .leftTip: literal(", shape=triangle, orientation=90")
    }
  }

  private func writeColours(_ box: Box) {
    if box.fill != nil || box.stroke != nil {
      literal(", style=\"")
      literal(box.fill == nil ? "solid" : box.accent == nil ? "filled" : "striped")
      if box.outline == .rounded { literal(",rounded") }
      if box.isDashed { literal(",dashed") }
      literal("\"")
    }
    if let fill = box.fill {
      literal(", fillcolor=\"")
      if let accent = box.accent {
        // A stripe of fixed width is a share of the whole.
        let share = min(Self.stripe / max(box.frame.width, 1), 0.5)
        colour(box.accentIsRight ? fill : accent)
        literal(";")
        number(box.accentIsRight ? 1 - share : share, decimals: 4)
        literal(":")
        colour(box.accentIsRight ? accent : fill)
      } else {
        colour(fill)
      }
      literal("\"")
    }
    if let stroke = box.stroke {
      literal(", color=\"")
      colour(stroke)
      literal("\", penwidth=")
      number(box.strokeWidth)
    } else if box.accent != nil, let fill = box.fill {
      // Stripes always have an outline.
      literal(", color=\"")
      colour(fill)
      literal("\"")
    }
  }

  private static let stripe = 4.0

  private func write(_ text: TextBlock, height: Double) {
    if text.inset > 0 {
      literal(", margin=\"")
      number(text.inset / 72, decimals: 3)
      literal(",0\"")
    }
    switch text.font.face {
    case .regular: break
    case .bold: literal(", fontname=\"Helvetica-Bold\"")
    case .italic: literal(", fontname=\"Helvetica-Oblique\"")
    }
    if text.font.size != 10 {
      literal(", fontsize=")
      number(text.font.size)
    }
    literal(", fontcolor=\"")
    colour(text.colour)
    literal("\", label=\"")
    let end: StaticString =
      switch text.alignment {
      case .left: "\\l"
      case .centre: "\\n"
      case .right: "\\r"
      }
    for line in text.lines {
      DOTSpelling.label(line, to: &output.pointee)
      literal(end)
    }
    for _ in 0..<blankLines(after: text, height: height) { literal(end) }
    literal("\"")
  }

  /// How many empty lines lift a text to the top of its box.
  ///
  /// `labelloc=t` would put it on the very edge, whatever the margin (lib/common/labels.c, `emit_label`).
  private func blankLines(after text: TextBlock, height: Double) -> Int {
    guard !text.lines.isEmpty else { return 0 }
    let line = text.font.height(of: text.lines) / Double(text.lines.count)
    // Lines are lower in most fonts than in the tallest, which `line` comes from.
    guard text.place == .top else { return Int((text.room / line / 0.85).rounded()) }
    return max(Int(((height - 10) / line + 0.65).rounded(.down)) - text.lines.count, 0)
  }
}

extension Box.Outline {
  /// The size of the node that has this outline in a frame.
  ///
  /// Graphviz inscribes polygons in the ellipse of a node: a triangle takes three quarters of its width.
  fileprivate func size(of frame: Rect) -> Size {
    switch self {
    case .rightTip, .leftTip: Size(frame.width * 4 / 3, frame.height)
    default: Size(frame.width, frame.height)
    }
  }

  /// The centre of that node.
  fileprivate func centre(of frame: Rect) -> Point {
    switch self {
    case .rightTip: Point(frame.minX + frame.width / 3, frame.midY)
    case .leftTip: Point(frame.maxX - frame.width / 3, frame.midY)
    default: frame.centre
    }
  }
}
