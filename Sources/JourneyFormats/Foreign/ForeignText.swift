import JourneyDiagnostics

/// Text of other formats made fit for a map, which holds no control characters but tabs and line feeds.
enum ForeignText {
  /// The text with line feeds for line breaks and without spaces around it; nil, with an error, if no map can hold it.
  static func clean(_ text: String, at range: SourceRange, _ diagnostics: inout Diagnostics) -> String? {
    legal(text, at: range, &diagnostics).map { trimmed($0) }
  }

  /// The text with line feeds for line breaks; nil, with an error, if no map can hold it.
  static func legal(_ text: String, at range: SourceRange, _ diagnostics: inout Diagnostics) -> String? {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where previous == "\r": continue
      case "\t", "\n": result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: 4 - digits.count) + digits
        diagnostics.error("this text holds the control character U+\(code)", at: range, hint: "remove it")
        return nil
      case "\u{202D}", "\u{202E}":
        diagnostics.warn(
          "this text overrides the direction of what follows (U+\(String(scalar.value, radix: 16, uppercase: true)))",
          at: range, hint: "text may read otherwise than it is; U+2067 to U+2069 isolate without reordering")
        result.append(scalar)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text without spaces and line breaks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The text with the entities of HTML written out.
  static func decodingEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      // No entity is longer; a lone ampersand must not cost a search through all that follows.
      guard let end = rest.prefix(HTMLEntities.longest).firstIndex(of: ";"),
        let decoded = HTMLEntities.character(rest[rest.index(after: rest.startIndex)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(decoded)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// The text of HTML: without tags, with line breaks where it has them.
  static func withoutTags(_ html: String) -> String {
    var result = ""
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      rest = rest[start...]
      // A tag that has no end is no text either.
      guard let end = rest.firstIndex(of: ">") else { return finished(result) }
      if rest.hasPrefix("<!--") {
        rest = rest.dropFirst(4)
        guard let close = endOfComment(rest) else { return finished(result) }
        rest = rest[close...]
        continue
      }
      let tag = rest[rest.index(after: start)..<end].lowercased()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
      if ["br", "tr", "td", "p", "div", "li", "hr"].contains(name), result.last != "\n", !result.isEmpty {
        result += "\n"
      }
      rest = rest[rest.index(after: end)...]
    }
    return finished(result + rest)
  }

  private static func finished(_ text: String) -> String {
    let lines = decodingEntities(text).split(separator: "\n").map { trimmed($0) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The place after the first `-->`.
  private static func endOfComment(_ text: Substring) -> String.Index? {
    var dashes = 0
    for index in text.unicodeScalars.indices {
      switch text.unicodeScalars[index] {
      case "-": dashes += 1
      case ">" where dashes >= 2: return text.unicodeScalars.index(after: index)
      default: dashes = 0
      }
    }
    return nil
  }

  /// The lines of a text that was broken to fit a box, as the one line that it says.
  ///
  /// No space goes between letters of scripts that are written without.
  static func joined(_ lines: some Sequence<String>) -> String {
    var result = ""
    for line in lines where !line.isEmpty {
      if let left = result.unicodeScalars.last, let right = line.unicodeScalars.first,
        !(isWrittenWithoutSpaces(left) && isWrittenWithoutSpaces(right))
      {
        result += " "
      }
      result += line
    }
    return result
  }

  /// Thai, Lao, Burmese, Khmer, Chinese and Japanese, with their punctuation (Unicode 16, blocks).
  static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x312F, 0x3190...0x9FFF, 0xF900...0xFAFF,
      0xFF00...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
