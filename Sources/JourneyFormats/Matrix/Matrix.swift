import JourneyDiagnostics

/// A table of texts with their places, before anybody has said what its rows and columns mean.
///
/// Spreadsheets and Markdown share it. Only cells that say something are kept, so a table costs what it says and not what it spans.
struct Matrix {
  /// A cell that says something.
  struct Cell {
    /// The number of its column, from 0.
    var column: Int
    /// Its text, with line feeds for line breaks and nothing but text at its ends.
    let text: String
    /// Where it stands.
    let range: SourceRange
    /// The links in it in their order, each with what it shows.
    var links: [(text: String, address: String)] = []
  }

  /// The cells of each row in the order of their columns; none for a row that says nothing.
  var rows: [[Cell]] = []

  /// The table without the rows and columns that say nothing.
  func compacted() -> Matrix {
    var columns: Set<Int> = []
    for row in rows { for cell in row { columns.insert(cell.column) } }
    let places = Dictionary(uniqueKeysWithValues: columns.sorted().enumerated().map { ($1, $0) })
    let kept = rows.lazy.filter { !$0.isEmpty }
    return Matrix(
      rows: kept.map { row in
        row.map { cell in
          var cell = cell
          cell.column = places[cell.column] ?? 0
          return cell
        }
      })
  }

  /// The table with rows for columns; its columns must have no gaps.
  func transposed() -> Matrix {
    let width = rows.reduce(0) { max($0, ($1.last?.column ?? -1) + 1) }
    var result = [[Cell]](repeating: [], count: width)
    for (number, row) in rows.enumerated() {
      for var cell in row {
        let column = cell.column
        cell.column = number
        result[column].append(cell)
      }
    }
    return Matrix(rows: result)
  }
}

extension [Matrix.Cell] {
  /// The cell in a column, if it says something.
  ///
  /// Only the first columns are looked for.
  func cell(in column: Int) -> Matrix.Cell? {
    prefix(column + 1).first { $0.column == column }
  }

  /// Whether nothing but one cell says something.
  var isLone: Bool { count == 1 }
}
