import JourneyFormats
import JourneyModel
import JourneyTerms
import Testing

@Suite struct CSVGridTests {
  /// What a grid carries comes back from it, whatever the map.
  @Test(arguments: 0..<200)
  func whatAGridCarriesComesBack(seed: Int) throws {
    var map = MapGenerator.map(seed: 7000 + UInt64(seed), density: [0.15, 0.4, 0.7][seed % 3])
    map.language = ["en", "et", "ru", "ja", "ar", ""][seed % 6]
    Self.name(&map)
    var options = WritingOptions()
    if seed % 4 == 1 { options.values.turnOn(.excel) }
    let again = try #require(try read(write([map], options)).first)
    #expect(Carried(again) == Carried(map))
  }

  @Test func severalMapsAreTablesBelowOneAnother() throws {
    let maps = (0..<4).map { seed in
      var map = MapGenerator.map(seed: 7500 + UInt64(seed))
      Self.name(&map)
      map.title = "Map \(seed)"
      return map
    }
    let again = try read(write(maps)).map(Carried.init)
    #expect(again.count == maps.count)
    for (map, again) in zip(maps, again) { #expect(again == Carried(map)) }
  }

  /// Cells of people: each is read as these cards.
  @Test(arguments: [
    ("one\ntwo", ["one", "two"]), ("- one\n-two\n– three", ["one", "two", "three"]), ("• one • two", ["one", "two"]),
    ("1. one\n2. two", ["one", "two"]), ("2. floor", ["2. floor"]), ("/ one\n/ two", ["one", "two"]), ("-", []),
    ("-5 °C", ["-5 °C"]), ("one\\\nstill one\ntwo", ["one\nstill one", "two"]), ("・一\n・二", ["一", "二"]),
    ("* one\n\n* two", ["one", "two"]), ("C:\\temp\\", ["C:\\temp\\"]), ("**bold**", ["**bold**"]),
  ])
  func cellsAreReadAsCards(cell: String, cards: [String]) throws {
    let text = "Stage,A\nActions,\"\(cell)\"\n"
    #expect(try read(text).first?.stages.first?.steps.first?.cards["actions"].map(\.text) == cards)
  }

  /// Cells of emotions, on the model's own scale.
  @Test(
    arguments: [
      ("+1", "", 1), ("−1,5", "", -1.5), ("😊 finds it", "finds it", 1), ("finds it 😡", "finds it", -2), ("☹️", "", -1),
      ("Positiivne", "Positiivne", 1), ("Очень негативно", "Очень негативно", -2), ("Curious (+1)", "Curious", 1),
      ("+2 quick", "quick", 2), ("-1: slow", "slow", -1), (":-(", "", -1), ("quick :)", "quick", 1), ("★★★★★", "", 2),
      ("4/5", "", 1), ("1/10 so slow", "1/10 so slow", nil), ("100 %", "", 2), ("++", "", 2), ("+/-", "", 0),
      ("3 days of waiting", "3 days of waiting", nil), ("Curious (?)", "Curious", nil), ("Happy", "Happy", nil),
      ("+٢", "", 2),
    ] as [(String, String, Double?)])
  func emotionsAreRead(cell: String, text: String, emotion: Double?) throws {
    let card = try read("Stage;A\nEmotions;\(cell)\n").first?.stages.first?.steps.first?.cards["emotions"].first
    #expect(card?.text == text)
    #expect(card?.emotion == emotion)
  }

  /// Rows of numbers: the scale is that of the whole row.
  @Test(
    arguments: [
      ("Emotions", [1, 3, 5], [-2, 0, 2]), ("Emotions", [1, 10, 4], [-2, 2, -0.67]), ("Emotions", [0.5, -1], [1, -2]),
      ("Emotions", [-1, 0, 1], [-1, 0, 1]), ("Emotions", [2, 1], [2, 1]), ("Emotions (1-5)", [2, 1], [-1, -2]),
      ("Emotions 1–10", [5.5], [0]), ("Emotions (-5 to 5)", [5, 0], [2, 0]), ("Emotions", [80, 0], [1.2, -2]),
      ("Emotions", [-3, 3], [-2, 2]), ("Mood (/10)", [10], [2]),
    ] as [(String, [Double], [Double])])
  func scalesAreThoseOfTheRow(heading: String, numbers: [Double], emotions: [Double]) throws {
    let stages = numbers.indices.map { ";S\($0)" }.joined()
    let cells = numbers.map { ";\($0)" }.joined()
    let map = try read("Stage\(stages)\n\(heading)\(cells)\n").first
    #expect(map?.stages.compactMap { $0.steps.first?.cards["emotions"].first?.emotion } == emotions)
    #expect(map?.lanes.first?.kind == Open(LaneType.emotions))
  }

  @Test func aHugeSheetIsRead() throws {
    let row = (0..<2_000).map { ",card \($0)" }.joined()
    var text = "Stage" + (0..<2_000).map { ",S\($0)" }.joined() + "\n"
    for lane in 0..<100 { text += "Lane \(lane)\(row)\n" }
    let map = try read(text).first
    #expect(map?.lanes.count == 100)
    #expect(map?.stages.last?.steps.first?.cards.cells.count == 100)
  }

  /// Gives a map what a grid needs to show anything: a title, a column and heads of its rows.
  private static func name(_ map: inout JourneyMap) {
    if Carried(map).title.isEmpty { map.title = "Untitled" }
    if map.stages.isEmpty {
      var stage = Stage()
      stage.title = "Alone"
      stage.steps = [Step()]
      map.stages = [stage]
    }
    for index in map.lanes.indices where map.lanes[index].title.allSatisfy(\.isWhitespace) {
      map.lanes[index].title = "Lane \(index)"
    }
  }

  private func write(_ maps: [JourneyMap], _ options: WritingOptions = WritingOptions()) throws -> String {
    let bytes = try #require(Format.csvGrid.bytes(of: maps, options: options)).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    return options.values.isOn(.excel) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private func read(_ text: String) throws -> [JourneyMap] {
    let reading = try #require(Format.csvGrid.maps(from: text, name: "grid.csv"))
    #expect(reading.diagnostics.sorted.filter { $0.severity == .error }.map(\.message) == [])
    return reading.maps
  }
}

/// What a grid carries of a map, in the way in which it carries it.
private struct Carried: Equatable {
  var title: String
  var state: MapState?
  var stages: [String] = []
  var steps: [[String]] = []
  var lanes: [[String]] = []
  var cells: [[[String]]] = []

