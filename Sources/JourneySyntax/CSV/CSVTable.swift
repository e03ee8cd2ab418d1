import JourneyDiagnostics

/// What a CSV text says, before any meaning: records of cells, with their places.
///
/// Only cells that say something are kept, each with the number of its column: tables for people are mostly empty, and an empty
/// cell, which takes one byte of the text, must not take sixteen of memory.
package final class CSVTable: @unchecked Sendable {
  package let source: SourceText
  /// The byte between cells.
  package let delimiter: UInt8
  /// Whether reading stopped at an error, so that what is missing says nothing.
  package let isTruncated: Bool

  private let records: GrowingBuffer<CSVRecord>
  private let cells: GrowingBuffer<CSVCell>
  private let unfolded: GrowingBuffer<UInt8>

  /// Takes over the buffers.
  init(
    source: SourceText, delimiter: UInt8, records: GrowingBuffer<CSVRecord>, cells: GrowingBuffer<CSVCell>,
    unfolded: GrowingBuffer<UInt8>, isTruncated: Bool
  ) {
    self.source = source
    self.delimiter = delimiter
    self.records = records
    self.cells = cells
    self.unfolded = unfolded
    self.isTruncated = isTruncated
  }

  deinit {
    records.free()
    cells.free()
    unfolded.free()
  }

  /// Gives quick access to the records, valid inside `body`.
  package func withView<Result>(_ body: (CSVView) throws -> Result) rethrows -> Result {
    try source.bytes.withUnsafeBufferPointer { bytes in
      // An empty source has no address; nothing will be read from the one that stands in for it.
      let start = bytes.baseAddress ?? UnsafePointer(unfolded.base)
      let view = CSVView(
        rowCount: records.count, source: start, sourceCount: bytes.count, records: UnsafePointer(records.base),
        cells: UnsafePointer(cells.base), cellCount: cells.count, unfolded: UnsafePointer(unfolded.base))
      return try body(view)
    }
  }
}

/// Access to a ``CSVTable``'s records by number, from 0; a plain value without reference counts.
@usableFromInline
package struct CSVView: BitwiseCopyable {
  /// How many records there are.
  @usableFromInline package let rowCount: Int
  @usableFromInline let source: UnsafePointer<UInt8>
  let sourceCount: Int
  @usableFromInline let records: UnsafePointer<CSVRecord>
  @usableFromInline let cells: UnsafePointer<CSVCell>
  @usableFromInline let cellCount: Int
  @usableFromInline let unfolded: UnsafePointer<UInt8>

  /// The cell with a number.
  @inlinable @inline(__always)
  package subscript(cell: Int) -> CSVCell { cells[cell] }

  /// The numbers of the cells of a record that say something, in the order of their columns.
  @inlinable @inline(__always)
  package func cells(ofRow row: Int) -> Range<Int> {
    let start = Int(records[row].firstCell)
    return start..<(row + 1 < rowCount ? Int(records[row + 1].firstCell) : cellCount)
  }

  /// How many cells a record has, empty ones included.
  package func width(ofRow row: Int) -> Int { Int(records[row].width) }

  /// How many cells a record has up to its last one that says something.
  package func usedWidth(ofRow row: Int) -> Int {
    cells(ofRow: row).last.map { cells[$0].column + 1 } ?? 0
  }

  /// The number of the cell in a column of a record; nil if it says nothing or the record is too short.
  package func cell(row: Int, column: Int) -> Int? {
    let range = cells(ofRow: row)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && cells[low].column == column ? low : nil
  }

  /// The bytes of a cell's text.
  @inlinable @inline(__always)
  package func bytes(_ cell: CSVCell) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: (cell.isUnfolded ? unfolded : source) + Int(cell.start), count: cell.length)
  }

  /// The text of a cell.
  package func text(_ cell: CSVCell) -> String { String(decoding: bytes(cell), as: UTF8.self) }

  /// Where a cell stands in the source, its quotes included.
  @inlinable @inline(__always)
  package func range(_ cell: CSVCell) -> SourceRange {
    if cell.isUnfolded { return rangeOfUnfolded(cell) }
    return SourceRange(offset: Int(cell.place), length: cell.length + (cell.isQuoted ? 2 : 0))
  }

  @usableFromInline
  func rangeOfUnfolded(_ cell: CSVCell) -> SourceRange {
    let place = Int(cell.place)
    let end = CSVText.closingQuote(source, from: place + 1, to: sourceCount).end
    return SourceRange(offset: place, length: min(end + 1, sourceCount) - place)
  }

  /// The text of the cell in a column of a record; empty if there is none.
  package func text(row: Int, column: Int) -> String {
    cell(row: row, column: column).map { text(cells[$0]) } ?? ""
  }

  /// The beginning of a record, as a place for what is wrong with all of it.
  package func range(ofRow row: Int) -> SourceRange {
    let first = cells(ofRow: row).first.map { range(cells[$0]) }
    return first ?? SourceRange(offset: Int(records[row].start))
  }

  /// Where the cell in a column of a record stands, or the record itself if it says nothing there.
  package func range(row: Int, column: Int) -> SourceRange {
    cell(row: row, column: column).map { range(cells[$0]) } ?? range(ofRow: row)
  }

  /// Reports the first cell after the last column of each record that has more than `width` cells with something in them.
  ///
  /// Shorter records lack nothing: their last cells are empty.
  package func refuseLongRows(_ rows: Range<Int>, width: Int, diagnostics: inout Diagnostics) {
    for row in rows where usedWidth(ofRow: row) > width {
      guard let extra = cells(ofRow: row).first(where: { cells[$0].column >= width }) else { continue }
      diagnostics.error(
        "this row has more cells than the table has columns (\(width))", at: range(cells[extra]),
        hint: "put a cell that holds the delimiter in double quotes, or give the column a name")
    }
  }
}
