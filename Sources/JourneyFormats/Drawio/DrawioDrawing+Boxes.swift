import JourneyLayout
import JourneyModel
import JourneySyntax

extension DrawioDrawing {
  /// Writes a box as a vertex, with the row of its record or with what it shows of one.
  mutating func write(_ box: Box, number index: Int) {
    let lines = (box.text?.lines ?? []).map(XMLText.legal)
    beginObject(label: lines.joined(separator: "\n"), link: box.url) { [names] in
      Self.writeName(index, box, names, to: &$0)
    }
    writeData(box, lines, number: index)
    writer.begin("mxCell")
    writer.attribute("style") { Self.writeStyle(of: box, to: &$0) }
    endVertex(box.frame) { $0.text(Self.layer) }
    if let accent = box.accent { writeStripe(accent, of: box, number: index) }
  }

  /// Writes the name of a box: ids of records are marked, since some would be those of layers.
  static func writeName(_ index: Int, _ box: Box, _ names: DrawnNames, to output: inout ByteOutput) {
    output.literal("cjm-")
    names.writeBox(index, box, to: &output)
  }

  private mutating func writeData(_ box: Box, _ lines: [String], number index: Int) {
    if names.isMain(index, box) {
      rows.write(box.subject, to: &output.pointee)
    } else {
      writer.attribute("cjm_part", box.role.rawValue)
      if let field = box.shownField(in: map) {
        writer.attribute("cjm_row", String(rows.number(of: box.subject)))
        writer.attribute("cjm_field", field.description)
      }
    }
    if !lines.isEmpty { writer.attribute("cjm_drawn", LabelMark.spelled(LabelMark.mark(of: lines))) }
  }

  /// The stripe along one edge: a box in its box, which moves along with it.
  private mutating func writeStripe(_ colour: Colour, of box: Box, number index: Int) {
    beginObject(label: "") { [names] output in
      Self.writeName(index, box, names, to: &output)
      output.literal(".stripe")
    }
    writer.attribute("cjm_part", "stripe")
    writer.begin("mxCell")
    writer.attribute("style") { output in
      DrawioSpelling.style("fillColor", colour, to: &output)
      output.literal("strokeColor=none;part=1;connectable=0;")
    }
    let width = min(4, box.frame.width / 2)
    let frame = Rect(
      x: box.accentIsRight ? box.frame.width - width : 0, y: 0, width: width, height: box.frame.height)
    endVertex(frame) { [names] in Self.writeName(index, box, names, to: &$0) }
  }

  // MARK: - Looks

  private static func writeStyle(of box: Box, to output: inout ByteOutput) {
    if box.image.isEmpty { writeShape(of: box, to: &output) } else { DrawioSpelling.image(box.image, to: &output) }
    DrawioSpelling.style("fillColor", box.fill, to: &output)
    DrawioSpelling.style("strokeColor", box.stroke, to: &output)
    if box.stroke != nil, box.strokeWidth != 1 { DrawioSpelling.style("strokeWidth", box.strokeWidth, to: &output) }
    if box.isDashed { output.literal("dashed=1;") }
    if let text = box.text { writeStyle(of: text, to: &output) }
  }

  private static func writeShape(of box: Box, to output: inout ByteOutput) {
    switch box.outline {
    case .rectangle: break
    case .rounded: output.literal("rounded=1;absoluteArcSize=1;arcSize=10;")
    case .circle: output.literal("ellipse;")
    case .diamond: output.literal("rhombus;")
    case .octagon:
      output.literal("shape=mxgraph.basic.octagon2;")
      // What is cut off at each corner, of a regular octagon.
      DrawioSpelling.style("dx", box.frame.width * 0.2929, to: &output)
    case .star: output.literal("shape=mxgraph.basic.star;")
    case .rightTip: output.literal("triangle;")
    case .leftTip: output.literal("triangle;direction=west;")
    }
  }

  private static func writeStyle(of text: TextBlock, to output: inout ByteOutput) {
    switch text.alignment {
    case .left: output.literal("align=left;")
    case .centre: output.literal("align=center;")
    case .right: output.literal("align=right;")
    }
    output.literal("spacing=0;")
    if text.place == .top { output.literal("verticalAlign=top;spacingTop=5;") }
    if text.inset > 0 {
      DrawioSpelling.style("spacingLeft", text.inset, decimals: 0, to: &output)
      DrawioSpelling.style("spacingRight", text.inset, decimals: 0, to: &output)
    }
    if text.room > 0, text.place == .middle {
      DrawioSpelling.style("spacingBottom", text.room, decimals: 0, to: &output)
    }
    output.literal("fontFamily=Helvetica;")
    DrawioSpelling.style("fontSize", text.font.size, to: &output)
    switch text.font.face {
    case .regular: break
    case .bold: output.literal("fontStyle=1;")
    case .italic: output.literal("fontStyle=2;")
    }
    DrawioSpelling.style("fontColor", text.colour, to: &output)
  }
}
