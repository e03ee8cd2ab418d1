import JourneyLayout
import JourneyModel
import JourneySyntax

/// Writes a drawing in the DOT language: every place fixed, so that all engines of Graphviz give the same picture.
///
/// Bands are clusters with a `bb`, boxes nodes with a `pos`, paths edges with a `pos`; `layout=nop2` takes them as they are, and
/// `outputorder=edgesfirst` draws clusters, then edges, then nodes (“Attributes”, graphviz.org). The data rides along: the graph
/// carries the row of the map, the box of a record the record's row, and what is not drawn stands on nodes and edges that are not
/// seen. Whatever carries no row says in `cjm_part` what it is there for.
struct DOTDrawing: ~Copyable {
  let map: JourneyMap
  let drawing: Drawing
  let names: DrawnNames
  let output: UnsafeMutablePointer<ByteOutput>
  var rows: DrawnRows<DOTRowSink>

  init(_ map: inout JourneyMap, _ drawing: Drawing, output: UnsafeMutablePointer<ByteOutput>) {
    rows = DrawnRows<DOTRowSink>(&map)
    self.map = map
    self.drawing = drawing
    self.output = output
    names = DrawnNames(map, drawing)
  }

  /// Writes a digraph for each map.
  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    let drawn = DrawingOptions(options.values)
    withUnsafeMutablePointer(to: &output) { output in
      for index in maps.indices {
        switch options.values[.dotStyle].flatMap(DrawingStyle.init) ?? .wall {
        case .wall:
          var drawing = DOTDrawing(&maps[index], MapLayout.drawing(of: maps[index], options: drawn), output: output)
          drawing.write()
        case .flow:
          var flow = DOTFlow(&maps[index], drawn, output: output)
          flow.write()
        }
      }
    }
    return []
  }

  /// Writes the digraph.
  mutating func write() {
    literal("digraph ")
    DOTSpelling.quoted(map.id.isEmpty ? "map" : map.id, to: &output.pointee)
    literal(" {\n")
    writeDefaults()
    for index in drawing.bands.indices { write(drawing.bands[index], number: index) }
    for index in drawing.boxes.indices { write(drawing.boxes[index], number: index) }
    writeHiddenNodes()
    for path in drawing.paths { write(path) }
    writeHiddenEdges()
    literal("}\n")
  }

  private mutating func writeDefaults() {
    literal(
      "  graph [layout=nop2, outputorder=edgesfirst, inputscale=72, splines=true, overlap=true, notranslate=true,\n")
    literal("    charset=\"UTF-8\", bgcolor=white, pad=0.5, bb=\"0,0,")
    number(drawing.size.width)
    comma()
    number(drawing.size.height)
    literal("\", fontname=\"Helvetica\",\n    ")
    rows.write(.map, to: &output.pointee)
    literal("]\n")
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
    literal(", label=\"\", cjm_part=")
    output.pointee.text(band.role.rawValue)
    literal("] }\n")
    output.pointee.checkpoint()
  }

  // MARK: - What is not seen

  /// Nodes for records that are not drawn.
  private mutating func writeHiddenNodes() {
    for row in rows.uncarried {
      let record = rows.records[row]
      if case .subject(.link) = record { continue }
      literal("  \"")
      names.write(record, to: &output.pointee)
      literal("\" [style=invis, width=0.01, height=0.01, pos=\"36,36\", ")
      rows.write(row: row, to: &output.pointee)
      literal("]\n")
      output.pointee.checkpoint()
    }
  }

  /// Edges for links that are not drawn; the ids of their ends are names of nodes.
  private mutating func writeHiddenEdges() {
    for row in rows.uncarried {
      guard case .subject(.link(let number)) = rows.records[row] else { continue }
      literal("  ")
      DOTSpelling.quoted(map.links[number].from, to: &output.pointee)
      literal(" -> ")
      DOTSpelling.quoted(map.links[number].to, to: &output.pointee)
      literal(" [style=invis, pos=\"36,36 36,36 36,36 36,36\", ")
      rows.write(row: row, to: &output.pointee)
      literal("]\n")
      output.pointee.checkpoint()
    }
  }

  // MARK: - Paths

  private mutating func write(_ path: Path) {
    guard let first = path.points.first else { return }
    literal("  ")
    writeEnd(path.tail, of: path)
    literal(" -> ")
    writeEnd(path.head, of: path)
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
    if path.role == .link, !rows.isCarried(path.subject) {
      literal(", ")
      rows.write(path.subject, to: &output.pointee)
    } else {
      literal(", cjm_part=")
      output.pointee.text(path.role.rawValue)
    }
    literal("]\n")
    output.pointee.checkpoint()
  }

  // MARK: - Parts

  func writeName(_ box: Int) {
    literal("\"")
    names.writeBox(box, drawing.boxes[box], to: &output.pointee)
    literal("\"")
  }

  /// Writes the name of a path's end: of a link the node of its end's record, whichever of its boxes the line meets.
  private func writeEnd(_ box: Int, of path: Path) {
    guard path.role == .link else { return writeName(box) }
    literal("\"")
    names.write(drawing.boxes[box].subject, to: &output.pointee)
    literal("\"")
  }

  func point(_ point: Point) {
    number(point.x)
    comma()
    number(drawing.size.height - point.y)
  }

  func comma() { output.pointee.byte(UInt8(ascii: ",")) }
  func literal(_ text: StaticString) { output.pointee.literal(text) }
  func colour(_ colour: Colour) { DrawnSpelling.colour(colour, to: &output.pointee) }

  func number(_ value: Double, decimals: Int = 2) {
    DrawnSpelling.number(value, decimals: decimals, to: &output.pointee)
  }
}
