/// The cards of a step, or of a whole stage, by lane.
public struct Cards: Hashable, Sendable {
  /// The cells that hold something, in the order of the map's lanes.
  public var cells: [Cell] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes an empty collection.
  @inlinable
  public init() {}

  /// Whether there is nothing in it.
  @inlinable
  public var isEmpty: Bool { cells.isEmpty && extensions.isEmpty }

  /// The cards of a lane.
  public subscript(lane: String) -> [Card] {
    get { cells.first { $0.lane == lane }?.cards ?? [] }
    set {
      if let place = cells.firstIndex(where: { $0.lane == lane }) {
        if newValue.isEmpty { cells.remove(at: place) } else { cells[place].cards = newValue }
      } else if !newValue.isEmpty {
        cells.append(Cell(lane: lane, cards: newValue))
      }
    }
  }
}

/// Where a lane crosses a step or a stage: at least one card.
public struct Cell: Hashable, Sendable {
  /// The id of the lane.
  public var lane: String
  /// The cards, in their order.
  public var cards: [Card]

  /// Makes a cell.
  @inlinable
  public init(lane: String, cards: [Card]) {
    self.lane = lane
    self.cards = cards
  }
}
