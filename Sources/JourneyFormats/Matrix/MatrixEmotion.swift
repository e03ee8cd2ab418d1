import JourneyModel
import JourneySyntax
import JourneyTerms

/// An emotion as people write it into a cell: a number, a sign, a face, a word for it, alone or with a text.
struct MatrixEmotion: Equatable {
  /// What the text says beside the score; empty if there is nothing else.
  var text: String
  /// The score as it is written, on whatever scale; nil if there is none.
  var score: Double?
  /// Whether the score is a number, whose scale the whole row decides.
  var isNumber = false

  /// Reads a card of a lane of emotions; `readsComma` says whether `1,5` is a number.
  init(_ card: String, readsComma: Bool) {
    text = card
    if let number = Self.number(card, readsComma: readsComma) {
      (text, score, isNumber) = ("", number, true)
    } else if let sign = Self.signs[card] {
      (text, score) = ("", sign)
    } else if let (rest, number) = Self.scoreInBrackets(card, readsComma: readsComma) {
      (text, score, isNumber) = (rest, number, true)
    } else if let (rest, number) = Self.scoreAtStart(card, readsComma: readsComma) {
      (text, score, isNumber) = (rest, number, true)
    } else if let (rest, value) = Self.face(card) {
      (text, score) = (rest, value)
    } else if let value = Self.word(card) {
      score = value
    }
  }

  private static let signs: [String: Double] = [
    "++": 2, "+": 1, "+/-": 0, "±": 0, "-": -1, "−": -1, "--": -2, "−−": -2,
  ]

  private static func number(_ text: String, readsComma: Bool) -> Double? {
    CSVSpelling.number(text, readsComma: readsComma).flatMap { Double($0) }
  }

  /// `Curious (+1)`.
  private static func scoreInBrackets(_ card: String, readsComma: Bool) -> (String, Double)? {
    guard card.last == ")", let open = card.lastIndex(of: "(") else { return nil }
    let inside = String(card[card.index(after: open)...].dropLast())
    guard let number = number(inside, readsComma: readsComma) else { return nil }
    return (ForeignText.trimmed(card[..<open]), number)
  }

  /// `+1 Curious`, `−0,5: Curious`; a number without a sign may be part of the text.
  private static func scoreAtStart(_ card: String, readsComma: Bool) -> (String, Double)? {
    guard let first = card.first, "+-−".contains(first) else { return nil }
    let word = card.prefix { !$0.isWhitespace && $0 != ":" }
    var rest = ForeignText.trimmed(card[word.endIndex...].drop { $0 == ":" || $0.isWhitespace })
    if rest.first == "(", rest.last == ")" { rest = ForeignText.trimmed(rest.dropFirst().dropLast()) }
    guard !rest.isEmpty, let number = number(String(word), readsComma: readsComma) else { return nil }
    return (rest, number)
  }

  /// A face or stars at the beginning or the end.
  private static func face(_ card: String) -> (String, Double)? {
    let stars = card.filter { $0 == "★" || $0 == "⭐" }.count
    let blank = card.filter { $0 == "☆" }.count
    if stars + blank == card.count, stars > 0, stars <= 5 { return ("", Double(stars) - 3) }
    for (face, score) in faces {
      if card.hasPrefix(face) { return (rest(card.dropFirst(face.count)), score) }
      if card.hasSuffix(face) { return (rest(card.dropLast(face.count)), score) }
    }
    return nil
  }

  private static func rest(_ text: Substring) -> String {
    // A variation selector says that the face is to be drawn in colour.
    ForeignText.trimmed(text.filter { $0 != "\u{FE0F}" })
  }

  private static let faces: [(String, Double)] = [
    (">:(", -2), (":'(", -2), (":-((", -2), (":((", -2), (":-))", 2), (":))", 2), (":-D", 2), (":D", 2), (":-)", 1),
    (":)", 1), (":-|", 0), (":|", 0), (":-(", -1), (":(", -1), ("😍", 2), ("🤩", 2), ("🥰", 2), ("😁", 2), ("😄", 2),
    ("😃", 2), ("😀", 2), ("🎉", 2), ("🙂", 1), ("😊", 1), ("☺", 1), ("😌", 1), ("👍", 1), ("😐", 0), ("😶", 0),
    ("😑", 0), ("🤔", 0), ("🙁", -1), ("☹", -1), ("😕", -1), ("😟", -1), ("😞", -1), ("😒", -1), ("👎", -1), ("😡", -2),
    ("😠", -2), ("🤬", -2), ("😢", -2), ("😭", -2), ("😫", -2), ("😩", -2), ("😤", -2),
  ]

  /// A term for how good a feeling is, in any language.
  private static func word(_ card: String) -> Double? {
    switch TermIndex.of("emotion")[card] {
    case "emotion.very-negative": -2
    case "emotion.negative": -1
    case "emotion.neutral": 0
    case "emotion.positive": 1
    case "emotion.very-positive": 2
    default: nil
    }
  }
}

/// The scale on which the scores of a row are given.
struct EmotionScale: Equatable {
  private let low: Double
  private let high: Double

  /// The scale of our own, from −2 to +2.
  static let own = EmotionScale(low: -2, high: 2)

  /// The smallest usual scale that holds all numbers of a row: −2…+2, or 1…5 and 1…10 as other tools have them, or one that is
  /// the same on both sides of zero.
  init?(of numbers: [Double]) {
    let least = numbers.min() ?? 0
    let most = numbers.max() ?? 0
    if least >= -2, most <= 2 {
      self = .own
    } else if least >= 0, most <= 5, least >= 1 {
      self = EmotionScale(low: 1, high: 5)
    } else if least >= 0, most <= 10 {
      self = EmotionScale(low: least >= 1 ? 1 : 0, high: 10)
    } else if let limit = [3.0, 5, 10, 100].first(where: { max(-least, most) <= $0 }) {
      self = EmotionScale(low: least < 0 ? -limit : 0, high: limit)
    } else {
      return nil
    }
  }

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// A score on our own scale.
  func own(_ score: Double) -> Double {
    guard self != .own else { return score }
    return ((-2 + 4 * (score - low) / (high - low)) * 1000).rounded() / 1000
  }

  /// The scale in words.
  var words: String { "from \(JSONNumber.spelling(low)) to \(JSONNumber.spelling(high))" }
}
