import JourneyModel
import JourneyTerms

/// What the head of a row says of its lane.
///
/// A heading is a title, and behind it in parentheses what the title does not say: the lane's type, whether it shows what is or what
/// is wished for, a number that tells it from lanes of the same name, and the scale of its emotions. People write hardly any of
/// these; a title that is a term in some language is enough.
struct LaneHeading {
  /// What the lane is about; nil if the heading is no known word.
  private(set) var type: LaneType?
  /// Whether it is drawn as a curve.
  private(set) var isCurve = false
  /// Whether it shows what is or what is wished for.
  private(set) var state: MapState?
  /// The scale of its emotions, if the heading says it.
  private(set) var scale: EmotionScale?
  /// The heading without what stands in parentheses and is understood.
  private(set) var title: String
  /// The key of a term that was recognized, and its spelling.
  private(set) var term: (key: String, spelling: String)?
  /// Whether the title is nothing but that term.
  private(set) var isTerm = false
  /// What stands beside the term, in parentheses or behind a dash: perhaps whose lane it is.
  private(set) var beside = ""

  /// Understands a heading.
  init(_ text: String) {
    title = text
    var numbered: String?
    while let (before, inside) = MatrixWords.parenthesis(atEndOf: title), !before.isEmpty {
      if scale == nil, let scale = EmotionScale(stated: inside) {
        self.scale = scale
      } else if state == nil, let state = MatrixWords.state(inside) {
        self.state = state
      } else if numbered == nil, let number = Int(inside), number > 1 {
        numbered = title
      } else {
        if inside.utf8.count <= MatrixWords.longestHeading, let key = TermIndex.of("lane")[inside] {
          take(key, inside, title: before)
        }
        break
      }
      title = before
    }
    if term == nil, title.utf8.count <= MatrixWords.longestHeading { recognizeTitle() }
    if let numbered, type == nil {
      // A number tells lanes of a known type apart; otherwise it is part of the title.
      title = numbered
    } else if scale != nil, type != .emotions {
      // Of other lanes, "(9–17)" is part of the title.
      (scale, title) = (nil, text)
    }
  }

  private mutating func take(_ key: String, _ spelling: String, title: String) {
    term = (key, spelling)
    self.title = title
    isCurve = key == "lane.emotional-curve"
    type = isCurve ? .emotions : LaneType(rawValue: String(key.dropFirst("lane.".count)))
  }

  /// Takes what stands beside the term for something else than a part of the title.
  mutating func setAside() {
    title = term?.spelling ?? title
    isTerm = true
  }

  private mutating func recognizeTitle() {
    if let key = TermIndex.of("lane")[title] {
      take(key, title, title: title)
      isTerm = true
    } else if scale == nil, let space = title.lastIndex(of: " "),
      let scale = EmotionScale(stated: String(title[title.index(after: space)...])),
      let key = TermIndex.of("lane")[String(title[..<space])]
    {
      self.scale = scale
      take(key, String(title[..<space]), title: String(title[..<space]))
      isTerm = true
    } else if let (spelling, beside) = Self.termAndOther(title), let key = TermIndex.of("lane")[spelling] {
      take(key, spelling, title: title)
      self.beside = beside
    } else {
      for part in Self.parts(of: title) {
        guard let key = TermIndex.of("lane")[part] else { continue }
        return take(key, part, title: title)
      }
    }
  }

  /// A term and what stands beside it, as in "Actions (Anna)", "Actions – Anna" and "Anna: Actions".
  private static func termAndOther(_ title: String) -> (term: String, other: String)? {
    let index = TermIndex.of("lane")
    if let (before, inside) = MatrixWords.parenthesis(atEndOf: title), index[before] != nil { return (before, inside) }
    for separator in [" – ", " — ", " - ", ": ", "：", " | "] {
      guard let place = title.firstRange(of: separator) else { continue }
      let (left, right) = (String(title[..<place.lowerBound]), String(title[place.upperBound...]))
      if index[left] != nil { return (left, right) }
      if index[right] != nil { return (right, left) }
    }
    return nil
  }

  /// What of a longer heading may be the term, as in "Actions: what does she do?" or "Touchpoints / Channels".
  private static func parts(of title: String) -> [String] {
    var parts: [String] = []
    func add(_ part: Substring?) {
      if let part, part.count < title.count { parts.append(ForeignText.trimmed(part)) }
    }
    let letters = title.drop { !$0.isLetter }
    add(letters)
    add(letters.split(whereSeparator: \.isNewline).first)
    add(letters.split { ":：(（[–—?？!".contains($0) }.first)
    add(letters.split { "/&+,、・|".contains($0) }.first)
    if let space = letters.firstIndex(of: " ") {
      if TermIndex.of("role")[String(letters[..<space])] != nil { add(letters[space...]) }
      if let dash = letters.range(of: " - ") { add(letters[..<dash.lowerBound]) }
    }
    return parts
  }
}

extension Substring {
  /// Where a short text stands in this one first.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
