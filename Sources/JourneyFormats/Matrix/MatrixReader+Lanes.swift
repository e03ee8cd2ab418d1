import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// A lane while its rows are read.
private struct LaneInProgress {
  var label: String
  var actor: String
  let heading: LaneHeading
  let range: SourceRange?
  let id: String
  /// The cards of an emotions lane, which wait until all of its numbers are known.
  var felt: [(place: MatrixReader.Place, items: [(text: EmotionText, address: String)], range: SourceRange)] = []
}

extension MatrixReader {
  /// Makes the lanes and puts their cards into the steps.
  ///
  /// - Returns: What the head of each lane says.
  mutating func readLanes(_ outline: MatrixOutline, _ columns: [Place?]) -> [LaneHeading] {
    var headings: [LaneHeading] = []
    var ids = IDMaker()
    var group = ""
    var current: LaneInProgress?
    let named = lanesNamedByActor(outline)
    for row in outline.lanes {
      let cards = row.drop { $0.column < outline.firstColumn }
      let label = row.cell(in: outline.laneColumn)
      let actor = outline.actorColumn.flatMap { row.cell(in: $0)?.text } ?? ""
      if let text = outline.groupColumn.flatMap({ row.cell(in: $0)?.text }) {
        group = text == Self.untitled ? "" : text
      }
      if let label, cards.isEmpty, actor.isEmpty, let line = MatrixWords.line(label.text) {
        vote(line: line, label.text)
        addLine(line, at: label.range)
        continue
      }
      let text = label?.text ?? current?.label ?? ""
      let isSame = text == current?.label && (actor == current?.actor || (label == nil && actor.isEmpty))
      if !isSame || current == nil {
        finish(&current)
        var heading = LaneHeading(text)
        let isNamed = heading.term.map { named.contains($0.key) } ?? false
        let owner = actor.isEmpty && isNamed ? heading.beside : actor
        if isNamed, !heading.beside.isEmpty { heading.setAside() }
        let id = addLane(heading, actor: owner, group: group, &ids)
        if let term = heading.term { votes.add(term.key, term.spelling) }
        headings.append(heading)
        current = LaneInProgress(label: text, actor: actor, heading: heading, range: label?.range, id: id)
      }
      for cell in cards {
        if let place = columns[cell.column] { addCards(of: cell, at: place, &current) }
      }
    }
    finish(&current)
    return headings
  }

  /// The terms of lanes that stand several times with different names beside them, or with a name or role that is known.
  private func lanesNamedByActor(_ outline: MatrixOutline) -> Set<String> {
    guard outline.actorColumn == nil else { return [] }
    var names: [String: Set<String>] = [:]
    for row in outline.lanes.prefix(500) {
      guard let heading = row.cell(in: outline.laneColumn).map({ LaneHeading($0.text) }), let term = heading.term else {
        continue
      }
      if !heading.beside.isEmpty { names[term.key, default: []].insert(heading.beside) }
    }
    let roles = TermIndex.of("role")
    let isNamed = names.filter { $0.value.count > 1 || $0.value.contains { actors[$0] != nil || roles[$0] != nil } }
    return Set(isNamed.keys)
  }

  private mutating func vote(line: BlueprintLine, _ text: String) { votes.add(line.termKey, text) }

  private mutating func addLine(_ line: BlueprintLine, at range: SourceRange) {
    guard !map.lanes.isEmpty else {
      return diagnostics.warn(
        "this line stands above all lanes and is left out", at: range, hint: "put it below the lane that it closes")
    }
    map.lanes[map.lanes.count - 1].lineBelow = line
  }

  private mutating func addLane(_ heading: LaneHeading, actor name: String, group: String, _ ids: inout IDMaker)
    -> String
  {
    var lane = Lane()
    lane.type = Open(heading.type ?? .custom)
    lane.state = heading.state
    lane.group = group
    if heading.isCurve { lane.display = .curve }
    if !name.isEmpty { lane.actor = map.actors[actor(name)].id }
    let place = "lane-\(map.lanes.count + 1)"
    if let type = heading.type, type != .custom {
      let isFirst = types.insert(type).inserted
      let other = lane.actor.isEmpty ? place : "\(lane.actor)-\(type.rawValue)"
      lane.id = ids.unique(isFirst ? type.rawValue : other)
    } else {
      lane.id = ids.make(from: heading.title.lowercased(), fallback: place)
    }
    map.lanes.append(lane)
    return lane.id
  }

