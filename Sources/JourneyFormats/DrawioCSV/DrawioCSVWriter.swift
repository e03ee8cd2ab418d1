import JourneyLayout
import JourneyModel
import JourneySyntax
import JourneyTerms

/// Writes a map as the CSV that draw.io makes a diagram of: stages are boxes around their steps, cards are lines in the steps' labels.
///
/// Lines that begin with `#` say how the table below is to be drawn (drawio.com, “Insert a diagram from specially formatted CSV data”).
struct DrawioCSVWriter {
  /// How many ways on from a step have a column of their own, with a label.
  private static let most = 8

  private let map: JourneyMap
  private let content: MapContent
  private let terms: Terms
  private let lanes: [String: Int]
  private let output: UnsafeMutablePointer<ByteOutput>
  /// The ways on from each step, by its place.
  private var ways: [[Way]] = []
  /// How many of them at most have a label, and so a column of their own.
  private var width = 0

  /// Where a line leads to, and what is written at it.
  private struct Way {
    let to: String
    let label: String
  }

  /// Writes the map; the format holds one.
  static func write(_ maps: inout [JourneyMap], to output: inout ByteOutput) -> [Loss] {
    var losses = LossCount()
    withUnsafeMutablePointer(to: &output) { output in
      for map in maps {
        let writer = DrawioCSVWriter(map, output)
        writer.write()
        writer.count(&losses)
      }
    }
    return losses.all
  }

