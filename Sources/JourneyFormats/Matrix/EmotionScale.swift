/// A scale on which emotions are given, to be turned into the model's, which goes from −2 to +2.
struct EmotionScale: Equatable {
  let low: Double
  let high: Double

  /// The model's own.
  static let own = EmotionScale(low: -2, high: 2)

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// The scale that a heading states, as in `1–5`, `-2…+2`, `1 to 10` or `/10`.
  init?(stated text: String) {
    guard text.utf8.count <= 40 else { return nil }
    if text.first == "/", let high = ScoreNumber(text.dropFirst()) {
      self.init(low: 1, high: high.value)
    } else {
      guard let (low, after) = ScoreNumber.first(of: text[...]) else { return nil }
      var rest = after.drop(while: \.isWhitespace)
      if let first = rest.first, ScoreNumber.isMinus(first) {
        rest = rest.dropFirst()
      } else {
        let start = rest.startIndex
        rest = rest.drop { $0.wholeNumberValue == nil && !ScoreNumber.isMinus($0) && $0 != "+" }
        guard rest.startIndex > start else { return nil }
      }
      guard let high = ScoreNumber(rest.drop(while: \.isWhitespace)) else { return nil }
      self.init(low: low.value, high: high.value)
    }
    guard low < high else { return nil }
  }

  /// The scale that numbers seem to be on; nil if they fit none.
  ///
  /// Small numbers are taken for what they say. Otherwise it is the smallest of the scales that people use and that hold them all:
  /// from −1, −3, −5, −10 or −100 to the same above zero where there are signs, and from 1 to 5 or 10, or 0 to 5, 10 or 100, where
  /// there are none.
  static func guessed(from numbers: [ScoreNumber]) -> EmotionScale? {
    let low = numbers.reduce(0) { min($0, $1.value) }
    let high = numbers.reduce(0) { max($0, $1.value) }
    let hasPlus = numbers.contains(where: \.hasPlus)
    if low >= -2, high <= 2 {
      let hasFraction = numbers.contains { $0.value != $0.value.rounded() }
      let isSmall = low < 0 && low >= -1 && high <= 1 && hasFraction && !hasPlus
      return isSmall ? EmotionScale(low: -1, high: 1) : own
    }
    if low < 0 || hasPlus {
      return [3, 5, 10, 100].first { $0 >= max(-low, high) }.map { EmotionScale(low: -$0, high: $0) }
    }
    let begin: Double = numbers.contains { $0.value < 1 } ? 0 : 1
    return [5, 10, 100].first { $0 >= high }.map { EmotionScale(low: $0 == 100 ? 0 : begin, high: $0) }
  }

  /// A number of this scale on the model's, with two decimals; nil if it lies outside.
  func emotion(_ value: Double) -> Double? {
    guard value >= low, value <= high else { return nil }
    if self == .own { return value == 0 ? 0 : value }
    let emotion = (((value - low) / (high - low) * 4 - 2) * 100).rounded() / 100
    return emotion == 0 ? 0 : emotion
  }

  /// How headings spell it.
  var spelling: String { "\(Self.spelled(low))…\(Self.spelled(high))" }

  /// How messages spell it.
  var words: String { "\(Self.spelled(low)) to \(Self.spelled(high))" }

  private static func spelled(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}

/// A short number as people write it: with a sign, a point or a comma before its fraction, and in the digits of any script.
struct ScoreNumber: Equatable {
  let value: Double
  /// Whether a plus stands before it.
  let hasPlus: Bool
  /// Whether a comma stands before its fraction.
  let hasComma: Bool

  /// The number that a text is.
  init?(_ text: some StringProtocol) {
    guard let (number, rest) = Self.first(of: Substring(text)), rest.isEmpty else { return nil }
    self = number
  }

  /// The number as an emotion is written.
  init(written value: Double) {
    self.init(value: value, hasPlus: value > 0, hasComma: false)
  }

  private init(value: Double, hasPlus: Bool, hasComma: Bool) {
    self.value = value
    self.hasPlus = hasPlus
    self.hasComma = hasComma
  }

  /// The number with which a text begins, and what follows it.
  static func first(of text: Substring) -> (number: ScoreNumber, rest: Substring)? {
    var rest = text
    var sign = 1.0
    var hasPlus = false
    if let first = rest.first, isMinus(first) || first == "+" || first == "＋" {
      hasPlus = !isMinus(first)
      sign = hasPlus ? 1 : -1
      rest = rest.dropFirst()
    }
    guard let (whole, digits) = takeDigits(&rest) else { return nil }
    var (value, hasComma) = (whole, false)
    if let mark = rest.first, ".,٫．，".contains(mark) {
      var fractionRest = rest.dropFirst()
      if let (fraction, places) = takeDigits(&fractionRest) {
        var divisor = 1.0
        for _ in 0..<places { divisor *= 10 }
        value += fraction / divisor
        hasComma = mark != "." && mark != "．"
        rest = fractionRest
      }
    }
    guard digits <= 9 else { return nil }
    return (ScoreNumber(value: value == 0 ? 0 : sign * value, hasPlus: hasPlus, hasComma: hasComma), rest)
  }

  /// Whether a character is a minus sign, or a dash that stands for one.
  static func isMinus(_ character: Character) -> Bool { "-−–—－﹣".contains(character) }

  private static func takeDigits(_ rest: inout Substring) -> (value: Double, count: Int)? {
    var (value, count) = (0.0, 0)
    while count < 10, let digit = rest.first?.wholeNumberValue, (0...9).contains(digit) {
      value = value * 10 + Double(digit)
      count += 1
      rest = rest.dropFirst()
    }
    return count > 0 ? (value, count) : nil
  }
}
