import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import JourneyTerms

/// What the headings and texts above a part of a document say of its map.
struct MarkdownHead {
  private(set) var head = MatrixHead()
  private let document: MarkdownDocument
  private var descriptions: [String] = []

  static func of(
    _ part: MarkdownPart, _ frontMatter: MarkdownFrontMatter, in document: MarkdownDocument,
    _ diagnostics: inout Diagnostics
  ) -> MatrixHead {
    var reader = MarkdownHead(document: document)
    reader.head.language = frontMatter.language
    reader.head.labels = frontMatter.labels
    reader.head.state = frontMatter.state
    reader.readTitle(part.headings, or: frontMatter.title, &diagnostics)
    reader.readStatements(part.statements, &diagnostics)
    reader.head.description = reader.descriptions.joined(separator: "\n\n")
    if reader.head.description.isEmpty { reader.head.description = frontMatter.description }
    return reader.head
  }

  private init(document: MarkdownDocument) {
    self.document = document
  }

  /// Whether a text that stands by itself says something of the map that is more than a description.
  static func isStatement(_ text: String) -> Bool {
    let text = ForeignText.trimmed(text)
    return MatrixWords.state(text) != nil || kind(text) != nil || MatrixLabel.split(text) != nil
  }

  // MARK: - Headings

  /// The title is the nearest heading that says more than which kind or state the map has.
  private mutating func readTitle(
    _ headings: [MarkdownHeading], or title: String, _ diagnostics: inout Diagnostics
  ) {
    for (place, heading) in headings.enumerated().reversed() {
      let text = self.text(of: heading.block, &diagnostics)
      let isNamedAbove = place > 0 || !title.isEmpty
      if isNamedAbove, head.state == nil, let state = MatrixWords.state(text) {
        head.state = state
      } else if isNamedAbove, let label = MatrixLabel(text), label.isKindOrTitle {
        if case .kind(let kind) = label { head.kind = kind }
      } else if !text.isEmpty {
        head.title = text
        return
      }
    }
    head.title = title
  }

  private func text(of block: Int, _ diagnostics: inout Diagnostics) -> String {
    let lines = document.blocks[block].lines
    let text = MarkdownText(lines, in: document).text
    return ForeignText.clean(text, at: Self.range(of: lines), &diagnostics) ?? ""
  }

  private static func range(of lines: [SourceRange]) -> SourceRange {
    guard let first = lines.first, let last = lines.last else { return SourceRange(offset: 0) }
    return SourceRange(offset: first.offset, length: last.end - first.offset)
  }

  private static func kind(_ text: String) -> MapKind? {
    if case .kind(let kind)? = MatrixLabel(text) { kind } else { nil }
  }

  // MARK: - Texts

  private mutating func readStatements(_ blocks: [Int], _ diagnostics: inout Diagnostics) {
    var index = 0
    while index < blocks.count {
      let block = document.blocks[blocks[index]]
      index += 1
      var children: [String] = []
      if case .item = block.content {
        while index < blocks.count, document.blocks[blocks[index]].depth > block.depth {
          children.append(text(of: blocks[index], &diagnostics))
          index += 1
        }
      }
      readStatement(block, children, &diagnostics)
    }
  }

  private mutating func readStatement(
    _ block: MarkdownBlock, _ children: [String], _ diagnostics: inout Diagnostics
  ) {
    let range = Self.range(of: block.lines)
    let shown = MarkdownText(block.lines, in: document, block.isItem ? .heading : .prose).text
    guard let text = ForeignText.legal(shown, at: range, &diagnostics), !ForeignText.trimmed(text).isEmpty else {
      return
    }
    if block.quotes == 0, take(ForeignText.trimmed(text), children) || takeLines(block.lines) { return }
    if block.quotes == 0, head.title.isEmpty, Self.isBold(document.source.text(in: range)) {
      head.title = ForeignText.trimmed(text)
      return
    }
    descriptions.append(([text] + children).joined(separator: "\n"))
  }

  /// Takes a text for what it says of the map, if it is a label with a value, a kind or a state.
  private mutating func take(_ text: String, _ children: [String]) -> Bool {
    if children.isEmpty, let state = MatrixWords.state(text) {
      head.state = state
    } else if children.isEmpty, let kind = Self.kind(text) {
      head.kind = kind
    } else if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), MatrixLabel(text[..<colon]) != nil {
      let value = ForeignText.trimmed(text[text.index(after: colon)...])
      let values = (value.isEmpty ? [] : [value]) + (children.isEmpty ? [] : [CellText.written(children)])
      guard !values.isEmpty else { return false }
      head.labels.append((String(text[..<colon]), values.joined(separator: "\n")))
    } else if !children.isEmpty, MatrixLabel(text) != nil {
      head.labels.append((text, CellText.written(children)))
    } else {
      return false
    }
    return true
  }

  /// Takes the lines of a paragraph if each is a label with a value.
  private mutating func takeLines(_ lines: [SourceRange]) -> Bool {
    guard lines.count > 1 else { return false }
    let texts = lines.map { ForeignText.trimmed(MarkdownText([$0], in: document).text) }
    guard texts.allSatisfy({ MatrixLabel.split($0) != nil }) else { return false }
    for text in texts { _ = take(text, []) }
    return true
  }

  private static func isBold(_ text: String) -> Bool {
    text.utf8.count > 4 && text.hasPrefix("**") && text.hasSuffix("**") && !text.dropFirst(2).dropLast(2).contains("**")
  }
}

extension MarkdownBlock {
  fileprivate var isItem: Bool { if case .item = content { true } else { false } }
}

extension MatrixLabel {
  fileprivate var isKindOrTitle: Bool {
    switch self {
    case .title, .kind: true
    case .scenario, .goals, .owner, .persona, .actor: false
    }
  }
}
