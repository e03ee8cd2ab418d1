/// A mark of a label that was drawn: as long as it is the same, nobody edited the label.
///
/// FNV-1a over the letters, without spaces, line ends and isolates (Unicode, White_Space), so that tools may wrap it otherwise.
enum LabelMark {
  /// The mark of lines of text.
  static func mark(of lines: [String]) -> UInt32 {
    var mark: UInt32 = 0x811C_9DC5
    for line in lines { add(line, to: &mark) }
    return mark
  }

  private static func add(_ line: String, to mark: inout UInt32) {
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x2066...0x2069,
        0x3000:
        continue
      default:
        for byte in UTF8.encode(scalar) ?? .encodedReplacementCharacter { mark = (mark ^ UInt32(byte)) &* 0x0100_0193 }
      }
    }
  }

  /// The spelling of a mark: eight digits of base 16, the first a letter, so that it needs no quotes.
  static func spelled(_ mark: UInt32) -> String {
    let digits = String(mark | 0x8000_0000, radix: 16)
    return "m" + digits
  }
}
