import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import JourneyTerms

/// A table of a Markdown document, as a table of texts.
struct MarkdownTableMap {
  private(set) var matrix = Matrix()
  /// Whether the head of every row is bold, as there is no other mark for it in Markdown.
  private var areHeadsBold = true

  init(_ rows: [[SourceRange]], in document: MarkdownDocument, _ diagnostics: inout Diagnostics) {
    let width = rows.first?.count ?? 0
    var corners: Set<Int> = [0]
    for (number, row) in rows.enumerated() {
      if row.count > width { Self.warn(of: row, width, &diagnostics) }
      var cells: [Matrix.Cell] = []
      var isHeading = number == 0
      for (column, range) in row.prefix(width).enumerated() where range.length > 0 {
        let place: MarkdownText.Place = isHeading || corners.contains(column) ? .heading : .cell
        let spelled = document.source.text(in: range)
        let shown = MarkdownText(spelled, in: document, place)
        guard let text = ForeignText.clean(shown.text, at: range, &diagnostics), !text.isEmpty else { continue }
        if number == 0, column < 3, MatrixWords.corner(text) != nil { corners.insert(column) }
        if cells.isEmpty, number > 0 {
          isHeading = MatrixWords.corner(text) == .step
          areHeadsBold = areHeadsBold && Self.isBold(spelled)
        }
        cells.append(Matrix.Cell(column: column, text: text, range: range, links: place == .cell ? shown.links : []))
        if place == .heading, !shown.links.isEmpty { Self.note(linkAt: range, &diagnostics) }
      }
      matrix.rows.append(cells)
    }
  }

  /// How sure it is that the table is a map.
  func confidence(_ source: SourceText) -> Format.Confidence {
    guard let heading = matrix.rows.first(where: { !$0.isEmpty }) else { return .none }
    let across = MarkdownLaneCount(heading.prefix(200).map(\.text))
    let down = (0...1).map { column in
      MarkdownLaneCount(matrix.rows.prefix(500).compactMap { $0.cell(in: column)?.text })
    }
    let lanes = ([across] + down).max { $0.total < $1.total } ?? across
    let corners = heading.prefix(3).compactMap { MatrixWords.corner($0.text) }
    let stages = heading.prefix(200).count { TermIndex.of("stage")[$0.text] != nil }
    if lanes.isSure { return .certain }
    if corners.contains(.stage), lanes.total > 0 || stages > 1 || areHeadsBold { return .certain }
    guard lanes.total > 0 || stages > 1 || corners.contains(.stage) else { return .none }
    var scratch = Diagnostics(source: source)
    return MatrixOutline(of: matrix, diagnostics: &scratch) == nil ? .none : .possible
  }

  private static func isBold(_ text: String) -> Bool {
    ["**", "__"].contains { text.count > 4 && text.hasPrefix($0) && text.hasSuffix($0) }
  }

  private static func warn(of row: [SourceRange], _ width: Int, _ diagnostics: inout Diagnostics) {
    diagnostics.warn(
      "this row has \(row.count) cells and the table \(width), and Markdown shows no more", at: row[width],
      hint: "write '\\|' for a bar in a text")
  }

  private static func note(linkAt range: SourceRange, _ diagnostics: inout Diagnostics) {
    diagnostics.note("a link in a heading is read as its text", at: range)
  }
}

/// How many of some headings are lanes.
struct MarkdownLaneCount {
  private(set) var total = 0
  private var ownWords: Set<LaneType> = []

  init(_ headings: some Sequence<String>) {
    for heading in headings { add(LaneHeading(heading)) }
  }

  mutating func add(_ heading: LaneHeading) {
    guard heading.isTerm, let type = heading.type else { return }
    total += 1
    if !Self.common.contains(type) { ownWords.insert(type) }
  }

  /// Whether that is enough for a map: words that other tables and lists have too do not count as much.
  var isSure: Bool { ownWords.count >= 2 || (ownWords.count == 1 && total >= 3) }

  private static let common: Set<LaneType> = [
    .owner, .duration, .metrics, .information, .image, .people, .policies, .technology, .processes, .evidence,
    .feedback, .questions, .solutions, .custom,
  ]
}
