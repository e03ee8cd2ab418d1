import JourneyDiagnostics
import JourneySyntax

/// A graph, node or edge of a drawing, as far as it says something of a map.
struct DOTElement {
  /// A value for a column.
  struct Value {
    let column: Int
    let text: String
    let range: SourceRange
  }

  /// What a message calls it.
  let phrase: String
  let range: SourceRange
  var cells: [Value] = []
  /// Whether it carries the row of a record.
  var isRow = false
  /// Whether the drawing put it there.
  var isOurs = false
  /// The label, if it is not the one that was drawn.
  var edit: DOTLabelEdit?
}

/// Goes through the elements of a graph.
///
/// Only what an element's own statements say is looked at: data is never a default, and most attributes are neither.
struct DOTElementReader {
  private let graph: DOTGraph
  private let document: DOTDocument
  /// What each name of an attribute means, by its number.
  private var meanings: [Meaning] = []
  /// The columns that there are attributes for.
  private(set) var columns: [RowSourceColumn] = []

  private enum Meaning {
    case column(Int)
    case record(Int), row(Int)
    case part, field, mark, label
    case looks
  }

  init(_ graph: DOTGraph, _ document: DOTDocument) {
    self.graph = graph
    self.document = document
    for name in graph.names {
      let text = document.string(name)
      switch text {
      case DOTRowNames.part: meanings.append(.part)
      case DOTRowNames.field: meanings.append(.field)
      case DOTRowNames.drawn: meanings.append(.mark)
      case "label": meanings.append(.label)
      default:
        guard let column = DOTRowNames.column(text) else {
          meanings.append(.looks)
          continue
        }
        let number = columns.count
        columns.append(RowSourceColumn(name: column, range: name.range))
        meanings.append(
          text == DOTRowNames.record ? .record(number) : text == DOTRowNames.row ? .row(number) : .column(number))
      }
    }
  }

  /// Gives the graph, clusters whose label was edited, then the nodes, then the edges.
  func forEachElement(_ body: (DOTElement) -> Void) {
    let root = graph.subgraphs[0]
    var element = DOTElement(phrase: "the graph", range: root.range, isOurs: true)
    read(graph.attributes(ofSubgraph: 0), into: &element, .init(graph: root.name.map(document.string) ?? ""))
    body(element)
    for (number, subgraph) in graph.subgraphs.enumerated().dropFirst() {
      // Only what its own statements say: the rest is the graph's.
      let name = subgraph.name.map(document.string) ?? ""
      var element = DOTElement(phrase: "the cluster '\(name)'", range: subgraph.range)
      read(graph.ownAttributes(ofSubgraph: number), into: &element, .init(graph: name))
      element.isOurs = true
      if element.edit != nil { body(element) }
    }
    for (number, node) in graph.nodes.enumerated() {
      let name = document.string(node.id)
      var element = DOTElement(phrase: "the node '\(name)'", range: node.id.range)
      read(graph.ownAttributes(ofNode: number), into: &element, .init(node: name))
      body(element)
    }
    for (number, edge) in graph.edges.enumerated() {
      let (tail, head) = (document.string(graph.nodes[edge.tail].id), document.string(graph.nodes[edge.head].id))
      var element = DOTElement(phrase: "the edge from '\(tail)' to '\(head)'", range: edge.range)
      read(graph.ownAttributes(ofEdge: number), into: &element, .init(tail: tail, head: head))
      body(element)
    }
  }

  private func read(_ attributes: [DOTAttribute], into element: inout DOTElement, _ names: DOTLabel.Names) {
    var (row, field, mark) = ("", "", "")
    var label: DOTSlice?
    for attribute in attributes where attribute.value.length > 0 || attribute.value.isHTML {
      let value = attribute.value
      func add(_ column: Int, _ text: String) {
        element.cells.append(
          .init(column: column, text: DOTSpelling.unescapedData(text) ?? text, range: value.range))
      }
      switch meanings[attribute.name] {
      case .column(let column): add(column, document.string(value))
      case .record(let column):
        element.isRow = true
        add(column, document.string(value))
      case .row(let column):
        row = document.string(value)
        add(column, row)
      case .part: element.isOurs = true
      case .field: field = document.string(value)
      case .mark: mark = document.string(value)
      case .label: label = value
      case .looks: break
      }
    }
    if element.isRow { element.isOurs = true }
    guard !mark.isEmpty, let label else { return }
    let text = document.string(label)
    let lines =
      label.isHTML
      ? ForeignText.withoutTags(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      : DOTLabelMark.lines(ofLabel: text)
    guard DOTLabelMark.spelled(DOTLabelMark.mark(of: lines)) != mark else { return }
    element.edit = DOTLabelEdit(
      name: element.phrase, range: label.range, row: row, shownField: field, lines: lines)
  }
}

/// A label that somebody wrote otherwise than it was drawn.
struct DOTLabelEdit {
  let name: String
  let range: SourceRange
  /// The `cjm_row` of the row that it shows something of.
  let row: String
  /// The field that it shows; empty for the main text of a record.
  let shownField: String
  let lines: [String]
  /// The place of the row, if the element itself carries it.
  var place: Int?

  /// The field that the label stands for; nil if for none.
  ///
  /// Where what was drawn was only a card's emotion, a number in its place is another emotion.
  func field(recordOf record: String, isScore: Bool) -> String? {
    if !shownField.isEmpty { return shownField }
    guard place != nil else { return nil }
    switch record {
    case "map", "stage", "step", "lane": return "title"
    case "actor": return "name"
    case "card" where lines.joined().isEmpty: return nil
    case "card": return isScore && Double(score(joined)) != nil ? "emotion" : "text"
    default: return nil
    }
  }

  /// The fields and values that the label says in the place of a field's old value.
  func values(for field: String, instead old: String) -> [(name: String, value: String)] {
    let text = unquoted(joined, instead: old)
    switch field {
    case "emotion": return [("emotion", score(text))]
    case "label":
      guard let sign = text.firstIndex(where: { $0 == "%" || $0 == "٪" }),
        let percent = Double(text[..<sign].split(separator: ",").joined(separator: ".").filter { !$0.isWhitespace })
      else { return [("label", text)] }
      let label = text[text.index(after: sign)...].drop { $0.isWhitespace }
      return [("probability", JSONNumber.spelling(percent / 100)), ("label", String(label))]
    default: return [(field, text)]
    }
  }

  /// A number as data spell it, from one with a minus sign, a plus or a decimal comma.
  private func score(_ text: String) -> String {
    let number = String(text.map { $0 == "−" ? "-" : $0 == "," ? "." : $0 })
    return number.hasPrefix("+") ? String(number.dropFirst()) : number
  }

  /// The lines as one text: with spaces between them, but not between letters of scripts that have none.
  private var joined: String {
    var text = ""
    for line in lines.map({ $0.filter { !Self.isIsolate($0) } }) where !line.isEmpty {
      if let last = text.unicodeScalars.last, let first = line.unicodeScalars.first,
        !(Self.isIdeographic(last) && Self.isIdeographic(first)), last != "-"
      {
        text += " "
      }
      text += line
    }
    return text
  }

  private static func isIsolate(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2066...0x2069).contains($0.value) }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  /// The text without the quotation marks that the drawing put around it.
  private func unquoted(_ text: String, instead old: String) -> String {
    let marks = "“”„«»「」\u{A0}"
    guard let first = text.first, marks.contains(first), old.first != first else { return text }
    var text = text[...]
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }
}
