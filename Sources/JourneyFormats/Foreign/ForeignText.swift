import JourneyDiagnostics

/// Text of other formats made fit for a map, which holds no control characters but tabs and line feeds.
enum ForeignText {
  /// The text with line feeds for line breaks and without spaces around it; nil, with an error, if no map can hold it.
  static func clean(_ text: String, at range: SourceRange, _ diagnostics: inout Diagnostics) -> String? {
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
      default: result.append(scalar)
      }
    }
    return trimmed(String(result))
  }

  /// The text without spaces and line breaks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The text with the entities of HTML written out: the five of XML, `&nbsp;`, and numbers.
  static func decodingEntities(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      // No entity is longer; a lone ampersand must not cost a search through all that follows.
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let decoded = entity(rest[rest.index(after: rest.startIndex)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += decoded
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  /// The text of HTML: without tags, with line breaks where it has them.
  static func withoutTags(_ html: String) -> String {
    var result = ""
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end].lowercased()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }
      if ["br", "tr", "td", "p", "div", "li", "hr"].contains(name), result.last != "\n", !result.isEmpty {
        result += "\n"
      }
      rest = rest[rest.index(after: end)...]
    }
    let lines = decodingEntities(result + rest).split(separator: "\n").map { trimmed($0) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
