import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Which rows of one map belong below which others.
///
/// Rows are found by the ids that they name, wherever they stand; one that names no place belongs to what stands above it. Rows go by
/// their numbers among the map's own rows, and lists are linked by number, so that a map of millions of rows takes a few arrays.
struct RowOutline {
  /// A stage or a step.
  struct Place {
    let row: Int32
    /// The stage of a step, as a number in ``places``; −1 for a stage.
    let stage: Int32
    /// The first and last of a stage's steps, as numbers in ``places``; −1 for none.
    var firstStep: Int32 = -1
    var lastStep: Int32 = -1
    /// The next step of the same stage.
    var nextStep: Int32 = -1
    /// The first of its ``cells``, and the last.
    var firstCell: Int32 = -1
    var lastCell: Int32 = -1
  }

  /// Where a lane crosses a stage or a step.
  struct CellGroup {
    /// The number of the lane in ``lanes``.
    let lane: Int32
    /// The row of its first card, and of its last.
    let first: Int32
    var last: Int32
    /// The next of the same place.
    var next: Int32 = -1
  }

  /// The row of the map itself; −1 for none.
  private(set) var map: Int32 = -1
  /// The rows of each kind but stages, steps and cards, in their order.
  private(set) var rows: [[Int32]] = Array(repeating: [], count: RowKind.allCases.count)
  private(set) var places: [Place] = []
  /// The stages, as numbers in ``places``.
  private(set) var stages: [Int32] = []
  private(set) var cells: [CellGroup] = []
  /// The first naming of each lane.
  private(set) var lanes: [RowCell] = []
  /// For each row of a card the next one of the same cell; −1 for none.
  private(set) var nextCard: [Int32]

  /// The ids of ``places``; empty for none.
  private(set) var ids: [UnsafeBufferPointer<UInt8>] = []
  /// The stages and the steps by their ids, made once somebody asks.
  private var stageNumbers: [String: Int32]?
  private var stepNumbers: [String: Int32]?
  private var laneNumbers: [String: Int32] = [:]
  /// For each lane the place that it crossed last, and the cell there.
  private var lastCrossing: [(place: Int32, cell: Int32)] = []
  /// The cells by place and lane, made once a place is gone back to.
  private var crossings: [UInt64: Int32]?
  /// The lane that probably comes next.
  private var nextLane = 0

  init(rowCount: Int) {
    nextCard = Array(repeating: -1, count: rowCount)
  }

  /// Notes a row that is neither stage, step nor card.
  mutating func add(_ row: Int32, _ kind: RowKind) {
    if kind == .map { if map < 0 { map = row } } else { rows[Int(kind.rawValue)].append(row) }
  }

  mutating func addStage(_ row: Int32, id: RowCell?) {
    stages.append(Int32(truncatingIfNeeded: places.count))
    places.append(Place(row: row, stage: -1))
    ids.append(id?.text ?? UnsafeBufferPointer(start: nil, count: 0))
  }

  mutating func addStep(_ row: Int32, id: RowCell?, stage: Int32) {
    let place = Int32(truncatingIfNeeded: places.count)
    places.append(Place(row: row, stage: stage))
    ids.append(id?.text ?? UnsafeBufferPointer(start: nil, count: 0))
    let last = places[Int(stage)].lastStep
    if last < 0 { places[Int(stage)].firstStep = place } else { places[Int(last)].nextStep = place }
    places[Int(stage)].lastStep = place
  }

  /// The first stage with an id; `near` is where it probably stands.
  mutating func stage(_ id: RowCell, near: Int32?) -> Int32? {
    if let near {
      let stage = places[Int(near)].stage < 0 ? near : places[Int(near)].stage
      if id.isText(ids[Int(stage)]) { return stage }
    }
    if stageNumbers == nil { stageNumbers = numbers(of: 0..<stages.count) }
    return stageNumbers?[id.string]
  }

  /// The first step with an id; `near` is where it probably stands.
  mutating func step(_ id: RowCell, near: Int32?) -> Int32? {
    if let near, places[Int(near)].stage >= 0, id.isText(ids[Int(near)]) { return near }
    if stepNumbers == nil { stepNumbers = numbers(of: stages.count..<places.count) }
    return stepNumbers?[id.string]
  }

  /// All stages stand before the first step.
  private func numbers(of range: Range<Int>) -> [String: Int32] {
    var numbers: [String: Int32] = [:]
    for place in range where !ids[place].isEmpty {
      let id = String(decoding: ids[place], as: UTF8.self)
      if numbers[id] == nil { numbers[id] = Int32(truncatingIfNeeded: place) }
    }
    return numbers
  }

  /// Some of the ids of the stages or of the steps, for a hint.
  func someIDs(ofStages: Bool) -> [String] {
    (ofStages ? ids.prefix(stages.count) : ids.dropFirst(stages.count)).prefix(1000)
      .map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }
  }

  /// Puts a card into a cell of a place.
  ///
  /// - Parameters:
  ///   - row: The row of the card.
  ///   - lane: The cell that names its lane.
  ///   - place: The stage or step, as a number in ``places``.
  ///   - returns: Whether cards of another place have come between the first ones of this place and these.
  mutating func addCard(_ row: Int32, lane: RowCell, place: Int32, returns: Bool) {
    let last = places[Int(place)].lastCell
    if last >= 0, lane.isText(lanes[Int(cells[Int(last)].lane)].text) { return append(row, to: last) }
    let number = number(of: lane)
    if let known = cell(place, number, isNew: !returns) { return append(row, to: known) }
    let cell = Int32(truncatingIfNeeded: cells.count)
    cells.append(CellGroup(lane: number, first: row, last: row))
    if last < 0 { places[Int(place)].firstCell = cell } else { cells[Int(last)].next = cell }
    places[Int(place)].lastCell = cell
    lastCrossing[Int(number)] = (place, cell)
    crossings?[Self.key(place, number)] = cell
  }

  private mutating func append(_ row: Int32, to cell: Int32) {
    nextCard[Int(cells[Int(cell)].last)] = row
    cells[Int(cell)].last = row
  }

  /// The cell of a lane at a place.
  ///
  /// Mostly the cards of a place stand together, and then the last crossing of the lane tells.
  private mutating func cell(_ place: Int32, _ lane: Int32, isNew: Bool) -> Int32? {
    let last = lastCrossing[Int(lane)]
    if last.place == place { return last.cell }
    if isNew { return nil }
    if crossings == nil {
      var known: [UInt64: Int32] = [:]
      for place in places.indices {
        var cell = places[place].firstCell
        while cell >= 0 {
          known[Self.key(Int32(truncatingIfNeeded: place), cells[Int(cell)].lane)] = cell
          cell = cells[Int(cell)].next
        }
      }
      crossings = known
    }
    return crossings?[Self.key(place, lane)]
  }

  private static func key(_ place: Int32, _ lane: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(bitPattern: lane))
  }

  /// The number of a lane; lanes mostly come in the same order everywhere.
  private mutating func number(of lane: RowCell) -> Int32 {
    for number in nextLane..<min(nextLane + 4, lanes.count) where lane.isText(lanes[number].text) {
      nextLane = number + 1
      return Int32(truncatingIfNeeded: number)
    }
    let id = lane.string
    let number = laneNumbers[id] ?? Int32(truncatingIfNeeded: lanes.count)
    if Int(number) == lanes.count {
      laneNumbers[id] = number
      lanes.append(lane)
      lastCrossing.append((-1, -1))
    }
    nextLane = Int(number) + 1
    return number
  }
}
