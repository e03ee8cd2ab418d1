import JourneyModel

/// What combines with every template: whether the map shows what is or what is wished for, and who the journey is for.
public struct Axes: Sendable {
  /// Whether it shows what is or what is wished for; nil leaves the template’s own.
  public var state: MapState?
  /// Who the journey is for; nil leaves the template’s own.
  public var market: Market?

  /// Chooses nothing.
  public init(state: MapState? = nil, market: Market? = nil) {
    self.state = state
    self.market = market
  }

  /// Sets the fields of a map.
  ///
  /// - Returns: What the choice usually adds and the map does not have, a sentence each.
  public func apply(to map: inout JourneyMap) -> [String] {
    var advice: [String] = []
    if let state {
      map.state = state
      advice += Self.advice(for: state, map)
    }
    if let market {
      map.market = market
      advice += Self.advice(for: market, map)
    }
    return advice
  }

  private static func advice(for state: MapState, _ map: JourneyMap) -> [String] {
    switch state {
    case .current:
      return missing([.behaviours, .motivations], in: map, "a current state")
        + (map.sources.isEmpty ? ["a current state rests on research: list its 'sources'"] : [])
    case .future:
      return missing([.expectations, .solutions], in: map, "a future state")
        + (map.basedOn.isEmpty ? ["a future state names its current state in 'basedOn'"] : [])
        + (map.goals.isEmpty ? ["a future state has 'goals'"] : [])
    }
  }

  private static func advice(for market: Market, _ map: JourneyMap) -> [String] {
    switch market {
    case .b2b:
      let roles = Set(map.actors.flatMap(\.roles).compactMap(\.known))
      let wanted: [ActorRole] = [.buyer, .implementer, .endUser].filter { !roles.contains($0) }
      let names = wanted.map(\.rawValue).joined(separator: ", ")
      return missing([.motivations, .feedback], in: map, "a B2B map")
        + (wanted.isEmpty ? [] : ["a B2B map has actors with the roles \(names)"])
        + (map.salesCycle.isEmpty ? ["a B2B map says how long a sale takes in 'salesCycle'"] : [])
    case .b2c:
      let primary = map.actors.filter(\.primary).count
      return missing([.motivations], in: map, "a B2C map")
        + (primary == 1 ? [] : ["a B2C map has one actor with 'primary: true'"])
        + (map.stages.flatMap(\.steps).contains { $0.dropOff != nil } ? [] : ["a B2C map tells the 'dropOff' at steps"])
    case .internal: return missing([.people, .policies], in: map, "an internal map")
    case .public: return missing([.policies, .technology], in: map, "a map for the public sector")
    case .b2b2c: return missing([.motivations, .feedback], in: map, "a B2B2C map")
    }
  }

  private static func missing(_ types: [LaneType], in map: JourneyMap, _ phrase: String) -> [String] {
    let present = Set(map.lanes.compactMap(\.kind.known))
    let names = types.filter { !present.contains($0) }.map { "'\($0.rawValue)'" }
    guard !names.isEmpty else { return [] }
    return ["\(phrase) usually has the \(names.count == 1 ? "lane" : "lanes") \(names.joined(separator: " and "))"]
  }
}