  private mutating func addCards(of cell: Matrix.Cell, at place: Place, _ lane: inout LaneInProgress?) {
    guard let id = lane?.id else { return }
    let items = CellText.items(of: cell.text)
    var links = cell.links[...]
    if lane?.heading.type == .emotions {
      let said = items.filter { item in !item.isBare || item.text.first.map(ScoreNumber.isMinus) ?? false }
      let felt = said.map { (EmotionText($0.text), takeAddress(of: $0.text, from: &links)) }
      lane?.felt.append((place, felt, cell.range))
    } else {
      let cards = items.filter { !$0.isBare }.map { item in
        var card = Card(item.text)
        let address = takeAddress(of: item.text, from: &links)
        if !address.isEmpty { card.url = address }
        return card
      }
      add(cards, of: id, at: place)
    }
    if !links.isEmpty { tellOfLeftLink(at: cell.range) }
  }

  /// Where a card leads: the first of the links in its text.
  private mutating func takeAddress(of text: String, from links: inout ArraySlice<(text: String, address: String)>)
    -> String
  {
    var address = ""
    while let link = links.first, address.isEmpty, text.contains(link.text) {
      address = link.address
      links.removeFirst()
    }
    return address
  }

  private mutating func tellOfLeftLink(at range: SourceRange) {
    diagnostics.warn(
      "a card leads to one address, and what other links lead to is left out", at: range,
      hint: "put each link into a line of its own")
  }

  /// Adds cards to a step or a stage; lanes come one after another, so theirs is the last cell if there is one.
  private mutating func add(_ cards: [Card], of lane: String, at place: Place) {
    func append(to cells: inout [Cell]) {
      if cells.last?.lane == lane {
        cells[cells.count - 1].cards += cards
      } else {
        cells.append(Cell(lane: lane, cards: cards))
      }
    }
    guard !cards.isEmpty else { return }
    if let step = place.step {
      append(to: &map.stages[place.stage].steps[step].cards.cells)
    } else {
      append(to: &map.stages[place.stage].cards.cells)
    }
  }

  // MARK: Emotions

  private mutating func finish(_ lane: inout LaneInProgress?) {
    defer { lane = nil }
    guard let lane, !lane.felt.isEmpty else { return }
    var numbers: [ScoreNumber] = []
    var signs: Set<Double> = []
    for (_, items, _) in lane.felt {
      for (item, _) in items {
        if case .number(let number) = item.rating, readsComma || !number.hasComma { numbers.append(number) }
        if case .signs(let value) = item.rating { signs.insert(value) }
      }
    }
    let scale = lane.heading.scale ?? EmotionScale.guessed(from: numbers)
    tell(of: scale, for: numbers, in: lane)
    for (place, items, range) in lane.felt {
      let cards = items.compactMap { item, address in
        var card = card(for: item, scale, hasSigns: signs != [-1], at: range)
        if !address.isEmpty { card?.url = address }
        return card
      }
      add(cards, of: lane.id, at: place)
    }
  }

  /// Says how the numbers of a lane are read wherever they could be meant otherwise.
  private mutating func tell(of scale: EmotionScale?, for numbers: [ScoreNumber], in lane: LaneInProgress) {
    guard !numbers.isEmpty, lane.heading.scale == nil else { return }
    let isPlain = numbers.contains { $0.value < 0 || $0.hasPlus } || !numbers.contains { $0.value > 0 }
    if let scale, scale == .own && isPlain { return }
    let example = "'\(lane.label) (\(scale == EmotionScale(low: 1, high: 5) ? "1–10" : "1–5"))'"
    guard let scale else {
      return diagnostics.warn(
        "the numbers of this lane fit no scale of emotions, and are left as text", at: lane.range,
        hint: "write the scale into the lane's name, as in \(example)")
    }
    diagnostics.note(
      "the emotions of this lane are read on a scale from \(scale.words)", at: lane.range,
      hint: "if they are others, write the scale into the lane's name, as in \(example)")
  }

  private mutating func card(
    for item: EmotionText, _ scale: EmotionScale?, hasSigns: Bool, at range: SourceRange
  ) -> Card? {
    var card = Card(item.text)
    switch item.rating {
    case .none: break
    case .emotion(let emotion): card.emotion = emotion
    case .scaled(let number, let scale):
      card.emotion = scale.emotion(number.value)
      if card.emotion == nil { card.text = item.original }
    case .signs(let value):
      // A dash among no other signs only fills its cell.
      guard hasSigns || value != -1 else { return nil }
      card.emotion = value
    case .number(let number):
      if number.hasComma, !readsComma {
        diagnostics.warn(
          "the emotion in this cell has a comma before its fraction and is left as text", at: range,
          hint: "read such numbers with --decimal ,")
        card.text = item.original
      } else if let scale, let emotion = scale.emotion(number.value) {
        card.emotion = emotion
      } else {
        if let scale { warn(outside: scale, at: range) }
        card.text = item.original
      }
    }
    return card.text.isEmpty && card.emotion == nil ? nil : card
  }

  private mutating func warn(outside scale: EmotionScale, at range: SourceRange) {
    diagnostics.warn("this emotion lies outside of the scale from \(scale.words) and is left as text", at: range)
  }
}
