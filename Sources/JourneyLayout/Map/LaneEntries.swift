import JourneyModel

/// A card of a lane and the columns that it covers.
struct LaneEntry {
  let card: Card
  let subject: Subject
  let column: Int
  let span: Int
}

extension MapLayout {
  /// The cards of each lane of the map, in the order of their columns.
  func laneEntries() -> [[LaneEntry]] {
    let numbers = Dictionary(map.lanes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [[LaneEntry]] = Array(repeating: [], count: map.lanes.count)
    func collect(_ cards: Cards, stage: Int, step: Int?, column: Int, span: Int) {
      for (cellNumber, cell) in cards.cells.enumerated() {
        guard let lane = numbers[cell.lane] else { continue }
        for (number, card) in cell.cards.enumerated() where isDrawn(card) {
          let wanted = max(card.span ?? span, 1)
          entries[lane].append(
            LaneEntry(
              card: card, subject: .card(stage: stage, step: step, cell: cellNumber, card: number), column: column,
              span: min(wanted, grid.count - column)))
        }
      }
    }
    var column = 0
    for (stage, content) in map.stages.enumerated() {
      collect(content.cards, stage: stage, step: nil, column: column, span: content.steps.count)
      for (step, content) in content.steps.enumerated() {
        collect(content.cards, stage: stage, step: step, column: column, span: 1)
        column += 1
      }
    }
    return entries
  }

  func isDrawn(_ card: Card) -> Bool {
    options.actors.isEmpty || card.actor.isEmpty || options.actors.contains(card.actor)
  }

  /// The lanes that are drawn, in their order.
  var drawnLanes: [Int] {
    map.lanes.indices.filter { index in
      let lane = map.lanes[index]
      let names = [lane.id, lane.kind.text]
      if names.contains(where: options.hiddenLanes.contains) { return false }
      if !options.onlyLanes.isEmpty, !names.contains(where: options.onlyLanes.contains) { return false }
      return options.actors.isEmpty || lane.actor.isEmpty || options.actors.contains(lane.actor)
    }
  }
}
