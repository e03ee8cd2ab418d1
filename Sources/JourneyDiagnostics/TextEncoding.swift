/// An encoding of text with one byte a character, as older spreadsheets write it.
///
/// Nothing tells one of them from another, so they are read only when somebody names them.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// Western European Windows.
  case windows1252 = "windows-1252"
  /// Cyrillic Windows.
  case windows1251 = "windows-1251"
  /// Western European, also called Latin 1.
  case iso8859_1 = "iso-8859-1"
  /// Western European with the euro sign, also called Latin 9.
  case iso8859_15 = "iso-8859-15"

  /// The code points of the bytes from 0x80 on, 0 where there is none (Unicode Consortium, mapping tables).
  var upperHalf: [UInt16] {
    switch self {
    case .windows1252: Self.windowsQuarter + Array(0xA0...0xFF)
    case .windows1251: Self.cyrillicHalf + Array(0x410...0x44F)
    // The first quarter holds control characters, which no text has.
    case .iso8859_1: Array(repeating: 0, count: 32) + Array(0xA0...0xFF)
    case .iso8859_15:
      Array(repeating: 0, count: 32) + (0xA0...0xFF).map { Self.latin9[$0] ?? $0 }
    }
  }

  private static let windowsQuarter: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  private static let cyrillicHalf: [UInt16] = [
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
    0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0, 0x2122, 0x0459, 0x203A, 0x045A,
    0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404,
    0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451,
    0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
  ]

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9: [UInt16: UInt16] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]
}

extension TextEncoding {
  /// Turns bytes into UTF-8.
  ///
  /// - Returns: The text, up to the first byte that is no character, and the offset of that byte if there is one.
  func utf8(from bytes: [UInt8]) -> (text: [UInt8], fault: Int?) {
    let table = upperHalf
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    for (offset, byte) in bytes.enumerated() {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let code = table[Int(byte & 0x7F)]
      if code == 0 { return (text, offset) }
      if code < 0x800 {
        text.append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
      } else {
        text.append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
        text.append(0x80 | UInt8(truncatingIfNeeded: code >> 6) & 0x3F)
      }
      text.append(0x80 | UInt8(truncatingIfNeeded: code) & 0x3F)
    }
    return (text, nil)
  }
}
