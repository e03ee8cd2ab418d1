/// The spelling of cells in CSV (RFC 4180).
package enum CSVText {
  static let quote = UInt8(ascii: "\"")

  /// The offset of the quote that ends a cell whose text begins at `start`, and how many quotes are spelled twice before it.
  @inline(__always)
  static func closingQuote(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (end: Int, doubled: Int) {
    var doubled = 0
    var index = WordScan.first(quote, in: bytes, from: start, to: end)
    while index + 1 < end, bytes[index + 1] == quote {
      doubled += 1
      index = WordScan.first(quote, in: bytes, from: index + 2, to: end)
    }
    return (index, doubled)
  }

  /// Adds the text of a cell in quotes to `target`, each quote in it once.
  static func unfold(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, into target: inout GrowingBuffer<UInt8>
  ) {
    var index = start
    while index < end {
      // A run with the first of two quotes; the second one is left out.
      let next = min(WordScan.first(quote, in: bytes, from: index, to: end) + 1, end)
      target.append(contentsOf: bytes + index, count: next - index)
      index = next + 1
    }
  }

  /// Writes a cell, in quotes only if it would read otherwise without.
  package static func write(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, to output: inout ByteOutput) {
    guard let base = bytes.baseAddress else { return }
    let special = WordScan.firstCSVSpecial(base, from: 0, to: bytes.count, delimiter: delimiter)
    if special == bytes.count {
      output.bytes(base, bytes.count)
    } else {
      writeQuoted(bytes, to: &output)
    }
  }

  /// Writes a cell in quotes.
  package static func writeQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteOutput) {
    output.byte(quote)
    if let base = bytes.baseAddress {
      var index = 0
      while index < bytes.count {
        let end = WordScan.first(quote, in: base, from: index, to: bytes.count)
        output.bytes(base + index, end - index)
        if end < bytes.count { output.literal("\"\"") }
        index = end + 1
      }
    }
    output.byte(quote)
  }
}
