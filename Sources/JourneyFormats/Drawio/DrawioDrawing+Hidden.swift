import JourneyLayout
import JourneyModel
import JourneySyntax

extension DrawioDrawing {
  /// The layer of what is not drawn.
  private static let dataLayer = "cjm-data"

  /// Writes the records that are not drawn on a layer that is not shown, below the drawing.
  mutating func writeHidden() {
    let hidden = rows.uncarried
    guard !hidden.isEmpty else { return }
    writeLayer(Self.dataLayer, name: "cjm")
    let ids = placeIDs
    for (place, row) in hidden.enumerated() {
      let frame = Rect(x: 0, y: drawing.size.height + Double(place) * 30, width: 240, height: 24)
      beginHidden(row: row)
      if case .subject(.link(let number)) = rows.records[row] {
        writer.attribute("style", "endArrow=block;")
        writer.attribute("edge", "1")
        writer.attribute("parent", Self.dataLayer)
        let link = map.links[number]
        if ids.contains(link.from) { writer.attribute("source", "cjm-" + link.from) }
        if ids.contains(link.to) { writer.attribute("target", "cjm-" + link.to) }
        endEdge(DrawioRoute(from: Point(frame.minX, frame.midY), to: Point(frame.maxX, frame.midY)))
      } else {
        writer.attribute("style", "align=left;spacingLeft=4;")
        endVertex(frame) { $0.text(Self.dataLayer) }
      }
    }
  }

  /// Begins the cell of a record; its name is what somebody sees who shows the layer.
  private mutating func beginHidden(row: Int) {
    let record = rows.records[row]
    writer.begin("UserObject")
    writer.attribute("id") { [names] output in
      output.literal("cjm-")
      names.write(record, to: &output)
    }
    writer.attribute("label") { [names] in names.write(record, to: &$0) }
    rows.write(row: row, to: &output.pointee)
    writer.begin("mxCell")
  }

  /// The ids of what links may begin and end at: by now each has a cell, shown or not.
  private var placeIDs: Set<String> {
    var ids = Set(map.actors.map(\.id))
    for stage in map.stages {
      ids.insert(stage.id)
      for cell in stage.cards.cells { ids.formUnion(cell.cards.map(\.id)) }
      for step in stage.steps {
        ids.insert(step.id)
        for cell in step.cards.cells { ids.formUnion(cell.cards.map(\.id)) }
      }
    }
    ids.remove("")
    return ids
  }
}