  private init(_ map: JourneyMap, _ output: UnsafeMutablePointer<ByteOutput>) {
    self.map = map
    self.output = output
    content = MapContent(of: map, options: DrawingOptions())
    terms = Terms.in(map.language)
    lanes = Dictionary(map.lanes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    findWays()
  }

  // MARK: - Settings

  private func write() {
    writeSettings()
    var columns = ["cjm_id", "cjm_kind", "cjm_stage", "cjm_title", "cjm_text", "cjm_next"]
    for number in 0..<width { columns += ["cjm_way\(number + 1)", "cjm_when\(number + 1)"] }
    output.pointee.text(columns.joined(separator: ",") + "\n")
    var place = 0
    for (number, stage) in map.stages.enumerated() {
      row(Self.key(ofStage: number), "stage", "", stage.title, text: "", ways: [])
      for (index, step) in stage.steps.enumerated() {
        let kind = step.moments.contains(.decision) ? "decision" : "step"
        row(
          Self.key(ofStep: place), kind, Self.key(ofStage: number), step.title,
          text: text(of: step, in: stage, isFirst: index == 0),
          ways: ways[place])
        place += 1
      }
    }
  }

  private func writeSettings() {
    line("## " + ForeignText.joined(map.title.split(whereSeparator: \.isNewline).map(String.init)))
    line("## draw.io: Arrange, Insert, Advanced, CSV")
    line("# labelname: cjm_kind")
    line(
      #"# labels: {"stage": "<b>%cjm_title%</b>", "step": "<b>%cjm_title%</b>%cjm_text%", "decision": "<b>%cjm_title%</b>%cjm_text%"}"#
    )
    line("# stylename: cjm_kind")
    let box = "html=1;align=left;verticalAlign=top;spacing=8;strokeColor=#9aa5b1;"
    line(
      #"# styles: {"stage": "swimlane;whiteSpace=wrap;html=1;startSize=30;childLayout=stackLayout;horizontal=1;horizontalStack=0;"#
        + #"stackSpacing=20;stackBorder=20;resizeParent=1;resizeLast=0;collapsible=0;fillColor=#1f3a56;fontColor=#ffffff;", \"#
    )
    line(##"#   "step": "rounded=0;\##(box)fillColor=#e3eaf1;", \"##)
    line(##"#   "decision": "rounded=0;\##(box)fillColor=#fdf1dc;"}"##)
    line("# identity: cjm_id")
    line("# parent: cjm_stage")
    line("# namespace: cjm-")
    let edge = #""style": "edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;endArrow=block;strokeColor=#52606d;""#
    line(#"# connect: {"from": "cjm_next", "to": "cjm_id", \#(edge)}"#)
    for number in 0..<width {
      line(
        #"# connect: {"from": "cjm_way\#(number + 1)", "to": "cjm_id", "fromlabel": "cjm_when\#(number + 1)", \#(edge)}"#
      )
    }
    line("# ignore: cjm_kind,cjm_stage,cjm_next")
    line("# width: auto")
    line("# height: auto")
    line("# padding: 8")
    line("# nodespacing: 40")
    line("# levelspacing: 60")
    line("# edgespacing: 40")
    line("# layout: horizontalflow")
  }

  private func line(_ text: String) { output.pointee.text(text + "\n") }

  // MARK: - Rows

  private static func key(ofStage number: Int) -> String { "stage\(number + 1)" }
  private static func key(ofStep place: Int) -> String { "step\(place + 1)" }

  private func row(
    _ id: String, _ kind: String, _ stage: String, _ title: String, text: String, ways: [Way]
  ) {
    let labelled = ways.filter { !$0.label.isEmpty }.prefix(Self.most)
    let others = ways.filter(\.label.isEmpty) + ways.filter { !$0.label.isEmpty }.dropFirst(Self.most)
    var cells = [
      id, kind, stage, html(title, font: Font(12, .bold)), text.isEmpty ? "" : "<br>" + text,
      others.map(\.to).joined(separator: ","),
    ]
    for way in labelled { cells += [way.to, DrawioCSVText.html(way.label)] }
    cells += Array(repeating: "", count: (width - labelled.count) * 2)
    // A row that ends in nothing is a fault to draw.io: nothing is written as an empty text.
    line(cells.map { "\"" + $0 + "\"" }.joined(separator: ","))
    output.pointee.checkpoint()
  }

  /// What is said below a step's title: its description, then a line for each card; below the first also what is said of its stage.
  private func text(of step: Step, in stage: Stage, isFirst: Bool) -> String {
    var texts = [step.description]
    for cell in (isFirst ? stage.cards.cells : []) + step.cards.cells {
      guard let lane = lanes[cell.lane] else { continue }
      for card in cell.cards {
        let parts = [
          card.text, card.emotion.map(JSONNumber.spelling) ?? "",
          card.channel.isEmpty ? "" : terms.term(for: card.channel),
        ].filter { !$0.isEmpty }
        if !parts.isEmpty { texts.append(content.title(ofLane: lane) + ": " + parts.joined(separator: " · ")) }
      }
    }
    return texts.filter { !$0.isEmpty }.map { html($0) }.joined(separator: "<br>")
  }

  /// A text as HTML, in lines that make a box of a good width.
  private func html(_ text: String, font: Font = Font(12)) -> String {
    LineBreaker.lines(of: text, font: font, width: 200).map { DrawioCSVText.html(content.isolated($0)) }
      .joined(separator: "<br>")
  }

  // MARK: - Ways

  private mutating func findWays() {
    let steps = map.stages.flatMap(\.steps)
    var places: [String: Int] = [:]
    for (place, step) in steps.enumerated() where !step.id.isEmpty && places[step.id] == nil { places[step.id] = place }
    ways = Array(repeating: [], count: steps.count)
    var isReplaced = [Bool](repeating: false, count: steps.count)
    for link in map.links {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      if link.replacesSequence { isReplaced[from] = true }
      let label = [content.text(of: link), link.condition].filter { !$0.isEmpty }.joined(separator: " · ")
      ways[from].append(Way(to: Self.key(ofStep: to), label: label))
    }
    for place in steps.indices.dropLast() where !steps[place].end && !isReplaced[place] {
      ways[place].insert(Way(to: Self.key(ofStep: place + 1), label: ""), at: 0)
    }
    width = min(ways.map { $0.filter { !$0.label.isEmpty }.count }.max() ?? 0, Self.most)
  }
}

extension DrawioCSVWriter {
  private static let carried = CarriedFields([
    "map.title", "lane.title", "lane.type", "stage.title", "step.title", "step.description", "card.text",
    "card.emotion", "card.channel", "link.from", "link.to", "link.label", "link.condition", "link.probability",
  ])

  /// Counts what of the map is not written.
  private func count(_ losses: inout LossCount) {
    var left = map
    losses.takeFlow(from: &left)
    let stages = map.stages.filter { $0.steps.isEmpty }.flatMap(\.cards.cells).flatMap(\.cards).count
    losses.add(stages, "card of a stage without steps", "cards of stages without steps")
    let unsaid = ways.map { max($0.filter { !$0.label.isEmpty }.count - Self.most, 0) }.reduce(0, +)
    losses.add(unsaid, "label of a link", "labels of links")
    losses.count(&left, carrying: Self.carried)
  }
}

/// Spells texts for a table of which every version of draw.io makes the same.
enum DrawioCSVText {
  /// The text as HTML.
  ///
  /// What draw.io, a spreadsheet or HTML would take for its own is written as its number: versions differ in how a quotation mark or
  /// a backslash stands in a cell, names between `%` signs are filled in, and no cell may begin as a formula does.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br>"
      case "&", "<", ">", "\"", "'", "\\", "%", "\r", "\t": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    guard let first = result.unicodeScalars.first, CellGuard.guarded(result) != result else { return result }
    return "&#\(first.value);" + String(result.unicodeScalars.dropFirst())
  }
}
