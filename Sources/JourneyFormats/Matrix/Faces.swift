/// Faces and other pictures that tell an emotion.
///
/// What each means follows its name in Unicode: grinning is better than smiling, pouting worse than frowning.
enum Faces {
  /// The emotion of the face that begins a text, and the text after it and after others that follow at once.
  static func first(of text: String) -> (emotion: Double, rest: String)? {
    guard let face = text.first, let emotion = emotion(of: face) else { return nil }
    return (emotion, ForeignText.trimmed(text.drop { self.emotion(of: $0) != nil }))
  }

  /// The emotion of the face that ends a text, and the text before it.
  static func last(of text: String) -> (emotion: Double, rest: String)? {
    guard let face = text.last, let emotion = emotion(of: face) else { return nil }
    var rest = Substring(text)
    while let last = rest.last, self.emotion(of: last) != nil { rest.removeLast() }
    return (emotion, ForeignText.trimmed(rest))
  }

  /// The emotion that an emoticon tells, such as `:-)`.
  static func emoticon(_ text: some StringProtocol) -> Double? {
    guard text.utf8.count <= 5 else { return nil }
    return emoticons[String(text.filter { $0 != "-" && $0 != "^" }).uppercased()]
  }

  /// What stars tell, out of five or as many as there are: `★★★☆☆`.
  static func stars(_ text: String) -> Double? {
    var (full, empty) = (0, 0)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "★", "⭐", "🌟": full += 1
      case "☆", "✩": empty += 1
      case "\u{FE0F}", " ": continue
      default: return nil
      }
    }
    guard full + empty > 0 else { return nil }
    return EmotionScale(low: 1, high: Double(max(5, full + empty))).emotion(Double(max(1, full)))
  }

  /// The emotion of a character, whatever its colour of skin or its variant.
  private static func emotion(of character: Character) -> Double? {
    guard !character.isASCII, let scalar = character.unicodeScalars.first, let emotion = emotions[scalar],
      character.unicodeScalars.dropFirst().allSatisfy({ $0.value == 0xFE0F || (0x1F3FB...0x1F3FF).contains($0.value) })
    else { return nil }
    return emotion
  }

  private static let emotions: [Unicode.Scalar: Double] = {
    let faces: [(Double, String)] = [
      (2, "😀😃😄😁😆😂🤣😍🥰🤩🥳😻😎😇💯🎉"), (1, "🙂😊☺😌😉😋🤗😏👍😺😸❤💚"), (0, "😐😑😶🤔🤷😮🟡"),
      (-1, "🙁☹😕😟😞😔😒😣😖😩😫😢😥😓😰😬😨😧😦😳🙄👎😿🟠"), (-2, "😡😠🤬😤😭😱🤮🤢💔👿😾🔴"), (1, "🟢"),
    ]
    var emotions: [Unicode.Scalar: Double] = [:]
    for (emotion, characters) in faces {
      for scalar in characters.unicodeScalars { emotions[scalar] = emotion }
    }
    return emotions
  }()

  private static let emoticons: [String: Double] = [
    ":)": 1, "=)": 1, "(:": 1, ";)": 1, ":D": 2, "=D": 2, "XD": 2, ":P": 1, "<3": 2, ":|": 0, "=|": 0, ":/": -1,
    ":\\": -1,
    ":(": -1, "=(": -1, "):": -1, ":'(": -2, ">:(": -2, ":C": -1, ":O": 0,
  ]
}
