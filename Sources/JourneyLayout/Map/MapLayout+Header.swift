import JourneyModel
import JourneyTerms

extension MapLayout {
  /// The title, what kind of map it is, whose journey it is and what sets it off.
  mutating func addHeader() {
    // What is read from afar grows with the width of the whole.
    let scale = min(max(grid.width / 1400, 1), 1.8)
    y = addText(
      map.title, .title, .map, x: grid.left, y: y, width: grid.width, font: Font((26 * scale).rounded(), .bold),
      colour: Palette.ink)
    let kinds = kindLine
    if !kinds.isEmpty {
      y = addText(
        kinds, .note, .map, x: grid.left, y: y + 2, width: grid.width, font: Font((11 * scale).rounded()),
        colour: Palette.muted)
    }
    y += 12
    let isWide = grid.width >= 700
    let half = isWide ? min((grid.width - 40) / 2, 680) : grid.width
    let top = y
    var bottom = addPersona(x: grid.left, y: top, width: half)
    let facts = mapFacts
    if !facts.isEmpty {
      let beside = isWide && bottom > top
      bottom = max(
        bottom, addFacts(facts, x: beside ? grid.left + half + 40 : grid.left, y: beside ? top : bottom, width: half))
    }
    y = bottom > top ? bottom + 12 : bottom
    addCast()
    y += 4
  }

  /// What kind of map it is, in its own language.
  private var kindLine: String {
    var parts: [String] = []
    if let kind = map.kind { parts.append(wording.terms.term(for: kind)) }
    if let state = map.state { parts.append(wording.terms.term(for: state)) }
    if let market = map.market { parts.append(wording.terms.term(for: market)) }
    if !map.subject.isEmpty { parts.append(map.subject) }
    return parts.joined(separator: "  ·  ")
  }

  /// The actor from whose point of view the map is drawn.
  private var protagonist: Int? {
    map.actors.firstIndex { $0.primary } ?? (map.actors.count == 1 ? 0 : nil)
  }

  private mutating func addPersona(x: Double, y: Double, width: Double) -> Double {
    guard let number = protagonist else {
      return addText(map.audience, .note, .map, x: x, y: y, width: width, font: Font(12), colour: Palette.ink)
    }
    let actor = map.actors[number]
    let disc = 38.0
    let frame = Rect(x: x, y: y, width: disc, height: disc)
    addDisc(number, .actor(number), at: frame)
    if options.showsImages, !actor.image.isEmpty { addImage(actor.image, .actor(number), in: frame) }
    let (textX, textWidth) = (x + disc + 10, width - disc - 10)
    var bottom = addText(
      actor.name, .name, .actor(number), x: textX, y: y, width: textWidth, font: Font(14, .bold), colour: Palette.ink)
    let about = about(actor)
    if !about.isEmpty {
      bottom = addText(
        about, .note, .actor(number), x: textX, y: bottom, width: textWidth, font: Font(10.5), colour: Palette.muted)
    }
    if !actor.quote.isEmpty {
      bottom = addText(
        quoted(actor.quote), .quote, .actor(number), x: textX, y: bottom + 2, width: textWidth,
        font: Font(11, .italic), colour: colour(ofActor: number))
    }
    return max(bottom, y + disc)
  }

  /// Who an actor is, in a line.
  private func about(_ actor: Actor) -> String {
    var parts: [String] = []
    if let age = actor.persona?.age { parts.append(String(age)) }
    if let title = actor.employment?.title, !title.isEmpty {
      parts.append(title)
    } else {
      parts += actor.roles.prefix(2).map { wording.terms.term(for: $0) }
    }
    if let id = actor.employment?.organization, let employer = map.organizations.first(where: { $0.id == id })?.name,
      !employer.isEmpty
    {
      parts.append(employer)
    }
    if let residence = actor.persona?.residence, !residence.isEmpty { parts.append(residence) }
    return parts.joined(separator: "  ·  ")
  }

  /// A quotation in the marks of the map's language (Unicode CLDR, delimiters).
  func quoted(_ text: String) -> String {
    if let first = text.first, "“„«「『\"".contains(first) { return text }
    switch wording.terms.language {
    case "de", "et": return "„" + text + "“"
    case "pl": return "„" + text + "”"
    case "ar": return "”" + text + "“"
    case "fi", "sv": return "”" + text + "”"
    case "nb", "es", "ru", "uk": return "«" + text + "»"
    case "fr": return "«\u{A0}" + text + "\u{A0}»"
    case "ja": return "「" + text + "」"
    default: return "“" + text + "”"
    }
  }

  /// What sets the journey off and what the map is for, with their names.
  private var mapFacts: [(name: String, text: String)] {
    var facts: [(String, String)] = []
    if !map.scenario.isEmpty { facts.append((wording.term("map.scenario"), map.scenario)) }
    if !map.goals.isEmpty { facts.append((wording.term("map.goal"), map.goals.joined(separator: "  ·  "))) }
    return facts
  }

  private mutating func addFacts(
    _ facts: [(name: String, text: String)], x: Double, y: Double, width: Double
  ) -> Double {
    var y = y
    let nameFont = Font(10.5, .bold)
    let nameWidth = facts.map { nameFont.width(of: $0.name) }.max().map { min($0 + 12, width / 3) } ?? 0
    for fact in facts {
      let names = LineBreaker.lines(of: fact.name, font: nameFont, width: nameWidth - 8)
      addText(names, .note, .map, x: x, y: y, width: nameWidth, font: nameFont, colour: Palette.ink)
      let bottom = addText(
        fact.text, .note, .map, x: x + nameWidth, y: y, width: width - nameWidth, font: Font(10.5),
        colour: Palette.ink)
      y = max(bottom, y + nameFont.height(of: names)) + 3
    }
    return y
  }

  /// Every actor with the disc that stands for it below, once there are several.
  private mutating func addCast() {
    guard map.actors.count > 1 else { return }
    let (disc, font) = (16.0, Font(9.5))
    var flow = Flow(left: grid.left, right: grid.right, y: y, rowHeight: 22)
    for number in map.actors.indices {
      let name = LineBreaker.lines(of: map.actors[number].name, font: font, width: 200, most: 1).first ?? ""
      let width = disc + 5 + font.width(of: name)
      let place = flow.place(width: width, spacing: 18)
      let box = addDisc(
        number, .actor(number), at: Rect(x: place.x, y: place.y + 2, width: disc, height: disc))
      if !map.actors[number].id.isEmpty {
        places[map.actors[number].id] = Place(kind: .actor, box: box, columns: 0...0)
      }
      addText(
        [name], .name, .actor(number), x: place.x + disc + 5, y: place.y + 10 - font.height(of: [name]) / 2,
        width: width - disc - 5, font: font, colour: Palette.ink)
    }
    y = flow.bottom + 6
  }
}

/// Places things in rows from left to right, as words in a paragraph.
struct Flow {
  let left: Double
  let right: Double
  let rowHeight: Double
  private var x: Double
  private var y: Double

  init(left: Double, right: Double, y: Double, rowHeight: Double) {
    (self.left, self.right, self.rowHeight) = (left, right, rowHeight)
    (x, self.y) = (left, y)
  }

  /// The lower edge of the rows so far.
  var bottom: Double { x > left ? y + rowHeight : y }

  /// The upper left corner of the next thing, which begins a row if it does not fit.
  mutating func place(width: Double, spacing: Double) -> Point {
    if x > left, x + width > right {
      x = left
      y += rowHeight
    }
    defer { x += width + spacing }
    return Point(x, y)
  }
}
