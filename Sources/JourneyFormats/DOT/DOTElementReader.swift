import JourneyDiagnostics
import JourneySyntax

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

  /// Whether a graph is a drawing of ours, and not somebody else's.
  static func isDrawing(_ graph: DOTGraph, in document: DOTDocument) -> Bool {
    graph.names.contains { document.string($0) == DrawnRowNames.record }
  }

  init(_ graph: DOTGraph, _ document: DOTDocument) {
    self.graph = graph
    self.document = document
    for name in graph.names {
      let text = document.string(name)
      switch text {
      case DrawnRowNames.part: meanings.append(.part)
      case DrawnRowNames.field: meanings.append(.field)
      case DrawnRowNames.drawn: meanings.append(.mark)
      case "label": meanings.append(.label)
      default:
        guard let column = DrawnRowNames.column(text) else {
          meanings.append(.looks)
          continue
        }
        let number = columns.count
        columns.append(RowSourceColumn(name: column, range: name.range))
        meanings.append(
          text == DrawnRowNames.record ? .record(number) : text == DrawnRowNames.row ? .row(number) : .column(number))
      }
    }
  }

  /// Gives the graph, clusters whose label was edited, then the nodes, then the edges.
  func forEachElement(_ body: (DrawnElement) -> Void) {
    let root = graph.subgraphs[0]
    var element = DrawnElement(phrase: "the graph", range: root.range, isOurs: true)
    read(graph.attributes(ofSubgraph: 0), into: &element, .init(graph: root.name.map(document.string) ?? ""))
    body(element)
    for (number, subgraph) in graph.subgraphs.enumerated().dropFirst() {
      // Only what its own statements say: the rest is the graph's.
      let name = subgraph.name.map(document.string) ?? ""
      var element = DrawnElement(phrase: "the cluster '\(name)'", range: subgraph.range)
      read(graph.ownAttributes(ofSubgraph: number), into: &element, .init(graph: name))
      element.isOurs = true
      if element.edit != nil { body(element) }
    }
    for (number, node) in graph.nodes.enumerated() {
      let name = document.string(node.id)
      var element = DrawnElement(phrase: "the node '\(name)'", range: node.id.range)
      read(graph.ownAttributes(ofNode: number), into: &element, .init(node: name))
      body(element)
    }
    for (number, edge) in graph.edges.enumerated() {
      let (tail, head) = (document.string(graph.nodes[edge.tail].id), document.string(graph.nodes[edge.head].id))
      var element = DrawnElement(phrase: "the edge from '\(tail)' to '\(head)'", range: edge.range)
      read(graph.ownAttributes(ofEdge: number), into: &element, .init(tail: tail, head: head))
      body(element)
    }
  }

  private func read(_ attributes: [DOTAttribute], into element: inout DrawnElement, _ names: DOTLabel.Names) {
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
      : LabelMark.lines(ofLabel: text)
    guard LabelMark.spelled(LabelMark.mark(of: lines)) != mark else { return }
    element.edit = LabelEdit(
      name: element.phrase, range: label.range, row: row, shownField: field, lines: lines)
  }
}
