import JourneyModel
import JourneyTerms

/// What the words in the head and the first column of a table mean, in any of the languages.
enum MatrixWords {
  /// What a lane’s label says: its type, and an actor’s name beside it.
  struct Label {
    var key: String
    var actor = ""
    var state: MapState?

    /// Takes what stands beside the lane's word: the state that the lane shows, or else an actor.
    init(key: String, beside text: String = "") {
      self.key = key
      let name = ForeignText.trimmed(text)
      if let word = TermIndex.of("state")[name] {
        state = MapState(rawValue: String(word.dropFirst("state.".count)))
      } else {
        actor = name
      }
    }
  }

  /// Whether a text is nothing but the word for a lane.
  static func isLane(_ text: String) -> Bool { TermIndex.of("lane")[text] != nil }

  /// The lane that a label names, as `Actions`, `Actions (Anna)` or `Anna – Actions`; nil if it is none that is known.
  static func lane(_ label: String) -> Label? {
    let index = TermIndex.of("lane")
    if let key = index[label] { return Label(key: key) }
    if label.last == ")" || label.last == "）", let open = label.firstIndex(where: { $0 == "(" || $0 == "（" }),
      let key = index[String(label[..<open])]
    {
      return Label(key: key, beside: String(label[label.index(after: open)...].dropLast()))
    }
    for separator in [" – ", " — ", " - ", ": ", " | ", "："] {
      guard let place = label.firstRange(of: separator) else { continue }
      let (left, right) = (String(label[..<place.lowerBound]), String(label[place.upperBound...]))
      if let key = index[left] { return Label(key: key, beside: right) }
      if let key = index[right] { return Label(key: key, beside: left) }
    }
    return nil
  }

  /// Whether a text is the head of the stages or steps, such as `Phase` or `Vaihe`.
  static func isStageOrStep(_ text: String) -> Bool {
    switch TermIndex.of("map")[text] {
    case "map.stage", "map.step": true
    default: false
    }
  }

  /// Whether a text is the head of the column of actors.
  static func isActor(_ text: String) -> Bool {
    switch TermIndex.of("map")[text] {
    case "map.actor", "map.persona", "map.stakeholder", "map.buyer-persona": true
    default: false
    }
  }

  /// The field of the map that a text before the table names.
  static func field(_ text: String) -> String? { TermIndex.of("map")[text] }

  /// The language that most labels are terms of, if they are enough and no other language has as many.
  static func language(of labels: [String]) -> String? {
    let folded = labels.map(TermIndex.folded)
    var counts: [(language: String, count: Int)] = []
    for language in Languages.all {
      let terms = Terms.in(language)
      let known = Set(
        (terms.keys(in: "lane") + ["map.stage", "map.step"]).flatMap(terms.spellings).map(TermIndex.folded))
      counts.append((language, folded.filter(known.contains).count))
    }
    let best = counts.max { $0.count < $1.count }
    guard let best, best.count >= 2, best.count * 2 >= labels.count else { return nil }
    return counts.filter { $0.count == best.count }.count == 1 ? best.language : nil
  }
}
