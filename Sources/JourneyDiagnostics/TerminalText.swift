/// Text made safe and measurable for a terminal.
package enum TerminalText {
  /// The text with every character that could move the cursor, hide or reorder what is read spelled as `\u{…}`.
  package static func printable(_ text: some StringProtocol) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return String(text) }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// How many columns a terminal or an editor gives to a text (Unicode Standard Annex 11, wide and full-width ranges).
  ///
  /// What is joined to an emoji takes no room beside it, and a variation selector makes one of a sign.
  package static func width(of text: some StringProtocol) -> Int {
    var (sum, last, isJoined) = (0, 0, false)
    for scalar in text.unicodeScalars {
      if scalar.value == 0xFE0F {
        sum += last == 1 ? 1 : 0
      } else if !isJoined {
        last = width(of: scalar)
        sum += last
      }
      isJoined = scalar.value == 0x200D && last == 2
    }
    return sum
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }
}
