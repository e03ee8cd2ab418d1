import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// The elements of a drawing as rows: whatever carries a `cjm_record`, with labels that somebody edited in the place of the fields
/// that they show.
final class DrawnRowSource: RowSource {
  private(set) var columns: [RowSourceColumn] = []
  private var rows: [Row] = []
  private var cells: [Cell] = []
  /// The texts of the cells.
  private var text = GrowingBuffer<UInt8>(capacity: 4096)

  private struct Row {
    let range: SourceRange
    var cells: Range<Int>
    /// Cells that an edited label takes the place of, or adds.
    var edits: [Cell] = []
  }

  private struct Cell {
    let column: Int
    let start: Int
    let count: Int
    let range: SourceRange
  }

  deinit { text.free() }

  /// Reads the map that a drawing carries in its elements.
  static func maps(
    columns: [RowSourceColumn], elements: ((DrawnElement) -> Void) -> Void, _ options: ReadingOptions,
    _ diagnostics: inout Diagnostics
  ) -> [JourneyMap] {
    let source = DrawnRowSource(columns: columns, elements: elements, diagnostics: &diagnostics)
    let documents = RowReader.documents(
      source, from: diagnostics.source, limits: options.limits, isTruncated: false, diagnostics: &diagnostics)
    return documents.map { $0.map(diagnostics: &diagnostics) }
  }

  /// Takes the rows of a drawing; what was added or edited by hand is told.
  init(
    columns: [RowSourceColumn], elements: ((DrawnElement) -> Void) -> Void, diagnostics: inout Diagnostics
  ) {
    self.columns = columns
    var edits: [LabelEdit] = []
    elements { element in
      guard element.isRow else {
        if let edit = element.edit { edits.append(edit) }
        if !element.isOurs { Self.refuse(element, &diagnostics) }
        return
      }
      let start = cells.count
      for cell in element.cells { add(cell.column, cell.text, cell.range) }
      rows.append(Row(range: element.range, cells: start..<cells.count))
      if var edit = element.edit {
        edit.place = rows.count - 1
        edits.append(edit)
      }
    }
    apply(edits, &diagnostics)
  }

  private static func refuse(_ element: DrawnElement, _ diagnostics: inout Diagnostics) {
    diagnostics.warn(
      "\(element.phrase) was added by hand and is left out", at: element.range,
      hint: "what is to be part of the map carries its data in attributes such as cjm_record")
  }

  private func add(_ column: Int, _ value: String, _ range: SourceRange) {
    cells.append(cell(column, value, range))
  }

  private func cell(_ column: Int, _ value: String, _ range: SourceRange) -> Cell {
    var value = value
    let start = text.count
    value.withUTF8 { bytes in
      if let base = bytes.baseAddress { text.append(contentsOf: base, count: bytes.count) }
    }
    return Cell(column: column, start: start, count: text.count - start, range: range)
  }

  // MARK: - Edited labels

  private func apply(_ edits: [LabelEdit], _ diagnostics: inout Diagnostics) {
    guard !edits.isEmpty else { return }
    let numbers = placesByNumber
    for edit in edits {
      let row = edit.place ?? numbers[edit.row]
      let isScore = row.map { isOnlyScore($0) } ?? false
      guard let row, let field = edit.field(recordOf: record(ofRow: row), isScore: isScore) else {
        diagnostics.warn(
          "the text of \(edit.name) only shows what the map says, so what was written there is left out",
          at: edit.range, hint: "edit the data in the attributes that begin with cjm_")
        continue
      }
      let old = string(ofRow: row, column: field)
      for (name, value) in edit.values(for: field, instead: old) {
        let column = number(ofColumn: name, edit.range)
        rows[row].edits.append(cell(column, value, edit.range))
        diagnostics.note("the label of \(edit.name) was edited and is taken for its \(name)", at: edit.range)
      }
    }
  }

  private var placesByNumber: [String: Int] {
    var places: [String: Int] = [:]
    for row in rows.indices {
      let number = string(ofRow: row, column: RowColumn.names[RowColumn.row])
      if !number.isEmpty { places[number] = row }
    }
    return places
  }

  private func number(ofColumn name: String, _ range: SourceRange) -> Int {
    if let number = columns.firstIndex(where: { $0.name == name }) { return number }
    columns.append(RowSourceColumn(name: name, range: range))
    return columns.count - 1
  }

  /// Whether all that a card shows is its emotion.
  private func isOnlyScore(_ row: Int) -> Bool {
    string(ofRow: row, column: "text").isEmpty && !string(ofRow: row, column: "emotion").isEmpty
  }

  private func record(ofRow row: Int) -> String { string(ofRow: row, column: RowColumn.names[RowColumn.record]) }

  private func string(ofRow row: Int, column: String) -> String {
    var result = ""
    forEachCell(ofRow: row) { if columns[$0.column].name == column { result = $0.string } }
    return result
  }

  // MARK: - Rows

  var rowCount: Int { rows.count }

  func range(ofRow row: Int) -> SourceRange { rows[row].range }

  func forEachCell(ofRow row: Int, before end: Int, _ body: (RowCell) -> Void) {
    let edits = rows[row].edits
    for cell in cells[rows[row].cells] where cell.column < end && !edits.contains(where: { $0.column == cell.column }) {
      body(self[cell])
    }
    for cell in edits where cell.count > 0 && cell.column < end { body(self[cell]) }
  }

  private subscript(cell: Cell) -> RowCell {
    RowCell(
      column: cell.column, text: UnsafeBufferPointer(start: text.base + cell.start, count: cell.count),
      range: cell.range)
  }
}
