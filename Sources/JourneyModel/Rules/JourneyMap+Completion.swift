extension JourneyMap {
  /// An id that was given by place.
  package struct GivenID {
    package let kind: IDKind
    package let id: String
  }

  /// Fills in what a map may leave out, as every reader does: a step for each stage, lanes that cards name, lane types, ids.
  ///
  /// - Parameter name: The id that the map gets if it has none.
  /// - Returns: The ids that were given.
  @discardableResult
  package mutating func complete(name: String) -> [GivenID] {
    if id.isEmpty { id = name }
    for index in stages.indices where stages[index].steps.isEmpty {
      var step = Step()
      step.title = stages[index].title
      stages[index].steps = [step]
    }
    completeLanes()
    completeCells()
    return giveIDs()
  }

  private mutating func completeLanes() {
    var ids = Set(lanes.map(\.id))
    for index in lanes.indices {
      if lanes[index].id.isEmpty {
        let type = lanes[index].type.text
        let isFree = TextRules.isID(type) && ids.insert(type).inserted
        lanes[index].id = isFree ? type : Self.free("lane-\(index + 1)", &ids)
      }
      // What the id says anyway is said once, so that both ways of writing it read as equal lanes.
      if lanes[index].type == lanes[index].impliedType { lanes[index].type = Open() }
    }
  }

  /// Adds the lanes that only cards name, and puts cells in the order of the lanes, which is how two maps that say the same
  /// come to be equal.
  private mutating func completeCells() {
    var order = LaneOrder(lanes)
    for stage in stages.indices {
      order.arrange(&stages[stage].cards.cells)
      for step in stages[stage].steps.indices { order.arrange(&stages[stage].steps[step].cards.cells) }
    }
    for id in order.ids[lanes.count...] {
      var lane = Lane()
      lane.id = id
      lanes.append(lane)
    }
  }

  private mutating func giveIDs() -> [GivenID] {
    guard hasMissingIDs else { return [] }
    var given: [GivenID] = []
    var organizationIDs = Set(organizations.map(\.id))
    for index in organizations.indices where organizations[index].id.isEmpty {
      organizations[index].id = Self.free("organization-\(index + 1)", &organizationIDs)
      given.append(GivenID(kind: .organization, id: organizations[index].id))
    }
    var places = placeIDs
    for index in actors.indices where actors[index].id.isEmpty {
      actors[index].id = Self.free("actor-\(index + 1)", &places)
      given.append(GivenID(kind: .actor, id: actors[index].id))
    }
    for stage in stages.indices {
      if stages[stage].id.isEmpty {
        stages[stage].id = Self.free("stage-\(stage + 1)", &places)
        given.append(GivenID(kind: .stage, id: stages[stage].id))
      }
      for step in stages[stage].steps.indices where stages[stage].steps[step].id.isEmpty {
        stages[stage].steps[step].id = Self.free("step-\(stage + 1)-\(step + 1)", &places)
        given.append(GivenID(kind: .step, id: stages[stage].steps[step].id))
      }
    }
    return given
  }

  private var hasMissingIDs: Bool {
    organizations.contains { $0.id.isEmpty } || actors.contains { $0.id.isEmpty }
      || stages.contains { $0.id.isEmpty || $0.steps.contains { $0.id.isEmpty } }
  }

  private var placeIDs: Set<String> {
    var ids = Set(actors.map(\.id))
    for stage in stages {
      ids.insert(stage.id)
      ids.formUnion(stage.steps.map(\.id))
    }
    for stage in stages {
      for cell in stage.cards.cells + stage.steps.flatMap(\.cards.cells) { ids.formUnion(cell.cards.map(\.id)) }
    }
    return ids
  }

  /// The wanted id, or with the first number after it that nothing else has.
  private static func free(_ wanted: String, _ taken: inout Set<String>) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = 2
    while !taken.insert("\(wanted)-\(number)").inserted { number += 1 }
    return "\(wanted)-\(number)"
  }
}

/// The ids of lanes in their order, which grows by those that only cards name.
private struct LaneOrder {
  private(set) var ids: [String]
  private var places: [String: Int]

  init(_ lanes: [Lane]) {
    ids = lanes.map(\.id)
    places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts the cells of a step or stage in order.
  mutating func arrange(_ cells: inout [Cell]) {
    var isOrdered = true
    var last = -1
    for index in cells.indices {
      let place = place(of: cells[index].lane, after: last)
      isOrdered = isOrdered && place > last
      last = place
    }
    if !isOrdered { cells.sort { places[$0.lane, default: .max] < places[$1.lane, default: .max] } }
  }

  /// The place of a lane; cells mostly stand in the order of the lanes, so the next ones are looked at first.
  private mutating func place(of id: String, after last: Int) -> Int {
    for place in (last + 1)..<min(last + 5, ids.count) where ids[place] == id { return place }
    if let place = places[id] { return place }
    places[id] = ids.count
    ids.append(id)
    return ids.count - 1
  }
}
