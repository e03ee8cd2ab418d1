import JourneyDiagnostics
import JourneySyntax

/// A text of a Markdown document as it shows: without marks, with the targets of its links set aside.
struct MarkdownText {
  /// Where a text stands, which decides what some of its signs mean.
  enum Place {
    /// In a heading, a paragraph or an item.
    case prose
    /// In the head of a row or a column.
    case heading
    /// In a cell of cards, which a slash between spaces parts.
    case cell
  }

  /// The text, with line feeds where lines are broken.
  ///
  /// In tables a line feed that is spelled as a character, `&#10;`, has a backslash before it, as ``CellText`` wants it.
  let text: String
  /// The links in their order, each with what it shows.
  let links: [(text: String, address: String)]

  /// Reads the lines of a text.
  init(_ lines: [SourceRange], in document: MarkdownDocument, _ place: Place = .prose) {
    let spelled = lines.map { document.source.text(in: $0) }.joined(separator: "\n")
    self.init(spelled, in: document, place)
  }

  /// Reads a text as it is spelled.
  init(_ spelled: String, in document: MarkdownDocument, _ place: Place = .prose) {
    guard spelled.utf8.contains(where: { Self.marks.contains($0) }) else {
      (text, links) = (spelled, [])
      return
    }
    var reader = MarkdownInlineReader(Self.withoutPipes(spelled, place), document, place)
    (text, links) = reader.read()
  }

  private static let marks = Set("\\`*_~=[]<>&!/\n".utf8)

  /// A `|` in a table has a backslash before it, even in code.
  private static func withoutPipes(_ text: String, _ place: Place) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "|", place != .prose, scalars.last == "\\" { scalars.removeLast() }
      scalars.append(scalar)
    }
    return scalars
  }
}

/// Takes a text of Markdown apart: code, links, emphasis, tags, entities (CommonMark 0.31, section 6).
struct MarkdownInlineReader {
  let scalars: [Unicode.Scalar]
  private let document: MarkdownDocument
  private let place: MarkdownText.Place
  var index = 0
  /// What the text is made of so far.
  var pieces: [String] = []
  var emphasis = MarkdownEmphasis()
  /// The brackets that may yet begin a link.
  var brackets: [Bracket] = []
  /// Links as runs of pieces.
  var links: [(pieces: Range<Int>, address: String)] = []
  private var current = String.UnicodeScalarView()
  /// An `<a>` that has not ended: the first piece in it, and where it leads.
  private var anchor: (piece: Int, address: String)?
  /// Where runs of backticks stand, by their length.
  private lazy var ticks = runsOfTicks()
  /// Where the last comment ends.
  private lazy var lastComment = scalars.indices.dropFirst(2).last { isCommentEnd($0) } ?? -1

  /// A bracket that may begin a link.
  struct Bracket {
    let piece: Int
    let index: Int
    let isImage: Bool
    var isActive = true
    /// The last run of marks before it.
    let run: Int?
  }

  init(_ scalars: [Unicode.Scalar], _ document: MarkdownDocument, _ place: MarkdownText.Place) {
    self.scalars = scalars
    self.document = document
    self.place = place
  }

  mutating func read() -> (text: String, links: [(text: String, address: String)]) {
    while index < scalars.count { readNext() }
    endPiece()
    emphasis.match(after: nil)
    for run in emphasis.runs { pieces[run.piece] = String(repeating: String(run.mark), count: run.left) }
    let shown = links.map { (text: pieces[$0.pieces].joined(), address: $0.address) }
    return (pieces.joined(), shown)
  }

  private mutating func readNext() {
    let scalar = scalars[index]
    switch scalar {
    case "\\": readBackslash()
    case "`": readTicks()
    case "*", "_", "~", "=": readRun(of: scalar)
    case "[": openBracket()
    case "!" where next() == "[":
      index += 1
      openBracket(isImage: true)
    case "]": closeBracket()
    case "<": readAngle()
    case "&": readEntity()
    case "\n": breakLine()
    case "/" where place == .cell && isBetweenItems: breakItem()
    default:
      current.append(scalar)
      index += 1
    }
  }

  func next(_ distance: Int = 1) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  // MARK: - Pieces

  /// Ends the piece that is being made, and says where the next one stands.
  @discardableResult
  mutating func endPiece() -> Int {
    if !current.isEmpty { pieces.append(String(current)) }
    current = String.UnicodeScalarView()
    return pieces.count
  }

  mutating func append(_ text: some Sequence<Unicode.Scalar>) { current.append(contentsOf: text) }

