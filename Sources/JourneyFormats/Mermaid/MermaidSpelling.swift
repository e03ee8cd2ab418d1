import JourneySyntax

/// Spells texts so that Mermaid shows them as they are, whatever they say.
struct MermaidSpelling {
  /// How often each name of an actor was asked for; one that reads as a feeling counts as asked for.
  private var actors: [String: Int] = [:]
  private var lastSection: String?

  /// Where a text stands, which decides what must be written as an entity in it.
  private enum Place {
    case title, name, actor, block
  }

  static func title(_ text: String) -> String {
    let spelled = spell(text, .title)
    // Mermaid cuts the end off a line with `style`, a colon and an entity in it (packages/mermaid/src/utils.ts, `encodeEntities`).
    return spelled.contains("#") ? spell(text, .name) : spelled
  }

  static func line(_ text: String) -> String { spell(text, .name) }
  static func block(_ text: String) -> String { spell(text, .block) }

  /// The name of a task, which must not begin as other statements do.
  static func task(_ text: String) -> String {
    let spelled = spell(text, .name)
    let words = ["journey", "title", "section", "acctitle", "accdescr"]
    let start = spelled.prefix(8).lowercased()
    return words.contains { start.hasPrefix($0) } ? withFirstAsEntity(spelled) : spelled
  }

  /// The name of a section, which differs from the one before it: Mermaid draws neighbours of one name as one.
  mutating func section(_ text: String) -> String {
    var spelled = Self.spell(text, .name)
    if spelled == lastSection { spelled = Self.withFirstAsEntity(spelled) }
    lastSection = spelled
    return spelled
  }

  /// The name of an actor, which differs from those before it: Mermaid takes equal names for one actor.
  mutating func actor(_ text: String) -> String {
    let plain = Self.spell(text, .actor)
    let count = actors[plain, default: FeelingWords.emotion(of: plain) == nil ? 0 : 1]
    actors[plain] = count + 1
    return count == 0 ? plain : Self.withFirstAsEntity(plain, zeros: count - 1)
  }

  /// Another spelling of the same text.
  private static func withFirstAsEntity(_ spelled: String, zeros: Int = 0) -> String {
    let padding = String(repeating: "0", count: zeros)
    guard let first = spelled.unicodeScalars.first else { return spelled }
    // An entity goes with as many zeros more.
    if first == "#" { return "#0" + padding + spelled.dropFirst() }
    return "#\(padding)\(first.value);" + String(spelled.unicodeScalars.dropFirst())
  }

  private static func spell(_ text: String, _ place: Place) -> String {
    // A text must not be empty; a space without width is nothing to see.
    guard !text.isEmpty else { return MermaidText.blank }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\n", !isAtEdge(scalars, index, place), place != .block {
        result += "<br>"
      } else if isSpecial(scalar, place) || (isAtEdge(scalars, index, place) && MermaidText.isSpace(scalar))
        || isPercent(scalars, index)
      {
        result += "#\(scalar.value);"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    for word in MermaidKind.strayWords where result.contains(word) {
      result = result.split(separator: word, omittingEmptySubsequences: false).joined(
        separator: "#67;" + word.dropFirst())
    }
    return result
  }

  private static func isSpecial(_ scalar: Unicode.Scalar, _ place: Place) -> Bool {
    switch scalar {
    case "#", ";", "<": true
    case ":": place != .title
    case ",": place == .actor
    case "}": place == .block
    default: false
    }
  }

  /// Whether Mermaid would drop white space at a place: at the ends of a text, and where a line of a block begins.
  private static func isAtEdge(_ scalars: [Unicode.Scalar], _ index: Int, _ place: Place) -> Bool {
    index == 0 || index == scalars.count - 1 || (place == .block && scalars[index - 1] == "\n")
  }

  /// A percent sign at the start, or beside another, would begin a comment or a directive.
  private static func isPercent(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "%" else { return false }
    return index == 0 || scalars[index - 1] == "%" || (index + 1 < scalars.count && scalars[index + 1] == "%")
  }
}
