import JourneyTerms

/// A card of an emotions lane as people write it: "Curious (+1)", "+1", "😊 finds it", "4 – too slow", "Positiivne", ":(".
struct EmotionText {
  /// How an emotion is told.
  enum Rating: Equatable {
    /// Not at all.
    case none
    /// In itself: by a face or a term.
    case emotion(Double)
    /// By a number on the scale of its row.
    case number(ScoreNumber)
    /// By a number on a scale that stands with it, as in 4/5.
    case scaled(ScoreNumber, EmotionScale)
    /// By plus and minus signs.
    case signs(Double)
  }

  /// The text without what only tells the emotion.
  private(set) var text: String
  let rating: Rating
  /// The whole text.
  private(set) var original = ""

  /// Understands a card's text.
  init(_ text: String) {
    if let understood = Self.inParentheses(text) ?? Self.whole(text) ?? Self.atEnd(text) ?? Self.atStart(text) {
      self = understood
    } else {
      self.init(text, .none)
    }
    original = text
  }

  private init(_ text: some StringProtocol, _ rating: Rating) {
    self.text = ForeignText.trimmed(text)
    self.rating = rating
  }

  /// The text of a card, from which an ``EmotionText`` understands it again.
  static func written(_ text: String, emotion: Double?, decimal: Character) -> String {
    guard let emotion else {
      let understood = EmotionText(text)
      return understood.rating == .none && understood.text == text ? text : text + " (?)"
    }
    let number = spelled(emotion, decimal)
    return text.isEmpty ? number : "\(text) (\(number))"
  }

  private static func spelled(_ emotion: Double, _ decimal: Character) -> String {
    let emotion = (emotion * 10_000).rounded() / 10_000
    let number = Int(exactly: emotion).map(String.init) ?? "\(emotion)"
    return (emotion > 0 ? "+" : "") + number.map { $0 == "." ? String(decimal) : String($0) }.joined()
  }

  /// A text that is nothing but a rating.
  private static func whole(_ text: String) -> EmotionText? {
    if let rating = rating(text) { return EmotionText("", rating) }
    if let signs = signs(text) { return EmotionText("", .signs(signs)) }
    return term(text).map { EmotionText(text, .emotion($0)) }
  }

  /// A rating in parentheses behind a text: "slow (−1)"; a question mark there says that there is none.
  private static func inParentheses(_ text: String) -> EmotionText? {
    guard let (before, inside) = MatrixWords.parenthesis(atEndOf: text) else { return nil }
    if inside.isEmpty || inside == "?" { return EmotionText(before, .none) }
    if let rating = rating(inside) { return EmotionText(before, rating) }
    return term(inside).map { EmotionText(text, .emotion($0)) }
  }

  /// A rating behind a text: "slow 😡", "slow: 2", "slow −1", "slow 2/5".
  private static func atEnd(_ text: String) -> EmotionText? {
    if let (emotion, before) = Faces.last(of: text) { return EmotionText(before, .emotion(emotion)) }
    guard let space = text.lastIndex(where: \.isWhitespace) else { return nil }
    let last = text[text.index(after: space)...]
    let before = ForeignText.trimmed(text[..<space])
    if let emotion = Faces.emoticon(last) { return EmotionText(before, .emotion(emotion)) }
    guard let rating = rating(String(last)) else { return nil }
    switch rating {
    case .scaled: return EmotionText(before, rating)
    case .number(let number) where number.hasPlus || ScoreNumber.isMinus(last.first ?? "0"):
      return EmotionText(before, rating)
    case .number where before.hasSuffix(":") || before.hasSuffix("="):
      return EmotionText(before.dropLast(), rating)
    default: return nil
    }
  }

  /// A rating before a text: "+1 quick", "4: quick", "4 – quick", "😊 quick", "Positive: quick".
  private static func atStart(_ text: String) -> EmotionText? {
    if let (emotion, after) = Faces.first(of: text) { return EmotionText(withoutSeparator(after), .emotion(emotion)) }
    if let space = text.firstIndex(where: \.isWhitespace) {
      let first = text[..<space]
      let after = ForeignText.trimmed(text[space...])
      if let emotion = Faces.emoticon(first) { return EmotionText(after, .emotion(emotion)) }
      if let number = ScoreNumber(first), number.value.magnitude <= 100 {
        if number.hasPlus || ScoreNumber.isMinus(first.first ?? "0") { return EmotionText(after, .number(number)) }
        let rest = withoutSeparator(after)
        if rest != after, rest.first?.isNumber == false { return EmotionText(rest, .number(number)) }
      }
      if first.last == ":", let rating = rating(String(first.dropLast())) { return EmotionText(after, rating) }
    }
    let word = text.prefix { !":–—,;.!".contains($0) }
    return word.count < text.count ? term(String(word)).map { EmotionText(text, .emotion($0)) } : nil
  }

  /// A number, a share, stars or a face.
  private static func rating(_ text: String) -> Rating? {
    guard text.utf8.count <= 64 else { return nil }
    if let number = ScoreNumber(text) { return number.value.magnitude <= 100 ? .number(number) : nil }
    if let (number, rest) = ScoreNumber.first(of: text[...]), !rest.isEmpty {
      let rest = rest.drop(while: \.isWhitespace)
      if rest == "%" || rest == "٪" || rest == "％" { return .scaled(number, EmotionScale(low: 0, high: 100)) }
      if rest.first == "/", let high = ScoreNumber(rest.dropFirst().drop(while: \.isWhitespace)), high.value > 2 {
        return .scaled(number, EmotionScale(low: number.value < 1 ? 0 : 1, high: high.value))
      }
    }
    if let emotion = Faces.stars(text) ?? Faces.emoticon(text) { return .emotion(emotion) }
    if let (emotion, rest) = Faces.first(of: text), rest.isEmpty { return .emotion(emotion) }
    return nil
  }

  private static func signs(_ text: String) -> Double? {
    switch text.map({ ScoreNumber.isMinus($0) ? "-" : String($0) }).joined() {
    case "+": 1
    case "++", "+++": 2
    case "-": -1
    case "--", "---": -2
    case "+/-", "+-", "-/+", "±", "±0": 0
    default: nil
    }
  }

  /// What a term of the field says of an emotion.
  private static func term(_ text: String) -> Double? {
    guard text.utf8.count <= MatrixWords.longestHeading else { return nil }
    return switch TermIndex.of("emotion")[text] {
    case "emotion.very-positive", "emotion.joy": 2
    case "emotion.positive", "emotion.trust", "emotion.satisfaction": 1
    case "emotion.neutral": 0
    case "emotion.negative", "emotion.fear", "emotion.frustration": -1
    case "emotion.very-negative": -2
    default: nil
    }
  }

  /// The text after a sign that parts a rating from it; the text itself if there is none.
  private static func withoutSeparator(_ text: String) -> String {
    guard let first = text.first, ":-–—=|,".contains(first) else { return text }
    let rest = text.dropFirst()
    return rest.first?.isWhitespace ?? false || first == ":" ? ForeignText.trimmed(rest) : text
  }
}
