extension WordScan {
  /// The offset of the first byte that ends a cell without quotes: the delimiter or a line break.
  @inline(__always)
  static func firstCellEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8) -> Int {
    var search = CellEnds(delimiter: delimiter)
    return first(&search, in: bytes, from: start, to: end)
  }

  /// The offset of the first byte that makes a cell need quotes: the delimiter, a quote or a line break.
  static func firstCSVSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8) -> Int {
    var search = CSVSpecials(ends: CellEnds(delimiter: delimiter))
    return first(&search, in: bytes, from: start, to: end)
  }
}

/// What ends a cell without quotes.
private struct CellEnds: ByteSearch {
  let delimiter: UInt8

  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    WordScan.matches(words, delimiter) | WordScan.matches(words, 0x0A) | WordScan.matches(words, 0x0D)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }
}

/// What makes a cell need quotes.
private struct CSVSpecials: ByteSearch {
  let ends: CellEnds

  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words { ends.hits(words) | WordScan.matches(words, CSVText.quote) }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte == CSVText.quote || ends.isHit(byte) }
}
