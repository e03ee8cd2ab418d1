import JourneyLayout
import JourneySyntax

/// Spells texts as values of DOT attributes.
///
/// In a quoted string of the DOT language only `\"` is an escape (Graphviz, lib/cgraph/scan.l). Labels have a layer of their own
/// above it: backslash escapes and HTML entities (Graphviz documentation, "escString"; lib/common/labels.c).
enum DOTSpelling {
  /// Writes a name or another value without backslashes at its end, between quotes.
  static func quoted(_ text: String, to output: inout ByteOutput) {
    output.byte(UInt8(ascii: "\""))
    plain(text, to: &output)
    output.byte(UInt8(ascii: "\""))
  }

  /// Writes a part of a quoted value as it is, but for quotes.
  static func plain(_ text: String, to output: inout ByteOutput) {
    escape(text, to: &output) { byte, output in
      guard byte == UInt8(ascii: "\"") else { return false }
      output.literal("\\\"")
      return true
    }
  }

  /// Writes a part of a label, which Graphviz shows exactly as it is.
  static func label(_ text: String, to output: inout ByteOutput) {
    escape(text, to: &output) { byte, output in
      switch byte {
      case UInt8(ascii: "\""): output.literal("\\\"")
      case UInt8(ascii: "\\"): output.literal("\\\\")
      case UInt8(ascii: "&"): output.literal("&amp;")
      // A line feed ends a line of a label only as `\n`; other controls have no place in one.
      case 0x0A: output.literal("\\n")
      case ..<0x20, 0x7F: output.byte(0x20)
      default: return false
      }
      return true
    }
  }

  /// Writes a part of a value that carries data.
  ///
  /// A backslash is `\b` and a line feed `\n`, since a raw backslash can neither stand before a quote nor at the end of a value, and
  /// since tools fold long lines at raw ones.
  static func data(_ text: String, to output: inout ByteOutput) {
    escape(text, to: &output) { byte, output in
      switch byte {
      case UInt8(ascii: "\""): output.literal("\\\"")
      case UInt8(ascii: "\\"): output.literal("\\b")
      case 0x0A: output.literal("\\n")
      default: return false
      }
      return true
    }
  }

  /// The text that data spells; nil if it stands as it is.
  static func unescapedData(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
        switch byte {
        case UInt8(ascii: "b"): bytes.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "n"): bytes.append(0x0A)
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    if isEscaped { bytes.append(UInt8(ascii: "\\")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Passes on runs of bytes as they are, except where `special` writes something else for one.
  private static func escape(
    _ text: String, to output: inout ByteOutput, _ special: (UInt8, inout ByteOutput) -> Bool
  ) {
    var text = text
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte == 0x22 || byte == 0x26 || byte == 0x5C || byte < 0x20 || byte == 0x7F else { continue }
        output.bytes(base + start, index - start)
        if !special(byte, &output) { output.byte(byte) }
        start = index + 1
      }
      output.bytes(base + start, bytes.count - start)
    }
  }

  /// Writes where an element leads, if somebody who opens the picture may be led there: to a page or a letter.
  ///
  /// What no address has as it is (RFC 3986, 2) is percent-encoded: Graphviz 2.43 writes a quotation mark into SVG as it stands.
  static func link(_ address: String, to output: inout ByteOutput) {
    guard WebAddress.isSafe(address) else { return }
    for name: StaticString in [", URL=\"", "\", tooltip=\""] {
      output.literal(name)
      for byte in address.utf8 {
        switch byte {
        case UInt8(ascii: "&"): output.literal("&amp;")
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
          UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "'"):
          output.byte(UInt8(ascii: "%"))
          output.byte(DrawnSpelling.hexDigit(byte >> 4))
          output.byte(DrawnSpelling.hexDigit(byte & 0xF))
        default: output.byte(byte)
        }
      }
    }
    output.literal("\"")
  }

  /// Writes the path of an image, without what could end the attribute of SVG that it comes to stand in.
  static func image(_ path: String, to output: inout ByteOutput) {
    for byte in path.utf8 where byte >= 0x20 && !"\"\\<>`".utf8.contains(byte) { output.byte(byte) }
  }
}
