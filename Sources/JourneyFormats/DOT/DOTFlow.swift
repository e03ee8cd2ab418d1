import JourneyLayout
import JourneyModel
import JourneySyntax

/// Writes a map as a graph that Graphviz lays out: a cluster for each stage, in it a column for each step with its cards below.
///
/// Made to be edited by hand: what a node says is its label, and nothing has a place. Rows ride on the elements as in
/// ``DOTDrawing``. A stage has a node of its own for its row, since Graphviz leaves out an attribute of a cluster that says the same as
/// the graph's.
struct DOTFlow: ~Copyable {
  private let map: JourneyMap
  private let content: MapContent
  private let names: DrawnNames
  private let output: UnsafeMutablePointer<ByteOutput>
  private var rows: DrawnRows<DOTRowSink>

  init(_ map: inout JourneyMap, _ options: DrawingOptions, output: UnsafeMutablePointer<ByteOutput>) {
    rows = DrawnRows<DOTRowSink>(&map)
    self.map = map
    self.output = output
    content = MapContent(of: map, options: options)
    names = DrawnNames(map, Drawing())
  }

  /// Writes the digraph.
  mutating func write() {
    literal("digraph ")
    DOTSpelling.quoted(map.id.isEmpty ? "map" : map.id, to: &output.pointee)
    literal(" {\n")
    writeDefaults()
    writeKey()
    writeStages()
    writeHiddenNodes()
    writeSequence()
    writeLinks()
    literal("}\n")
  }

  private mutating func writeDefaults() {
    literal("  graph [layout=dot, newrank=true, splines=true, nodesep=0.09, ranksep=0.5, rankdir=")
    literal(content.isRightToLeft ? "RL" : "LR")
    literal(
      ",\n    charset=\"UTF-8\", bgcolor=white, pad=0.5, labelloc=t, labeljust=l,\n    fontname=\"Helvetica-Bold\"")
    literal(", fontsize=22, fontcolor=\"#1f2933\"")
    label(LineBreaker.lines(of: map.title, font: Font(22, .bold), width: 900))
    literal(",\n    ")
    rows.write(.map, to: &output.pointee)
    literal("]\n")
    literal(
      "  node [shape=box, style=filled, fillcolor=white, color=\"#9aa5b1\", penwidth=0.8, width=2.3, height=0.32,\n")
    literal("    margin=\"0.14,0.06\", fontname=\"Helvetica\", fontsize=10, fontcolor=\"#1f2933\"]\n")
    literal("  edge [color=\"#52606d\", fontname=\"Helvetica-Bold\", fontsize=8.5, arrowsize=0.6]\n\n")
  }

  // MARK: - Lanes and actors

  /// The lanes and actors as a column of their own, which tells what the colours mean.
  private mutating func writeKey() {
    literal(
      "  subgraph \"cluster_key\" { graph [style=filled, color=white, fillcolor=white, label=\"\", cjm_part=key]\n")
    literal("    subgraph { graph [rank=same, cjm_part=key]\n")
    var column: [Subject] = []
    for lane in content.lanes {
      let subject = Subject.lane(lane)
      begin(subject)
      stripe(content.accent(ofLane: lane))
      literal(", fontname=\"Helvetica-Bold\", fontcolor=\"")
      DrawnSpelling.colour(content.accent(ofLane: lane), to: &output.pointee)
      literal("\"")
      end(subject, lines: content.lines(content.title(ofLane: lane)))
      column.append(subject)
    }
    for number in map.actors.indices {
      let subject = Subject.actor(number)
      begin(subject)
      literal("style=\"filled,rounded\", fontcolor=white, penwidth=0, fillcolor=\"")
      DrawnSpelling.colour(content.colour(ofActor: number), to: &output.pointee)
      literal("\"")
      end(subject, lines: content.lines(map.actors[number].name))
      column.append(subject)
    }
    writeColumn(column)
    literal("    }\n  }\n")
    if let first = column.first, let step = firstStep { invisibleEdge(first, step, weight: 100) }
  }

