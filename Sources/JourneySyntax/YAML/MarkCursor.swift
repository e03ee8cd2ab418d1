/// Turns libyaml's marks, which count characters, into offsets of bytes.
///
/// Marks come in the order of the text, so following them costs one pass over it; the few that step back step back a little.
struct MarkCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }

  /// The offset of the character with the given index.
  mutating func offset(ofCharacter index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    if index >= character { advance(index - character) } else { retreat(character - index) }
    character = index
    return offset
  }

  /// Goes to a character whose offset is known.
  mutating func jump(toCharacter index: Int, offset: Int) {
    character = index
    self.offset = offset
  }

  private mutating func advance(_ characters: Int) {
    guard let base = bytes.baseAddress else { return }
    var left = characters
    // Mostly a mark is a few ASCII characters further on.
    if left <= 8, offset + 8 < bytes.count, WordScan.load(base + offset) & WordScan.highs == 0,
      base[offset + left] & 0xC0 != 0x80
    {
      offset += left
      return
    }
    while left >= 8, offset + 8 <= bytes.count {
      // A byte 10xxxxxx goes on with a character; every other begins one.
      let word = WordScan.load(base + offset)
      let tails = (word & ~(word << 1) & WordScan.highs).nonzeroBitCount
      left -= 8 - tails
      offset += 8
    }
    while offset < bytes.count, left > 0 || bytes[offset] & 0xC0 == 0x80 {
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
      offset += 1
    }
  }

  private mutating func retreat(_ characters: Int) {
    var left = characters
    while left > 0, offset > 0 {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
  }
}
