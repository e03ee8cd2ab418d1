import JourneyDiagnostics

/// The rows of tables (GitHub Flavored Markdown, section 4.10).
enum MarkdownTable {
  /// The cells of a row, each without white space around it.
  ///
  /// Whatever stands before it, a backslash takes the meaning from the `|` that follows.
  static func cells(of row: ArraySlice<UInt8>) -> [SourceRange] {
    var cells: [SourceRange] = []
    var start = row.startIndex
    if row.first == UInt8(ascii: "|") { start += 1 }
    for index in start..<row.endIndex where row[index] == UInt8(ascii: "|") && !isEscaped(index, in: row) {
      cells.append(trimmed(row[start..<index]))
      start = index + 1
    }
    if start < row.endIndex { cells.append(trimmed(row[start...])) }
    return cells
  }

  /// How many columns a row of hyphens makes; nil if the row is something else.
  static func columns(ofDelimiterRow row: ArraySlice<UInt8>) -> Int? {
    // A row of hyphens alone underlines a heading.
    guard row.allSatisfy({ "|-: \t".utf8.contains($0) }), row.contains(where: { "|:".utf8.contains($0) }) else {
      return nil
    }
    let cells = cells(of: row)
    let areMarks = cells.allSatisfy { cell in
      var marks = row[cell.offset..<cell.end]
      if marks.first == UInt8(ascii: ":") { marks.removeFirst() }
      if marks.last == UInt8(ascii: ":") { marks.removeLast() }
      return !marks.isEmpty && marks.allSatisfy { $0 == UInt8(ascii: "-") }
    }
    return areMarks && !cells.isEmpty ? cells.count : nil
  }

  private static func isEscaped(_ index: Int, in row: ArraySlice<UInt8>) -> Bool {
    index > row.startIndex && row[index - 1] == UInt8(ascii: "\\")
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> SourceRange {
    let start = cell.firstIndex { !MarkdownLine.isSpace($0) } ?? cell.endIndex
    let end = (cell.lastIndex { !MarkdownLine.isSpace($0) } ?? start - 1) + 1
    return SourceRange(offset: start, length: end - start)
  }
}
