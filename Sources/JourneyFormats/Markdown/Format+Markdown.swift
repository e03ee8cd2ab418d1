import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// Markdown: a table for each map, or what else in a document is one.
  public static let markdown = Format(
    name: "markdown",
    summary: "Markdown: a table for each map, as GitHub and wikis show it",
    fileExtensions: ["md", "markdown"],
    holdsSeveral: true,
    carries: [.titles, .stages, .steps, .actors, .emotions, .touchpoints, .cards],
    options: [.pick],
    recognize: { source in MarkdownFormat.recognize(source) },
    read: { source, options in MarkdownFormat.read(source, options) },
    printTree: { source, _, output in
      MarkdownReader.read(source).printTree(to: &output)
      return Diagnostics(source: source)
    },
    write: { maps, _, output in MarkdownMapWriter.write(&maps, to: &output) }
  )
}

extension FormatOption {
  /// Which of the maps of a document is read.
  public static let pick = FormatOption(
    "pick", "Read only this map of a document, counted from 1.", .text(placeholder: "number"), uses: [.reading],
    problem: { text in Int(text).map { $0 > 0 } ?? false ? nil : "takes a whole number from 1 on" })
}

/// The reading of Markdown documents.
enum MarkdownFormat {
  /// How much of a text tells what it is.
  private static let sample = 65_536

  /// Sure where a map is; any text is Markdown, so nothing else tells.
  static func recognize(_ source: SourceText) -> Format.Confidence {
    let isPossible = source.bytes.prefix(sample).contains { "|#`~-*".utf8.contains($0) }
    guard isPossible else { return .none }
    var bytes = source.bytes.prefix(sample)
    // Half a line would tell less than none.
    if bytes.count < source.bytes.count, let end = bytes.lastIndex(of: 0x0A) { bytes = bytes[...end] }
    guard bytes.count == source.bytes.count || bytes.last == 0x0A else { return .none }
    let document = MarkdownReader.read(SourceText(name: source.name, utf8: Array(bytes)))
    // YAML may hold tables, in texts.
    guard !document.blocks.contains(where: { $0.isText && $0.begins(with: "journeymap:", in: document) }) else {
      return .none
    }
    return MarkdownParts(of: document).maps.contains { $0.confidence == .certain } ? .certain : .none
  }

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let document = MarkdownReader.read(source)
    let frontMatter = MarkdownFrontMatter(of: document, options.limits, &diagnostics)
    let parts = MarkdownParts(of: document)
    let wanted = options.values[.pick].flatMap { Int($0) }
    var maps: [JourneyMap] = []
    for part in parts.maps {
      let name = Formats.mapID(forFile: source.name)
      var findings = part.diagnostics
      let read = self.maps(
        of: part, named: maps.isEmpty ? name : "\(name)-\(maps.count + 1)", frontMatter, document, options, &findings)
      let picked = wanted.map { maps.count < $0 && $0 <= maps.count + read.count } ?? true
      if picked { for finding in findings.findings { diagnostics.add(finding) } }
      maps += read
    }
    if parts.maps.isEmpty { refuse(parts, &diagnostics) }
    if let wanted, !parts.maps.isEmpty {
      guard wanted <= maps.count else {
        diagnostics.error(
          maps.count == 1 ? "there is one map in this document" : "there are \(maps.count) maps in this document",
          at: nil, hint: "--pick takes a number from 1 to \(maps.count), not \(wanted)")
        return Reading(maps: [], diagnostics: diagnostics)
      }
      maps = [maps[wanted - 1]]
    }
    if !parts.maps.isEmpty { note(parts, document, options, &diagnostics) }
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  private static func maps(
    of part: MarkdownPart, named name: String, _ frontMatter: MarkdownFrontMatter, _ document: MarkdownDocument,
    _ options: ReadingOptions, _ diagnostics: inout Diagnostics
  ) -> [JourneyMap] {
    var head = MarkdownHead.of(part, frontMatter, in: document, &diagnostics)
    switch part.content {
    case .table(let matrix):
      let map = MatrixReader.map(of: matrix, under: head, name: name, readsComma: true, diagnostics: &diagnostics)
      return map.map { [$0] } ?? []
    case .lists(let lists):
      let (outline, labels) = MarkdownListMap.table(of: lists, in: document, &diagnostics)
      head.labels += labels
      return [
        MatrixReader.map(of: outline, under: head, name: name, readsComma: true, diagnostics: &diagnostics)
      ]
    case .code(let code): return code.maps(named: name, title: head.title, options, &diagnostics)
    }
  }

  private static func refuse(_ parts: MarkdownParts, _ diagnostics: inout Diagnostics) {
    let isTable = parts.otherTables.first != nil
    diagnostics.error(
      isTable
        ? "there is no journey map in this document: no table in it, from this one on, has stages and lanes"
        : "there is no journey map in this document", at: parts.otherTables.first,
      hint:
        "looked for tables with lanes such as Actions or Touchpoints, or with 'Stage' in the first cell, for nested "
        + "lists with lanes, Mermaid journeys, and YAML or JSON with 'journeymap'")
  }

  /// Says what of a document is no map.
  private static func note(
    _ parts: MarkdownParts, _ document: MarkdownDocument, _ options: ReadingOptions, _ diagnostics: inout Diagnostics
  ) {
    if let table = parts.otherTables.first {
      let count = parts.otherTables.count
      diagnostics.note(
        count == 1
          ? "this table has no lanes of a journey map and is left out"
          : "this table has no lanes of a journey map and is left out, as \(count - 1) others are",
        at: table)
    }
    if let part = parts.doubtful.first {
      let count = parts.doubtful.count
      diagnostics.note(
        count == 1
          ? "this may be meant as a journey map and is left out, since others are more like one"
          : "this and \(count - 1) more may be meant as journey maps and are left out, since others are more like one",
        at: part.range, hint: "name stages and lanes in it by their usual words, such as Actions")
    }
    if options.tellsOfComments, let comment = document.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
  }
}

extension MarkdownBlock {
  fileprivate var isText: Bool { if case .paragraph = content { true } else { false } }

  fileprivate func begins(with text: String, in document: MarkdownDocument) -> Bool {
    lines.contains { document.source.bytes[$0.offset...].starts(with: text.utf8) }
  }
}
