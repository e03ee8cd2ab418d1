import JourneyFormats
import JourneyModel

/// The texts of the template that a map was made from, in the map’s language and in another.
///
/// A text that nobody has changed since is the template’s, filled blanks aside, and so the other language’s text is known.
struct TemplateTexts {
  private var source: [String: String] = [:]
  private var target: [String: String] = [:]

  init(of map: JourneyMap, into language: String, _ catalogue: Catalogue) {
    guard let origin = map.template, !origin.id.isEmpty else { return }
    let from = map.language.isEmpty ? origin.language : map.language
    // A map whose template is gone still has terms to translate.
    guard let source = try? catalogue.template(origin.id, language: from),
      let target = try? catalogue.template(origin.id, language: language), target.language == language
    else { return }
    self.source = Self.texts(of: source.map)
    self.target = Self.texts(of: target.map)
  }

  private static func texts(of map: JourneyMap) -> [String: String] {
    var map = map
    var texts: [String: String] = [:]
    map.forEachProse { path, text in texts[FlatEntry.spelled(path)] = text }
    return texts
  }

  /// The other language’s text for one that still is the template’s, with what was filled in; nil for any other text.
  func translation(of text: String, at path: String) -> String? {
    guard let pattern = source[path], let wanted = target[path], let values = Self.values(in: text, filling: pattern)
    else {
      return nil
    }
    return Blanks.replacing(in: wanted) { values[$0] }
  }

  /// What stands in the blanks of a pattern so that it makes the text; nil if nothing does.
  private static func values(in text: String, filling pattern: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = Substring(text)
    var pieces = pattern.pieces[...]
    guard let first = pieces.popFirst(), rest.hasPrefix(first.literal) else { return nil }
    rest = rest.dropFirst(first.literal.count)
    var name = first.blank
    while let blank = name {
      guard let piece = pieces.popFirst() else { return nil }
      let end =
        piece.literal.isEmpty && piece.blank == nil ? rest.endIndex : rest.firstRange(of: piece.literal)?.lowerBound
      guard let end else { return nil }
      let value = String(rest[..<end])
      guard !value.isEmpty, values[blank, default: value] == value else { return nil }
      values[blank] = value
      rest = rest[end...].dropFirst(piece.literal.count)
      name = piece.blank
    }
    return rest.isEmpty ? values : nil
  }
}

extension String {
  /// The text between blanks, each piece with the blank that follows it.
  fileprivate var pieces: [(literal: String, blank: String?)] {
    var pieces: [(String, String?)] = []
    var rest = self
    for name in Blanks.names(in: self) {
      guard let range = rest.firstRange(of: "{{\(name)}}") else { break }
      pieces.append((String(rest[..<range.lowerBound]), name))
      rest = String(rest[range.upperBound...])
    }
    return pieces + [(rest, nil)]
  }
}
