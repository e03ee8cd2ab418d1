extension WordScan {
  /// The offset of the first byte that ends a cell without quotes: the delimiter or a line break.
  @inline(__always)
  static func firstCellEnd(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8) -> Int {
    var index = start
    while index + 8 <= end {
      let word = load(bytes + index)
      let hits = matches(word, delimiter) | matches(word, 0x0A) | matches(word, 0x0D)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, bytes[index] != delimiter, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// The offset of the first byte that makes a cell need quotes: the delimiter, a quote or a line break.
  static func firstCSVSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8) -> Int {
    var index = start
    while index + 8 <= end {
      let word = load(bytes + index)
      let hits =
        matches(word, delimiter) | matches(word, CSVText.quote) | matches(word, 0x0A) | matches(word, 0x0D)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = bytes[index]
      if byte == delimiter || byte == CSVText.quote || byte == 0x0A || byte == 0x0D { return index }
      index += 1
    }
    return end
  }
}