  init(_ map: JourneyMap) {
    let terms = Terms.in(map.language)
    title = Self.trimmed(map.title)
    state = map.state
    stages = map.stages.map { Self.title($0.title) }
    for stage in map.stages {
      let titles = stage.steps.map { Self.title($0.title) }
      // The one step of a stage shows the stage's title if it has none.
      steps.append(titles.count == 1 && titles[0].isEmpty ? [Self.title(stage.title)] : titles)
    }
    for lane in map.lanes {
      let type = lane.kind.known ?? .custom
      var name = Self.trimmed(lane.title)
      let isCurve = lane.display == .curve && type == .emotions
      if name.isEmpty { name = isCurve ? terms["lane.emotional-curve"] ?? "" : terms[type.termKey] ?? "" }
      if Self.trimmed(lane.title).isEmpty, type == .custom {
        name = lane.kind.known == nil ? Self.trimmed(lane.kind.text) : lane.id
      }
      let actor = map.actors.first { $0.id == lane.actor }
      lanes.append([
        type.rawValue, TermIndex.folded(name), lane.state?.rawValue ?? "", lane.lineBelow?.rawValue ?? "",
        Self.trimmed(lane.group), isCurve ? "curve" : "", actor == nil ? "" : "actor",
      ])
    }
    for stage in map.stages {
      for cards in [stage.cards] + stage.steps.map(\.cards) {
        cells.append(
          map.lanes.map { lane in
            cards[lane.id].compactMap { card in
              var text = Self.trimmed(card.text)
              if text.isEmpty, !card.channel.isEmpty {
                text = Self.trimmed(card.channel.known.flatMap { terms[$0.termKey] } ?? card.channel.text)
              }
              let emotion = lane.kind == LaneType.emotions ? card.emotion : nil
              return text.isEmpty && emotion == nil ? nil : text + (emotion.map { " \($0)" } ?? "")
            }
          })
      }
    }
  }

  private static func title(_ text: String) -> String {
    let text = trimmed(text)
    return text == "…" ? "" : text
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
