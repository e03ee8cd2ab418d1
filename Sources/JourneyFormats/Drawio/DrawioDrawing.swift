import JourneyLayout
import JourneyModel
import JourneySyntax

/// Writes a drawing as a page of draw.io, every place as in the picture.
///
/// Bands and boxes are vertices and paths are edges, in the order in which they lie on each other. The data rides along: the page
/// itself carries the row of the map, the box of a record the record's row, and what is not drawn stands on a layer that is not shown.
/// Labels are plain text (without `html=1`), so no text of a map is ever taken for HTML.
struct DrawioDrawing: ~Copyable {
  let map: JourneyMap
  let drawing: Drawing
  let names: DrawnNames
  let output: UnsafeMutablePointer<ByteOutput>
  var rows: DrawnRows<DrawioRowSink>
  var writer: XMLWriter

  /// The cell that all others are in, and the layer of what is shown; every page has them by these ids.
  private static let root = "0"
  static let layer = "1"

  private init(
    _ map: inout JourneyMap, _ options: DrawingOptions, _ writer: XMLWriter, output: UnsafeMutablePointer<ByteOutput>
  ) {
    rows = DrawnRows(&map)
    self.map = map
    self.writer = writer
    self.output = output
    drawing = MapLayout.drawing(of: map, options: options)
    names = DrawnNames(map, drawing)
  }

  /// Writes a file with a page for each map.
  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    let drawn = DrawingOptions(options.values)
    var ids = IDMaker()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = XMLWriter(output: output)
      writer.begin("mxfile")
      writer.attribute("host", "cjm")
      writer.attribute("compressed", "false")
      for index in maps.indices {
        var page = DrawioDrawing(&maps[index], drawn, writer, output: output)
        page.write(id: ids.unique(maps[index].id.isEmpty ? "map" : maps[index].id))
        writer = page.writer
      }
      writer.end()
    }
    return []
  }

  private mutating func write(id: String) {
    writer.begin("diagram")
    writer.attribute("id", id)
    writer.attribute("name", map.title.isEmpty ? id : map.title)
    writer.begin("mxGraphModel")
    writer.attribute("grid", "1")
    writer.attribute("gridSize", "10")
    writer.attribute("guides", "1")
    writer.attribute("tooltips", "1")
    writer.attribute("page", "1")
    number("pageWidth", drawing.size.width.rounded(.up))
    number("pageHeight", drawing.size.height.rounded(.up))
    writer.attribute("math", "0")
    writer.attribute("background", "#ffffff")
    writer.begin("root")
    beginObject(label: "") { $0.text(Self.root) }
    rows.write(.map, to: &output.pointee)
    writer.begin("mxCell")
    writer.end()
    writer.end()
    writeLayer(Self.layer)
    for index in drawing.bands.indices { write(drawing.bands[index], number: index) }
    for index in drawing.paths.indices { write(drawing.paths[index], number: index) }
    for index in drawing.boxes.indices { write(drawing.boxes[index], number: index) }
    writeHidden()
    writer.end()
    writer.end()
    writer.end()
  }

  /// Writes a layer, which has a name if the page tells it apart from the usual one.
  mutating func writeLayer(_ id: String, name: String = "") {
    writer.begin("mxCell")
    writer.attribute("id", id)
    if !name.isEmpty {
      writer.attribute("value", name)
      writer.attribute("visible", "0")
    }
    writer.attribute("parent", Self.root)
    writer.end()
  }

  // MARK: - Bands

  private mutating func write(_ band: Band, number index: Int) {
    beginObject(label: "") { [names] output in
      output.literal("cjm-band.")
      names.writeBand(index, band, to: &output)
    }
    writer.attribute("cjm_part", band.role.rawValue)
    writer.begin("mxCell")
    writer.attribute("style") { output in
      DrawioSpelling.style("fillColor", band.fill, to: &output)
      DrawioSpelling.style("strokeColor", band.role == .lane ? .white : nil, to: &output)
      if band.role == .lane { DrawioSpelling.style("strokeWidth", 2, to: &output) }
      // Somebody who takes hold of a card means the card and not the ground behind it.
      output.literal("locked=1;connectable=0;")
    }
    endVertex(band.frame) { $0.text(Self.layer) }
  }

  // MARK: - Parts

  /// Begins the object that carries a cell's label and data.
  mutating func beginObject(label: String, link: String = "", id: (inout ByteOutput) -> Void) {
    writer.begin("UserObject")
    writer.attribute("id", spell: id)
    writer.attribute("label", label)
    if WebAddress.isSafe(link) { writer.attribute("link", link) }
  }

  /// Ends the vertex that has begun with its place, and the object around it.
  mutating func endVertex(_ frame: Rect, parent: (inout ByteOutput) -> Void) {
    writer.attribute("vertex", "1")
    writer.attribute("parent", spell: parent)
    writer.begin("mxGeometry")
    number("x", frame.minX)
    number("y", frame.minY)
    number("width", frame.width)
    number("height", frame.height)
    writer.attribute("as", "geometry")
    writer.end()
    writer.end()
    writer.end()
  }

  func number(_ name: StaticString, _ value: Double) {
    writer.attribute(name) { DrawnSpelling.number(value, to: &$0) }
  }
}
