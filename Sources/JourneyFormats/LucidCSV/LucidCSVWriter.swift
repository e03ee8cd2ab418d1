import JourneyModel
import JourneySyntax

/// Writes maps as diagrams of Lucidchart, a page each: stages are containers, steps are shapes, and lines lead from step to step.
struct LucidCSVWriter {
  private static let header = [
    LucidColumns.id, LucidColumns.name, LucidColumns.library, LucidColumns.page, LucidColumns.containedBy, "Group",
    LucidColumns.source, LucidColumns.destination, LucidColumns.sourceArrow, LucidColumns.destinationArrow, "Status",
    "Text Area 1", LucidColumns.comments, LucidColumns.own,
  ]

  private var writer: CSVWriter
  private var lastID = 0

  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    var losses = LossCount()
    let settings = CSVSettings(writing: options, language: maps.first?.language ?? "")
    withUnsafeMutablePointer(to: &output) { output in
      var diagram = LucidCSVWriter(writer: CSVWriter(output: output, style: settings.style))
      for name in header { diagram.writer.cell(name) }
      diagram.writer.endRecord()
      diagram.row(["Document"], status: "Draft", text: maps.count == 1 ? maps[0].title : "")
      for map in maps {
        diagram.write(map)
        var left = map
        losses.takeFlow(from: &left)
        for index in left.links.indices where left.links[index].label.isEmpty { left.links[index].condition = "" }
        losses.count(&left, carrying: carried)
      }
    }
    return losses.all
  }

  private init(writer: CSVWriter) {
    self.writer = writer
  }

  private mutating func write(_ map: JourneyMap) {
    let page = row(["Page"], text: map.title)
    var numbers: [String: String] = [:]
    for stage in map.stages {
      let container = row(["Rectangle Container", "Containers", page], text: stage.title, own: stage.id)
      for step in stage.steps {
        let shape = step.moments.contains(.decision) ? "Decision" : "Process"
        numbers[step.id] = row(
          [shape, "Flowchart Shapes/Containers", page, container], text: step.title, comments: step.description,
          own: step.id)
      }
    }
    let steps = map.stages.flatMap(\.steps)
    let linksFrom = Dictionary(grouping: map.links.filter { numbers[$0.to] != nil }, by: \.from)
    for (place, step) in steps.enumerated() {
      let links = linksFrom[step.id] ?? []
      let leadsOn = links.contains { $0.type == .choice || $0.type == .next }
      if !step.end, !leadsOn, place + 1 < steps.count { line(page, numbers[step.id], numbers[steps[place + 1].id], "") }
      for link in links {
        line(page, numbers[link.from], numbers[link.to], link.label.isEmpty ? link.condition : link.label)
      }
    }
  }

  private mutating func line(_ page: String, _ from: String?, _ to: String?, _ label: String) {
    row(["Line", "", page, "", "", from ?? "", to ?? "", "None", "Arrow"], text: label)
  }

  /// Writes a row, its first cells after the id and those at its end, and gives its id.
  @discardableResult
  private mutating func row(
    _ cells: [String], status: String = "", text: String, comments: String = "", own: String = ""
  ) -> String {
    lastID += 1
    writer.cell(String(lastID))
    for cell in cells { writer.cell(cell) }
    writer.emptyCells(9 - cells.count)
    for cell in [status, text, comments, own] { writer.cell(cell) }
    writer.endRecord()
    return String(lastID)
  }

  // MARK: - Losses

  private static let carried = CarriedFields(
    ["map.title", "lane.type", "stage.title", "step.title", "step.description", "link.from", "link.to", "link.label"],
    lanes: [])
}
