/// White space and word characters as the regular expressions of Mermaid know them (ECMAScript: `\s` and `\w`).
enum MermaidSpace {
  /// How many bytes the white space at a place takes; 0 if there is none.
  static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first == 0x20 || first &- 0x09 < 5 { return 1 }
    let start = bytes.startIndex
    guard first >= 0xC2, bytes.count >= 2 else { return 0 }
    if first == 0xC2 { return bytes[start + 1] == 0xA0 ? 2 : 0 }
    guard bytes.count >= 3 else { return 0 }
    switch (first, bytes[start + 1], bytes[start + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// Whether a scalar is white space.
  static func contains(_ scalar: Unicode.Scalar) -> Bool { length(Array(String(scalar).utf8)[...]) > 0 }

  /// The range without white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = length(bytes[start..<end])
      if length == 0 { break }
      start += length
    }
    while end > start {
      // The last character begins at most three bytes before its last one.
      let last = (1...3).first { end - $0 >= start && bytes[end - $0] & 0xC0 != 0x80 }
      guard let last, length(bytes[(end - last)..<end]) == last else { break }
      end -= last
    }
    return start..<end
  }

  /// Whether a byte is a letter, a digit or `_`.
  static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
  }
}
