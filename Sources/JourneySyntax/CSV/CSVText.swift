/// The spelling of cells in CSV (RFC 4180).
package enum CSVText {
  static let quote = UInt8(ascii: "\"")

  /// The text of a cell whose quotes are spelled twice.
  static func unfolded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { target in
      guard let start = target.baseAddress else { return 0 }
      return unfold(bytes, into: start)
    }
  }

  /// Writes the text of a cell whose quotes are spelled twice to `target`, which has room for all of it.
  ///
  /// - Returns: The number of bytes that were written.
  package static func unfold(_ bytes: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var written = 0
    var index = 0
    while index < bytes.count {
      // The run with the first of two quotes; the second one is left out.
      let end = min(WordScan.first(quote, in: base, from: index, to: bytes.count) + 1, bytes.count)
      (target + written).initialize(from: base + index, count: end - index)
      written += end - index
      index = end + 1
    }
    return written
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
