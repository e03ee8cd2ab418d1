/// The cards in a cell of a table: one a line, with or without bullets.
enum MatrixCards {
  /// The texts of the cards.
  static func texts(in cell: String) -> [String] {
    cell.split { $0 == "\n" || $0 == "\u{2028}" }.map { withoutBullet(ForeignText.trimmed($0)) }.filter { !$0.isEmpty }
  }

  /// A card as a line of a cell, with a bullet where its own beginning would be taken for one.
  static func line(_ text: String) -> String {
    let line = text.split { $0 == "\n" }.map { ForeignText.trimmed($0) }.joined(separator: " ")
    return withoutBullet(line) == line ? line : "• " + line
  }

  private static func withoutBullet(_ line: String) -> String {
    for bullet in ["•", "◦", "▪", "■", "●", "‣", "·", "➢", "✓"] where line.hasPrefix(bullet) {
      return ForeignText.trimmed(line.dropFirst(bullet.count))
    }
    for bullet in ["- ", "* ", "– ", "— ", "/ ", "> "] where line.hasPrefix(bullet) {
      return ForeignText.trimmed(line.dropFirst(bullet.count))
    }
    // A number with a point or a bracket counts the items.
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let mark = rest.first, mark == "." || mark == ")",
      rest.dropFirst().first == " "
    else { return line }
    return ForeignText.trimmed(rest.dropFirst(2))
  }
}