  private var firstStep: Subject? {
    map.stages.firstIndex { !$0.steps.isEmpty }.map { .step(stage: $0, step: 0) }
  }

  // MARK: - Stages

  private mutating func writeStages() {
    for (stage, data) in map.stages.enumerated() {
      literal("  subgraph \"cluster_")
      names.write(.stage(stage), to: &output.pointee)
      literal("\" { graph [style=filled, color=\"#eef2f6\", fillcolor=\"#eef2f6\", margin=14, labelloc=t, labeljust=l")
      literal(", fontsize=14, fontcolor=\"#1f3a56\"")
      label(LineBreaker.lines(of: data.title, font: Font(14, .bold), width: Double(max(data.steps.count, 1)) * 190))
      literal(", cjm_part=stage, cjm_field=title, cjm_row=")
      output.pointee.text(String(rows.number(of: .stage(stage))))
      literal("]\n")
      for step in data.steps.indices { writeStep(stage, step) }
      literal("  }\n")
    }
  }

  /// A step with what is in it below, and above the first one the row of the stage.
  private mutating func writeStep(_ stage: Int, _ step: Int) {
    let data = map.stages[stage].steps[step]
    literal("    subgraph { graph [rank=same, cjm_part=column]\n")
    var column: [Subject] = []
    let subject = Subject.step(stage: stage, step: step)
    begin(subject)
    let isDecision = data.moments.contains(.decision)
    literal(data.optional ? "style=\"filled,dashed\"" : "style=filled")
    literal(isDecision ? ", fillcolor=\"#8f5500\", color=\"#8f5500\"" : ", fillcolor=\"#1f3a56\", color=\"#1f3a56\"")
    if data.end { literal(", peripheries=2") }
    literal(", fontname=\"Helvetica-Bold\", fontsize=11, fontcolor=white")
    end(subject, lines: content.lines(data.title, font: Font(11, .bold)))
    column.append(subject)
    if step == 0 {
      column.insert(.stage(stage), at: 0)
      column += writeCards(stage, nil)
    }
    column += writeCards(stage, step)
    writeColumn(column)
    if step == 0 {
      literal("    ")
      writeNode(.stage(stage))
      literal(" [style=invis, shape=point, width=0.01, height=0.01, ")
      rows.write(.stage(stage), to: &output.pointee)
      literal("]\n")
    }
    literal("    }\n")
    output.pointee.checkpoint()
  }

  private mutating func writeCards(_ stage: Int, _ step: Int?) -> [Subject] {
    let cells = step.map { map.stages[stage].steps[$0].cards.cells } ?? map.stages[stage].cards.cells
    var column: [Subject] = []
    for (number, cell) in cells.enumerated() {
      guard let lane = content.number(ofLane: cell.lane) else { continue }
      for (place, card) in cell.cards.enumerated() where content.isDrawn(card) {
        let subject = Subject.card(stage: stage, step: step, cell: number, card: place)
        let look = content.look(of: card, lane: lane)
        begin(subject)
        stripe(look.accent)
        if look.isDashed { literal(", style=\"striped,dashed\"") }
        DOTSpelling.link(card.url, to: &output.pointee)
        end(subject, lines: content.lines(look.text.isEmpty ? look.note : look.text))
        column.append(subject)
      }
    }
    return column
  }

  /// Keeps the order of a column: edges within a rank of a graph from left to right point upwards.
  private func writeColumn(_ column: [Subject]) {
    guard column.count > 1 else { return }
    literal("    ")
    for (index, subject) in column.reversed().enumerated() {
      if index > 0 { literal(" -> ") }
      writeNode(subject)
    }
    literal(" [style=invis, weight=20, cjm_part=column]\n")
  }

  // MARK: - Edges

  private func writeSequence() {
    let leaving = Set(map.links.lazy.filter(\.replacesSequence).map(\.from))
    var last: Subject?
    for (stage, data) in map.stages.enumerated() {
      for step in data.steps.indices {
        let subject = Subject.step(stage: stage, step: step)
        if let last { write(last, to: subject, leaving) }
        last = subject
      }
    }
  }

