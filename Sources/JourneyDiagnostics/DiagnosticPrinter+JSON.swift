extension DiagnosticPrinter {
  /// `{"path", "line", "column", "endLine", "endColumn", "severity", "message", "hint", "related"}`, absent where unknown.
  func json(_ finding: Diagnostic, lines: LineTable?) -> String {
    var members: [String] = []
    if let source = finding.source { members.append(member("path", source.name)) }
    if let range = finding.range, let lines {
      members += place(of: range, lines: lines)
    }
    members.append(member("severity", finding.severity.rawValue))
    members.append(member("message", finding.message))
    if let hint = finding.hint { members.append(member("hint", hint)) }
    if !finding.related.isEmpty, let lines {
      let places = finding.related.map { related in
        "{" + (place(of: related.range, lines: lines) + [member("message", related.message)]).joined(separator: ",")
          + "}"
      }
      members.append("\"related\":[" + places.joined(separator: ",") + "]")
    }
    return "{" + members.joined(separator: ",") + "}\n"
  }

  private func place(of range: SourceRange, lines: LineTable) -> [String] {
    let start = lines.position(at: range.offset)
    let end = lines.position(at: range.end)
    return [
      "\"line\":\(start.line)", "\"column\":\(start.column)", "\"endLine\":\(end.line)", "\"endColumn\":\(end.column)",
    ]
  }

  private func member(_ name: String, _ text: String) -> String { "\"\(name)\":" + Self.quoted(text) }

  /// A JSON string (RFC 8259, section 7).
  ///
  /// This module stands below the JSON syntax and so spells its own.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
