/// The kinds of diagrams that Mermaid knows, told apart by their first word as Mermaid does (packages/mermaid/src/diagrams, the
/// detector of each).
package enum MermaidKind {
  /// What the diagram that begins with a text is called, with its article; nil if Mermaid knows none that begins so.
  package static func name(of code: [UInt8]) -> String? {
    var start = 0
    while start < code.count {
      let length = MermaidSpace.length(code[start...])
      if length == 0 { break }
      start += length
    }
    return kinds.first { code[start...].starts(with: $0.word.utf8) }?.name
  }

  /// The name of user journeys.
  package static let journey = "a user journey"

  /// Longer words come before those that they begin with.
  private static let kinds: [(word: String, name: String)] = [
    ("journey", journey), ("flowchart", "a flowchart"), ("graph ", "a flowchart"), ("graph\n", "a flowchart"),
    ("sequenceDiagram", "a sequence diagram"), ("zenuml", "a sequence diagram"), ("classDiagram", "a class diagram"),
    ("stateDiagram", "a state diagram"), ("erDiagram", "an entity relationship diagram"), ("gantt", "a Gantt chart"),
    ("pie", "a pie chart"), ("mindmap", "a mind map"), ("timeline", "a timeline"), ("gitGraph", "a Git graph"),
    ("quadrantChart", "a quadrant chart"), ("requirement", "a requirement diagram"), ("C4", "a C4 diagram"),
    ("sankey", "a Sankey diagram"), ("xychart", "an XY chart"), ("block", "a block diagram"),
    ("packet", "a packet diagram"), ("kanban", "a Kanban board"), ("architecture", "an architecture diagram"),
    ("radar-beta", "a radar chart"), ("treemap", "a treemap"), ("treeView-beta", "a tree view"),
    ("eventmodeling", "an event model"), ("swimlane-beta", "a swimlane diagram"), ("ishikawa", "an Ishikawa diagram"),
    ("venn-beta", "a Venn diagram"), ("wardley-beta", "a Wardley map"), ("railroad-", "a railroad diagram"),
    ("info", "Mermaid’s own information"),
  ]

  /// Words that make Mermaid take any text that holds one for a C4 diagram: its detector looks for them everywhere.
  package static let strayWords = ["C4Container", "C4Component", "C4Dynamic", "C4Deployment"]
}
