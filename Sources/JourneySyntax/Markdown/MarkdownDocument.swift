import JourneyDiagnostics

/// The blocks of a Markdown text in their order, with their places: CommonMark 0.31 with the tables of GitHub.
///
/// Text is left as it is spelled; what stands inside of HTML or indented code is left out.
package struct MarkdownDocument: Sendable {
  /// What the blocks are taken from.
  package let source: SourceText
  /// The YAML between the first two lines `---`; nil if there is none.
  package internal(set) var frontMatter: SourceRange?
  /// The blocks.
  package internal(set) var blocks: [MarkdownBlock] = []
  /// The first comment that is a block by itself.
  package internal(set) var firstComment: SourceRange?
  /// Where the targets of links stand that are named elsewhere, by their labels in small letters.
  package internal(set) var definitions: [String: SourceRange] = [:]

  /// How many quotes inside of one another a text is looked for in.
  static let deepestQuote = 100
}

/// A block of a Markdown text.
package struct MarkdownBlock: Sendable {
  /// What a block is.
  package enum Content: Sendable {
    case heading(level: Int)
    case paragraph
    /// The beginning of an item of a list, with the first paragraph in it.
    case item
    /// Rows of cells, the heading first; without the row of hyphens.
    case table([[SourceRange]])
    /// Code between fences, with what the fence says of it and where it stands.
    case code(info: SourceRange, body: SourceRange)
  }

  package let content: Content
  /// How many items of lists it stands in, an item in itself among them.
  package let depth: Int
  /// How many quotes it stands in.
  package let quotes: Int
  /// The lines of its text, without what indents them.
  package internal(set) var lines: [SourceRange] = []
}
