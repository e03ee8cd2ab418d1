import JourneyLayout
import JourneyModel
import JourneySyntax

/// Writes a drawing in the DOT language: every place fixed, so that all engines of Graphviz give the same picture.
///
/// Bands are clusters with a `bb`, boxes nodes with a `pos`, paths edges with a `pos`; `layout=nop2` takes them as they are, and
/// `outputorder=edgesfirst` draws clusters, then edges, then nodes (Graphviz documentation, attributes of these names).
struct DOTDrawing: ~Copyable {
  let map: JourneyMap
  let drawing: Drawing
  let names: DOTNames
  let output: UnsafeMutablePointer<ByteOutput>

  init(_ map: JourneyMap, _ drawing: Drawing, output: UnsafeMutablePointer<ByteOutput>) {
    self.map = map
    self.drawing = drawing
    self.output = output
    names = DOTNames(map, drawing)
  }

  /// Writes a digraph for each map.
  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    withUnsafeMutablePointer(to: &output) { output in
      let drawn = DrawingOptions(options.values)
      for map in maps { DOTDrawing(map, MapLayout.drawing(of: map, options: drawn), output: output).write() }
    }
    return []
  }

  /// Writes the digraph.
  func write() {
    literal("digraph ")
    DOTSpelling.quoted(map.id.isEmpty ? "map" : map.id, to: &output.pointee)
    literal(" {\n")
    writeDefaults()
    for index in drawing.bands.indices { write(drawing.bands[index], number: index) }
    for index in drawing.boxes.indices { write(drawing.boxes[index], number: index) }
    for path in drawing.paths { write(path) }
    literal("}\n")
  }

  private func writeDefaults() {
    literal(
      "  graph [layout=nop2, outputorder=edgesfirst, inputscale=72, splines=true, overlap=true, notranslate=true,\n")
    literal("    charset=\"UTF-8\", bgcolor=white, pad=0.5, bb=\"0,0,")
    number(drawing.size.width)
    comma()
    number(drawing.size.height)
    literal("\", fontname=\"Helvetica\"]\n")
    literal(
      "  node [shape=none, fixedsize=shape, label=\"\", margin=0, penwidth=0, fontname=\"Helvetica\", fontsize=10, pin=true]\n"
    )
    literal("  edge [dir=none, arrowsize=0.6, fontname=\"Helvetica\"]\n\n")
  }

  // MARK: - Bands

  private func write(_ band: Band, number index: Int) {
    literal("  subgraph \"cluster_")
    names.writeBand(index, band, to: &output.pointee)
    literal("\" { graph [bb=\"")
    number(band.frame.minX)
    comma()
    number(drawing.size.height - band.frame.maxY)
    comma()
    number(band.frame.maxX)
    comma()
    number(drawing.size.height - band.frame.minY)
    literal("\", style=filled, fillcolor=\"")
    colour(band.fill)
    literal(band.role == .lane ? "\", color=white, penwidth=2" : "\", penwidth=0")
    literal(", label=\"\"] }\n")
    output.pointee.checkpoint()
  }

  // MARK: - Boxes

  private func write(_ box: Box, number index: Int) {
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
    if !box.url.isEmpty, DOTSpelling.isSafeLink(box.url) {
      literal(", URL=\"")
      DOTSpelling.label(box.url, to: &output.pointee)
      literal("\"")
    }
    literal("]\n")
    output.pointee.checkpoint()
  }

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

  // MARK: - Paths

  private func write(_ path: Path) {
    guard let first = path.points.first else { return }
    literal("  ")
    writeName(path.tail)
    literal(" -> ")
    writeName(path.head)
    literal(" [pos=\"")
    if let tip = path.tip {
      literal("e,")
      point(tip)
      literal(" ")
    }
    point(first)
    for next in path.points.dropFirst() {
      literal(" ")
      point(next)
    }
    literal("\", color=\"")
    colour(path.stroke)
    literal("\"")
    if path.width != 1 {
      literal(", penwidth=")
      number(path.width)
    }
    switch path.dash {
    case .solid: break
    case .dashed: literal(", style=dashed")
    case .dotted: literal(", style=dotted")
    }
    if path.tip != nil { literal(", dir=forward") }
    literal("]\n")
    output.pointee.checkpoint()
  }

  // MARK: - Parts

  private func writeName(_ box: Int) {
    literal("\"")
    names.writeBox(box, drawing.boxes[box], to: &output.pointee)
    literal("\"")
  }

  private func point(_ point: Point) {
    number(point.x)
    comma()
    number(drawing.size.height - point.y)
  }

  private func comma() { output.pointee.byte(UInt8(ascii: ",")) }
  private func literal(_ text: StaticString) { output.pointee.literal(text) }
  private func colour(_ colour: Colour) { DOTSpelling.colour(colour, to: &output.pointee) }

  private func number(_ value: Double, decimals: Int = 2) {
    DOTSpelling.number(value, decimals: decimals, to: &output.pointee)
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