  private mutating func readBackslash() {
    guard let next = next() else { return take("\\", 1) }
    if next == "\n" {
      index += 1
      current.append("\n")
      index += 1
    } else if next.isASCII, next.properties.generalCategory.isPunctuationOrSymbol {
      take(next, 2)
    } else {
      take("\\", 1)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ count: Int) {
    current.append(scalar)
    index += count
  }

  private mutating func readEntity() {
    // No entity is longer; a lone ampersand must not cost a search through all that follows.
    let rest = scalars[(index + 1)...].prefix(HTMLEntities.longest - 1)
    guard let end = rest.firstIndex(of: ";") else { return take("&", 1) }
    var name = ""
    name.unicodeScalars.append(contentsOf: rest[..<end])
    guard let scalar = HTMLEntities.character(name[...]) else { return take("&", 1) }
    if scalar == "\n", place != .prose { current.append("\\") }
    current.append(scalar)
    index = end + 1
  }

  /// A line break in the source is a space, unless spaces stand before it, or nothing is written between the letters there.
  private mutating func breakLine() {
    index += 1
    var spaces = 0
    while current.last == " " || current.last == "\t" {
      current.removeLast()
      spaces += 1
    }
    if spaces >= 2 {
      current.append("\n")
    } else if let left = current.last ?? pieces.last?.unicodeScalars.last, left != "\n", index < scalars.count,
      !(ForeignText.isWrittenWithoutSpaces(left) && ForeignText.isWrittenWithoutSpaces(scalars[index]))
    {
      current.append(" ")
    }
  }

  /// A slash between spaces parts items, but not a mark from the scale that it is on.
  private var isBetweenItems: Bool {
    guard index > 0, scalars[index - 1] == " ", next() == " " else { return false }
    let isDigit = { (scalar: Unicode.Scalar?) in scalar?.properties.numericType != nil }
    return !(index > 1 && isDigit(scalars[index - 2]) && isDigit(next(2)))
  }

  private mutating func breakItem() {
    if current.last == " " { current.removeLast() }
    current.append("\n")
    index += 2
  }

  // MARK: - Code

  private mutating func readTicks() {
    let start = index
    var end = index
    while end < scalars.count, scalars[end] == "`" { end += 1 }
    index = end
    guard let close = closing(end - start, after: end) else { return append(scalars[start..<end]) }
    var code = scalars[end..<close].map { $0 == "\n" ? " " : $0 }[...]
    if code.first == " ", code.last == " ", code.contains(where: { $0 != " " }) { code = code.dropFirst().dropLast() }
    append(code)
    index = close + end - start
  }

  private mutating func runsOfTicks() -> [Int: [Int]] {
    var runs: [Int: [Int]] = [:]
    var place = 0
    while place < scalars.count {
      let start = place
      while place < scalars.count, scalars[place] == "`" { place += 1 }
      if place > start { runs[place - start, default: []].append(start) } else { place += 1 }
    }
    return runs
  }

  private mutating func closing(_ length: Int, after place: Int) -> Int? {
    guard let starts = ticks[length] else { return nil }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < starts.count ? starts[low] : nil
  }

  // MARK: - Tags

  private mutating func readAngle() {
    guard let next = next(), next == "/" || next == "!" || next == "?" || next.properties.isAlphabetic else {
      return take("<", 1)
    }
    if scalars[index...].starts(with: "<!--".unicodeScalars) { return skipComment() }
    guard let end = scalars[(index + 1)...].firstIndex(where: { $0 == ">" || $0 == "<" }), scalars[end] == ">" else {
      return take("<", 1)
    }
    var inside = ""
    inside.unicodeScalars.append(contentsOf: scalars[(index + 1)..<end])
    index = end + 1
    if Self.isAddress(inside) {
      let start = endPiece()
      append(inside.unicodeScalars)
      links.append((start..<endPiece(), inside))
    } else {
      take(tag: inside)
    }
  }

  private mutating func skipComment() {
    guard lastComment > index + 3 else { return take("<", 1) }
    index = (scalars[(index + 4)...].indices.first { isCommentEnd($0) } ?? index + 3) + 1
  }

  private func isCommentEnd(_ place: Int) -> Bool {
    scalars[place] == ">" && scalars[place - 1] == "-" && scalars[place - 2] == "-"
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let colon = text.firstIndex(where: { ":@".contains($0) }), !text.contains(where: \.isWhitespace) else {
      return false
    }
    return text[..<colon].utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x2B < 15 }
  }

  private mutating func take(tag: String) {
    let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
    if ["br", "li", "p", "div", "tr", "ul", "ol", "hr"].contains(name) {
      let last = current.last ?? pieces.last?.unicodeScalars.last
      // What opens and closes a block breaks the line once; each `<br>` breaks it.
      if name == "br" || (last != nil && last != "\n") { current.append("\n") }
    } else if name == "a" {
      if let (start, address) = anchor { links.append((start..<endPiece(), address)) }
      anchor = Self.target(of: tag).map { (endPiece(), $0) }
    }
  }

  private static func target(of tag: String) -> String? {
    guard let start = tag.firstRange(of: "href="), let quote = tag[start.upperBound...].first, "\"'".contains(quote)
    else { return nil }
    let value = tag[start.upperBound...].dropFirst().prefix { $0 != quote }
    return value.isEmpty ? nil : ForeignText.decodingEntities(String(value))
  }
}

extension Unicode.GeneralCategory {
  /// Whether CommonMark takes a character for punctuation (section 2.1).
  var isPunctuationOrSymbol: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

extension MarkdownInlineReader {
  /// The target of a link that is named elsewhere.
  func definition(_ label: some Sequence<Unicode.Scalar>) -> String? {
    guard !document.definitions.isEmpty else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: label)
    return document.definitions[name.lowercased()].map { document.source.text(in: $0) }
  }
}
