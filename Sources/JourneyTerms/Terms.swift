import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import Synchronization

/// The field’s terms in one language: what lanes, stages, roles, channels and the rest are called there.
///
/// ```swift
/// Terms.in("nb")["lane.touchpoints"]  // "Kontaktpunkter"
/// ```
public struct Terms: Sendable {
  /// The language, as one of ``Languages/all``.
  public let language: String
  private let terms: [String: String]
  private let synonyms: [String: [String]]

  /// The terms in the language that serves a tag best; in English if none does.
  public static func `in`(_ tag: String) -> Terms {
    let language = Languages.serving(tag) ?? "en"
    return known.withLock { known in
      if let terms = known[language] { return terms }
      let terms = Terms(language: language)
      known[language] = terms
      return terms
    }
  }

  /// Read when they are first asked for, and kept.
  private static let known = Mutex<[String: Terms]>([:])

  /// The term with a key, such as `lane.actions`, or nil if there is none.
  public subscript(key: String) -> String? { terms[key] }

  /// The keys that a group has, such as `stage`, in alphabetical order.
  public func keys(in group: String) -> [String] {
    terms.keys.filter { $0.hasPrefix(group + ".") }.sorted()
  }

  /// What a word is called.
  package func term<Word: Termed>(for word: Word) -> String { terms[word.termKey] ?? word.rawValue }

  /// What a word of an open vocabulary is called; one that is not known stands as it is written.
  package func term<Word: Termed>(for word: Open<Word>) -> String { word.known.map { term(for: $0) } ?? word.text }

  /// The term with a key and how else people write it.
  public func spellings(of key: String) -> [String] { (terms[key].map { [$0] } ?? []) + (synonyms[key] ?? []) }

  private init(language: String) {
    self.language = language
    var terms: [String: String] = [:]
    var synonyms: [String: [String]] = [:]
    if let file = EmbeddedFile("terms/\(language).yaml") {
      TextTable.forEachEntry(of: file.bytes, named: file.path) { section, key, texts in
        if section == "terms" { terms[key] = texts.first } else { synonyms[key] = texts }
      }
    }
    self.terms = terms
    self.synonyms = synonyms
  }
}

/// A YAML file of sections whose entries are a text or a list of texts.
enum TextTable {
  /// Goes through the entries of every section.
  static func forEachEntry(of bytes: [UInt8], named name: String, _ body: (String, String, [String]) -> Void) {
    let source = SourceText(name: name, utf8: bytes)
    var diagnostics = Diagnostics(source: source)
    let tree = YAMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    tree.withView { view in
      guard let root = tree.roots.first else { return }
      view.forEachMember(of: root) { section, entries in
        view.forEachMember(of: entries) { key, value in
          body(view.text(section), view.text(key), view.texts(of: value))
        }
      }
    }
  }
}

extension TreeView {
  fileprivate func forEachMember(of mapping: Int, _ body: (Int, Int) -> Void) {
    let mapping = resolve(mapping)
    guard self[mapping].kind == .mapping else { return }
    var key = mapping + 1
    while key < next(mapping) {
      body(key, next(key))
      key = next(next(key))
    }
  }

  fileprivate func texts(of node: Int) -> [String] {
    let node = resolve(node)
    switch self[node].kind {
    case .plain, .quoted: return [text(node)]
    case .sequence:
      var texts: [String] = []
      var item = node + 1
      while item < next(node) {
        texts += self.texts(of: item)
        item = next(item)
      }
      return texts
    case .mapping, .alias, .merged: return []
    }
  }
}
