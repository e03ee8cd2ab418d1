import JourneyModel
import JourneyTerms

/// Writes a map as a table for people, from which ``MatrixReader`` reads what it carries.
struct MatrixWriter {
  /// What a table carries of every map.
  private static let carried = CarriedFields([
    "map.title", "map.kind", "map.state", "map.scenario", "map.goals", "map.owner", "actor.name", "actor.primary",
    "lane.type", "lane.title", "lane.actor", "lane.state", "lane.display", "lane.lineBelow", "lane.group",
    "stage.title",
    "step.title", "card.text", "card.emotion",
  ])

  /// The mark before the fraction of a number.
  let decimal: Character
  /// Whether cards can lead to an address.
  let linksCards: Bool
  let terms: Terms
  var sheet = MatrixSheet()
  var carried = Self.carried
  var losses: LossCount
  var votes = LanguageVotes()
  /// What each actor is called in the table, by id.
  private(set) var actorNames: [String: String] = [:]
  /// The column of the actors and the first column of cards.
  var actorColumn: Int?
  var firstColumn = 1
  var laneColumn = 0

  /// Makes the table of a map, and counts what it does not carry.
  ///
  /// The format may carry `others` beside the table, and its cards may lead to an address.
  static func sheet(
    of map: inout JourneyMap, decimal: Character, carrying others: [String] = [], linksCards: Bool = false,
    losses: inout LossCount
  ) -> MatrixSheet {
    var writer = MatrixWriter(language: map.language, decimal: decimal, linksCards: linksCards, losses: losses)
    writer.write(map)
    writer.sheet.tellsLanguage = !map.language.isEmpty && writer.votes.winner == map.language
    if writer.sheet.tellsLanguage { writer.carried.insert("map.language") }
    for field in others { writer.carried.insert(field) }
    if linksCards { writer.carried.insert("card.url") }
    losses = writer.losses
    losses.count(&map, carrying: writer.carried)
    return writer.sheet
  }

  private init(language: String, decimal: Character, linksCards: Bool, losses: LossCount) {
    terms = Terms.in(language)
    self.decimal = decimal
    self.linksCards = linksCards
    self.losses = losses
  }

  /// What a term is called in the language of the map.
  func term(_ key: String) -> String { terms[key] ?? key }

  private mutating func write(_ map: JourneyMap) {
    nameActors(map.actors)
    writePreamble(map)
    laneColumn = map.lanes.contains { !ForeignText.trimmed($0.group).isEmpty } ? 1 : 0
    // A first stage that is called like an actor would be taken for the column of the actors.
    let hasActors = map.lanes.contains { !$0.actor.isEmpty }
    let first = [map.stages.first?.title, map.stages.first?.steps.first?.title]
    let isMistakable = first.contains { $0.map { MatrixWords.corner($0) == .actor } ?? false }
    if hasActors || isMistakable { actorColumn = laneColumn + 1 }
    firstColumn = (actorColumn ?? laneColumn) + 1
    sheet.headCount = firstColumn
    let columns = writeHeadings(map.stages)
    writeLanes(map, columns)
  }

  /// Gives each actor a name that no other has.
  private mutating func nameActors(_ actors: [Actor]) {
    var names: [String: Int] = [:]
    for actor in actors {
      let given = ForeignText.trimmed(actor.name)
      let name = given.isEmpty ? actor.id : given
      let number = names[name, default: 0] + 1
      names[name] = number
      actorNames[actor.id] = number > 1 ? "\(name) (\(number))" : name
    }
  }

  // MARK: What stands above

  private mutating func writePreamble(_ map: JourneyMap) {
    let title = ForeignText.trimmed(map.title)
    if let kind = map.kind, !title.isEmpty {
      sheet.preamble.append([terms.term(for: kind), title])
    } else if isReadAlone(title) {
      sheet.preamble.append([title])
    } else if !title.isEmpty {
      sheet.preamble.append([term("map.customer-journey-map"), title])
    }
    if let state = map.state { sheet.preamble.append([terms.term(for: state)]) }
    let description = ForeignText.trimmed(map.description)
    if !title.isEmpty, isReadAlone(description) {
      sheet.preamble.append([description])
      carried.insert("map.description")
    }
    addLabelled("map.scenario", map.scenario)
    addLabelled("map.goal", CellText.written(map.goals.map { ForeignText.trimmed($0) }))
    addLabelled("map.owner", map.owner)
    let ofLanes = Set(map.lanes.map(\.actor))
    let primary = map.actors.filter(\.primary)
    let others = map.actors.filter { !$0.primary && !ofLanes.contains($0.id) }
    addLabelled("map.persona", CellText.written(primary.compactMap { actorNames[$0.id] }))
    addLabelled("map.actor", CellText.written(others.compactMap { actorNames[$0.id] }))
  }

  /// Whether a text alone in its row reads as what it is, and not as a label, a state or a lane.
  private func isReadAlone(_ text: String) -> Bool {
    !text.isEmpty && MatrixLabel.split(text) == nil && MatrixWords.state(text) == nil && MatrixWords.corner(text) == nil
      && MatrixWords.line(text) == nil && LaneHeading(text).type == nil
  }

  private mutating func addLabelled(_ key: String, _ value: String) {
    let value = ForeignText.trimmed(value)
    guard !value.isEmpty else { return }
    sheet.labels.append([term(key), value])
    votes.add(key, term(key))
  }
}
