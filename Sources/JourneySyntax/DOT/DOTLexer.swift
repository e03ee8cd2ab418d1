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

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// The token at hand.
  private(set) var kind = Kind.end
  /// Its text if it is an identifier, else only its place.
  private(set) var text = DOTSlice(start: 0, count: 0, range: SourceRange(offset: 0), marks: [])
  /// Texts that the source spells otherwise than they are.
  private(set) var unfolded = GrowingBuffer<UInt8>(capacity: 1024)
  /// The first comment, if there is any.
  private(set) var firstComment: SourceRange?
  /// Where numbers run into what follows, the first few.
  private(set) var splitNumbers: [SourceRange] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where the token at hand stands.
  var range: SourceRange { text.range }

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

  /// Only `\"` is an escape, and a backslash at the end of a line takes the line break away; all else stands as it is.
  private mutating func takeQuoted() throws(DOTFault) {
    guard let base = bytes.baseAddress else { return }
    let start = index + 1
    var end = start
    var copied = start
    let first = unfolded.count
    while true {
      end = firstSpecial(from: end)
      guard end < bytes.count else {
        throw DOTFault(
          "this string has no closing quote", at: SourceRange(offset: index, length: 1), hint: "close it with '\"'")
      }
      if bytes[end] == UInt8(ascii: "\"") { break }
      guard bytes[end] != 0 else { throw nul(at: end) }
      let following = end + 1 < bytes.count ? bytes[end + 1] : 0
      switch following {
      case UInt8(ascii: "\""):
        unfolded.append(contentsOf: base + copied, count: end - copied)
        copied = end + 1
        end += 2
      case 0x0A, 0x0D:
        unfolded.append(contentsOf: base + copied, count: end - copied)
        end += 2
        if following == 0x0D, end < bytes.count, bytes[end] == 0x0A { end += 1 }
        copied = end
      case UInt8(ascii: "\\"): end += 2
      default: end += 1
      }
    }
    try takeString(start: start, end: end, first: first, copied: copied, marks: .isQuoted)
  }

  private mutating func takeString(
    start: Int, end: Int, first: Int, copied: Int, marks: DOTSlice.Marks
  ) throws(DOTFault) {
    let range = SourceRange(offset: start - 1, length: end + 2 - start)
    if copied == start {
      text = DOTSlice(start: start, count: end - start, range: range, marks: marks)
    } else {
      if let base = bytes.baseAddress { unfolded.append(contentsOf: base + copied, count: end - copied) }
      try checkUnfolded(at: range)
      text = DOTSlice(start: first, count: unfolded.count - first, range: range, marks: marks.union(.isUnfolded))
    }
    kind = .identifier
    index = end + 1
  }

  private func firstSpecial(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var search = StringSpecials()
    return WordScan.first(&search, in: base, from: start, to: bytes.count)
  }

  private mutating func takeHTML() throws(DOTFault) {
    let start = index + 1
    var end = start
    var depth = 1
    while end < bytes.count {
      if bytes[end] == 0 { throw nul(at: end) }
      if bytes[end] == UInt8(ascii: "<") { depth += 1 }
      if bytes[end] == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 { return try takeString(start: start, end: end, first: 0, copied: start, marks: .isHTML) }
      }
      end += 1
    }
    throw DOTFault(
      "this HTML string has no closing '>'", at: SourceRange(offset: index, length: 1),
      hint: "each '<' in it needs its '>'; a single one is written &lt;")
  }

  private func nul(at offset: Int) -> DOTFault {
    DOTFault("a NUL byte stands in this text", at: SourceRange(offset: offset, length: 1), hint: "remove it")
  }

  /// The text of strings that are written one after another, as in `"a" + "b"`, which is plain even if some are HTML.
  mutating func join(_ parts: [DOTSlice], with separator: UInt8? = nil) throws(DOTFault) -> DOTSlice {
    let first = unfolded.count
    for (place, part) in parts.enumerated() {
      if place > 0, let separator { unfolded.append(separator) }
      append(part)
    }
    let range = parts.first?.range ?? text.range
    try checkUnfolded(at: range)
    return DOTSlice(start: first, count: unfolded.count - first, range: range, marks: [.isQuoted, .isUnfolded])
  }

  /// Offsets have 32 bits.
  private func checkUnfolded(at range: SourceRange) throws(DOTFault) {
    if unfolded.count > Int(UInt32.max) { throw DOTFault("the strings of this file are too long together", at: range) }
  }

  private mutating func append(_ text: DOTSlice) {
    if text.marks.contains(.isUnfolded) {
      // The block may move when it grows, so its own bytes are taken one by one.
      for index in 0..<Int(text.count) { unfolded.append(unfolded.base[Int(text.start) + index]) }
    } else if let base = bytes.baseAddress {
      unfolded.append(contentsOf: base + Int(text.start), count: Int(text.count))
    }
  }
}

/// What ends a string in quotes, is an escape in it, or cannot stand in it.
private struct StringSpecials: ByteSearch {
  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    WordScan.matches(words, 0x22) | WordScan.matches(words, 0x5C) | WordScan.below(words, 1)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C || byte == 0 }
}
