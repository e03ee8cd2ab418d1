import JourneyLayout
import JourneyModel
import JourneySyntax

extension DrawioDrawing {
  /// Writes a path as an edge; a link with the row of its record.
  mutating func write(_ path: Path, number index: Int) {
    guard let route = DrawioRoute(path) else { return }
    beginObject(label: "") { output in
      output.literal("cjm-path.")
      output.number(index + 1)
    }
    if path.role == .link, !rows.isCarried(path.subject) {
      rows.write(path.subject, to: &output.pointee)
    } else {
      writer.attribute("cjm_part", path.role.rawValue)
    }
    // Only what leads from one thing to another moves along with them.
    let isJoined = [.link, .next, .curve].contains(path.role) && path.tail != path.head
    let (tail, head) = (drawing.boxes[path.tail], drawing.boxes[path.head])
    writer.begin("mxCell")
    writer.attribute("style") { output in
      Self.writeStyle(of: path, route, to: &output)
      if isJoined {
        Self.writePort("exit", route.start, on: tail.frame, to: &output)
        Self.writePort("entry", route.end, on: head.frame, to: &output)
      } else {
        output.literal("locked=1;")
      }
    }
    writer.attribute("edge", "1")
    writer.attribute("parent", Self.layer)
    if isJoined {
      writer.attribute("source") { [names] in Self.writeName(path.tail, tail, names, to: &$0) }
      writer.attribute("target") { [names] in Self.writeName(path.head, head, names, to: &$0) }
    }
    endEdge(route)
  }

  /// Ends the edge that has begun with its way, and the object around it.
  mutating func endEdge(_ route: DrawioRoute) {
    writer.begin("mxGeometry")
    writer.attribute("relative", "1")
    writer.attribute("as", "geometry")
    write(route.start, as: "sourcePoint")
    write(route.end, as: "targetPoint")
    if !route.between.isEmpty {
      writer.begin("Array")
      writer.attribute("as", "points")
      for point in route.between { write(point) }
      writer.end()
    }
    writer.end()
    writer.end()
    writer.end()
  }

  private mutating func write(_ point: Point, as name: String? = nil) {
    writer.begin("mxPoint")
    number("x", point.x)
    number("y", point.y)
    if let name { writer.attribute("as", name) }
    writer.end()
  }

  // MARK: - Looks

  private static func writeStyle(of path: Path, _ route: DrawioRoute, to output: inout ByteOutput) {
    output.text("edgeStyle=none;" + (route.isCurved ? "curved=1;" : "rounded=1;arcSize=12;"))
    output.text(path.tip == nil ? "endArrow=none;" : "endArrow=block;endFill=1;endSize=4;")
    DrawioSpelling.style("strokeColor", path.stroke, to: &output)
    if path.width != 1 { DrawioSpelling.style("strokeWidth", path.width, to: &output) }
    switch path.dash {
    case .solid: break
    case .dashed: output.literal("dashed=1;")
    case .dotted: output.literal("dashed=1;dashPattern=1 2;")
    }
  }

  /// Writes where on a box a line begins or ends: as shares of its size from its upper left corner.
  private static func writePort(_ name: StaticString, _ point: Point, on frame: Rect, to output: inout ByteOutput) {
    guard frame.width > 0, frame.height > 0 else { return }
    output.literal(name)
    DrawioSpelling.style("X", (point.x - frame.minX) / frame.width, decimals: 4, to: &output)
    output.literal(name)
    DrawioSpelling.style("Y", (point.y - frame.minY) / frame.height, decimals: 4, to: &output)
    output.literal(name)
    output.literal("Perimeter=0;")
  }
}
