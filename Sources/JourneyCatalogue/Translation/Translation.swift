import JourneyFormats
import JourneyModel
import JourneyTerms

/// A map in another language, as far as its words are known: terms of the field, and texts of the template it was made from.
///
/// What somebody wrote themselves stays as it is and is listed.
public struct Translation: Sendable {
  /// The map, with its new language.
  public private(set) var map: JourneyMap
  /// The language that was asked for, as one of ``Languages/all``.
  public let language: String
  /// The paths and texts that stay as they were, in the order of the map.
  public private(set) var kept: [(path: String, text: String)] = []

  /// Translates a map.
  ///
  /// - Parameters:
  ///   - map: The map; without a language of its own its terms are recognized in any language.
  ///   - tag: The language to translate into.
  ///   - catalogue: Where the template is that the map was made from.
  /// - Returns: The translation, or nil if the language is none of ``Languages/all`` and none of them serves it.
  public static func of(_ map: JourneyMap, into tag: String, catalogue: Catalogue = Catalogue()) -> Translation? {
    guard let language = Languages.serving(tag) else { return nil }
    var translation = Translation(map: map, language: language)
    translation.translateTexts(TemplateTexts(of: map, into: language, catalogue))
    translation.translateWords()
    translation.map.language = language
    return translation
  }

  private init(map: JourneyMap, language: String) {
    self.map = map
    self.language = language
  }

  private mutating func translateTexts(_ template: TemplateTexts) {
    let words = TermTranslation(from: map.language, into: language)
    let lanes = Dictionary(map.lanes.map { ($0.id, $0.kind.known ?? .custom) }) { first, _ in first }
    var kept: [(String, String)] = []
    map.forEachProse { path, text in
      let spelled = FlatEntry.spelled(path)
      let old = text
      if let known = Self.termGroups(for: path, lanes).lazy.compactMap({ words.term(for: old, in: $0) }).first {
        text = known
      } else if let known = template.translation(of: text, at: spelled) {
        text = known
      } else if text.contains(where: \.isLetter) {
        kept.append((spelled, text))
      }
    }
    self.kept = kept
  }

  /// Roles and channels that are written in words of a language and not as the model spells them.
  private mutating func translateWords() {
    let words = TermTranslation(from: map.language, into: language)
    for actor in map.actors.indices {
      for role in map.actors[actor].roles.indices { words.translate(&map.actors[actor].roles[role]) }
    }
    for stage in map.stages.indices {
      words.translate(&map.stages[stage].cards)
      for step in map.stages[stage].steps.indices { words.translate(&map.stages[stage].steps[step].cards) }
    }
  }

  /// Which terms a text may be, by where it stands.
  private static func termGroups(for path: [String], _ lanes: [String: LaneType]) -> [String] {
    guard let field = path.last else { return [] }
    switch path[0] {
    case "lanes": return field == "title" ? ["lane"] : []
    case "metrics": return field == "name" ? ["metric", "metric-group"] : []
    case "stages":
      if field == "title" { return ["stage"] }
      guard field == "text", let place = path.firstIndex(of: "cards"), place + 1 < path.count else { return [] }
      switch lanes[path[place + 1]] {
      case .emotions: return ["emotion"]
      case .channels, .touchpoints: return ["channel"]
      case .people, .owner: return ["role"]
      default: return []
      }
    default: return []
    }
  }
}

/// Terms of one language in the words of another.
struct TermTranslation {
  private let source: Terms?
  private let target: Terms

  init(from source: String, into target: String) {
    self.source = source.isEmpty ? nil : Terms.in(source)
    self.target = Terms.in(target)
  }

  /// The other language’s term for what a text calls by its own, or nil if it is no term of the group.
  func term(for text: String, in group: String) -> String? {
    guard let source else { return TermIndex.of(group)[text].flatMap { target[$0] } }
    let folded = TermIndex.folded(text)
    let key = source.keys(in: group).first { source[$0].map(TermIndex.folded) == folded }
    return key.flatMap { target[$0] }
  }

  func translate<Word: Termed>(_ word: inout Open<Word>) {
    guard word.known == nil, !word.isEmpty, let term = term(for: word.text, in: Word.termGroup) else { return }
    word = Open(term)
  }

  func translate(_ cards: inout Cards) {
    for cell in cards.cells.indices {
      for card in cards.cells[cell].cards.indices where !cards.cells[cell].cards[card].channel.isEmpty {
        translate(&cards.cells[cell].cards[card].channel)
      }
    }
  }
}
