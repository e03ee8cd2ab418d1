import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// Texts by their paths in the flat form: what a template’s file for a language holds, and a translator’s file too.
struct LanguageFile {
  /// One text.
  struct Entry {
    let path: String
    let text: String
    let range: SourceRange
  }

  private(set) var entries: [Entry] = []

  /// Reads a YAML mapping of paths to texts.
  static func read(_ source: SourceText) -> (file: LanguageFile, diagnostics: Diagnostics) {
    var file = LanguageFile()
    var diagnostics = Diagnostics(source: source)
    let tree = YAMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    tree.withView { view in
      guard let root = tree.roots.first.map(view.resolve), view[root].kind == .mapping else {
        if !tree.isTruncated { diagnostics.error("this is no mapping of paths to texts", at: nil) }
        return
      }
      var known: [String: SourceRange] = [:]
      for (key, value) in view.members(of: root) {
        guard let path = view.scalarText(key), let text = view.scalarText(value) else {
          diagnostics.error("a path and its text are both plain text", at: view.range(value))
          continue
        }
        if let first = known.updateValue(view.range(key), forKey: path) {
          diagnostics.error(
            "the path '\(path)' stands twice", at: view.range(key),
            related: [Diagnostic.Related("it stands here first", at: first)])
        }
        file.entries.append(Entry(path: path, text: text, range: view.range(key)))
      }
    }
    return (file, diagnostics)
  }

  /// The texts by path.
  var texts: [String: String] {
    Dictionary(entries.map { ($0.path, $0.text) }) { first, _ in first }
  }
}

extension TemplateFile {
  /// Goes through every text of the template that a language file has, with its path as it is spelled there.
  mutating func forEachText(_ body: (String, inout String) -> Void) {
    if var entry = catalogue {
      entry.forEachProse(in: ["catalogue"]) { body(FlatEntry.spelled($0), &$1) }
      catalogue = entry
    }
    if var map {
      map.forEachProse { body(FlatEntry.spelled($0), &$1) }
      self.map = map
    }
  }
}
