/// Divides the code of a user journey into tokens: of Mermaid’s rules the first one that matches
/// (packages/mermaid/src/diagrams/user-journey/parser/journey.jison).
///
/// Where every rule would lead to a refusal, a text goes on instead, and the token says why Mermaid would not have taken it.
struct MermaidLexer {
  /// What a token is; the ranges are those of its text.
  enum Token {
    case newLine
    case journey
    case title(Range<Int>)
    case accessibleTitle(Range<Int>)
    case accessibleDescription(Range<Int>, isClosed: Bool)
    case section(Range<Int>)
    case taskName(Range<Int>)
    case taskData(Range<Int>)
    case end
  }

  private let bytes: [UInt8]
  private(set) var index = 0
  /// Where the token at hand begins.
  private(set) var start = 0
  /// Characters in the text of the token at hand that Mermaid refuses there.
  private(set) var strays: [Int] = []
  /// A comment before the token at hand.
  private(set) var comment: Range<Int>?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next token.
  mutating func next() -> Token {
    strays = []
    comment = nil
    while index < bytes.count {
      start = index
      let byte = bytes[index]
      if skipsPercent() || skipsComment() { continue }
      if byte == 0x0A {
        while index < bytes.count, bytes[index] == 0x0A { index += 1 }
        return .newLine
      }
      let space = MermaidSpace.length(bytes[index...])
      if space > 0 {
        index += space
        continue
      }
      return text()
    }
    start = bytes.count
    return .end
  }

  /// Skips `%…` that is no directive, and any character before `%%`, up to the end of the line.
  private mutating func skipsPercent() -> Bool {
    let byte = bytes[index]
    if byte == UInt8(ascii: "%") {
      guard index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "{") else { return false }
    } else {
      // A character of four bytes is two in ECMAScript, so that none stands alone before the signs.
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard byte != UInt8(ascii: "}"), width < 4, index + width + 1 < bytes.count,
        bytes[index + width] == UInt8(ascii: "%"), bytes[index + width + 1] == UInt8(ascii: "%")
      else { return false }
      index += width
    }
    skipLine()
    return true
  }

  private mutating func skipsComment() -> Bool {
    guard bytes[index] == UInt8(ascii: "#"), MermaidEntities.length(bytes[index...]) == nil else { return false }
    skipLine()
    comment = start..<index
    return true
  }

  private mutating func skipLine() {
    index = lineEnd(from: index)
  }

  private func lineEnd(from index: Int) -> Int { bytes[index...].firstIndex(of: 0x0A) ?? bytes.count }

  private mutating func text() -> Token {
    if begins(with: "journey"), index + 7 == bytes.count || !MermaidSpace.isWord(bytes[index + 7]) {
      index += 7
      return .journey
    }
    if let text = afterWord("title", endsAtColon: false) { return .title(text) }
    if let value = afterWord("acctitle", and: ":") { return .accessibleTitle(restOfLine(from: value)) }
    if let value = afterWord("accdescr", and: ":") {
      return .accessibleDescription(restOfLine(from: value), isClosed: true)
    }
    if let value = afterWord("accdescr", and: "{") { return block(from: value) }
    if let text = afterWord("section", endsAtColon: true) { return .section(text) }
    if bytes[index] == UInt8(ascii: ":") {
      let end = textEnd(from: index + 1, endsAtColon: false, endsAtComment: true)
      defer { index = end }
      return .taskData(index + 1..<end)
    }
    // A name must go on to its colon, so that a comment in it would make the task nothing.
    let end = textEnd(from: index, endsAtColon: true, endsAtComment: false)
    defer { index = end }
    return .taskName(index..<end)
  }

  /// Where a text ends: at a line break, at a colon if one ends it, or where a comment begins.
  private mutating func textEnd(from start: Int, endsAtColon: Bool, endsAtComment: Bool) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x0A: return end
      case UInt8(ascii: ":"): if endsAtColon { return end }
      case UInt8(ascii: ";"): strays.append(end)
      case UInt8(ascii: "#"):
        if let length = MermaidEntities.length(bytes[end...]) {
          end += length
          continue
        }
        if endsAtComment { return end }
        strays.append(end)
      default: break
      }
      end += 1
    }
    return end
  }

  /// The text after a word and one white space; nil if there is none.
  private mutating func afterWord(_ word: StaticString, endsAtColon: Bool) -> Range<Int>? {
    guard begins(with: word) else { return nil }
    let space = MermaidSpace.length(bytes[(index + word.utf8CodeUnitCount)...])
    guard space > 0 else { return nil }
    let text = index + word.utf8CodeUnitCount + space
    let end = textEnd(from: text, endsAtColon: endsAtColon, endsAtComment: true)
    guard end > text else { return nil }
    index = end
    return text..<end
  }

  /// Where the value after a word and a sign begins, white space before and after the sign left out.
  private func afterWord(_ word: StaticString, and sign: Unicode.Scalar) -> Int? {
    guard begins(with: word) else { return nil }
    let place = skipSpace(from: index + word.utf8CodeUnitCount)
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return nil }
    return skipSpace(from: place + 1)
  }

  private func skipSpace(from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let space = MermaidSpace.length(bytes[place...])
      if space == 0 { break }
      place += space
    }
    return place
  }

  private mutating func restOfLine(from value: Int) -> Range<Int> {
    index = lineEnd(from: value)
    return value..<index
  }

  private mutating func block(from value: Int) -> Token {
    let end = bytes[value...].firstIndex(of: UInt8(ascii: "}"))
    index = end.map { $0 + 1 } ?? bytes.count
    return .accessibleDescription(value..<(end ?? bytes.count), isClosed: end != nil)
  }

  /// Whether a word in lower case stands here, in any letter case.
  private func begins(with word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<word.utf8CodeUnitCount).allSatisfy { place in
      let byte = bytes[index + place]
      return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word.utf8Start[place]
    }
  }
}
