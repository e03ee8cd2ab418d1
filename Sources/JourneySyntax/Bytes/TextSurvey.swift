/// What a reader must know of the bytes of a text before it takes them, found in one pass.
package struct TextSurvey {
  /// Whether there is no control character, other than a line feed, and no direction override.
  package let isClean: Bool
  /// Whether all bytes are ASCII; known if the text is clean.
  package let isASCII: Bool

  /// Looks at valid UTF-8.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var search = PossibleControls()
    var index = 0
    var isClean = true
    if let base = bytes.baseAddress {
      while true {
        index = WordScan.first(&search, in: base, from: index, to: bytes.count)
        guard index < bytes.count else { break }
        isClean = Self.isClean(bytes, at: index)
        guard isClean else { break }
        index &+= 1
      }
    }
    self.isClean = isClean
    isASCII = isClean && search.all & WordScan.highs == 0
  }

  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A: true
    case 0xC2: index + 1 >= bytes.count || bytes[index + 1] >= 0xA0
    case 0xE2:
      index + 2 >= bytes.count || bytes[index + 1] != 0x80 || (bytes[index + 2] != 0xAD && bytes[index + 2] != 0xAE)
    default: false
    }
  }
}

/// Bytes that may begin a control character or a direction override; remembers the bits of all bytes it sees.
private struct PossibleControls: ByteSearch {
  var all: UInt64 = 0

  @inline(__always)
  mutating func hits(_ words: WordScan.Words) -> WordScan.Words {
    all |= words.x | words.y
    // 0xC2 and 0xE2 differ in one bit.
    let begins = WordScan.matches(words | WordScan.Words(repeating: WordScan.ones &* 0x20), 0xE2)
    return begins | WordScan.matches(words, 0x7F) | WordScan.below(words, 0x20)
  }

  @inline(__always)
  mutating func isHit(_ byte: UInt8) -> Bool {
    all |= UInt64(byte)
    return byte < 0x20 || byte == 0x7F || byte | 0x20 == 0xE2
  }
}
