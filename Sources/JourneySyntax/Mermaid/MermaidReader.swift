import JourneyDiagnostics

/// Reads the diagram of a user journey, and says what Mermaid would refuse in it.
package struct MermaidReader {
  private let code: MermaidCode
  private var lexer: MermaidLexer
  private var journey = MermaidJourney()
  private var diagnostics: Diagnostics
  /// A name whose data should come next.
  private var name: MermaidText?
  /// Whether nothing of the line has been read but a section.
  private var followsSection = false
  private var isAtLineStart = true

  /// Reads the diagram that a part of a source is, such as a block in a Markdown document; nil, with an error, if it is no user journey.
  package static func read(
    _ source: SourceText, in range: SourceRange? = nil, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> MermaidJourney? {
    let code = MermaidCode(source, in: range ?? SourceRange(offset: 0, length: source.bytes.count))
    var reader = MermaidReader(code: code, diagnostics: diagnostics)
    let isJourney = reader.isJourney(source)
    if isJourney {
      reader.readStatements()
      reader.readFrontMatter(source, limits: limits)
    }
    diagnostics = reader.diagnostics
    return isJourney ? reader.journey : nil
  }

  private init(code: MermaidCode, diagnostics: Diagnostics) {
    self.code = code
    self.diagnostics = diagnostics
    lexer = MermaidLexer(code.bytes)
  }

  private func text(_ range: Range<Int>) -> MermaidText {
    let trimmed = MermaidSpace.trimmed(range, in: code.bytes)
    return MermaidText(spelled: code.text(trimmed), range: code.place(trimmed))
  }
}

extension MermaidReader {
  /// The text of a block without the white space that its lines begin with (packages/mermaid/src/diagrams/common/commonDb.ts).
  private func block(_ range: Range<Int>) -> MermaidText {
    let text = text(range)
    let lines = text.spelled.split(separator: "\n").map { line in
      line.unicodeScalars.drop { MermaidText.isSpace($0) }
    }
    return MermaidText(spelled: lines.map { String($0) }.joined(separator: "\n"), range: text.range)
  }

  /// Whether the diagram is a user journey; says what it is if not.
  private mutating func isJourney(_ source: SourceText) -> Bool {
    let kind = MermaidKind.name(of: code.bytes)
    var token = lexer.next()
    while case .newLine = token { token = lexer.next() }
    let start = lexer.start
    if case .journey = token {
      if kind == nil {
        warn(
          "Mermaid knows the word 'journey' only in small letters", at: start..<lexer.index, hint: "write 'journey'")
      }
      return true
    }
    let rest = MermaidSpace.trimmed(
      start..<(code.bytes[start...].firstIndex(of: 0x0A) ?? code.bytes.count), in: code.bytes)
    let word = code.bytes[rest].prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
    let place = code.place(word.startIndex..<word.endIndex)
    let hint = "a user journey begins with the line 'journey', and its tasks read 'task: score: actor, actor'"
    if let kind, kind != MermaidKind.journey {
      diagnostics.error("this is \(kind), and only user journeys can be read as maps", at: place, hint: hint)
    } else if word.starts(with: "```".utf8) {
      diagnostics.error(
        "a Mermaid file holds nothing but the diagram", at: place, hint: "leave out the lines with '```'")
    } else {
      diagnostics.error("this is no user journey of Mermaid", at: place, hint: hint)
    }
    return false
  }

  private mutating func readStatements() {
    if let stray = MermaidKind.strayWords.first(where: { code.bytes.firstRange(ofBytes: $0) != nil }),
      let place = code.bytes.firstRange(ofBytes: stray)
    {
      warn("Mermaid takes any text with '\(stray)' in it for a C4 diagram", at: place, hint: "write '#67;4…' for it")
    }
    while true {
      let token = lexer.next()
      warnOfComment()
      guard read(token) else { break }
    }
    endName()
    journey.firstComment = code.firstComment
  }

  /// Takes a token; false at the end.
  private mutating func read(_ token: MermaidLexer.Token) -> Bool {
    let start = lexer.start
    if case .taskData(let range) = token {
      readData(range, at: start)
      return true
    }
    endName()
    switch token {
    case .newLine:
      isAtLineStart = true
      followsSection = false
      return true
    case .end: return false
    case .journey: return readSecondJourney(at: start)
    case .title(let range): journey.title = text(range)
    case .accessibleTitle(let range): journey.accessibleTitle = text(range)
    case .accessibleDescription(let range, let isClosed):
      journey.accessibleDescription = block(range)
      if !isClosed { warn("this description is never closed", at: start..<start + 8, hint: "close it with '}'") }
    case .section(let range): journey.sections.append(MermaidJourney.Section(name: text(range)))
    case .taskName(let range): name = text(range)
    case .taskData: break
    }
    warnOfStrays()
    isAtLineStart = false
    if case .section = token { followsSection = true } else { followsSection = false }
    return true
  }

  /// A task that begins with the word, or another diagram.
  private mutating func readSecondJourney(at start: Int) -> Bool {
    let line = start..<(code.bytes[start...].firstIndex(of: 0x0A) ?? code.bytes.count)
    guard MermaidSpace.trimmed(line, in: code.bytes).count > 7 else {
      diagnostics.error(
        "a second diagram begins here", at: code.place(start..<start + 7),
        hint: "put each diagram into a file of its own")
      return false
    }
    warn(
      "Mermaid does not take a task that begins with 'journey'", at: start..<start + 7, hint: "write '#106;ourney'")
    if case .taskName(let range) = lexer.next() {
      name = text(start..<range.upperBound)
      warnOfStrays()
    } else {
      name = text(start..<start + 7)
    }
    return true
  }

  private mutating func readData(_ range: Range<Int>, at start: Int) {
    warnOfStrays()
    let fields = MermaidText.parts(of: range, in: code.bytes, at: UInt8(ascii: ":")).map {
      MermaidText(spelled: code.text($0), range: code.place($0))
    }
    defer {
      name = nil
      followsSection = false
      isAtLineStart = false
    }
    if let name {
      add(name, fields)
      if range.isEmpty { warnOfNoScore(name) }
      return
    }
    // A section or title with a colon goes on in what looks like data.
    guard followsSection, let last = journey.sections.popLast() else {
      return warn(
        "a score stands here without a task", at: start..<range.upperBound, hint: "write 'task: score: actor'")
    }
    if fields.first.map({ MermaidJourney.Task.number($0.spelled) != nil }) == true {
      warn(
        "Mermaid does not take a task that begins with 'section'", at: start..<range.upperBound,
        hint: "write '#115;ection'")
      add(MermaidText(spelled: "section " + last.name.spelled, range: last.name.range), fields)
    } else {
      warn(
        "Mermaid does not take ':' in the name of a section", at: start..<range.upperBound, hint: "write '#58;' for ':'"
      )
      let end = MermaidSpace.trimmed(start..<range.upperBound, in: code.bytes)
      let place = SourceRange(offset: last.name.range.offset, length: code.place(end).end - last.name.range.offset)
      journey.sections.append(
        MermaidJourney.Section(name: MermaidText(spelled: last.name.spelled + code.text(end), range: place)))
    }
  }

  private mutating func add(_ name: MermaidText, _ fields: [MermaidText]) {
    let section = journey.sections.isEmpty ? nil : journey.sections.count - 1
    journey.tasks.append(MermaidJourney.Task(name: name, fields: fields, section: section))
  }

  /// A name that no data follows is a task all the same.
  private mutating func endName() {
    guard let name else { return }
    add(name, [])
    warnOfNoScore(name)
    self.name = nil
  }

  // MARK: - Findings

  private mutating func warn(_ message: String, at range: Range<Int>, hint: String) {
    diagnostics.warn(message, at: code.place(range), hint: hint)
  }

  private mutating func warnOfNoScore(_ name: MermaidText) {
    diagnostics.warn(
      "Mermaid does not take a task without a score", at: name.range, hint: "write '\(name.spelled.prefix(40)): 3'")
  }

  private mutating func warnOfStrays() {
    guard let stray = lexer.strays.first else { return }
    let isComment = code.bytes[stray] == UInt8(ascii: "#")
    warn(
      isComment ? "Mermaid takes what follows '#' for a comment" : "Mermaid does not take ';' in a text",
      at: stray..<stray + 1, hint: isComment ? "write '#35;' for '#'" : "write '#59;' for ';'")
  }

  /// A comment that looks like a number sign in a text.
  private mutating func warnOfComment() {
    guard !isAtLineStart, let comment = lexer.comment, comment.count > 1,
      MermaidSpace.isWord(code.bytes[comment.lowerBound + 1])
    else {
      return
    }
    warn("Mermaid takes what follows '#' for a comment", at: comment, hint: "write '#35;' for '#'")
  }
}

extension MermaidReader {
  /// The title in the front matter, which one in the diagram wins over.
  private mutating func readFrontMatter(_ source: SourceText, limits: ReadingLimits) {
    guard let range = code.frontMatter,
      let tree = FrontMatter.read(in: source, at: range, limits: limits, diagnostics: &diagnostics),
      journey.title == nil, let root = tree.roots.first
    else { return }
    journey.title = tree.withView { view in
      guard view[view.resolve(root)].kind == .mapping else { return nil }
      var key = view.resolve(root) + 1
      while key < view.next(view.resolve(root)) {
        let value = view.resolve(view.next(key))
        if view.isScalar(view.resolve(key)), view.isText(view.resolve(key), "title"), view.isScalar(value),
          !view.isNull(value)
        {
          return MermaidText(spelled: view.text(value), range: view.range(value).moved(by: range.offset))
        }
        key = view.next(view.next(key))
      }
      return nil
    }
  }
}

extension TreeView {
  fileprivate func isScalar(_ index: Int) -> Bool { self[index].kind == .plain || self[index].kind == .quoted }
}
