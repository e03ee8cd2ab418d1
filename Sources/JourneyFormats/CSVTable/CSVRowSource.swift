import JourneyDiagnostics
import JourneySyntax

/// The records of a long table as rows; the first one that says something names the columns.
struct CSVRowSource: RowSource {
  let columns: [RowSourceColumn]
  let rowCount: Int
  private let view: CSVView
  private let settings: CSVSettings
  /// The record of the first row.
  private let start: Int
  private let readsComma: Bool

  init(_ view: CSVView, delimiter: UInt8, settings: CSVSettings) {
    self.view = view
    self.settings = settings
    let header = (0..<view.rowCount).first { view.usedWidth(ofRow: $0) > 0 } ?? view.rowCount
    let width = header < view.rowCount ? view.usedWidth(ofRow: header) : 0
    columns = (0..<width).map { column in
      RowSourceColumn(
        name: view.text(row: header, column: column), range: view.range(row: header, column: column))
    }
    start = min(header + 1, view.rowCount)
    rowCount = view.rowCount - start
    readsComma = settings.decimal.map { $0 == UInt8(ascii: ",") } ?? (delimiter != UInt8(ascii: ","))
  }

  /// Reports the cells that stand after the last column.
  func refuseLongRows(diagnostics: inout Diagnostics) {
    view.refuseLongRows(start..<view.rowCount, width: columns.count, diagnostics: &diagnostics)
  }

  func range(ofRow row: Int) -> SourceRange { view.range(ofRow: start + row) }

  @inline(__always)
  func forEachCell(ofRow row: Int, before end: Int, _ body: (RowCell) -> Void) {
    for number in view.cells(ofRow: start + row) {
      let cell = view[number]
      guard cell.column < min(end, columns.count) else { return }
      let bytes = view.bytes(cell)
      body(
        RowCell(
          column: cell.column, text: settings.isGuarded ? CellGuard.removed(bytes) : bytes, range: view.range(cell)))
    }
  }

  func respelled(_ cell: RowCell, as value: RowLayout.Value, diagnostics: inout Diagnostics) -> String? {
    switch value {
    case .number: return number(cell, diagnostics: &diagnostics)
    case .flag, .extensions: return Retyping.truthValue(cell.string).map { $0 ? "true" : "false" }
    case .date:
      let text = cell.string
      guard !text.isISODate, let date = CSVSpelling.date(text) else { return nil }
      diagnostics.warn(
        "the date '\(text)' is read as \(date)", at: cell.range, hint: "write days as in \(date) (ISO 8601)")
      return date
    case .text, .list, .record, .records, .cards: return nil
    }
  }

  private func number(_ cell: RowCell, diagnostics: inout Diagnostics) -> String? {
    if cell.text.allSatisfy({ $0 &- 0x30 < 10 }) { return nil }
    let text = cell.string
    if settings.decimal == UInt8(ascii: ","), text.contains(".") {
      diagnostics.error(
        "'\(text)' has a point before its fraction, and --decimal says a comma", at: cell.range,
        hint: "leave the option out to read both")
    }
    if let number = CSVSpelling.number(text, readsComma: readsComma) { return number }
    guard !readsComma, let number = CSVSpelling.number(text, readsComma: true) else { return nil }
    diagnostics.error(
      "'\(text)' has a comma before its fraction", at: cell.range, hint: "read such numbers with --decimal ,")
    return number
  }
}

extension String {
  /// Whether it begins as days in ISO 8601 do, of which the model judges the rest.
  fileprivate var isISODate: Bool {
    utf8.count == 10 && utf8.dropFirst(4).first == UInt8(ascii: "-")
  }
}
