extension TextKind {
  /// What is wrong with a text of this kind, or nil.
  ///
  /// The text is not empty and has no control characters.
  package func problem(in text: String) -> TextProblem? {
    switch self {
    case .prose, .plain: nil
    case .id: TextRules.isID(text) ? nil : .id(text)
    case .reference, .mapName: nil
    case .language:
      TextRules.isLanguageTag(text)
        ? nil : TextProblem("'\(text)' is not a language tag", hint: "write one as in en, nb or pt-BR (BCP 47)")
    case .date:
      TextRules.isDate(text)
        ? nil : TextProblem("'\(text)' is not a date", hint: "write a day as in 2026-10-01 (ISO 8601)")
    case .duration:
      TextRules.isDuration(text)
        ? nil : TextProblem("'\(text)' is not a duration", hint: "write one as in P3M, P2W or PT5M (ISO 8601)")
    case .color:
      TextRules.isColor(text) ? nil : TextProblem("'\(text)' is not a colour", hint: "write one as in \"#2C7A7B\"")
    }
  }

  /// The regular expression that says the same to a JSON Schema, where one can.
  package var pattern: String? {
    switch self {
    case .prose, .plain, .mapName: nil
    case .id: "^(?!x-)[A-Za-z0-9_-]+$"
    case .reference: "^[A-Za-z0-9_-]+$"
    case .language: "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"
    case .date: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    case .duration:
      "^P(?!$)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?!$)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$"
    case .color: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
    }
  }
}

/// What is wrong with a text, and what to do about it.
package struct TextProblem {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// What is wrong with an id.
  static func id(_ text: String) -> TextProblem {
    if text.hasPrefix("x-") { return TextProblem("the id '\(text)' begins with 'x-'", hint: "'x-' marks extensions") }
    return TextProblem("'\(text)' is not an id", hint: "ids have ASCII letters, digits, '-' and '_'")
  }
}

/// The shapes of texts, by bytes.
package enum TextRules {
  /// ASCII letters, digits, `-` and `_`, not beginning with `x-`.
  package static func isID(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let isExtension = bytes.count >= 2 && bytes[0] == UInt8(ascii: "x") && bytes[1] == UInt8(ascii: "-")
      return !bytes.isEmpty && !isExtension
        && bytes.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
  }

  /// Well-formed by the outer shape of BCP 47: subtags of one to eight letters or digits, the first of letters.
  package static func isLanguageTag(_ text: String) -> Bool {
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = subtags.first, first.allSatisfy(isLetter) else { return false }
    return subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) }
  }

  /// A day of the Gregorian calendar, `YYYY-MM-DD`.
  package static func isDate(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day >= 1 && day <= lengths[month - 1]
  }

  /// `P` and then numbers with units in falling order, those after `T` of the clock.
  package static func isDuration(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return false }
    let parts = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard hasUnits(parts[0], in: "YMWD") else { return false }
    return parts.count == 1 || (!parts[1].isEmpty && hasUnits(parts[1], in: "HMS"))
  }

  /// `#RGB` or `#RRGGBB`.
  package static func isColor(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "#"), [4, 7].contains(text.utf8.count) else { return false }
    return text.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  private static func hasUnits(_ text: Substring.UTF8View, in units: String) -> Bool {
    var units = units.utf8[...]
    var rest = text
    while !rest.isEmpty {
      let digits = rest.prefix(while: isDigit)
      rest = rest[digits.endIndex...]
      var isWhole = true
      if rest.first == UInt8(ascii: ".") {
        let fraction = rest.dropFirst().prefix(while: isDigit)
        guard !fraction.isEmpty else { return false }
        rest = rest[fraction.endIndex...]
        isWhole = false
      }
      guard !digits.isEmpty, let unit = rest.popFirst(), isWhole || unit == UInt8(ascii: "S"),
        let place = units.firstIndex(of: unit)
      else { return false }
      units = units[units.index(after: place)...]
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
}