  private func write(_ one: Subject, to two: Subject, _ leaving: Set<String>) {
    guard case .step(let stage, let step) = one else { return }
    let data = map.stages[stage].steps[step]
    if data.end || leaving.contains(data.id) { return invisibleEdge(one, two, weight: 100) }
    literal("  ")
    writeNode(one)
    literal(" -> ")
    writeNode(two)
    literal(" [weight=100, penwidth=1.4, cjm_part=next]\n")
  }

  private func invisibleEdge(_ one: Subject, _ two: Subject, weight: Int) {
    literal("  ")
    writeNode(one)
    literal(" -> ")
    writeNode(two)
    literal(" [style=invis, weight=")
    output.pointee.text(String(weight))
    literal(", cjm_part=column]\n")
  }

  private mutating func writeLinks() {
    for (number, link) in map.links.enumerated() {
      literal("  ")
      DOTSpelling.quoted(link.from, to: &output.pointee)
      literal(" -> ")
      DOTSpelling.quoted(link.to, to: &output.pointee)
      let look = LinkLook(link)
      literal(" [constraint=false, color=\"")
      DrawnSpelling.colour(look.colour, to: &output.pointee)
      literal("\", fontcolor=\"")
      DrawnSpelling.colour(look.colour, to: &output.pointee)
      literal("\", penwidth=")
      DrawnSpelling.number(look.width, to: &output.pointee)
      switch look.dash {
      case .solid: break
      case .dashed: literal(", style=dashed")
      case .dotted: literal(", style=dotted")
      }
      let text = content.text(of: link)
      if !text.isEmpty { label(LineBreaker.lines(of: text, font: Font(8.5, .bold), width: 120)) }
      literal(", cjm_field=label, ")
      rows.write(.link(number), to: &output.pointee)
      literal("]\n")
      output.pointee.checkpoint()
    }
  }

  /// Nodes for records that are not drawn, behind everything else.
  private mutating func writeHiddenNodes() {
    literal("  subgraph { graph [rank=max, cjm_part=column]\n")
    for row in rows.uncarried {
      let record = rows.records[row]
      if case .subject(.link) = record { continue }
      literal("    \"")
      names.write(record, to: &output.pointee)
      literal("\" [style=invis, shape=point, width=0.01, height=0.01, ")
      rows.write(row: row, to: &output.pointee)
      literal("]\n")
      output.pointee.checkpoint()
    }
    literal("  }\n")
  }

  // MARK: - Parts

  private func begin(_ subject: Subject) {
    literal("      ")
    writeNode(subject)
    literal(" [")
  }

  private mutating func end(_ subject: Subject, lines: [String]) {
    label(lines)
    literal(",\n        ")
    rows.write(subject, to: &output.pointee)
    literal("]\n")
  }

  /// A label with its mark.
  private func label(_ lines: [String]) {
    literal(", label=\"")
    let drawn = lines.map { content.isolated($0) }
    for line in drawn {
      DOTSpelling.label(line, to: &output.pointee)
      literal(content.isRightToLeft ? "\\r" : "\\l")
    }
    literal("\", cjm_drawn=")
    output.pointee.text(LabelMark.spelled(LabelMark.mark(of: drawn)))
  }

  private func stripe(_ colour: Colour) {
    literal("style=striped, color=\"")
    DrawnSpelling.colour(colour, to: &output.pointee)
    literal("\", fillcolor=\"")
    if content.isRightToLeft { literal("white;0.975:") }
    DrawnSpelling.colour(colour, to: &output.pointee)
    literal(content.isRightToLeft ? "\"" : ";0.025:white\"")
  }

  private func writeNode(_ subject: Subject) {
    literal("\"")
    names.write(subject, to: &output.pointee)
    literal("\"")
  }

  private func literal(_ text: StaticString) { output.pointee.literal(text) }
}
