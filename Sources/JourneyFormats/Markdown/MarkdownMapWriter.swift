import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import JourneyTerms

/// Writes maps as sections of a Markdown document: a title, what is said of the map, and a table.
///
/// Stages head the columns. Tables of Markdown have one row of headings, so the steps are the first row below it.
enum MarkdownMapWriter {
  /// No cell is filled up further: a long one would make its whole column as wide.
  private static let widest = 60

  static func write(_ maps: inout [JourneyMap], to output: inout ByteOutput) -> [Loss] {
    var losses = LossCount()
    let sheets = maps.indices.map { index in
      MatrixWriter.sheet(
        of: &maps[index], decimal: ".", carrying: ["map.description", "map.language"], linksCards: true, losses: &losses
      )
    }
    writeFrontMatter(maps, sheets, &losses, to: &output)
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { output.literal("\n") }
      writeHead(maps[index], sheet, to: &output)
      write(sheet, to: &output)
      output.checkpoint()
    }
    return losses.all
  }

  /// The language where the words of the tables do not tell it; one document has one.
  private static func writeFrontMatter(
    _ maps: [JourneyMap], _ sheets: [MatrixSheet], _ losses: inout LossCount, to output: inout ByteOutput
  ) {
    let untold = zip(maps, sheets).filter { !$0.language.isEmpty && !$1.tellsLanguage }
    guard let language = untold.first?.0.language else { return }
    if maps.allSatisfy({ $0.language == language }) {
      output.literal("---\nlang: ")
      YAMLText.write(language, column: 0, to: &output)
      output.literal("---\n\n")
    } else {
      for _ in untold { losses.add(field: "language", of: JourneyMap.name) }
    }
  }

  private static func writeHead(_ map: JourneyMap, _ sheet: MatrixSheet, to output: inout ByteOutput) {
    let terms = Terms.in(map.language)
    var title = ForeignText.trimmed(map.title)
    if title.isEmpty { title = terms["map.customer-journey-map"] ?? map.id }
    output.text("# \(MarkdownSpelling.title(title))\n\n")
    for paragraph in MarkdownSpelling.paragraphs(ForeignText.trimmed(map.description)) {
      // Quoted, it is never taken for more than a text.
      let mark = MarkdownHead.isStatement(paragraph) ? "> " : ""
      output.text("\(mark)\(MarkdownSpelling.paragraph(paragraph))\n\n")
    }
    let words = [map.kind.map { terms.term(for: $0) }, map.state.map { terms.term(for: $0) }].compactMap { $0 }
    for word in words { output.text("- \(MarkdownSpelling.line(word))\n") }
    for row in sheet.labels where row.count == 2 {
      output.text("- **\(MarkdownSpelling.line(row[0])):** \(MarkdownSpelling.line(row[1]))\n")
    }
    if !words.isEmpty || !sheet.labels.isEmpty { output.literal("\n") }
  }

  // MARK: - The table

  private static func write(_ sheet: MatrixSheet, to output: inout ByteOutput) {
    let heads = sheet.headings.enumerated().map { number, row in
      row.map { cell in (cell.column, number == 0 ? spelled(cell) : bold(cell)) }
    }
    let rows =
      heads
      + sheet.lanes.map { row in
        row.map { cell in (cell.column, cell.column < sheet.headCount ? bold(cell) : spelled(cell)) }
      }
    var widths = [Int](repeating: 3, count: sheet.width)
    for (column, text) in rows.joined() {
      widths[column] = max(widths[column], min(TerminalText.width(of: text), widest))
    }
    for (number, row) in rows.enumerated() {
      write(row, widths, to: &output)
      guard number == 0 else { continue }
      for width in widths {
        output.literal("| ")
        output.repeated(UInt8(ascii: "-"), width)
        output.literal(" ")
      }
      output.literal("|\n")
    }
  }

  private static func write(_ row: [(column: Int, text: String)], _ widths: [Int], to output: inout ByteOutput) {
    var next = 0
    func fill(to column: Int, _ output: inout ByteOutput) {
      while next < column {
        output.literal("| ")
        output.spaces(widths[next] + 1)
        next += 1
      }
    }
    for (column, text) in row {
      fill(to: column, &output)
      output.literal("| ")
      output.text(text)
      output.spaces(max(widths[column] - TerminalText.width(of: text), 0) + 1)
      next = column + 1
    }
    fill(to: widths.count, &output)
    output.literal("|\n")
    output.checkpoint()
  }

  private static func bold(_ cell: MatrixSheet.Cell) -> String { "**\(MarkdownSpelling.line(cell.text))**" }

  private static func spelled(_ cell: MatrixSheet.Cell) -> String {
    guard !cell.addresses.isEmpty else { return MarkdownSpelling.line(cell.text) }
    let cards = CellText.cards(of: cell.text).enumerated().map { number, text in
      guard let address = cell.addresses[number] else { return MarkdownSpelling.line(text) }
      let bullet = text.hasPrefix("* ") ? "* " : ""
      return MarkdownSpelling.line(bullet)
        + MarkdownSpelling.link(MarkdownSpelling.line(String(text.dropFirst(bullet.count))), to: address)
    }
    return cards.joined(separator: "<br>")
  }
}
