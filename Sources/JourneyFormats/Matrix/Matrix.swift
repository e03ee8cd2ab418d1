import JourneyDiagnostics

/// A table that people drew: texts in rows and columns, each with its place.
///
/// Spreadsheets and Markdown documents both hold such tables; what they mean is the same for both.
struct Matrix {
  /// A text of the table.
  struct Cell {
    var text: String
    var range: SourceRange

    var isEmpty: Bool { text.isEmpty }
  }

  /// The rows, each as long as its last cell that says something.
  var rows: [[Cell]]

  /// How many columns the longest row has.
  var width: Int { rows.reduce(0) { max($0, $1.count) } }

  /// The cell in a row and column; an empty one, at the beginning of the row, where the row is too short.
  subscript(row: Int, column: Int) -> Cell {
    let cells = rows[row]
    if column < cells.count { return cells[column] }
    return Cell(text: "", range: SourceRange(offset: cells.last?.range.end ?? 0))
  }

  /// The table with rows for columns.
  var transposed: Matrix {
    let columns = (0..<width).map { column in rows.indices.map { self[$0, column] } }
    return Matrix(rows: columns.map { column in Array(column.dropLastWhile(\.isEmpty)) })
  }
}

extension Array {
  /// The array without the last elements for which something holds.
  func dropLastWhile(_ holds: (Element) -> Bool) -> ArraySlice<Element> {
    var end = endIndex
    while end > startIndex, holds(self[end - 1]) { end -= 1 }
    return self[..<end]
  }
}
