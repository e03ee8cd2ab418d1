import JourneyModel

/// What became of a touchpoint, in the words of CJML and in ours.
enum CJMLCompliance {
  private static let words: [(word: String, usage: Usage)] = [
    ("completed", .used), ("missing", .missing), ("failing", .failed), ("adhoc", .adHoc),
  ]

  /// What became of a touchpoint; one that is no part of the plan has an id that begins with D.
  static func usage(of word: String, isPlanned: Bool, isDeviation: Bool) -> Usage {
    if let known = words.first(where: { $0.word == word.lowercased() }) { return known.usage }
    return isPlanned ? .planned : isDeviation ? .adHoc : .used
  }

  /// The word for what became of it; nil if CJML has none.
  static func word(for usage: Usage) -> String? { words.first { $0.usage == usage }?.word }
}
