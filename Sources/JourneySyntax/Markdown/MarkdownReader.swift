import JourneyDiagnostics

/// Reads the blocks of a Markdown text; whatever the text is, it has some.
///
/// Quotes and items of lists are entered line by line as CommonMark has it (section 5 and the appendix on parsing). Items deeper
/// than ``deepest`` are text.
package struct MarkdownReader {
  /// No list is read deeper: what is open is looked at on each line.
  static let deepest = 100

  let bytes: [UInt8]
  var document: MarkdownDocument
  /// For each open item the column in which its content begins.
  private var items: [Int] = []
  /// Whether no item is opened in the ones that are open.
  var isTooDeep: Bool { items.count >= Self.deepest }
  private var quotes = 0
  /// The column in which the content of the innermost quote begins.
  private var base = 0
  /// The lines of the open paragraph.
  private var paragraph: [SourceRange] = []
  /// The rows of the open table.
  private var rows: [[SourceRange]] = []
  private var code: OpenCode?
  private var html: OpenHTML?

  /// Reads a text.
  package static func read(_ source: SourceText) -> MarkdownDocument {
    var reader = MarkdownReader(source)
    reader.read()
    return reader.document
  }

  private init(_ source: SourceText) {
    bytes = source.bytes
    document = MarkdownDocument(source: source)
  }

  private mutating func read() {
    var start = skipFrontMatter()
    while start < bytes.count {
      let end = lineEnd(from: start)
      read(start..<end)
      start = nextLine(after: end)
    }
    closeCode(at: bytes.count)
    closeLeaf()
  }

  private mutating func read(_ range: Range<Int>) {
    var line = MarkdownLine(bytes, range)
    base = 0
    var found = takeQuotes(&line, atMost: code?.quotes ?? html?.quotes ?? MarkdownDocument.deepestQuote)
    if let code {
      if found == code.quotes, line.isBlank || line.column >= code.column {
        if code.isClosed(by: line) { closeCode(at: range.lowerBound) }
        return
      }
      closeCode(at: range.lowerBound)
    }
    if let html {
      if found == html.quotes, html.goesOn(line) {
        if html.isClosed(by: line.rest) { self.html = nil }
        return
      }
      self.html = nil
    }
    found += takeQuotes(&line, atMost: MarkdownDocument.deepestQuote - found)
    if found != quotes {
      if found < quotes, !paragraph.isEmpty, !line.isBlank, blockStart(of: line, interrupts: true) == nil {
        return add(line)
      }
      close(to: 0)
      quotes = found
    }
    if line.isBlank { closeLeaf() } else { readContent(of: &line) }
  }

  private mutating func takeQuotes(_ line: inout MarkdownLine, atMost most: Int) -> Int {
    var count = 0
    while count < most, line.first == UInt8(ascii: ">"), line.column - base < 4 {
      base = line.column + (MarkdownLine.isSpace(line.byte(after: 1)) ? 2 : 1)
      line.take(1)
      count += 1
    }
    return count
  }

  private mutating func readContent(of line: inout MarkdownLine) {
    var depth = items.prefix { $0 <= line.column }.count
    while true {
      let container = depth > 0 ? items[depth - 1] : base
      let isInside = depth == items.count
      guard line.column - container < 4 else {
        // Indented code cannot interrupt a paragraph.
        if paragraph.isEmpty { close(to: depth) } else { add(line) }
        return
      }
      if isInside, !paragraph.isEmpty, endsParagraph(line) { return }
      guard let start = blockStart(of: line, interrupts: isInside && !paragraph.isEmpty) else {
        return readText(line, depth)
      }
      close(to: depth)
      switch start {
      case .rule: return
      case .heading(let level): return addHeading(level, line)
      case .fence(let length): return openCode(length, line, container)
      case .html(let ending): return openHTML(ending, line, container)
      case .quote: line.take(1)
      case .item(let width):
        let marker = line.column
        line.take(width)
        let isIndented = line.isBlank || line.column - marker - width > 4
        items.append(isIndented ? marker + width + 1 : line.column)
        document.blocks.append(MarkdownBlock(content: .item, depth: items.count, quotes: quotes))
      }
      if line.isBlank { return }
      depth = items.count
    }
  }

  private mutating func readText(_ line: MarkdownLine, _ depth: Int) {
    if !paragraph.isEmpty { return add(line) }
    if !rows.isEmpty, depth == items.count { return rows.append(MarkdownTable.cells(of: line.rest)) }
    close(to: depth)
    add(line)
  }

  private mutating func add(_ line: MarkdownLine) {
    paragraph.append(SourceRange(offset: line.start, length: line.lineEnd - line.start))
  }

  /// Whether a line makes a heading, or the beginning of a table, of the paragraph above it.
  private mutating func endsParagraph(_ line: MarkdownLine) -> Bool {
    for (level, mark) in "=-".utf8.enumerated() where line.count(of: mark) == line.rest.count {
      addBlock(.heading(level: level + 1), paragraph)
      paragraph = []
      return true
    }
    guard let last = paragraph.last, let columns = MarkdownTable.columns(ofDelimiterRow: line.rest) else {
      return false
    }
    let header = MarkdownTable.cells(of: MarkdownLine(bytes, last.offset..<last.end).rest)
    guard header.count == columns else { return false }
    paragraph.removeLast()
    closeParagraph()
    rows = [header]
    return true
  }

  // MARK: - Ends

  private mutating func close(to depth: Int) {
    closeLeaf()
    items.removeSubrange(min(depth, items.count)...)
  }

  private mutating func closeLeaf() {
    closeParagraph()
    if !rows.isEmpty { addBlock(.table(rows), []) }
    rows = []
  }

  private mutating func closeParagraph() {
    guard !paragraph.isEmpty else { return }
    let lines = takeDefinitions(from: paragraph)
    paragraph = []
    guard !lines.isEmpty else { return }
    if let last = document.blocks.last, case .item = last.content, last.depth == items.count, last.lines.isEmpty {
      document.blocks[document.blocks.count - 1].lines = lines
    } else {
      addBlock(.paragraph, lines)
    }
  }

  private mutating func addBlock(_ content: MarkdownBlock.Content, _ lines: [SourceRange]) {
    document.blocks.append(MarkdownBlock(content: content, depth: items.count, quotes: quotes, lines: lines))
  }

  private mutating func addHeading(_ level: Int, _ line: MarkdownLine) {
    addBlock(.heading(level: level), [title(of: line, level: level)])
  }

  private mutating func openCode(_ length: Int, _ line: MarkdownLine, _ container: Int) {
    let info = MarkdownLine(bytes, (line.start + length)..<line.end)
    code = OpenCode(
      mark: line.first, length: length, column: container, quotes: quotes,
      info: SourceRange(offset: info.start, length: max(info.end - info.start, 0)),
      body: nextLine(after: line.lineEnd))
  }

  private mutating func closeCode(at end: Int) {
    guard let code else { return }
    self.code = nil
    let start = min(code.body, end)
    addBlock(.code(info: code.info, body: SourceRange(offset: start, length: end - start)), [])
  }

  private mutating func openHTML(_ ending: MarkdownHTML.Ending, _ line: MarkdownLine, _ container: Int) {
    if case .text("-->") = ending, document.firstComment == nil {
      document.firstComment = SourceRange(offset: line.start, length: line.end - line.start)
    }
    let html = OpenHTML(ending: ending, column: container, quotes: quotes)
    // What opens a comment is not what closes it.
    if !html.isClosed(by: line.rest.dropFirst(2)) { self.html = html }
  }
}

/// Code whose closing fence has not come.
private struct OpenCode {
  let mark: UInt8
  let length: Int
  let column: Int
  let quotes: Int
  let info: SourceRange
  let body: Int

  func isClosed(by line: MarkdownLine) -> Bool {
    let count = line.count(of: mark)
    return count >= length && count == line.rest.count && line.column - column < 4
  }
}

/// HTML that has not ended.
private struct OpenHTML {
  let ending: MarkdownHTML.Ending
  let column: Int
  let quotes: Int

  func goesOn(_ line: MarkdownLine) -> Bool {
    guard !line.isBlank else {
      guard case .blankLine = ending else { return true }
      return false
    }
    return line.column >= column
  }

  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    guard case .text(let text) = ending else { return false }
    return MarkdownHTML.contains(text, in: line)
  }
}
