import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// A nested list of a document that may be a map, or a stage of one: stage, step, lane, cards.
struct MarkdownList {
  /// An item.
  struct Item {
    let depth: Int
    let text: String
    /// The text with what a slash parts in lines of their own.
    let cell: String
    let links: [(text: String, address: String)]
    let range: SourceRange
    /// What heads a lane at its beginning, and whether that is a known word.
    let label: String
    let isLane: Bool
  }

  private(set) var items: [Item] = []
  /// How deep the lanes stand.
  private(set) var laneDepth = 0
  private var lanes = MarkdownLaneCount([])
  /// The headings that name its stage and step, from the outermost; none if its items do.
  var names: [MarkdownHeading] = []

  /// Looks at a list; nil if nothing in it is a lane.
  init?(_ blocks: ArraySlice<MarkdownBlock>, in document: MarkdownDocument, _ diagnostics: inout Diagnostics) {
    var spelled: [(depth: Int, lines: [SourceRange])] = []
    for block in blocks {
      // A further paragraph of an item goes on with it.
      if case .item = block.content {
        spelled.append((block.depth, block.lines))
      } else if !spelled.isEmpty {
        spelled[spelled.count - 1].lines += block.lines
      }
    }
    var depths: [Int: Int] = [:]
    for (depth, lines) in spelled {
      guard let item = Self.item(depth, lines, document, &diagnostics) else { continue }
      items.append(item)
      guard item.isLane, depth > 1 || MatrixLabel(item.label) == nil else { continue }
      depths[depth, default: 0] += 1
      lanes.add(LaneHeading(item.label))
    }
    guard let most = depths.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
    laneDepth = most.key
  }

  /// How sure it is that the list is a map: alone with lanes and no stages it is hardly one.
  var confidence: Format.Confidence { lanes.isSure && laneDepth > 1 ? .certain : .possible }

  /// Whether its words are those of a map.
  var hasSureLanes: Bool { lanes.isSure }

  /// The texts of the outermost items.
  var heads: Set<String> { Set(items.lazy.filter { $0.depth == 1 }.map(\.text)) }

  private static func item(
    _ depth: Int, _ lines: [SourceRange], _ document: MarkdownDocument, _ diagnostics: inout Diagnostics
  ) -> Item? {
    guard let first = lines.first, let last = lines.last else { return nil }
    let range = SourceRange(offset: first.offset, length: last.end - first.offset)
    let shown = MarkdownText(lines, in: document)
    guard let text = ForeignText.clean(withoutBox(shown.text), at: range, &diagnostics), !text.isEmpty else {
      return nil
    }
    var label = text
    if let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) { label = String(text[..<colon]) }
    let isLane = LaneHeading(label).isTerm
    let cell = isLane ? ForeignText.trimmed(withoutBox(MarkdownText(lines, in: document, .cell).text)) : text
    return Item(
      depth: depth, text: text, cell: cell, links: shown.links, range: range, label: label, isLane: isLane)
  }

  /// The text of a task without the box before it.
  private static func withoutBox(_ text: String) -> String {
    ["[ ] ", "[x] ", "[X] "].contains { text.hasPrefix($0) } ? String(text.dropFirst(4)) : text
  }
}

/// Lists that follow one another under headings which name their stages.
enum MarkdownListRuns {
  /// The parts with each run of such lists as one part.
  static func joined(_ parts: [MarkdownPart], in document: MarkdownDocument) -> [MarkdownPart] {
    var result: [MarkdownPart] = []
    var start = 0
    while start < parts.count {
      var end = start + 1
      while end < parts.count, areNeighbours(parts[start], parts[end]) { end += 1 }
      result += joined(parts[start..<end], in: document)
      start = end
    }
    return result
  }

  /// Whether two lists stand under headings of a level with the same headings above, the innermost two apart.
  private static func areNeighbours(_ one: MarkdownPart, _ two: MarkdownPart) -> Bool {
    guard let first = one.list, let second = two.list, first.laneDepth == second.laneDepth, first.laneDepth <= 2,
      one.headings.map(\.level) == two.headings.map(\.level), one.headings.last != two.headings.last
    else { return false }
    let ownCount = first.laneDepth == 1 ? 2 : 1
    return one.headings.dropLast(ownCount) == two.headings.dropLast(ownCount)
  }

  private static func joined(_ run: ArraySlice<MarkdownPart>, in document: MarkdownDocument) -> [MarkdownPart] {
    guard let first = run.first, let list = first.list, !first.headings.isEmpty else { return Array(run) }
    let lists = run.compactMap(\.list)
    if list.laneDepth == 2 {
      // Maps of today and tomorrow have the same stages; stages have other steps each.
      let heads = lists.map(\.heads)
      let areOther = heads.reduce(0) { $0 + $1.count } == heads.reduce(into: Set()) { $0.formUnion($1) }.count
      guard run.count > 1, areOther, !run.contains(where: { isState($0.headings.last, document) }) else {
        return Array(run)
      }
    }
    let isUnderOne = run.allSatisfy { $0.headings.dropLast() == first.headings.dropLast() }
    let ownCount = min(isUnderOne || list.laneDepth == 2 ? 1 : 2, first.headings.count)
    var part = first
    part.content = .lists(
      run.compactMap { part in
        var list = part.list
        list?.names = Array(part.headings.suffix(ownCount))
        return list
      })
    part.headings = Array(first.headings.dropLast(ownCount))
    part.statements = part.headings.last?.statements ?? []
    for other in run.dropFirst() { other.diagnostics.findings.forEach { part.diagnostics.add($0) } }
    let isSure = run.count > 1 && lists.contains { $0.hasSureLanes }
    return [part.with(isSure ? .certain : .possible)]
  }

  private static func isState(_ heading: MarkdownHeading?, _ document: MarkdownDocument) -> Bool {
    guard let heading else { return false }
    return MatrixWords.state(MarkdownText(document.blocks[heading.block].lines, in: document).text) != nil
  }
}

extension MarkdownPart {
  fileprivate var list: MarkdownList? {
    if case .lists(let lists) = content, lists.count == 1 { lists[0] } else { nil }
  }

  fileprivate func with(_ confidence: Format.Confidence) -> MarkdownPart {
    MarkdownPart(
      content: content, confidence: confidence, headings: headings, statements: statements, diagnostics: diagnostics,
      range: range)
  }
}
