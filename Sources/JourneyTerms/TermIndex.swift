import Synchronization

/// Recognizes terms as people write them: in any of the languages, by term or synonym, in any letter case.
///
/// ```swift
/// TermIndex.of("lane")["Puutepunktid"]  // "lane.touchpoints"
/// ```
public struct TermIndex: Sendable {
  private var keys: [String: String] = [:]

  /// The index of a group’s terms, such as `lane` or `stage`.
  public static func of(_ group: String) -> TermIndex {
    known.withLock { known in
      if let index = known[group] { return index }
      let index = TermIndex(group: group)
      known[group] = index
      return index
    }
  }

  private static let known = Mutex<[String: TermIndex]>([:])

  /// The key of the term that a text is, or nil.
  public subscript(text: String) -> String? { keys[Self.folded(text)] }

  /// Words as the model spells them come first, then terms, then synonyms; among equals the first language wins.
  private init(group: String) {
    for key in Terms.in("en").keys(in: group) { add(String(key.dropFirst(group.count + 1)), key) }
    let languages = Languages.all.map(Terms.in)
    for terms in languages {
      for key in terms.keys(in: group) { add(terms[key] ?? "", key) }
    }
    for terms in languages {
      for key in terms.keys(in: group) { terms.spellings(of: key).forEach { add($0, key) } }
    }
  }

  private mutating func add(_ spelling: String, _ key: String) {
    let folded = Self.folded(spelling)
    if keys[folded] == nil { keys[folded] = key }
  }

  /// A text as it is compared: lower case, hyphens and runs of spaces as one space, without punctuation around it.
  public static func folded(_ text: String) -> String {
    var result = ""
    var isSpaceDue = false
    for character in text.lowercased() {
      if character.isWhitespace || "-‐‑–—_/&".contains(character) {
        isSpaceDue = !result.isEmpty
      } else if !":.,;!?*•()[]{}\"“”„«»'’".contains(character) {
        if isSpaceDue { result.append(" ") }
        isSpaceDue = false
        result.append(character)
      }
    }
    return result
  }
}
