extension MarkdownInlineReader {
  /// No label or target of a link is looked for farther away.
  private static let farthest = 1_000
  /// No more brackets are kept that may yet begin a link.
  private static let mostBrackets = 100

  mutating func openBracket(isImage: Bool = false) {
    if !isImage, next() == "[", readWikiLink() { return }
    let start = endPiece()
    pieces.append(isImage ? "![" : "[")
    if brackets.count < Self.mostBrackets {
      brackets.append(Bracket(piece: start, index: index, isImage: isImage, run: emphasis.last))
    }
    index += 1
  }

  mutating func closeBracket() {
    guard let open = brackets.popLast() else { return literalBracket() }
    guard open.isActive, let (address, end) = target(from: open) else { return literalBracket() }
    let piecesEnd = endPiece()
    emphasis.match(after: open.run)
    pieces[open.piece] = ""
    if !open.isImage {
      if !address.isEmpty { links.append((open.piece..<piecesEnd, address)) }
      // A link holds no other one.
      for place in brackets.indices.reversed() {
        if !brackets[place].isActive { break }
        if !brackets[place].isImage { brackets[place].isActive = false }
      }
    }
    index = end
  }

  private mutating func literalBracket() {
    append(CollectionOfOne("]" as Unicode.Scalar))
    index += 1
  }

  /// Where a link leads whose text ends here, and where it ends.
  private func target(from open: Bracket) -> (address: String, end: Int)? {
    if next() == "(", let inline = inlineTarget(at: index + 2) { return inline }
    let text = scalars[(open.index + 1)..<index]
    if next() == "[" {
      let rest = scalars[(index + 2)...].prefix(Self.farthest)
      if let close = rest.firstIndex(of: "]") {
        let label = close > rest.startIndex ? rest[..<close] : text
        return definition(label).map { (Self.address(of: $0), close + 1) }
      }
    }
    guard text.count <= Self.farthest else { return nil }
    return definition(text).map { (Self.address(of: $0), index + 1) }
  }

  /// What closes a title, by what opens it.
  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "(": ")"]

  /// What stands in parentheses: an address, and perhaps a title.
  private func inlineTarget(at start: Int) -> (address: String, end: Int)? {
    let limit = min(scalars.count, start + Self.farthest)
    var place = skipSpace(start, limit)
    guard let address = address(at: &place, limit) else { return nil }
    place = skipSpace(place, limit)
    if place < limit, let close = Self.quotes[scalars[place]] {
      place += 1
      while place < limit, scalars[place] != close, scalars[place] != "(" || close != ")" {
        place += scalars[place] == "\\" ? 2 : 1
      }
      place = skipSpace(place + 1, limit)
    }
    return place < limit && scalars[place] == ")" ? (address, place + 1) : nil
  }

  private func skipSpace(_ start: Int, _ limit: Int) -> Int {
    var place = start
    while place < limit, scalars[place] == " " || scalars[place] == "\n" || scalars[place] == "\t" { place += 1 }
    return place
  }

  private func address(at place: inout Int, _ limit: Int) -> String? {
    var address = String.UnicodeScalarView()
    let isBracketed = place < limit && scalars[place] == "<"
    if isBracketed { place += 1 }
    var depth = 0
    while place < limit {
      let scalar = scalars[place]
      if scalar == "\\", place + 1 < limit, scalars[place + 1].isASCII,
        scalars[place + 1].properties.generalCategory.isPunctuationOrSymbol
      {
        address.append(scalars[place + 1])
        place += 2
        continue
      }
      if isBracketed {
        if scalar == ">" {
          place += 1
          return ForeignText.decodingEntities(String(address))
        }
        if scalar == "<" || scalar == "\n" { return nil }
      } else {
        if scalar.value <= 0x20 || (scalar == ")" && depth == 0) { break }
        if scalar == "(" { depth += 1 }
        if depth > 32 { return nil }
        if scalar == ")" { depth -= 1 }
      }
      address.append(scalar)
      place += 1
    }
    return isBracketed || depth != 0 ? nil : ForeignText.decodingEntities(String(address))
  }

  /// The address in a definition, without its title.
  private static func address(of definition: String) -> String {
    if definition.hasPrefix("<") { return String(definition.dropFirst().prefix { $0 != ">" }) }
    return String(definition.prefix { !$0.isWhitespace })
  }

  /// The links of wikis and of Obsidian: `[[page]]`, `[[page|what it shows]]`.
  private mutating func readWikiLink() -> Bool {
    let rest = scalars[(index + 2)...].prefix(Self.farthest)
    guard let close = rest.firstIndex(where: { $0 == "]" || $0 == "[" || $0 == "\n" }), close > rest.startIndex,
      scalars[close] == "]", close + 1 < scalars.count, scalars[close + 1] == "]"
    else { return false }
    let shown = rest[..<close].lastIndex(of: "|").map { rest[($0 + 1)..<close] } ?? rest[..<close]
    append(shown)
    index = close + 2
    return true
  }
}
