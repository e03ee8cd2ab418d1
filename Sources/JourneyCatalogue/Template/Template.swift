import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneyTerms

/// A map to start from, in one language, with blanks in its texts.
public struct Template: Sendable {
  /// What the catalogue says of it.
  public let entry: CatalogueEntry
  /// The map, with its blanks.
  public let map: JourneyMap
  /// The language of its texts, as a BCP 47 tag.
  public let language: String
  /// The languages it can be had in, English first.
  public let languages: [String]
  /// The folder it comes from; nil for the templates that come with the library.
  public let folder: String?
  /// Whether it takes the place of a built-in template with the same id.
  public let overridesBuiltIn: Bool

  /// Makes a map from the template: fills the blanks, names the template, and puts in the words that belong to the language.
  ///
  /// - Parameter values: What to fill in, by the names of the blanks; for others their defaults are taken.
  /// - Returns: The map.
  public func makeMap(filling values: [String: String] = [:]) -> JourneyMap {
    var map = map
    let defaults = Dictionary(entry.placeholders.map { ($0.name, $0.default) }) { first, _ in first }
    map.forEachProse { _, text in
      text = Blanks.replacing(in: text) { values[$0] ?? defaults[$0] }
    }
    map.template = TemplateOrigin()
    map.template?.id = entry.id
    map.template?.language = language
    return map
  }
}

extension TemplateFile {
  /// Puts the texts of another language in the place of the English ones.
  mutating func localize(_ texts: [String: String], language: String) {
    forEachText { path, text in text = texts[path] ?? text }
    map?.language = language
  }

  /// Gives stages whose ids are standard ones their titles, and the steps that stand for such a stage.
  mutating func nameStandardStages(in language: String) {
    guard var map else { return }
    let terms = Terms.in(language)
    for index in map.stages.indices where map.stages[index].title.isEmpty {
      guard let title = terms["stage.\(map.stages[index].id)"] else { continue }
      map.stages[index].title = title
      for step in map.stages[index].steps.indices where map.stages[index].steps[step].title.isEmpty {
        map.stages[index].steps[step].title = title
      }
    }
    self.map = map
  }
}
