import JourneyModel
import JourneyTerms

extension MatrixWriter {
  /// Writes a row for each lane, and one for each line below a lane.
  mutating func writeLanes(_ map: JourneyMap, _ columns: Columns) {
    var cells = cellsByLane(map, columns)
    var names: [[String]: Int] = [:]
    var lastGroup = ""
    for (number, lane) in map.lanes.enumerated() {
      var row: [MatrixSheet.Cell] = []
      let group = ForeignText.trimmed(lane.group)
      if !group.isEmpty || !lastGroup.isEmpty {
        row.append(.init(column: 0, text: group.isEmpty ? MatrixReader.untitled : group))
        lastGroup = group
      }
      let actor = lane.actor.isEmpty ? "" : actorNames[lane.actor] ?? lane.actor
      let scale = Self.scale(of: cells[number], in: lane)
      row.append(.init(column: laneColumn, text: heading(of: lane, actor: actor, scale, &names)))
      if let actorColumn, !actor.isEmpty { row.append(.init(column: actorColumn, text: actor)) }
      for (column, cards) in cells[number] {
        var (texts, addresses): ([String], [Int: String]) = ([], [:])
        for card in cards {
          guard let text = written(card, in: lane) else { continue }
          if linksCards, !card.url.isEmpty { take(card.url, at: texts.count, &addresses) }
          texts.append(text)
        }
        let text = CellText.written(texts)
        if !text.isEmpty { row.append(.init(column: column, text: text, addresses: addresses)) }
      }
      // What is written need not be kept twice.
      cells[number] = []
      sheet.lanes.append(row)
      if let line = lane.lineBelow {
        votes.add(line.termKey, terms.term(for: line))
        sheet.lanes.append([.init(column: laneColumn, text: terms.term(for: line))])
      }
    }
  }

  /// For each lane its cards with their columns.
  private func cellsByLane(_ map: JourneyMap, _ columns: Columns) -> [[(column: Int, cards: [Card])]] {
    let numbers = Dictionary(map.lanes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var cells = [[(column: Int, cards: [Card])]](repeating: [], count: map.lanes.count)
    func add(_ cards: Cards, at column: Int) {
      for cell in cards.cells {
        if let number = numbers[cell.lane] { cells[number].append((column, cell.cards)) }
      }
    }
    for (stage, place) in zip(map.stages, columns.stages) {
      if let whole = place.whole { add(stage.cards, at: whole) }
      for (number, step) in stage.steps.enumerated() { add(step.cards, at: place.first + number) }
    }
    return cells
  }

  // MARK: Cards

  private mutating func written(_ card: Card, in lane: Lane) -> String? {
    var text = ForeignText.trimmed(card.text)
    let isFelt = lane.kind == LaneType.emotions
    if !isFelt, card.emotion != nil { losses.add(field: "emotion", of: Card.name) }
    if text.isEmpty, !card.channel.isEmpty { text = ForeignText.trimmed(terms.term(for: card.channel)) }
    guard !text.isEmpty || (isFelt && card.emotion != nil) else {
      losses.add(1, "card without text", "cards without text")
      return nil
    }
    return isFelt ? EmotionText.written(text, emotion: card.emotion, decimal: decimal) : text
  }

  private mutating func take(_ address: String, at number: Int, _ addresses: inout [Int: String]) {
    if WebAddress.isSafe(address) { addresses[number] = address } else { losses.add(field: "url", of: Card.name) }
  }

  /// The scale that the lane's heading must state, since its numbers alone would read otherwise.
  private static func scale(of cells: [(column: Int, cards: [Card])], in lane: Lane) -> EmotionScale? {
    guard lane.kind == LaneType.emotions else { return nil }
    let numbers = cells.flatMap { $0.cards.compactMap(\.emotion) }.map { ScoreNumber(written: $0) }
    return EmotionScale.guessed(from: numbers) == .own ? nil : .own
  }

  // MARK: Headings

  /// The head of a lane: its title or its term, and in parentheses what that does not say.
  private mutating func heading(
    of lane: Lane, actor: String, _ scale: EmotionScale?, _ names: inout [[String]: Int]
  ) -> String {
    let type = lane.kind.known ?? .custom
    let isCurve = lane.display == .curve && type == .emotions
    if lane.display != nil, !isCurve { losses.add(field: "display", of: Lane.name) }
    if lane.kind.known == nil { losses.add(field: "type", of: Lane.name) }
    let term = isCurve ? self.term("lane.emotional-curve") : terms.term(for: type)
    let title = Self.title(of: lane, type, term)
    let state = lane.state.map { " (\(terms.term(for: $0)))" } ?? ""
    let suffix = scale.map { " (\($0.spelling))" } ?? ""
    let number = names[[title, state, term, actor], default: 0] + 1
    names[[title, state, term, actor]] = number
    let rest = state + (number > 1 ? " (\(number))" : "") + suffix
    var text = title + rest
    if !says(text, type, isCurve, title, lane.state, scale) { text = "\(title) (\(term))" + rest }
    if let term = LaneHeading(text).term { votes.add(term.key, term.spelling) }
    return text
  }

  private static func title(of lane: Lane, _ type: LaneType, _ term: String) -> String {
    let title = ForeignText.trimmed(lane.title)
    if !title.isEmpty { return title }
    if type != .custom { return term }
    return lane.kind.known == nil ? ForeignText.trimmed(lane.kind.text) : lane.id
  }

  /// Whether a heading reads as the lane that it was made for.
  private func says(
    _ text: String, _ type: LaneType, _ isCurve: Bool, _ title: String, _ state: MapState?, _ scale: EmotionScale?
  ) -> Bool {
    let heading = LaneHeading(text)
    return (heading.type ?? .custom) == type && heading.isCurve == isCurve && heading.title == title
      && heading.state == state && heading.scale == scale && MatrixWords.line(text) == nil
      && MatrixWords.corner(text) == nil
  }
}
