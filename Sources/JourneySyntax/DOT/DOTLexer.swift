import JourneyDiagnostics

/// Divides a DOT text into tokens, as Graphviz’s scanner does (lib/cgraph/scan.l; “The DOT Language”, graphviz.org).
struct DOTLexer {
  /// What a token is.
  enum Kind: UInt8 {
    case identifier
    case graph, digraph, strict, subgraph, node, edge
    /// `->` and `--`.
    case arrow, line
    /// `{ } [ ] = ; , : +`
    case openBrace, closeBrace, openBracket, closeBracket, equals, semicolon, comma, colon, plus
    case end
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  /// The token at hand.
  var kind = Kind.end
  /// Its text if it is an identifier, else only its place.
  var text = DOTSlice(start: 0, count: 0, range: SourceRange(offset: 0), marks: [])
  /// Texts that the source spells otherwise than they are.
  var unfolded = GrowingBuffer<UInt8>(capacity: 1024)
  /// The first comment, if there is any.
  private(set) var firstComment: SourceRange?
  /// Where numbers run into what follows, the first few.
  private(set) var splitNumbers: [SourceRange] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where the token at hand stands.
  var range: SourceRange { text.range }

  /// The text of the token at hand.
  var string: String {
    let base = text.marks.contains(.isUnfolded) ? UnsafePointer(unfolded.base) : bytes.baseAddress
    return String(
      decoding: UnsafeBufferPointer(start: base.map { $0 + Int(text.start) }, count: Int(text.count)), as: UTF8.self)
  }

  /// Goes to the next token.
  mutating func next() throws(DOTFault) {
    try skipSpace()
    guard index < bytes.count else { return take(.end, 0) }
    let byte = bytes[index]
    if Self.isLetter(byte) { return takeName() }
    switch byte {
    case UInt8(ascii: "\""): try takeQuoted()
    case UInt8(ascii: "<"): try takeHTML()
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): try takeNumber()
    case UInt8(ascii: "-"):
      switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
      case UInt8(ascii: ">"): take(.arrow, 2)
      case UInt8(ascii: "-"): take(.line, 2)
      default: try takeNumber()
      }
    case UInt8(ascii: "{"): take(.openBrace, 1)
    case UInt8(ascii: "}"): take(.closeBrace, 1)
    case UInt8(ascii: "["): take(.openBracket, 1)
    case UInt8(ascii: "]"): take(.closeBracket, 1)
    case UInt8(ascii: "="): take(.equals, 1)
    case UInt8(ascii: ";"): take(.semicolon, 1)
    case UInt8(ascii: ","): take(.comma, 1)
    case UInt8(ascii: ":"): take(.colon, 1)
    case UInt8(ascii: "+"): take(.plus, 1)
    default: throw unexpected(byte)
    }
  }

  private mutating func take(_ kind: Kind, _ length: Int) {
    self.kind = kind
    text = DOTSlice(start: index, count: length, range: SourceRange(offset: index, length: length), marks: [])
    index += length
  }

  private func unexpected(_ byte: UInt8) -> DOTFault {
    let isControl = byte < 0x20 || byte == 0x7F
    return DOTFault(
      isControl ? "a control character stands here" : "'\(Character(Unicode.Scalar(byte)))' means nothing here",
      at: SourceRange(offset: index, length: 1),
      hint: isControl ? "remove it" : "names with other characters than letters and digits stand in double quotes")
  }

  /// Every byte from 0x80 up counts as a letter, so that names of all languages go without quotes.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

extension DOTLexer {
  private mutating func skipSpace() throws(DOTFault) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/"):
        let following = index + 1 < bytes.count ? bytes[index + 1] : 0
        if following == UInt8(ascii: "/") {
          skipLine()
        } else if following == UInt8(ascii: "*") {
          try skipComment()
        } else {
          return
        }
      default: return
      }
    }
  }

  private mutating func skipLine() {
    guard let base = bytes.baseAddress else { return }
    noteComment()
    index = WordScan.first(0x0A, in: base, from: index, to: bytes.count)
  }

  private mutating func skipComment() throws(DOTFault) {
    guard let base = bytes.baseAddress else { return }
    let start = index
    noteComment()
    index += 2
    while true {
      index = WordScan.first(UInt8(ascii: "*"), in: base, from: index, to: bytes.count)
      guard index + 1 < bytes.count else {
        index = bytes.count
        throw DOTFault(
          "this comment has no end", at: SourceRange(offset: start, length: 2), hint: "close it with '*/'")
      }
      index += 1
      if bytes[index] == UInt8(ascii: "/") { break }
    }
    index += 1
  }

  private mutating func noteComment() {
    if firstComment == nil { firstComment = SourceRange(offset: index, length: 1) }
  }

  private mutating func takeName() {
    let start = index
    while index < bytes.count, Self.isLetter(bytes[index]) || Self.isDigit(bytes[index]) { index += 1 }
    kind = Self.keyword(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    text = DOTSlice(
      start: start, count: index - start, range: SourceRange(offset: start, length: index - start), marks: [])
  }

  /// Keywords are known in any letter case.
  private static func keyword(_ name: UnsafeBufferPointer<UInt8>) -> Kind {
    switch name.count {
    case 4: is_(name, "node") ? .node : is_(name, "edge") ? .edge : .identifier
    case 5: is_(name, "graph") ? .graph : .identifier
    case 6: is_(name, "strict") ? .strict : .identifier
    case 7: is_(name, "digraph") ? .digraph : .identifier
    case 8: is_(name, "subgraph") ? .subgraph : .identifier
    default: .identifier
    }
  }

  @inline(__always)
  private static func is_(_ name: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    for index in 0..<name.count where name[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }

  /// A number ends where its digits do: `1a` is the number and then a name.
  private mutating func takeNumber() throws(DOTFault) {
    let start = index
    var end = index
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = digits(from: &end)
    var fraction = 0
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      var after = end + 1
      fraction = digits(from: &after)
      if whole + fraction > 0 { end = after }
    }
    guard whole + fraction > 0 else { throw unexpected(bytes[index]) }
    index = end
    kind = .identifier
    text = DOTSlice(start: start, count: end - start, range: SourceRange(offset: start, length: end - start), marks: [])
    let runsOn = end < bytes.count && (Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "."))
    if runsOn, splitNumbers.count < 10 { splitNumbers.append(text.range) }
  }

  private func digits(from end: inout Int) -> Int {
    let start = end
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    return end - start
  }
}
