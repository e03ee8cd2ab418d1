import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import Testing

/// What a bridge says that it carries comes back, and what it does not carry is told as lost.
@Suite struct CarriesTests {
  static let bridges = [Format.mermaid, .cjml, .lucidCSV]

  @Test(arguments: bridges, 0..<120)
  func whatIsCarriedComesBack(format: Format, seed: Int) throws {
    var map = MapGenerator.map(seed: 9000 + UInt64(seed), density: [0.15, 0.4, 0.7][seed % 3])
    // A page without a name is called like the file.
    if format.name == "lucid-csv", Self.spellable([map.title], format) == [""] { map.title = "Untitled" }
    // A diagram without shapes says nothing.
    if format.name == "lucid-csv", map.stages.allSatisfy(\.steps.isEmpty) { return }
    let (bytes, losses) = try #require(format.bytes(of: [map]))
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = try #require(format.maps(from: text, name: "m"))
    let findings = reading.diagnostics.findings.filter { $0.severity != .note }.map(\.message)
    #expect(findings.filter { !$0.hasPrefix("this text overrides the direction") } == [])
    let read = try #require(reading.maps.first)
    for aspect in Format.Aspect.allCases where format.carries.contains(aspect) {
      let (before, after) = (Self.say(aspect, of: map, format), Self.say(aspect, of: read, format))
      // Of many actors of a step a format may hold some; it tells of the others.
      if aspect == .actors, losses.contains(where: { $0.kind.contains("actor") }) {
        #expect(Set(after).isSubset(of: before))
      } else if aspect != .links || format.name != "lucid-csv" {
        #expect(Self.spellable(after, format) == Self.spellable(before, format), "\(aspect)\n\(text)")
      }
    }
    // What XML cannot spell, an actor that CJML has no place for and blanks in shapes change once and then stay.
    if format.name == "mermaid" {
      let again = try #require(format.bytes(of: reading.maps)).bytes
      #expect(String(decoding: again, as: UTF8.self) == text)
    }
  }

  @Test(arguments: bridges)
  func whatIsNotCarriedIsToldAsLost(format: Format) throws {
    for aspect in Format.Aspect.allCases where !format.carries.contains(aspect) {
      let losses = try #require(format.bytes(of: [Self.map(with: aspect)])).losses
      #expect(losses.contains { $0.fate == "not carried" }, "\(aspect)")
    }
  }

  /// XML 1.0 has no place for U+FFFE and U+FFFF (section 2.2); in the texts of shapes blanks are layout.
  private static func spellable(_ texts: [String], _ format: Format) -> [String] {
    if format.name == "lucid-csv" {
      return texts.map { $0.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value >= 0x20 }.description }
    }
    guard format.name == "cjml" else { return texts }
    return texts.map { text in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.map { ["\u{FFFE}", "\u{FFFF}"].contains($0) ? "\u{FFFD}" : $0 })
      return String(scalars)
    }
  }

  /// A map that says one thing beside its title.
  private static func map(with aspect: Format.Aspect) -> JourneyMap {
    var map = JourneyMap()
    map.title = "T"
    var step = Step()
    (step.id, step.title) = ("a", "A")
    switch aspect {
    case .touchpoints: step.cards["touchpoints"] = [Card("Shop")]
    case .cards: step.cards["pain-points"] = [Card("Slow")]
    case .links:
      var link = Link()
      (link.from, link.to) = ("a", "a")
      map.links = [link]
    case .metrics:
      var metric = Metric()
      metric.name = "NPS"
      map.metrics = [metric]
    case .attributes: step.optional = true
    case .actors:
      var actor = Actor()
      (actor.id, actor.name) = ("ann", "Ann")
      map.actors = [actor]
      step.actors = ["ann"]
    case .emotions:
      var card = Card("Glad")
      card.emotion = 1
      step.cards["emotions"] = [card]
    case .titles, .stages, .steps: break
    }
    var stage = Stage()
    stage.steps = [step]
    map.stages = [stage]
    map.complete(name: "m")
    return map
  }

  /// What a map says of an aspect.
  private static func say(_ aspect: Format.Aspect, of map: JourneyMap, _ format: Format) -> [String] {
    let steps = map.stages.flatMap(\.steps)
    func cards(_ step: Step, _ type: LaneType) -> [Card] {
      map.lanes.filter { $0.kind == type }.flatMap { step.cards[$0.id] }
    }
    switch aspect {
    case .titles: return [map.title]
    case .stages: return map.stages.filter { !$0.steps.isEmpty }.map(\.title)
    case .steps: return map.stages.map { $0.steps.map(\.title).joined(separator: "\u{0}") }
    case .actors:
      let names = Dictionary(map.actors.map { ($0.id, $0.name.isEmpty ? $0.id : $0.name) }) { first, _ in first }
      return Set(steps.flatMap(\.actors).compactMap { names[$0] }).sorted()
    case .emotions:
      let lanes = EmotionLanes(map)
      // Mermaid knows no step without one.
      return steps.map { "\(lanes.emotion(of: $0) ?? (format.name == "mermaid" ? 0 : 9))" }
    case .touchpoints:
      return steps.map {
        cards($0, .touchpoints).map { $0.text + "\u{0}" + $0.channel.text }.joined(separator: "\u{1}")
      }
    case .links:
      // A line of a drawing leads from step to step.
      let ids = Set(steps.map(\.id))
      let links = map.links.filter { ids.contains($0.from) && ids.contains($0.to) && $0.from != $0.to }
      return Set(links.map { $0.from + " " + $0.to }).sorted()
    case .cards, .metrics, .attributes: return []
    }
  }
}

/// The emotion of a step that a reader of the map would name: of the primary actor, or else the first that is not a wish.
private struct EmotionLanes {
  private let lanes: [String]

  init(_ map: JourneyMap) {
    let all = map.lanes.filter { $0.kind == .emotions }
    let primary = map.actors.first(where: \.primary)?.id
    let own = all.filter { $0.state != .future && primary != nil && $0.actor == primary }
    let others = all.filter { lane in lane.state != .future && !own.contains { $0.id == lane.id } }
    lanes = (own + others + all.filter { $0.state == .future }).map(\.id)
  }

  func emotion(of step: Step) -> Double? {
    for lane in lanes { if let emotion = step.cards[lane].compactMap(\.emotion).first { return emotion } }
    return nil
  }
}
