/// How a letter behaves where lines end.
enum BreakClass {
  /// Lines may end at it, and it is not seen there.
  case space
  /// A line ends here.
  case lineEnd
  /// Part of a word.
  case letter
  /// Lines may end after it.
  case hyphen
  /// Lines may end before and after it.
  case ideograph
  /// No line ends after it.
  case opening
  /// No line begins with it.
  case closing
  /// No line ends before or after it.
  case glue
  /// A line may end here, and then shows a hyphen.
  case softHyphen
}

/// What is known of letters: widths, heights, where lines may end.
enum TextClass {
  /// The advance of a letter in fiftieths of an em.
  static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
    let value = scalar.value
    if value < 0x180 { return value < 0x20 ? 0 : measured(value, .latin, isBold) }
    switch value {
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC,
      0x6DF...0x6E4, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0x1F3FB...0x1F3FF,
      0xE0000...0xE01EF:
      return 0
    case 0x384...0x3CF: return measured(value, .greek, isBold)
    case 0x400...0x45F: return measured(value, .cyrillic, isBold)
    case 0x5D0...0x5EA: return measured(value, .hebrew, isBold)
    case 0x61F...0x66D: return measured(value, .arabic, isBold)
    case 0x2010...0x2044: return measured(value, .punctuation, isBold)
    case 0x180...0x24F, 0x460...0x52F: return 50
    case 0x370...0x383, 0x3D0...0x3FF, 0x1E00...0x1FFF: return isBold ? 48 : 44
    case 0x530...0x58F, 0xE00...0xEFF, 0x10A0...0x10FF: return isBold ? 52 : 46
    case 0x660...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: return 66
    case 0x900...0xDFF: return 64
    case 0x2190...0x22FF, 0x2500...0x25FF: return 46
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      return 50
    case 0xFF61...0xFFDC: return 25
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: return 70
    default: return 60
    }
  }

  private static func measured(_ value: UInt32, _ block: AdvanceBlock, _ isBold: Bool) -> Int {
    guard value >= block.first, value < block.first + block.count else { return 50 }
    let bytes = isBold ? block.bold : block.regular
    return Int(bytes.utf8Start[Int(value - block.first)]) - 35
  }

  /// The height of a line in ems: the tallest of the fonts of ``AdvanceBlock`` for the letters in it (`hhea` tables).
  static func lineHeight(of line: String) -> Double {
    var height = 1.36
    for scalar in line.unicodeScalars where scalar.value >= 0x600 {
      switch scalar.value {
      case 0x600...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: height = max(height, 1.7)
      case 0xE00...0xEFF: height = max(height, 1.52)
      case 0x1100...0x11FF, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFFEE, 0x20000...0x3FFFF:
        height = max(height, 1.45)
      default: break
      }
    }
    return height
  }

  /// Whether a text has letters that run from right to left (Unicode, Bidi_Class R and AL).
  static func hasRightToLeft(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0xD6 } && text.unicodeScalars.contains { isRightToLeft($0.value) }
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// How a letter behaves where lines end (Unicode Standard Annex 14, and JIS X 4051 for what begins no line).
  static func breakClass(of scalar: Unicode.Scalar) -> BreakClass {
    let value = scalar.value
    if value < 0x80 { return asciiClass(UInt8(value)) }
    switch value {
    case 0xA0, 0x202F, 0x2007, 0x2060, 0x2011, 0x200D, 0xFEFF: return .glue
    case 0xAD: return .softHyphen
    case 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: return .space
    case 0x2010, 0x2012...0x2014, 0x58A, 0x5BE: return .hyphen
    case 0xAB, 0x2018, 0x201C, 0x201A, 0x201E, 0x2039, 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62: return .opening
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D: return .opening
    case 0xBB, 0x2019, 0x201D, 0x203A, 0x2026, 0x2025, 0x66A, 0x60C, 0x61B, 0x61F, 0x6D4, 0x2030: return .closing
    case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B...0x301C,
      0x301E,
      0x301F, 0x303B, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096,
      0x3099...0x309E, 0x30A0, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE,
      0x30F5...0x30F6, 0x30FB...0x30FE, 0x31F0...0x31FF, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F,
      0xFF3D, 0xFF5D, 0xFF60, 0xFF61, 0xFF63...0xFF65, 0xFF67...0xFF70, 0xFF9E, 0xFF9F:
      return .closing
    // South-East Asian scripts put no space between words; lines end at letters, but not before what hangs on one.
    case 0xE40...0xE44, 0xEC0...0xEC4: return .opening
    case 0xE2F...0xE3A, 0xE45...0xE4E, 0xEAF...0xEBC, 0xEC6...0xECE, 0x102B...0x103E, 0x17B4...0x17D3: return .closing
    case 0xE01...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: return .ideograph
    case 0x2E80...0x2FFF, 0x3003...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF02...0xFF60, 0x1F000...0x1FAFF,
      0x20000...0x3FFFF:
      return advance(of: scalar, isBold: false) == 0 ? .glue : .ideograph
    default: return advance(of: scalar, isBold: false) == 0 ? .closing : .letter
    }
  }

  private static func asciiClass(_ byte: UInt8) -> BreakClass {
    switch byte {
    case 0x0A: .lineEnd
    case 0x20, 0x09: .space
    case UInt8(ascii: "-"), UInt8(ascii: "/"): .hyphen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "%"):
      .closing
    default: .letter
    }
  }
}
