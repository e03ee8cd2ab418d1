import JourneyModel

extension MapLayout {
  private static let font = Font(9)

  /// What the signs mean, links that are told in words, and what the map rests on.
  mutating func addFooter() {
    y += 18
    addLegend()
    addToldLinks()
    addFacts()
  }

  // MARK: - Legend

  /// A sign and what it means.
  private enum LegendEntry {
    case moment(Moment)
    case dropOff, end, approval
    case link(Open<LinkType>)
  }

  private mutating func addLegend() {
    var entries: [LegendEntry] = Moment.allCases.filter(signs.moments.contains).map { .moment($0) }
    if signs.hasDropOff { entries.append(.dropOff) }
    if signs.hasApproval { entries.append(.approval) }
    entries += signs.links.map { .link($0) }
    guard !entries.isEmpty else { return }
    var flow = Flow(left: grid.left, right: grid.right, y: y, rowHeight: 24)
    for entry in entries {
      let text = LineBreaker.lines(of: meaning(of: entry), font: Self.font, width: 220, most: 1).first ?? ""
      let sign = signWidth(entry)
      let width = sign + 6 + Self.font.width(of: text)
      let place = flow.place(width: width, spacing: 20)
      let height = Self.font.height(of: [text])
      var box = Box(
        role: .legend, subject: .map,
        frame: Rect(x: place.x + sign + 6, y: place.y + 12 - height / 2, width: width - sign - 6, height: height))
      box.text = TextBlock(lines: [text], font: Self.font, colour: Palette.ink)
      let label = add(box)
      addSign(entry, label, at: Rect(x: place.x, y: place.y + 4, width: sign, height: 16))
    }
    y = flow.bottom + 4
  }

  private func meaning(of entry: LegendEntry) -> String {
    switch entry {
    case .moment(let moment): wording.terms.term(for: moment)
    case .dropOff: wording.term("map.drop-off")
    case .approval: wording.term("map.approval")
    case .end: ""
    case .link(let type): type.isEmpty ? wording.terms.term(for: LinkType.next) : wording.terms.term(for: type)
    }
  }

  private func signWidth(_ entry: LegendEntry) -> Double {
    switch entry {
    case .moment, .end: 16
    case .approval: 20
    case .dropOff: 34
    case .link: 34
    }
  }

  private mutating func addSign(_ entry: LegendEntry, _ label: Int, at frame: Rect) {
    switch entry {
    case .moment(let moment): addMoment(moment, .map, at: frame)
    case .dropOff: addPill(["▾\u{A0}%"], .legend, .map, at: frame, colour: Palette.pain)
    case .end: break
    case .approval:
      var box = Box(role: .legend, subject: .map, frame: frame, fill: Palette.stage)
      box.text = TextBlock(lines: ["✓"], font: Font(9, .bold), colour: Palette.stageMark, alignment: .centre)
      add(box)
    case .link(let type):
      let look = LinkLook(type)
      let start = Point(frame.minX, frame.midY)
      let tip = Point(frame.maxX, frame.midY)
      addPath(
        .legend, .map, from: label, to: label,
        [start] + Path.line(from: start, to: Point(tip.x - Path.arrowLength, tip.y)), stroke: look.colour,
        width: look.width, dash: look.dash, tip: tip)
    }
  }

  // MARK: - Words

  /// Links that have an actor for an end, as sentences with their type.
  private mutating func addToldLinks() {
    guard !signs.told.isEmpty else { return }
    var flow = Flow(left: grid.left, right: grid.right, y: y, rowHeight: 18)
    let names = placeNames
    for index in signs.told {
      let link = map.links[index]
      var text = (names[link.from] ?? link.from) + "  \(wording.arrow)  " + (names[link.to] ?? link.to) + ": "
      text += [link.type.isEmpty ? "" : wording.terms.term(for: link.type), link.label, link.condition]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      let line = LineBreaker.lines(of: text, font: Self.font, width: grid.width, most: 1).first ?? ""
      let width = Self.font.width(of: line)
      let place = flow.place(width: width, spacing: 28)
      addText(
        [line], .legend, .link(index), x: place.x, y: place.y + 2, width: width, font: Self.font,
        colour: LinkLook(link.type).colour)
    }
    y = flow.bottom + 6
  }

  /// What actors, stages and steps are called, by id.
  private var placeNames: [String: String] {
    var names: [String: String] = [:]
    for actor in map.actors { names[actor.id] = actor.name }
    for stage in map.stages {
      names[stage.id] = stage.title
      for step in stage.steps { names[step.id] = step.title }
    }
    return names
  }

  /// On what the map rests, when it was looked at, and who keeps it.
  private mutating func addFacts() {
    var facts: [String] = []
    if let basis = map.basis { facts.append(wording.terms.term(for: basis)) }
    if !map.sources.isEmpty { facts.append("\(wording.term("map.source")): \(map.sources.count)") }
    if let review = map.review, !review.last.isEmpty {
      facts.append("\(wording.term("map.last-review")): \(wording.date(review.last))")
    }
    if !map.owner.isEmpty { facts.append("\(wording.term("map.owner")): \(map.owner)") }
    if let status = map.status {
      facts.append("\(wording.term("map.status")): \(wording.terms.term(for: status))")
    }
    if !map.salesCycle.isEmpty {
      facts.append("\(wording.term("meta.sales-cycle")): \(wording.duration(map.salesCycle))")
    }
    guard !facts.isEmpty else { return }
    var rule = Box(
      role: .legend, subject: .map, frame: Rect(x: grid.left, y: y + 4, width: grid.width, height: 1))
    rule.fill = Palette.hairline
    add(rule)
    y = addText(
      facts.joined(separator: "   ·   "), .legend, .map, x: grid.left, y: y + 10, width: grid.width, font: Self.font,
      colour: Palette.muted)
  }
}
