import JourneyDiagnostics

/// Reads CSV: RFC 4180 and what spreadsheets and people make of it.
///
/// Records end with a line feed, a carriage return or both; the last one may go without. Quotes inside a cell that does not begin
/// with one are text.
package struct CSVReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var index: Int
  private var records: GrowingBuffer<CSVRecord>
  private var cells: GrowingBuffer<CSVCell>
  private var unfolded = GrowingBuffer<UInt8>(capacity: 16)

  private init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: CSVDelimiter) {
    self.bytes = bytes
    self.delimiter = delimiter.byte
    index = delimiter.start
    records = GrowingBuffer(capacity: bytes.count / 96)
    cells = GrowingBuffer(capacity: bytes.count / 24)
  }

  /// Reads a source; what is wrong is added to `diagnostics`.
  ///
  /// Without a `delimiter`, cells are separated by what the text says or shows.
  package static func read(_ source: SourceText, delimiter: UInt8? = nil, diagnostics: inout Diagnostics) -> CSVTable {
    do throws(CSVDelimiter.Tie) {
      return read(source, try CSVDelimiter.find(in: source, asked: delimiter), diagnostics: &diagnostics)
    } catch {
      error.report(to: &diagnostics)
      return CSVTable(
        source: source, delimiter: error.candidates.first ?? 0, records: GrowingBuffer(capacity: 0),
        cells: GrowingBuffer(capacity: 0), unfolded: GrowingBuffer(capacity: 0), isTruncated: true)
    }
  }

  /// The cells of the first record, as far as they can be told; quick, however long the text.
  package static func header(of source: SourceText, delimiter: UInt8? = nil) -> [String] {
    guard let delimiter = try? CSVDelimiter.find(in: source, asked: delimiter) else { return [] }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var reader = CSVReader(UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16)), delimiter: delimiter)
      defer {
        reader.records.free()
        reader.cells.free()
        reader.unfolded.free()
      }
      var nothing = Diagnostics(source: source)
      guard let base = bytes.baseAddress, reader.index < bytes.count, reader.readRecord(&nothing) else { return [] }
      let view = CSVView(
        rowCount: 1, source: base, sourceCount: bytes.count, records: UnsafePointer(reader.records.base),
        cells: UnsafePointer(reader.cells.base), cellCount: reader.cells.count,
        unfolded: UnsafePointer(reader.unfolded.base))
      return (0..<view.width(ofRow: 0)).map { view.text(row: 0, column: $0) }
    }
  }

  private static func read(
    _ source: SourceText, _ delimiter: CSVDelimiter, diagnostics: inout Diagnostics
  ) -> CSVTable {
    source.bytes.withUnsafeBufferPointer { bytes in
      var reader = CSVReader(bytes, delimiter: delimiter)
      var isTruncated = false
      while reader.index < bytes.count, !isTruncated { isTruncated = !reader.readRecord(&diagnostics) }
      reader.records.trim()
      reader.cells.trim()
      return CSVTable(
        source: source, delimiter: delimiter.byte, records: reader.records, cells: reader.cells,
        unfolded: reader.unfolded, isTruncated: isTruncated)
    }
  }

  /// Reads one record; false if it has no end, and then nothing of it is kept.
  private mutating func readRecord(_ diagnostics: inout Diagnostics) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let start = index
    let firstCell = cells.count
    let run = UInt64(delimiter) &* 0x0101_0101_0101_0101
    var column = 0
    while index < bytes.count {
      let byte = base[index]
      if byte == delimiter {
        // Most cells of a wide table are empty.
        while index + 8 <= bytes.count, WordScan.load(base + index) == run {
          index += 8
          column += 8
        }
        while index < bytes.count, base[index] == delimiter {
          index += 1
          column += 1
        }
        continue
      }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == CSVText.quote {
        guard readQuoted(base, column: column, &diagnostics) else {
          cells.count = firstCell
          diagnostics.end = start
          return false
        }
      } else {
        let end = WordScan.firstCellEnd(base, from: index, to: bytes.count, delimiter: delimiter)
        cells.append(CSVCell(start: index, end: end, column: column))
        index = end
      }
      guard index < bytes.count, base[index] == delimiter else { break }
      index += 1
      column += 1
    }
    endLine(base)
    guard column <= CSVCell.mostColumns else {
      diagnostics.error("this row has more than \(CSVCell.mostColumns) cells", at: SourceRange(offset: start))
      cells.count = firstCell
      return false
    }
    records.append(
      CSVRecord(
        start: UInt32(truncatingIfNeeded: start), firstCell: UInt32(truncatingIfNeeded: firstCell),
        width: UInt32(truncatingIfNeeded: column + 1)))
    return true
  }

  private mutating func endLine(_ base: UnsafePointer<UInt8>) {
    if index < bytes.count, base[index] == 0x0D { index += 1 } else if index < bytes.count { return endLineFeed(base) }
    endLineFeed(base)
  }

  private mutating func endLineFeed(_ base: UnsafePointer<UInt8>) {
    if index < bytes.count, base[index] == 0x0A { index += 1 }
  }

  /// Reads a cell in quotes; false if the quotes are never closed.
  private mutating func readQuoted(
    _ base: UnsafePointer<UInt8>, column: Int, _ diagnostics: inout Diagnostics
  ) -> Bool {
    let start = index + 1
    let (end, doubled) = CSVText.closingQuote(base, from: start, to: bytes.count)
    guard end < bytes.count else {
      diagnostics.error(
        "this cell has no closing quote", at: SourceRange(offset: index, length: 1),
        hint: "close it with '\"'; a quote inside a quoted cell is written '\"\"'")
      return false
    }
    if doubled > 0 {
      let own = unfolded.count
      CSVText.unfold(base, from: start, to: end, into: &unfolded)
      cells.append(CSVCell(place: index, unfoldedStart: own, count: unfolded.count - own, column: column))
    } else if end > start {
      cells.append(CSVCell(start: start, end: end, column: column, isQuoted: true))
    }
    index = WordScan.firstCellEnd(base, from: end + 1, to: bytes.count, delimiter: delimiter)
    if index > end + 1 {
      diagnostics.error(
        "text stands after the closing quote of this cell",
        at: SourceRange(offset: end + 1, length: index - end - 1),
        hint: "put all of the cell in quotes; a quote inside is written '\"\"'")
    }
    return true
  }
}
