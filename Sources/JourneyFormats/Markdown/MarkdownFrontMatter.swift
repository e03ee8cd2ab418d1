import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import JourneyTerms

/// What the front matter of a document says of its maps.
struct MarkdownFrontMatter {
  private(set) var title = ""
  private(set) var language = ""
  private(set) var description = ""
  private(set) var state: MapState?
  /// Labels with their values, such as `persona: Anna`.
  private(set) var labels: [(label: String, value: String)] = []

  init(of document: MarkdownDocument, _ limits: ReadingLimits, _ diagnostics: inout Diagnostics) {
    guard let range = document.frontMatter,
      let tree = FrontMatter.read(in: document.source, at: range, limits: limits, diagnostics: &diagnostics)
    else { return }
    tree.withView { view in
      guard let root = tree.roots.first.map(view.resolve), view[root].kind == .mapping else { return }
      var key = root + 1
      while key < view.next(root) {
        let value = TreeValue(view, at: view.next(key))
        if let name = TreeValue(view, at: key).text { take(name, value, range.offset, &diagnostics) }
        key = view.next(view.next(key))
      }
    }
  }

  private mutating func take(_ name: String, _ value: TreeValue, _ offset: Int, _ diagnostics: inout Diagnostics) {
    let place = value.range.moved(by: offset)
    let texts = value.items.compactMap { item in
      item.text.flatMap { ForeignText.clean($0, at: place, &diagnostics) }
    }.filter { !$0.isEmpty }
    guard let first = texts.first else { return }
    switch name.lowercased() {
    case "title": title = first
    case "lang", "language", "locale":
      let tag = first.split(separator: "_").joined(separator: "-")
      if TextRules.isLanguageTag(tag) {
        language = tag
      } else {
        diagnostics.warn(
          "'\(first)' is no language tag and is left out", at: place, hint: "write one as in en or pt-BR")
      }
    case "description": description = first
    default:
      if MatrixLabel(name) != nil {
        labels.append((name, CellText.written(texts)))
      } else if name.lowercased() == "state" {
        state = MapState(rawValue: first.lowercased()) ?? MatrixWords.state(first)
      }
    }
  }
}
