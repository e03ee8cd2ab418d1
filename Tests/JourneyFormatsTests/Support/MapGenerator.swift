import JourneyModel

/// Makes valid maps at random from the field statements, so that a new field is in every law from the day it is stated.
struct MapGenerator {
  /// A map that uses about `density` of all fields.
  static func map(seed: UInt64, density: Double = 0.4) -> JourneyMap {
    var map = JourneyMap()
    var filler = Filler(random: SplitMix(state: seed), density: density)
    map.visit(&filler)
    map.title = filler.sampleText()
    if map.id.isEmpty { map.id = "m" }
    for stage in map.stages.indices where map.stages[stage].steps.isEmpty {
      var step = Step()
      step.id = filler.nextID()
      map.stages[stage].steps = [step]
    }
    var joiner = Joiner(ids: filler.ids, random: filler.random, density: density)
    map.visit(&joiner)
    return map
  }
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

/// Fills every field but references.
private struct Filler: FieldVisitor {
  var random: SplitMix
  let density: Double
  /// The ids given so far, by kind.
  var ids: [IDKind: [String]] = [:]
  private var lanes: [String] = []
  private var counter = 0

  init(random: SplitMix, density: Double) {
    self.random = random
    self.density = density
  }

  var visitsAbsentFields: Bool { true }

  private mutating func chance() -> Bool { Double.random(in: 0..<1, using: &random) < density }

  mutating func nextID() -> String {
    counter += 1
    return ["\(counter)", "id-\(counter)", "_\(counter)-", "ID\(counter)"].randomElement(using: &random)
      ?? "i\(counter)"
  }

  mutating func sampleText() -> String {
    if Int.random(in: 0..<3, using: &random) == 0 { return Self.scalars(&random) }
    return OddTexts.all.randomElement(using: &random) ?? "text"
  }

  private static func scalars(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let ranges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x400...0x4FF, 0x5D0...0x5EA, 0x3040...0x30FF, 0x2000...0x206F,
        0x1F600...0x1F64F, 0xFFF0...0xFFFD, 9...10,
      ]
      let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  mutating func version(_: StaticString, _: Int, _: StaticString) {}

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _: StaticString
  ) {
    switch kind {
    case .id(let kind):
      // What readers would give an id anyway has one; the others mostly not.
      switch kind {
      case .map, .organization, .actor, .lane, .stage, .step: value = nextID()
      case .card, .link, .metric, .source, .placeholder: if chance() { value = nextID() }
      }
      if !value.isEmpty { ids[kind, default: []].append(value) }
      if kind == .lane { lanes.append(value) }
    case .reference: break
    default: if chance() || presence == .required { value = shaped(kind) }
    }
  }

  mutating func shaped(_ kind: TextKind) -> String {
    switch kind {
    case .prose, .plain, .mapName: sampleText()
    case .language: ["en", "no", "pt-BR", "zh-Hans"].randomElement(using: &random) ?? "en"
    case .date: ["2026-10-01", "2024-02-29", "0001-01-01"].randomElement(using: &random) ?? "2026-10-01"
    case .duration: ["P3M", "PT5M", "P1Y2M3W4DT5H6M7.5S"].randomElement(using: &random) ?? "P3M"
    case .color: ["#2C7A7B", "#fff"].randomElement(using: &random) ?? "#fff"
    case .id, .reference: nextID()
    }
  }

  mutating func texts(_: StaticString, _ value: inout [String], _ kind: TextKind, _: StaticString) {
    if case .reference = kind { return }
    while chance(), value.count < 4 { value.append(shaped(kind)) }
  }

  mutating func flag(_: StaticString, _ value: inout Bool, _: StaticString) { value = chance() }

  mutating func whole(_: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _: StaticString) {
    if chance() { value = Int.random(in: range, using: &random) }
  }

  mutating func number(_: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _: StaticString) {
    guard chance() else { return }
    let odd = [0.1, 1e15, 1e21, 1e-7, 123_456.789, -0.5, 999_999_999_999_999, 2.5e-300, 1, 0, -2]
    let number =
      range.upperBound > 1000 ? odd.randomElement(using: &random) ?? 1 : Double.random(in: range, using: &random)
    value =
      (number * 1000).rounded() / 1000 == 0
      ? number.rounded() + 0 : range.upperBound > 1000 ? number : (number * 1000).rounded() / 1000
  }

  mutating func rating(_: StaticString, _ value: inout Rating?, _: StaticString) {
    if chance() { value = Rating.allCases.randomElement(using: &random) }
  }

  mutating func word<Words: Vocabulary>(_: StaticString, _ value: inout Words?, _: StaticString) {
    if chance() { value = Array(Words.allCases).randomElement(using: &random) }
  }

  mutating func words<Words: Vocabulary>(_: StaticString, _ value: inout [Words], _: StaticString) {
    while chance(), value.count < 3, let word = Array(Words.allCases).randomElement(using: &random) {
      value.append(word)
    }
  }

