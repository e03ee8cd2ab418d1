import JourneyFormats
import JourneyModel
import Testing

@Suite struct LossCountTests {
  private static func losses(of maps: [JourneyMap], _ carried: CarriedFields) -> [String] {
    var losses = LossCount()
    for var map in maps { losses.count(&map, carrying: carried) }
    return losses.all.map { "\($0.count) \($0.kind)" }
  }

  private static let map: JourneyMap = {
    var map = JourneyMap()
    map.id = "m"
    map.title = "T"
    map.scenario = "S"
    map.extensions = [Extension("x-a", .null)]
    map.links = [Link(), Link()]
    map.metrics = [Metric()]
    var lane = Lane()
    lane.id = "hurts"
    lane.type = Open(.painPoints)
    map.lanes = [lane]
    var step = Step()
    step.id = "s"
    step.duration = "P1D"
    var pain = Card("Too small")
    pain.id = "p"
    pain.severity = .five
    pain.owner = "Shop"
    step.cards["hurts"] = [pain, Card("Late")]
    step.cards["actions"] = [Card("Looks")]
    var stage = Stage()
    stage.title = "A"
    stage.steps = [step]
    map.stages = [stage]
    return map
  }()

  @Test func recordsAndFieldsAreCounted() {
    let carried = CarriedFields(["map.title", "lane.type", "stage.title", "step.title", "card.text"])
    #expect(
      Self.losses(of: [Self.map], carried) == [
        "2 links", "1 metric", "1 map field (scenario)", "1 step field (duration)", "2 card fields (severity, owner)",
        "1 extension (x-a)",
      ])
    #expect(Self.losses(of: [Self.map, Self.map], carried).contains("4 links"))
  }

  @Test func cardsOfLanesThatAreNotCarriedAreCountedByType() {
    let carried = CarriedFields(
      ["map.title", "map.scenario", "stage.title", "step.title", "card.text"], lanes: [.actions])
    #expect(
      Self.losses(of: [Self.map], carried) == [
        "1 lane", "2 cards in pain-points", "2 links", "1 metric", "1 step field (duration)", "1 extension (x-a)",
      ])
  }

  @Test func aFieldCanBeCarriedByOneMap() {
    var carried = CarriedFields(["map.title"])
    carried.insert("map.scenario")
    #expect(!Self.losses(of: [Self.map], carried).contains { $0.contains("scenario") })
  }

  /// A field that is stated tomorrow is counted, since every field is until somebody says that it is carried.
  @Test(arguments: 0..<30)
  func whatIsNotNamedIsLost(seed: Int) {
    let map = MapGenerator.map(seed: UInt64(seed))
    let records = map.organizations.count + map.actors.count + map.lanes.count + map.stages.count + map.links.count
    var losses = LossCount()
    var copy = map
    losses.count(&copy, carrying: CarriedFields([]))
    #expect(copy == map)
    let counted = losses.all.filter {
      ["organization", "actor", "lane", "stage", "link"].contains(where: $0.kind.hasPrefix)
    }
    #expect(counted.reduce(0) { $0 + $1.count } == records)
  }
}
