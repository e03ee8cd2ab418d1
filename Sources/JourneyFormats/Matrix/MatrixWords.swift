import JourneyModel
import JourneyTerms

/// The words by which the rows and columns of a table say what they are, in any of the languages.
enum MatrixWords {
  /// What the corner of a table can say of the row that it begins, or of the column below it.
  enum Corner {
    case stage, step, lane, actor
  }

  /// No text that is longer is a heading.
  static let longestHeading = 120

  /// What a corner says; nil if it is something else.
  static func corner(_ text: String) -> Corner? {
    guard text.utf8.count <= longestHeading else { return nil }
    if let word = word(text) { return word }
    // "Lane / Stage", "Phase →": what names the columns says more than what names the rows.
    let parts = text.split { "/\\|→>↓+".contains($0) || $0.isNewline }
    guard (1...3).contains(parts.count) else { return nil }
    let words = parts.map { word(String($0)) }
    return words.contains(nil) ? nil : words.compactMap { $0 }.min { rank($0) < rank($1) }
  }

  private static func rank(_ corner: Corner) -> Int {
    switch corner {
    case .stage: 0
    case .step: 1
    case .actor: 2
    case .lane: 3
    }
  }

  private static func word(_ text: String) -> Corner? {
    switch TermIndex.of("map")[text] {
    case "map.stage": .stage
    case "map.step": .step
    case "map.lane": .lane
    case "map.actor", "map.persona", "map.buyer-persona", "map.stakeholder": .actor
    default: nil
    }
  }

  /// The line of a service blueprint that a text names.
  static func line(_ text: String) -> BlueprintLine? {
    guard text.utf8.count <= longestHeading else { return nil }
    return TermIndex.of("line")[text].flatMap { BlueprintLine(rawValue: String($0.dropFirst("line.".count))) }
  }

  /// The state that a text names.
  static func state(_ text: some StringProtocol) -> MapState? {
    guard text.utf8.count <= longestHeading else { return nil }
    return TermIndex.of("state")[String(text)].flatMap { MapState(rawValue: String($0.dropFirst("state.".count))) }
  }

  /// What a text in parentheses at the end of another says, and the text before it.
  static func parenthesis(atEndOf text: some StringProtocol) -> (before: String, inside: String)? {
    guard text.last == ")" || text.last == "）" else { return nil }
    var depth = 0
    // What is inside may have parentheses of its own, as in "(現状（As-Is）)".
    let open = text.indices.reversed().first { index in
      switch text[index] {
      case ")", "）": depth += 1
      case "(", "（": depth -= 1
      default: break
      }
      return depth == 0
    }
    guard let open else { return nil }
    let inside = text[text.index(after: open)...].dropLast()
    return (ForeignText.trimmed(text[..<open]), ForeignText.trimmed(inside))
  }
}

/// What the rows above a table say of the map, each with a label before it.
enum MatrixLabel {
  case title
  case kind(MapKind)
  case scenario, goals, owner, persona, actor

  /// The label that a text is.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= MatrixWords.longestHeading else { return nil }
    let text = String(text)
    if let key = TermIndex.of("kind")[text], let kind = MapKind(rawValue: String(key.dropFirst("kind.".count))) {
      self = .kind(kind)
      return
    }
    switch TermIndex.of("map")[text] {
    case "map.customer-journey", "map.customer-journey-map": self = .title
    case "map.scenario": self = .scenario
    case "map.goal": self = .goals
    case "map.owner": self = .owner
    case "map.persona", "map.buyer-persona": self = .persona
    case "map.actor", "map.stakeholder": self = .actor
    default: return nil
    }
  }

  /// A label and its value in one text, as in "Persona: Anna".
  static func split(_ text: String) -> (label: MatrixLabel, value: String)? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), let label = MatrixLabel(text[..<colon])
    else { return nil }
    let value = ForeignText.trimmed(text[text.index(after: colon)...])
    return value.isEmpty ? nil : (label, value)
  }
}