  mutating func word<Words: Vocabulary>(_: StaticString, _ value: inout Open<Words>, _: StaticString) {
    guard chance() else { return }
    value = openWord()
    // A lane of the generator has no lane type for an id; custom is what it is without a word.
    if Words.self == LaneType.self, value.text == LaneType.custom.rawValue { value = Open() }
  }

  mutating func words<Words: Vocabulary>(_: StaticString, _ value: inout [Open<Words>], _: StaticString) {
    while chance(), value.count < 3 { value.append(openWord()) }
  }

  private mutating func openWord<Words: Vocabulary>() -> Open<Words> {
    let known = Array(Words.allCases).randomElement(using: &random)
    return Bool.random(using: &random) ? known.map { Open($0) } ?? "other" : Open(sampleText())
  }

  mutating func record<Nested: Record>(_: StaticString, _ value: inout Nested?, _: StaticString) {
    guard chance() else { return }
    var nested = Nested()
    nested.visit(&self)
    if !nested.isEmpty { value = nested }
  }

  mutating func records<Item: Record>(_: StaticString, _ value: inout [Item], _: StaticString) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      var item = Item()
      item.visit(&self)
      // Links take their ends later and are never empty then.
      if !item.isEmpty || Item.self == Link.self { value.append(item) }
    }
  }

  mutating func cards(_: StaticString, _ value: inout Cards, _: StaticString) {
    for lane in lanes where chance() {
      var cards: [Card] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var card = Card()
        if chance() { card.visit(&self) }
        if card.isEmpty { card.text = sampleText() }
        cards.append(card)
      }
      value.cells.append(Cell(lane: lane, cards: cards))
    }
    extensions(&value.extensions)
  }

  mutating func extensions(_ value: inout [Extension]) {
    while chance(), value.count < 3 {
      counter += 1
      value.append(Extension("x-\(counter)" + (chance() ? sampleText() : ""), json(depth: 0)))
    }
  }

  private mutating func json(depth: Int) -> JSONValue {
    switch Int.random(in: 0...(depth > 2 ? 4 : 6), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2:
      return .number(
        ["1.10", "-0", "1e400", "0", "123456789012345678901234567890"].randomElement(using: &random) ?? "1")
    case 3: return .string("")
    case 4: return .string(sampleText())
    case 5:
      return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in json(depth: depth + 1) })
    default:
      return .object(
        (0..<Int.random(in: 0...3, using: &random)).map { .init("\($0)" + sampleText(), json(depth: depth + 1)) })
    }
  }
}

/// Fills references with ids that there are.
private struct Joiner: FieldVisitor {
  let ids: [IDKind: [String]]
  var random: SplitMix
  let density: Double

  var visitsAbsentFields: Bool { true }

  private mutating func id(for kind: TextKind) -> String? {
    guard case .reference(let target) = kind else { return nil }
    return target.kinds.flatMap { ids[$0] ?? [] }.randomElement(using: &random)
  }

  private mutating func chance() -> Bool { Double.random(in: 0..<1, using: &random) < density }

  mutating func text(
    _: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _: StaticString
  ) {
    if chance() || presence == .required, let id = id(for: kind) { value = id }
  }

  mutating func texts(_: StaticString, _ value: inout [String], _ kind: TextKind, _: StaticString) {
    while chance(), value.count < 3, let id = id(for: kind) { value.append(id) }
  }

  mutating func version(_: StaticString, _: Int, _: StaticString) {}
  mutating func flag(_: StaticString, _: inout Bool, _: StaticString) {}
  mutating func whole(_: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) {}
  mutating func number(_: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) {}
  mutating func rating(_: StaticString, _: inout Rating?, _: StaticString) {}
  mutating func word<Words: Vocabulary>(_: StaticString, _: inout Words?, _: StaticString) {}
  mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Words], _: StaticString) {}
  mutating func word<Words: Vocabulary>(_: StaticString, _: inout Open<Words>, _: StaticString) {}
  mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Open<Words>], _: StaticString) {}
  mutating func extensions(_: inout [Extension]) {}

  mutating func record<Nested: Record>(_: StaticString, _ value: inout Nested?, _: StaticString) {
    guard var nested = value else { return }
    nested.visit(&self)
    value = nested
  }

  mutating func records<Item: Record>(_: StaticString, _ value: inout [Item], _: StaticString) {
    for index in value.indices { value[index].visit(&self) }
    // Without places to join there are no links.
    value.removeAll { ($0 as? Link).map { $0.from.isEmpty || $0.to.isEmpty } ?? false }
  }

  mutating func cards(_: StaticString, _ value: inout Cards, _: StaticString) {
    for cell in value.cells.indices {
      for card in value.cells[cell].cards.indices { value.cells[cell].cards[card].visit(&self) }
    }
  }
}
