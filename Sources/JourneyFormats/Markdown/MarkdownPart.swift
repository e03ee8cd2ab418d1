import JourneyDiagnostics
import JourneySyntax

/// A part of a Markdown document that may be a map, and what stands above it.
struct MarkdownPart {
  /// What it is.
  enum Content {
    case table(Matrix)
    /// Lists, each under the headings of its own that name its stage and step, if it names none itself.
    case lists([MarkdownList])
    case code(MarkdownCode)
  }

  var content: Content
  /// How sure it is that this is a map.
  let confidence: Format.Confidence
  /// The headings it stands under, from the outermost.
  var headings: [MarkdownHeading]
  /// The blocks between the last heading, or the part before, and this one.
  var statements: [Int]
  /// What there is to say of its texts.
  var diagnostics: Diagnostics
  /// Where it begins.
  let range: SourceRange
}

/// A heading of a document.
struct MarkdownHeading: Equatable {
  /// The number of its block.
  let block: Int
  let level: Int
  /// The blocks below it that have been given to no part.
  var statements: [Int] = []

  /// Whether both are the same.
  static func == (left: MarkdownHeading, right: MarkdownHeading) -> Bool { left.block == right.block }
}

/// The parts of a Markdown document that may be maps, in their order.
struct MarkdownParts {
  /// The parts.
  private(set) var all: [MarkdownPart] = []
  /// The tables that are none.
  private(set) var otherTables: [SourceRange] = []

  private let document: MarkdownDocument
  /// What stands before the first heading.
  private var beginning: [Int] = []
  private var headings: [MarkdownHeading] = []

  init(of document: MarkdownDocument) {
    self.document = document
    var index = 0
    while index < document.blocks.count { take(&index) }
    all = MarkdownListRuns.joined(all, in: document)
  }

  /// The parts to read: those that are maps for sure, or else those that could be.
  var maps: [MarkdownPart] {
    let best = all.map(\.confidence).max() ?? .none
    return all.filter { $0.confidence == best }
  }

  /// How many parts could be maps, beside others that are.
  var doubtful: [MarkdownPart] {
    let best = all.map(\.confidence).max() ?? .none
    return all.filter { $0.confidence < best }
  }

  private mutating func take(_ index: inout Int) {
    let block = document.blocks[index]
    defer { index += 1 }
    switch block.content {
    case .heading(let level):
      headings.removeAll { $0.level >= level }
      headings.append(MarkdownHeading(block: index, level: level))
    case .table(let rows):
      var diagnostics = Diagnostics(source: document.source)
      let table = MarkdownTableMap(rows, in: document, &diagnostics)
      let range = rows.first?.first ?? SourceRange(offset: 0)
      add(.table(table.matrix), table.confidence(document.source), diagnostics, at: range)
      if table.confidence(document.source) == .none { otherTables.append(range) }
    case .code(let info, let body):
      let code = MarkdownCode(info: info, body: body, quotes: block.quotes, in: document)
      let confidence: Format.Confidence = code == nil ? .none : .certain
      if let code {
        add(.code(code), confidence, Diagnostics(source: document.source), at: body)
      } else {
        _ = statements()
      }
    case .paragraph where block.depth == 0: keep([index])
    case .paragraph, .item:
      let start = index
      while index + 1 < document.blocks.count, isListed(document.blocks[index + 1]) { index += 1 }
      take(list: start...index)
    }
  }

  private func isListed(_ block: MarkdownBlock) -> Bool {
    switch block.content {
    case .item, .paragraph: block.depth > 0
    case .heading, .table, .code: false
    }
  }

  private mutating func take(list blocks: ClosedRange<Int>) {
    var diagnostics = Diagnostics(source: document.source)
    let list = MarkdownList(document.blocks[blocks], in: document, &diagnostics)
    if let list, let range = list.items.first?.range {
      add(.lists([list]), list.confidence, diagnostics, at: range)
    } else {
      keep(Array(blocks))
    }
  }

  private mutating func keep(_ blocks: [Int]) {
    if headings.isEmpty { beginning += blocks } else { headings[headings.count - 1].statements += blocks }
  }

  /// Takes the blocks that have been kept for the next part.
  private mutating func statements() -> [Int] {
    if headings.isEmpty {
      defer { beginning = [] }
      return beginning
    }
    defer { headings[headings.count - 1].statements = [] }
    return headings[headings.count - 1].statements
  }

  private mutating func add(
    _ content: MarkdownPart.Content, _ confidence: Format.Confidence, _ diagnostics: Diagnostics, at range: SourceRange
  ) {
    let statements = statements()
    guard confidence > .none else { return }
    all.append(
      MarkdownPart(
        content: content, confidence: confidence, headings: headings, statements: statements, diagnostics: diagnostics,
        range: range))
  }
}
