import JourneyDiagnostics
import JourneySyntax

/// Goes through the cells of a page that a drawing of ours stands on.
struct DrawioElementReader {
  private let cells: [DrawioCell]
  /// The columns that there are attributes for.
  private(set) var columns: [RowSourceColumn] = []
  private var numbers: [String: Int] = [:]

  init(_ cells: [DrawioCell]) {
    self.cells = cells
    for cell in cells {
      for attribute in cell.attributes where numbers[attribute.name] == nil {
        guard let column = DrawnRowNames.column(attribute.name) else { continue }
        numbers[attribute.name] = columns.count
        columns.append(RowSourceColumn(name: column, range: cell.range))
      }
    }
  }

  /// Whether a page is a drawing of ours, and not somebody else's.
  static func isDrawing(_ cells: [DrawioCell]) -> Bool {
    cells.contains { $0.attributes.contains { $0.name == DrawnRowNames.record } }
  }

  /// Gives the cells in their order.
  func forEachElement(_ body: (DrawnElement) -> Void) {
    let labels = Dictionary(cells.map { ($0.id, Self.name(of: $0)) }, uniquingKeysWith: { first, _ in first })
    for cell in cells {
      var element = DrawnElement(phrase: Self.phrase(for: cell, labels), range: cell.range)
      element.isOurs = !cell.isVertex && !cell.isEdge || Self.isBareGroup(cell)
      read(cell, into: &element)
      body(element)
    }
  }

  /// Whether somebody put boxes together with it, which says nothing.
  private static func isBareGroup(_ cell: DrawioCell) -> Bool { cell.style.isNamed("group") && cell.value.isEmpty }

  private func read(_ cell: DrawioCell, into element: inout DrawnElement) {
    var (row, field, mark) = ("", "", "")
    for (name, value) in cell.attributes where !value.isEmpty {
      switch name {
      case DrawnRowNames.part: element.isOurs = true
      case DrawnRowNames.field: field = value
      case DrawnRowNames.drawn: mark = value
      default:
        guard let column = numbers[name] else { continue }
        if name == DrawnRowNames.record { element.isRow = true }
        if name == DrawnRowNames.row { row = value }
        element.cells.append(
          .init(column: column, text: DrawioSpelling.unescapedData(value), range: cell.range))
      }
    }
    if element.isRow {
      element.isOurs = true
    } else if !element.isOurs {
      return
    }
    guard !mark.isEmpty else { return }
    let lines = cell.lines
    guard LabelMark.spelled(LabelMark.mark(of: lines)) != mark else { return }
    element.edit = LabelEdit(name: element.phrase, range: cell.range, row: row, shownField: field, lines: lines)
  }

  // MARK: - Names

  private static func phrase(for cell: DrawioCell, _ labels: [String: String]) -> String {
    guard cell.isEdge else { return "the box '\(name(of: cell))'" }
    let ends = [cell.source, cell.target].map { labels[$0] ?? "" }
    guard !ends.contains("") else { return "the line '\(name(of: cell))'" }
    return "the line from '\(ends[0])' to '\(ends[1])'"
  }

  /// What a cell says, or else its id.
  private static func name(of cell: DrawioCell) -> String {
    let text = ForeignText.joined(cell.lines.map { ForeignText.trimmed($0) })
    return text.isEmpty ? cell.id : text.count > 60 ? text.prefix(59) + "…" : text
  }
}
