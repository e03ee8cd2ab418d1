/// The spelling of texts in XML.
package enum XMLText {
  /// Writes a text between tags, or the value of an attribute without its quotes.
  package static func write(_ text: String, isAttribute: Bool, to output: inout ByteOutput) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      var index = 0
      while index < bytes.count {
        let length = specialLength(bytes, at: index, isAttribute: isAttribute)
        if length > 0 {
          output.bytes(base + start, index - start)
          writeSpecial(bytes[index], to: &output)
          start = index + length
        }
        index += max(length, 1)
      }
      output.bytes(base + start, bytes.count - start)
    }
  }

  /// The text as a document can hold it: what none holds becomes U+FFFD.
  package static func legal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isIllegal) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isIllegal(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  /// Whether no document holds a character (XML 1.0, section 2.2).
  private static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..<"\t", "\u{B}"..<"\r", "\u{E}"..<" ", "\u{FFFE}", "\u{FFFF}": true
    default: false
    }
  }

  /// How many bytes of a character cannot stand as they are; 0 if it can.
  private static func specialLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isAttribute: Bool
  ) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D: 1
    // A reader makes spaces and line feeds of them otherwise (XML 1.0, sections 2.11 and 3.3.3).
    case UInt8(ascii: "\""), 0x09, 0x0A: isAttribute ? 1 : 0
    case ..<0x20: 1
    // U+FFFE and U+FFFF in UTF-8.
    case 0xEF: index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }

  private static func writeSpecial(_ byte: UInt8, to output: inout ByteOutput) {
    switch byte {
    case UInt8(ascii: "&"): output.literal("&amp;")
    case UInt8(ascii: "<"): output.literal("&lt;")
    case UInt8(ascii: ">"): output.literal("&gt;")
    case UInt8(ascii: "\""): output.literal("&quot;")
    case 0x09: output.literal("&#9;")
    case 0x0A: output.literal("&#10;")
    case 0x0D: output.literal("&#13;")
    default: output.literal("\u{FFFD}")
    }
  }
}
