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
  @inline(__always)
  mutating func offset(ofCharacter index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    if index != character { move(toCharacter: index) }
    return offset
  }

  /// Goes to a character whose offset is known.
  mutating func jump(toCharacter index: Int, offset: Int) {
    character = index
    self.offset = offset
  }

  private mutating func move(toCharacter index: Int) {
    if index < character {
      retreat(character - index)
    } else if let base = bytes.baseAddress {
      offset = WordScan.offset(ofCharacter: index - character, after: offset, in: base, to: bytes.count)
    }
    character = index
  }

  private mutating func retreat(_ characters: Int) {
    var left = characters
    while left > 0, offset > 0 {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
  }
}
