import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension MapReading {
  /// The cards of a step or stage: lane by lane, each with a list of cards or with one card.
  func cards(at node: Int) -> Cards {
    var cards = Cards()
    let mapping = view.resolve(node)
    guard view[mapping].kind == .mapping else {
      if !saysNothing(mapping) {
        error(
          "'cards' is a mapping from lanes to cards, not \(described(mapping))", at: node,
          hint: "write 'cards:', then a line for each lane, such as 'actions: [Searches]'")
      }
      return cards
    }
    cards.cells.reserveCapacity(capacity(forChildrenOf: mapping) / 2)
    var key = mapping + 1
    let end = view.next(mapping)
    var place = 0
    var extensionNames: Set<String> = []
    lanes.beginCells()
    while key < end {
      let value = view.next(key)
      if let lane = lanes.use(of: key, after: &place, reading: self) {
        readCell(lane: lane, key: key, value: value, into: &cards)
      } else {
        readOtherKey(key, value: value, into: &cards, &extensionNames)
      }
      key = view.next(value)
    }
    return cards
  }

  /// How much room to make for what stands in a container, of which not all need come to be something.
  func capacity(forChildrenOf container: Int) -> Int { min(Int(view[container].length), 1024) }

  private func readCell(lane: LaneUses.Use, key: Int, value: Int, into cards: inout Cards) {
    if lane.isRepeated {
      diagnostics.error("the lane '\(lane.id)' stands twice in these cards", at: range(key))
      return
    }
    let list = view.resolve(value)
    var cell = Cell(lane: lane.id, cards: [])
    if view[list].kind == .sequence {
      let end = view.next(list)
      var child = list + 1
      cell.cards.reserveCapacity(capacity(forChildrenOf: list))
      while child < end {
        if !readCard(at: child, isEmotion: lane.isEmotion, into: &cell.cards) {
          warnOfEmptyItem(at: child, in: "cards")
        }
        child = view.next(child)
      }
    } else {
      let isSaid = readCard(at: value, isEmotion: lane.isEmotion, into: &cell.cards)
      if !isSaid, !saysNothing(value) { warnOfEmptyItem(at: value, in: "cards") }
    }
    if !cell.cards.isEmpty { cards.cells.append(cell) }
  }

  private func readOtherKey(_ key: Int, value: Int, into cards: inout Cards, _ extensionNames: inout Set<String>) {
    let name = view.resolve(key)
    guard view[name].kind == .plain || view[name].kind == .quoted else {
      error("a key is text, not \(described(name))", at: key)
      return
    }
    let text = view.text(name)
    if text.hasPrefix("x-") {
      if !extensionNames.insert(text).inserted {
        error("the key '\(text)' stands twice", at: key)
      } else {
        cards.extensions.append(Extension(text, json(at: value)))
      }
    } else {
      error(
        "'\(shortened(text))' is not the id of a lane", at: key, hint: "ids have ASCII letters, digits, '-' and '_'")
    }
  }

  /// Reads a card to the end of a list; false if it says nothing.
  private func readCard(at node: Int, isEmotion: Bool, into cards: inout [Card]) -> Bool {
    let target = view.resolve(node)
    switch view[target].kind {
    case .plain where isEmotion && PlainScalar(view.bytes(target)).isNumber:
      guard let number = number(at: node, for: "emotion") else { return true }
      guard let emotion = accept(number, -2...2, at: node, for: "emotion") else { return true }
      var card = Card()
      card.emotion = emotion
      cards.append(card)
    case .plain, .quoted:
      var text = ""
      let isRefused = refuses { text = self.text(at: node, for: "text") }
      guard !text.isEmpty else { return isRefused }
      cards.append(Card(text))
    case .mapping:
      guard view[target].length > 0 else { return false }
      let isRefused = refuses {
        cards.append(Card())
        RecordReader.read(&cards[cards.count - 1], at: target, in: self)
      }
      guard cards[cards.count - 1].saysNothing() else { return true }
      cards.removeLast()
      return isRefused
    case .sequence:
      guard view[target].length > 0 else { return false }
      error("a card is text or a mapping, not a list", at: node)
    case .alias, .merged: break
    }
    return true
  }
}

extension PlainScalar {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .float, .notFinite: true
    case .null, .boolean, .text: false
    }
  }
}
