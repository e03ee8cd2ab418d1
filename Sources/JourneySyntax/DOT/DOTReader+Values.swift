import JourneyDiagnostics

extension DOTReader {
  /// Reads lists of attributes, and gives their places among those of the graph.
  mutating func readAttributes() throws(DOTFault) -> Range<Int> {
    let first = builder.graph.attributes.count
    while lexer.kind == .openBracket {
      let start = lexer.range
      try lexer.next()
      while lexer.kind != .closeBracket {
        guard lexer.kind != .end else {
          throw DOTFault("this '[' is never closed", at: start, hint: "close it with ']'")
        }
        guard lexer.kind == .identifier else { throw expected("an attribute or ']'") }
        let name = try readIdentifier()
        guard lexer.kind == .equals else { throw expected("'=' and a value") }
        try lexer.next()
        let value = try readValue()
        builder.attribute(name, value, bytes)
        if lexer.kind == .semicolon || lexer.kind == .comma { try lexer.next() }
      }
      try lexer.next()
    }
    return first..<builder.graph.attributes.count
  }

  mutating func readValue() throws(DOTFault) -> DOTSlice {
    guard lexer.kind == .identifier else { throw expected("a value") }
    return try readIdentifier()
  }

  /// An identifier, or strings that `+` joins.
  mutating func readIdentifier() throws(DOTFault) -> DOTSlice {
    let text = lexer.text
    try lexer.next()
    guard lexer.kind == .plus, text.isString else { return text }
    var parts = [text]
    while lexer.kind == .plus {
      try lexer.next()
      guard lexer.kind == .identifier, lexer.text.isString else { throw expected("a string in double quotes") }
      parts.append(lexer.text)
      try lexer.next()
    }
    return try lexer.join(parts)
  }
}

extension DOTReader {
  static let keywordHint = "a name that is a keyword stands in double quotes"

  func expected(_ what: String, hint: String? = nil) -> DOTFault {
    if lexer.kind == .end, !openBraces.isEmpty { return unclosed() }
    return DOTFault(
      "expected \(what), found \(found)", at: lexer.range, hint: hint ?? (isKeyword ? Self.keywordHint : nil))
  }

  private var isKeyword: Bool {
    switch lexer.kind {
    case .graph, .digraph, .strict, .subgraph, .node, .edge: true
    default: false
    }
  }

  private var found: String {
    guard lexer.kind != .end else { return "the end of the file" }
    let text = String(decoding: bytes[lexer.text].prefix(40), as: UTF8.self)
    return lexer.text.isString ? "the text '\(text)'" : "'\(text)'"
  }

  func unclosed() -> DOTFault {
    DOTFault(
      "this '{' is never closed", at: openBraces.last ?? lexer.range, hint: "close it with '}'")
  }
}
