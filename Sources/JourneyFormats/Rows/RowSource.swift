import JourneyDiagnostics

/// Rows as a reader found them: the records of a table, or the elements of a drawing with their attributes.
protocol RowSource {
  /// The columns that the rows' cells stand in, each with the name that it has there.
  var columns: [RowSourceColumn] { get }
  var rowCount: Int { get }
  /// Where a row stands, for what is wrong with all of it.
  func range(ofRow row: Int) -> SourceRange
  /// Gives each cell of a row that says something and stands in a column below `end`, at most one for each column.
  func forEachCell(ofRow row: Int, before end: Int, _ body: (RowCell) -> Void)
  /// What a cell says, if people or programs spell it otherwise than the model does; nil if it stands as it is.
  func respelled(_ cell: RowCell, as value: RowLayout.Value, diagnostics: inout Diagnostics) -> String?
}

extension RowSource {
  /// Gives each cell of a row that says something.
  @inline(__always)
  func forEachCell(ofRow row: Int, _ body: (RowCell) -> Void) { forEachCell(ofRow: row, before: .max, body) }

  func respelled(_ cell: RowCell, as value: RowLayout.Value, diagnostics: inout Diagnostics) -> String? { nil }
}

/// A column as a source names it.
struct RowSourceColumn {
  let name: String
  /// Where the name stands.
  let range: SourceRange
}

/// A cell of a row that says something.
struct RowCell {
  /// The number of the column in ``RowSource/columns``.
  let column: Int
  /// The text; it stays where it is as long as the source is read.
  let text: UnsafeBufferPointer<UInt8>
  let range: SourceRange

  var string: String { String(decoding: text, as: UTF8.self) }

  /// The same cell with a part of its text.
  func cut(_ part: Range<Int>) -> RowCell {
    RowCell(column: column, text: UnsafeBufferPointer(rebasing: text[part]), range: range)
  }
}
