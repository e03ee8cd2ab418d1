/// Marks of emphasis, and which of them belong together (CommonMark 0.31, appendix, “process emphasis”).
///
/// `~` strikes through, and `==` marks in Obsidian; both need as many marks at either end.
struct MarkdownEmphasis {
  /// Marks of a kind beside one another.
  struct Run {
    let mark: Unicode.Scalar
    /// The piece of the text that they are.
    let piece: Int
    let length: Int
    let opens: Bool
    let closes: Bool
    /// How many of them are text.
    var left: Int
    /// The neighbours that may still be emphasis.
    fileprivate var previous: Int?
    fileprivate var next: Int?
  }

  private(set) var runs: [Run] = []
  /// The last run that may be emphasis.
  private(set) var last: Int?

  mutating func add(_ mark: Unicode.Scalar, _ length: Int, piece: Int, opens: Bool, closes: Bool) {
    if let last { runs[last].next = runs.count }
    runs.append(
      Run(mark: mark, piece: piece, length: length, opens: opens, closes: closes, left: length, previous: last))
    last = runs.count - 1
  }

  /// Matches what opens with what closes after a run, and forgets the runs there.
  mutating func match(after bottom: Int?) {
    /// Below which no opener stands, for each kind of closer.
    var floors: [Kind: Int] = [:]
    var closer = first(after: bottom)
    while let current = closer {
      guard runs[current].closes else {
        closer = runs[current].next
        continue
      }
      let kind = Kind(runs[current])
      if let opener = opener(for: current, above: floors[kind] ?? bottom ?? -1) {
        join(opener, current)
        if runs[current].left == 0 {
          closer = runs[current].next
          remove(current)
        }
        if runs[opener].left == 0 { remove(opener) }
      } else {
        floors[kind] = current - 1
        closer = runs[current].next
        if !runs[current].opens { remove(current) }
      }
    }
    if let bottom { runs[bottom].next = nil }
    last = bottom
  }

  private struct Kind: Hashable {
    let mark: Unicode.Scalar
    let opens: Bool
    let rest: Int

    init(_ run: Run) {
      mark = run.mark
      opens = run.opens
      rest = mark == "*" || mark == "_" ? run.length % 3 : run.length
    }
  }

  private func first(after bottom: Int?) -> Int? {
    if let bottom { return runs[bottom].next }
    var first = last
    while let current = first, let before = runs[current].previous { first = before }
    return first
  }

  private func opener(for closer: Int, above floor: Int) -> Int? {
    var opener = runs[closer].previous
    while let current = opener, current > floor {
      if runs[current].opens, fits(current, closer) { return current }
      opener = runs[current].previous
    }
    return nil
  }

  private func fits(_ opener: Int, _ closer: Int) -> Bool {
    let (one, two) = (runs[opener], runs[closer])
    guard one.mark == two.mark else { return false }
    guard one.mark == "*" || one.mark == "_" else { return one.left == two.left }
    let isOdd = (one.closes || two.opens) && (one.length + two.length) % 3 == 0
    return !isOdd || (one.length % 3 == 0 && two.length % 3 == 0)
  }

  private mutating func join(_ opener: Int, _ closer: Int) {
    let isWhole = runs[opener].mark == "~" || runs[opener].mark == "="
    let count = isWhole ? runs[opener].left : runs[opener].left >= 2 && runs[closer].left >= 2 ? 2 : 1
    runs[opener].left -= count
    runs[closer].left -= count
    // What stands between them can match nothing outside.
    runs[opener].next = closer
    runs[closer].previous = opener
  }

  private mutating func remove(_ run: Int) {
    let (previous, next) = (runs[run].previous, runs[run].next)
    if let previous { runs[previous].next = next }
    if let next { runs[next].previous = previous }
    if last == run { last = previous }
  }
}

extension MarkdownInlineReader {
  /// Takes marks that may be emphasis, by what stands on either side of them.
  mutating func readRun(of mark: Unicode.Scalar) {
    let start = index
    while index < scalars.count, scalars[index] == mark { index += 1 }
    let length = index - start
    guard mark == "=" ? length == 2 : mark == "~" ? length <= 2 : true else { return append(scalars[start..<index]) }
    let before = start > 0 ? scalars[start - 1] : " "
    let after = index < scalars.count ? scalars[index] : " "
    let isLeft = flanks(after, from: before)
    let isRight = flanks(before, from: after)
    var (opens, closes) = (isLeft, isRight)
    if mark == "_" {
      opens = isLeft && (!isRight || isPunctuation(before))
      closes = isRight && (!isLeft || isPunctuation(after))
    }
    let piece = endPiece()
    pieces.append("")
    emphasis.add(mark, length, piece: piece, opens: opens, closes: closes)
  }

  private func flanks(_ inner: Unicode.Scalar, from outer: Unicode.Scalar) -> Bool {
    if inner.properties.isWhitespace { return false }
    return !isPunctuation(inner) || outer.properties.isWhitespace || isPunctuation(outer)
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory.isPunctuationOrSymbol
  }
}
