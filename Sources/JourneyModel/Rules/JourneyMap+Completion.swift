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
    orderCells()
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
    forEachCell { cell in
      guard ids.insert(cell.lane).inserted else { return }
      var lane = Lane()
      lane.id = cell.lane
      lanes.append(lane)
    }
  }

  private func forEachCell(_ body: (Cell) -> Void) {
    for stage in stages {
      stage.cards.cells.forEach(body)
      for step in stage.steps { step.cards.cells.forEach(body) }
    }
  }

  /// Puts cells in the order of the lanes, which is how two maps that say the same come to be equal.
  private mutating func orderCells() {
    let order = Dictionary(lanes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = lanes.map(\.id)
    for stage in stages.indices {
      Self.order(&stages[stage].cards.cells, ids, order)
      for step in stages[stage].steps.indices { Self.order(&stages[stage].steps[step].cards.cells, ids, order) }
    }
  }

  private static func order(_ cells: inout [Cell], _ ids: [String], _ order: [String: Int]) {
    var lane = 0
    for cell in cells {
      while lane < ids.count, ids[lane] != cell.lane { lane += 1 }
      guard lane < ids.count else {
        cells.sort { order[$0.lane, default: .max] < order[$1.lane, default: .max] }
        return
      }
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
    forEachCell { cell in ids.formUnion(cell.cards.map(\.id)) }
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
