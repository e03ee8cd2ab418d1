import JourneyTerms

/// Words for feelings, as people write them where a number or a name should stand.
enum FeelingWords {
  /// The emotion that a word stands for, from −2 to +2; nil if it is no word for a feeling.
  ///
  /// ```swift
  /// FeelingWords.emotion(of: "Frustrated")  // −1
  /// FeelingWords.emotion(of: "Svært negativ")  // −2
  /// ```
  static func emotion(of text: String) -> Double? {
    let word = TermIndex.folded(text)
    guard !word.isEmpty else { return nil }
    if let key = TermIndex.of("emotion")[text] { return terms[key] }
    return english[word]
  }

  /// The terms that are feelings and nothing else; joy and trust are also what people and bodies are called.
  private static let terms: [String: Double] = [
    "emotion.very-negative": -2, "emotion.negative": -1, "emotion.neutral": 0, "emotion.positive": 1,
    "emotion.very-positive": 2, "emotion.satisfaction": 1, "emotion.fear": -1, "emotion.frustration": -1,
  ]

  /// What people are in English, the language of most diagrams.
  private static let english: [String: Double] = [
    "happy": 1, "very happy": 2, "glad": 1, "pleased": 1, "satisfied": 1, "content": 1, "confident": 1, "relieved": 1,
    "hopeful": 1, "curious": 1, "interested": 1, "excited": 2, "delighted": 2, "thrilled": 2, "overjoyed": 2,
    "ecstatic": 2, "amazed": 2, "calm": 0, "ok": 0, "okay": 0, "meh": 0, "indifferent": 0, "unsure": -1,
    "uncertain": -1,
    "confused": -1, "worried": -1, "anxious": -1, "nervous": -1, "bored": -1, "annoyed": -1, "impatient": -1,
    "overwhelmed": -1, "stressed": -1, "disappointed": -1, "dissatisfied": -1, "sad": -1, "unhappy": -1,
    "frustrated": -1, "very frustrated": -2, "angry": -2, "furious": -2, "desperate": -2, "afraid": -1, "scared": -1,
  ]
}
