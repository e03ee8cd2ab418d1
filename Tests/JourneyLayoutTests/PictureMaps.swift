import JourneyModel

/// Maps of every size and with every kind of text, made at random from a seed.
struct PictureMaps {
  private var random: SplitMix

  /// The seeds that the laws are tried with.
  static let seeds: [UInt64] = Array(0..<40)

  static func map(seed: UInt64) -> JourneyMap {
    var maps = PictureMaps(random: SplitMix(state: seed &* 0x9E37 &+ 1))
    let sizes = [(1, 1), (2, 3), (5, 6), (9, 5), (3, 12), (12, 9), (1, 4), (50, 12)]
    let (columns, lanes) = sizes[Int(seed) % sizes.count]
    return maps.map(columns: columns, lanes: lanes)
  }

  private mutating func map(columns: Int, lanes: Int) -> JourneyMap {
    var map = JourneyMap()
    map.id = "m"
    map.title = text()
    map.language = ["en", "nb", "ar", "ja", "he", "th"].randomElement(using: &random) ?? "en"
    map.goals = texts()
    for index in 0..<Int.random(in: 0...4, using: &random) {
      var actor = Actor()
      actor.id = "actor-\(index)"
      actor.name = text()
      actor.primary = index == 0
      actor.quote = chance() ? text() : ""
      map.actors.append(actor)
    }
    for index in 0..<lanes { map.lanes.append(lane(index, actors: map.actors)) }
    var column = 0
    while column < columns {
      var stage = Stage()
      stage.id = "stage-\(column)"
      stage.title = text()
      stage.goals = texts()
      stage.approval = chance()
      stage.duration = chance() ? "P1DT2H" : ""
      if chance() { stage.cards = cards(map) }
      for _ in 0..<min(Int.random(in: 1...4, using: &random), columns - column) {
        stage.steps.append(step(column, map))
        column += 1
      }
      map.stages.append(stage)
    }
    map.links = links(map)
    return map
  }

  private mutating func lane(_ index: Int, actors: [Actor]) -> Lane {
    var lane = Lane()
    lane.id = "lane-\(index)"
    lane.type = Open(LaneType.allCases.randomElement(using: &random) ?? .actions)
    if chance() { lane.type = Open(.emotions) }
    lane.title = chance() ? text() : ""
    lane.actor = chance() ? actors.randomElement(using: &random)?.id ?? "" : ""
    lane.lineBelow = chance() ? BlueprintLine.allCases.randomElement(using: &random) : nil
    lane.group = chance() ? text() : ""
    lane.color = chance() ? "#ffe08a" : ""
    lane.state = chance() ? .future : nil
    return lane
  }

  private mutating func step(_ column: Int, _ map: JourneyMap) -> Step {
    var step = Step()
    step.id = "step-\(column)"
    step.title = text()
    step.description = chance() ? text() : ""
    step.actors = map.actors.filter { _ in chance() }.map(\.id)
    step.time = chance() ? text() : ""
    step.duration = chance() ? "PT5M" : ""
    step.optional = chance()
    step.end = chance()
    step.moments = Moment.allCases.filter { _ in chance() }
    step.dropOff = chance() ? 0.35 : nil
    step.cards = cards(map)
    return step
  }

  private mutating func cards(_ map: JourneyMap) -> Cards {
    var cards = Cards()
    for lane in map.lanes where chance() {
      var list: [Card] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var card = Card(chance() ? text() : "x")
        counter += 1
        card.id = "card-\(counter)"
        if chance() { card.emotion = Double.random(in: -2...2, using: &random) }
        if chance() { card.span = Int.random(in: 1...60, using: &random) }
        if chance() { card.quote = text() }
        if chance() { card.severity = .four }
        if chance() { card.usage = .missing }
        if chance() { card.owner = text() }
        if chance() { card.actor = map.actors.randomElement(using: &random)?.id ?? "" }
        list.append(card)
      }
      cards.cells.append(Cell(lane: lane.id, cards: list))
    }
    return cards
  }

  private var counter = 0

  private mutating func links(_ map: JourneyMap) -> [Link] {
    let places =
      map.stages.map(\.id) + map.stages.flatMap(\.steps).map(\.id) + map.actors.map(\.id)
      + (0..<counter).map { "card-\($0 + 1)" }
    return (0..<Int.random(in: 0...20, using: &random)).map { _ in
      var link = Link()
      link.from = places.randomElement(using: &random) ?? ""
      link.to = places.randomElement(using: &random) ?? ""
      link.type = Open(LinkType.allCases.randomElement(using: &random) ?? .next)
      link.label = chance() ? text() : ""
      link.probability = chance() ? Double.random(in: 0...1, using: &random) : nil
      return link
    }
  }

  private mutating func chance() -> Bool { Int.random(in: 0..<10, using: &random) < 3 }

  private mutating func texts() -> [String] { chance() ? [text(), text()] : [] }

  private mutating func text() -> String { Self.samples.randomElement(using: &random) ?? "" }

  private static let samples = [
    "Compares", "Runs a four-week pilot with 12 vans", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "https://example.org/a/very/long/address?with=many&parts=and-no-spaces-at-all#to-break-at", "a", "",
    "Three rounds of the same questions; nobody owns the timeline, and legal review takes six weeks.",
    "展示会で充電器の新しいサービスを知り、資料を請求する（無料）。", "משווה עמלות באתר (3 בנקים, 0 ₪) ב-App",
    "تكتشف قرب انتهاء الجواز (12٪)", "เปรียบเทียบราคากับร้านอื่นก่อนตัดสินใจซื้อ", "Søker på symptomer\nSpør søsteren",
    "ЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩ", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "x \u{202E}y\u{2069}\u{2067}z",
    "   spaces   ", "e\u{301}\u{301}\u{301}", "—", "(((((((((((((((((((((((((((((((((((((((((",
    "。。。。。。。。。。。。。。。。。。。。。。。。。",
  ]
}

/// A small random number generator with a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
