import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// Reads the journey maps that people draw as tables.
///
/// Stages are columns and lanes are rows, or the other way round; a table can have one row of headings or two, titles above it, cells
/// that are merged, and lanes of several actors. Nothing is refused for being incomplete.
struct MatrixReader {
  /// Whether a comma can stand before the fraction of a number.
  let readsComma: Bool
  var map = JourneyMap()
  var diagnostics: Diagnostics
  var votes = LanguageVotes()
  /// The numbers of the actors by name.
  var actors: [String: Int] = [:]
  var actorIDs = IDMaker()
  /// The types that some lane has already.
  var types: Set<LaneType> = []

  /// Reads each of the tables in a sheet as a map.
  static func maps(
    of matrix: Matrix, name: String, readsComma: Bool, diagnostics: inout Diagnostics
  ) -> [JourneyMap] {
    var maps: [JourneyMap] = []
    for table in matrix.tables() {
      let name = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
      let map = map(
        of: table, under: MatrixHead(), name: name, readsComma: readsComma, diagnostics: &diagnostics)
      if let map { maps.append(map) }
    }
    return maps
  }

  /// Reads a table as a map, under what is said of it elsewhere; nil, with an error, if it has nothing of a map.
  static func map(
    of table: Matrix, under head: MatrixHead, name: String, readsComma: Bool, diagnostics: inout Diagnostics
  ) -> JourneyMap? {
    guard let outline = MatrixOutline(of: table, diagnostics: &diagnostics) else { return nil }
    return map(of: outline, under: head, name: name, readsComma: readsComma, diagnostics: &diagnostics)
  }

  /// Reads a table of which it is known what its rows and columns are.
  static func map(
    of outline: MatrixOutline, under head: MatrixHead, name: String, readsComma: Bool, diagnostics: inout Diagnostics
  ) -> JourneyMap {
    var reader = MatrixReader(readsComma: readsComma, diagnostics: diagnostics)
    reader.take(head)
    reader.read(outline)
    reader.map.complete(name: name)
    diagnostics = reader.diagnostics
    return reader.map
  }

  private init(readsComma: Bool, diagnostics: Diagnostics) {
    self.readsComma = readsComma
    self.diagnostics = diagnostics
  }

  private mutating func read(_ outline: MatrixOutline) {
    for row in outline.preamble { readPreamble(row) }
    let columns = readColumns(outline)
    let titles = readLanes(outline, columns)
    if map.language.isEmpty { map.language = votes.winner }
    let terms = Terms.in(map.language)
    for (index, heading) in titles.enumerated() {
      // What a lane of its type is called anyway need not be said.
      let isUsual =
        heading.isTerm && heading.type != nil
        && heading.term.map { TermIndex.folded(terms[$0.key] ?? "") == TermIndex.folded($0.spelling) } ?? false
      map.lanes[index].title = isUsual ? "" : heading.title
    }
    if map.title.isEmpty { map.title = terms["map.customer-journey-map"] ?? "" }
  }

  // MARK: What stands above

  private mutating func take(_ head: MatrixHead) {
    map.title = head.title
    map.language = head.language
    map.kind = head.kind
    map.state = head.state
    map.description = head.description
    for (text, value) in head.labels {
      guard let label = MatrixLabel(text) else { continue }
      vote(label: text)
      take(label, value)
    }
  }

  private mutating func readPreamble(_ row: [Matrix.Cell]) {
    guard let first = row.first else { return }
    if row.isLone { return readLone(first.text) }
    var unknown: [String] = []
    var index = 0
    while index < row.count {
      let text = row[index].text
      if let label = MatrixLabel(text), index + 1 < row.count {
        vote(label: text)
        take(label, row[index + 1].text)
        index += 2
      } else {
        if let (label, value) = MatrixLabel.split(text) { take(label, value) } else { unknown.append(text) }
        index += 1
      }
    }
    if !unknown.isEmpty {
      describe(unknown.count == 2 ? unknown.joined(separator: ": ") : unknown.joined(separator: ", "))
    }
  }

  private mutating func readLone(_ text: String) {
    if let (label, value) = MatrixLabel.split(text) {
      take(label, value)
    } else if let state = MatrixWords.state(text), map.state == nil {
      map.state = state
    } else if map.title.isEmpty {
      map.title = text
    } else {
      describe(text)
    }
  }

  private mutating func vote(label: String) {
    if let key = TermIndex.of("map")[label] ?? TermIndex.of("kind")[label] { votes.add(key, label) }
  }

  private mutating func take(_ label: MatrixLabel, _ value: String) {
    switch label {
    case .title: map.title = value
    case .kind(let kind):
      map.kind = kind
      map.title = value
    case .scenario: map.scenario = value
    case .owner: map.owner = value
    case .goals: map.goals += CellText.items(of: value).map(\.text)
    case .persona:
      for item in CellText.items(of: value) { map.actors[actor(item.text)].primary = true }
    case .actor: for item in CellText.items(of: value) { _ = actor(item.text) }
    }
  }

  private mutating func describe(_ text: String) {
    map.description += (map.description.isEmpty ? "" : "\n") + text
  }

  /// The number of the actor with a name, who takes part from now on.
  mutating func actor(_ name: String) -> Int {
    if let number = actors[name] { return number }
    var actor = Actor()
    actor.id = actorIDs.make(from: name.lowercased(), fallback: "actor-\(map.actors.count + 1)")
    actor.name = name
    let number = map.actors.count
    actors[name] = number
    map.actors.append(actor)
    return number
  }
}
