import JourneyLayout
import JourneySyntax

/// Spells values of draw.io: data in attributes, and the parts of styles.
enum DrawioSpelling {
  /// The text of an attribute that carries data.
  ///
  /// No document holds U+FFFE and U+FFFF (XML 1.0, section 2.2): they are `\e` and `\f`, and a backslash is `\b`.
  static func data(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "\\" || $0 == "\u{FFFE}" || $0 == "\u{FFFF}" }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\b".unicodeScalars)
      case "\u{FFFE}": result.append(contentsOf: "\\e".unicodeScalars)
      case "\u{FFFF}": result.append(contentsOf: "\\f".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text that data spells.
  static func unescapedData(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let next = rest.first else {
        result.append(scalar)
        continue
      }
      switch next {
      case "b": result.append("\\")
      case "e": result.append("\u{FFFE}")
      case "f": result.append("\u{FFFF}")
      default:
        result.append(scalar)
        continue
      }
      rest = rest.dropFirst()
    }
    return String(result)
  }

  /// Writes a part of a style with a number: `fontSize=10;`.
  static func style(_ name: StaticString, _ value: Double, decimals: Int = 2, to output: inout ByteOutput) {
    output.literal(name)
    output.byte(UInt8(ascii: "="))
    DrawnSpelling.number(value, decimals: decimals, to: &output)
    output.byte(UInt8(ascii: ";"))
  }

  /// Writes a part of a style with a colour: `fillColor=#ffffff;`, or `none`.
  static func style(_ name: StaticString, _ colour: Colour?, to output: inout ByteOutput) {
    output.literal(name)
    output.byte(UInt8(ascii: "="))
    if let colour { DrawnSpelling.colour(colour, to: &output) } else { output.literal("none") }
    output.byte(UInt8(ascii: ";"))
  }

  /// Writes the part of a style that shows an image, without what could end it or the attribute around it.
  static func image(_ path: String, to output: inout ByteOutput) {
    output.literal("shape=image;imageAspect=1;image=")
    for byte in path.utf8 where byte >= 0x20 && !"\"\\<>`;&".utf8.contains(byte) { output.byte(byte) }
    output.literal(";")
  }
}
