/// The cards in a cell: one a line, as people write them, with or without bullets.
///
/// A backslash at the end of a line says that the card goes on in the next one. It is only needed, and only written, for cards of
/// several lines.
enum CellText {
  /// A card's text.
  struct Item {
    var text: String
    /// Whether it is a bullet or a dash and nothing else, which says nothing in most lanes.
    var isBare: Bool
  }

  /// The cards of a cell.
  static func items(of cell: String) -> [Item] {
    var items = unbroken(cell).compactMap(item)
    removeNumbers(from: &items)
    return items.map(\.item)
  }

  /// The cell that holds cards, from which ``items(of:)`` reads them again.
  static func written(_ texts: [String]) -> String {
    // In a single line nothing can go on, so its backslashes are what they are.
    let isLine = texts.count == 1 && !texts[0].contains("\n")
    return texts.map { text in
      let needsBullet =
        withoutBullet(text) != nil || isBare(text) || number(of: text) != nil || text.first?.isWhitespace ?? false
      return (needsBullet ? "* " : "") + (isLine ? text : broken(text))
    }.joined(separator: "\n")
  }

  /// The cards of a written cell as they are spelled there, each with its bullet and backslashes.
  static func cards(of cell: String) -> [String] {
    var cards: [String] = []
    var isBegun = false
    for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
      if isBegun { cards[cards.count - 1] += "\n" + line } else { cards.append(String(line)) }
      isBegun = endingUnescaped(String(line)).goesOn
    }
    return cards
  }

  /// The lines of a cell, those together that a backslash joins; and items that a bullet parts within a single line.
  private static func unbroken(_ cell: String) -> [String] {
    guard cell.contains("\n") else { return inline(cell) }
    var texts: [String] = []
    var isBegun = false
    for line in cell.split(separator: "\n", omittingEmptySubsequences: false) {
      let (text, goesOn) = endingUnescaped(String(line))
      if isBegun { texts[texts.count - 1] += "\n" + text } else { texts.append(text) }
      isBegun = goesOn
    }
    // Nothing follows the last backslash, so it is a character like others.
    if isBegun { texts[texts.count - 1] += "\\" }
    return texts
  }

  /// A line whose backslashes at its end are taken two for one, and whether one is left over.
  private static func endingUnescaped(_ line: String) -> (text: String, goesOn: Bool) {
    let count = line.reversed().prefix { $0 == "\\" }.count
    guard count > 0 else { return (line, false) }
    return (line.dropLast(count) + String(repeating: "\\", count: count / 2), count % 2 == 1)
  }

  private static func broken(_ text: String) -> String {
    guard text.contains("\\") || text.contains("\n") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line + String(repeating: "\\", count: line.reversed().prefix { $0 == "\\" }.count)
    }
    return lines.joined(separator: "\\\n")
  }

  /// The items of a line that some export has put side by side: "• one • two".
  private static func inline(_ line: String) -> [String] {
    guard let bullet = line.first, isMark(bullet), line.dropFirst().contains(bullet) else { return [line] }
    return line.split(separator: bullet).map(String.init)
  }

  private static func item(_ line: String) -> (item: Item, hasBullet: Bool)? {
    let text = ForeignText.trimmed(line)
    guard !text.isEmpty else { return nil }
    if isBare(text) { return (Item(text: text, isBare: true), true) }
    guard let rest = withoutBullet(text) else { return (Item(text: text, isBare: false), false) }
    return (Item(text: rest, isBare: false), true)
  }

  /// Takes off numbers where they count the cards from one on.
  private static func removeNumbers(from items: inout [(item: Item, hasBullet: Bool)]) {
    var expected = 1
    for index in items.indices where !items[index].hasBullet {
      guard let (number, rest) = number(of: items[index].item.text), number == expected else { continue }
      items[index].item.text = rest
      expected += 1
    }
  }

  /// The number of an item that begins with one and a point or a parenthesis, and the text after it.
  private static func number(of text: String) -> (Int, String)? {
    let digits = text.prefix(3).prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard let number = Int(digits), let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first?.isWhitespace ?? false
    else { return nil }
    let item = ForeignText.trimmed(rest.dropFirst())
    return item.isEmpty ? nil : (number, item)
  }

  /// The text after a bullet; nil if there is none, or nothing after it.
  private static func withoutBullet(_ text: String) -> String? {
    guard let first = text.first, let second = text.dropFirst().first else { return nil }
    let isBullet: Bool
    if isMark(first) {
      isBullet = true
    } else if "*/".contains(first) {
      isBullet = second.isWhitespace
    } else {
      isBullet = ScoreNumber.isMinus(first) && (second.isWhitespace || second.isLetter)
    }
    guard isBullet else { return nil }
    let rest = ForeignText.trimmed(text.dropFirst())
    return rest.isEmpty ? nil : rest
  }

  private static func isBare(_ text: String) -> Bool {
    guard let first = text.first, text.dropFirst().isEmpty else { return false }
    return isMark(first) || "*/".contains(first) || ScoreNumber.isMinus(first)
  }

  /// Whether a character is nothing but a bullet.
  private static func isMark(_ character: Character) -> Bool {
    "•‣▪▫◦●○■□➢➤→✓✔☐☑·⁃►▶❖◆◇・".contains(character)
  }
}
