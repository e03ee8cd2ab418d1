import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// Reads a table that people drew as a journey map: stages across, lanes down, cards in the cells.
struct MatrixReader {
  private let table: MatrixTable
  private let readsComma: Bool
  private var diagnostics: Diagnostics
  private var map = JourneyMap()
  private var laneIDs = IDMaker()
  private var actorIDs = IDMaker()
  /// The place of each lane by its label and actor.
  private var lanePlaces: [String: Int] = [:]
  /// The stage and step of each column.
  private var columns: [(stage: Int, step: Int)] = []
  /// The cards of emotions by lane, until the scale of the lane is known.
  private var scores: [Int: [(column: Int, emotion: MatrixEmotion, range: SourceRange)]] = [:]

  /// Reads every table of a matrix as a map of its own.
  static func maps(
    in matrix: Matrix, name: String, readsComma: Bool, _ diagnostics: inout Diagnostics
  ) -> [JourneyMap] {
    var maps: [JourneyMap] = []
    for table in MatrixTable.all(in: matrix) {
      let id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
      var reader = MatrixReader(table: table, readsComma: readsComma, diagnostics: diagnostics)
      if let map = reader.read(name: id) { maps.append(map) }
      diagnostics = reader.diagnostics
    }
    if maps.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(
        "there is no table of stages and lanes here", at: nil,
        hint: "the first row names the stages, the first column the lanes: Actions, Emotions, Touchpoints …")
    }
    return maps
  }

  private init(table: MatrixTable, readsComma: Bool, diagnostics: Diagnostics) {
    self.table = table
    self.readsComma = readsComma
    self.diagnostics = diagnostics
  }

  private var matrix: Matrix { table.matrix }

  private mutating func read(name: String) -> JourneyMap? {
    guard table.headCount <= 2 else {
      diagnostics.error(
        "this is a third row of heads", at: matrix[2, table.firstStage].range,
        hint: "a table has a row of stages and at most one of steps: join the rows, or move one above an empty row")
      return nil
    }
    guard table.headCount < matrix.rows.count, matrix.width > table.firstStage else {
      diagnostics.error(
        "there is no table of stages and lanes here", at: matrix.rows.first?.first?.range,
        hint: "the first row names the stages, the first column the lanes: Actions, Emotions, Touchpoints …")
      return nil
    }
    readStages()
    readLanes()
    placeEmotions()
    readPreface()
    if map.title.isEmpty { map.title = name }
    finishLanes()
    map.complete(name: name)
    return map
  }
}

extension MatrixReader {
  private mutating func readStages() {
    let hasSteps = table.headCount == 2
    for column in table.firstStage..<matrix.width {
      let head = matrix[0, column]
      let title = clean(head)
      let isSame = map.stages.last.map { title.isEmpty || (hasSteps && $0.title == title) } ?? false
      if !isSame {
        var stage = Stage()
        stage.title = title
        map.stages.append(stage)
      } else if head.isEmpty, !hasSteps, !isUsed(column) {
        columns.append((map.stages.count - 1, -1))
        continue
      }
      var step = Step()
      step.title = hasSteps ? clean(matrix[1, column]) : isSame ? "" : title
      let stage = map.stages.count - 1
      map.stages[stage].steps.append(step)
      columns.append((stage, map.stages[stage].steps.count - 1))
    }
  }

  private func isUsed(_ column: Int) -> Bool {
    matrix.rows.indices.contains { !matrix[$0, column].isEmpty }
  }

  private mutating func readLanes() {
    var label = Matrix.Cell(text: "", range: SourceRange(offset: 0))
    var actor = ""
    for row in table.headCount..<matrix.rows.count {
      let first = matrix[row, 0]
      if !first.isEmpty {
        label = first
        actor = ""
      }
      if table.hasActors, !matrix[row, 1].isEmpty { actor = clean(matrix[row, 1]) }
      guard !label.isEmpty || matrix.rows[row].contains(where: { !$0.isEmpty }) else { continue }
      let lane = lane(label, actor: actor)
      for column in table.firstStage..<max(matrix.rows[row].count, table.firstStage) {
        readCell(matrix[row, column], column: column - table.firstStage, lane: lane)
      }
    }
  }

  /// The place of the lane with a label, which is made where it is not there yet.
  private mutating func lane(_ label: Matrix.Cell, actor: String) -> Int {
    let known = MatrixWords.lane(label.text)
    let actor = actor.isEmpty ? known?.actor ?? "" : actor
    let name = known?.key ?? TermIndex.folded(label.text)
    let key = "\(name)\u{0}\(actor)\u{0}\(known?.state?.rawValue ?? "")"
    if let place = lanePlaces[key] { return place }
    lanePlaces[key] = map.lanes.count
    var lane = Lane()
    let word = known.map { String($0.key.dropFirst("lane.".count)) } ?? ""
    let isCurve = word == "emotional-curve"
    let type = isCurve ? LaneType.emotions : LaneType(rawValue: word)
    lane.actor = actorID(actor)
    let wanted = type?.rawValue ?? IDMaker.spelled(label.text).lowercased()
    let isPlainType = LaneType(rawValue: wanted) != nil && type == nil
    let stem = wanted.isEmpty || isPlainType ? "lane-\(map.lanes.count + 1)" : wanted
    lane.state = known?.state
    let parts = [stem, lane.actor, lane.state?.rawValue ?? ""].filter { !$0.isEmpty }
    lane.id = laneIDs.unique(parts.joined(separator: "-"))
    if let type, lane.id != type.rawValue { lane.type = Open(type) }
    if isCurve { lane.display = .curve }
    // With an actor or a state beside it, what is left of the label is the term itself.
    let isAlone = known?.actor.isEmpty != false && lane.state == nil
    lane.title = isAlone ? clean(label) : ""
    map.lanes.append(lane)
    if known == nil {
      diagnostics.note("'\(clean(label))' is no lane that is known, so it becomes one of your own", at: label.range)
    }
    return map.lanes.count - 1
  }

  private mutating func actorID(_ name: String) -> String {
    guard !name.isEmpty else { return "" }
    if let known = map.actors.first(where: { $0.name == name }) { return known.id }
    var actor = Actor()
    actor.name = name
    actor.id = actorIDs.make(from: name.lowercased(), fallback: "actor-\(map.actors.count + 1)")
    map.actors.append(actor)
    return actor.id
  }

  private mutating func readCell(_ cell: Matrix.Cell, column: Int, lane: Int) {
    guard !cell.isEmpty, columns.indices.contains(column), columns[column].step >= 0 else { return }
    let texts = MatrixCards.texts(in: clean(cell))
    guard map.lanes[lane].kind == LaneType.emotions else { return append(texts.map { Card($0) }, column, lane) }
    for text in texts {
      scores[lane, default: []].append((column, MatrixEmotion(text, readsComma: readsComma), cell.range))
    }
  }

  private mutating func append(_ cards: [Card], _ column: Int, _ lane: Int) {
    guard !cards.isEmpty else { return }
    let (stage, step) = columns[column]
    map.stages[stage].steps[step].cards[map.lanes[lane].id] += cards
  }

  /// Puts emotions into their cells once the whole row has shown its scale.
  private mutating func placeEmotions() {
    for lane in map.lanes.indices {
      guard let found = scores[lane] else { continue }
      let numbers = found.filter(\.emotion.isNumber).compactMap(\.emotion.score)
      let scale = EmotionScale(of: numbers)
      if let scale, scale != .own, let first = found.first {
        diagnostics.note(
          "the emotions of '\(map.lanes[lane].title)' are read on a scale \(scale.words)", at: first.range)
      } else if scale == nil, let first = found.first {
        diagnostics.warn(
          "the numbers of '\(map.lanes[lane].title)' lie on no scale of emotions and are kept as text", at: first.range)
      }
      for (column, emotion, _) in found {
        var card = Card(emotion.text)
        if let score = emotion.score, emotion.isNumber {
          if let scale {
            card.emotion = scale.own(score)
          } else {
            card.text += (card.text.isEmpty ? "" : " ") + "(\(score))"
          }
        } else {
          card.emotion = emotion.score
        }
        append([card], column, lane)
      }
    }
  }
}

extension MatrixReader {
  /// Titles that are the language’s own term say nothing; what people call a lane otherwise is kept.
  private mutating func finishLanes() {
    let labels = map.lanes.map(\.title)
    if let language = MatrixWords.language(of: labels.filter { MatrixWords.lane($0) != nil }) {
      map.language = language
    }
    let terms = Terms.in(map.language.isEmpty ? "en" : map.language)
    for index in map.lanes.indices {
      guard let type = map.lanes[index].kind.known, type != .custom else { continue }
      let term = terms.term(for: type)
      if TermIndex.folded(term) == TermIndex.folded(map.lanes[index].title) { map.lanes[index].title = "" }
    }
  }

  /// A first lone text is the title; words for fields of the map fill them; all else belongs to the description.
  private mutating func readPreface() {
    var description: [String] = []
    for row in table.preface {
      let texts = row.filter { !$0.isEmpty }.map { clean($0) }
      guard var key = texts.first else { continue }
      var value = texts.dropFirst().joined(separator: " ")
      if texts.count == 1, let colon = key.firstIndex(where: { $0 == ":" || $0 == "：" }),
        MatrixWords.field(String(key[..<colon])) != nil
      {
        value = ForeignText.trimmed(key[key.index(after: colon)...])
        key = String(key[..<colon])
      }
      let field = value.isEmpty ? nil : MatrixWords.field(key)
      switch field {
      case "map.scenario" where map.scenario.isEmpty: map.scenario = value
      case "map.goal": map.goals.append(value)
      case "map.owner" where map.owner.isEmpty: map.owner = value
      case "map.persona", "map.actor", "map.buyer-persona": _ = actorID(value)
      case "map.customer-journey-map", "map.customer-journey": map.title = value
      default:
        if map.title.isEmpty, value.isEmpty {
          map.title = key
        } else {
          description.append(value.isEmpty ? key : "\(key): \(value)")
        }
      }
    }
    let corner = matrix[0, 0]
    if map.title.isEmpty, !corner.isEmpty, !MatrixWords.isStageOrStep(corner.text),
      TermIndex.of("map")[corner.text] == nil
    {
      map.title = clean(corner)
    }
    map.description = description.joined(separator: "\n")
  }

  private mutating func clean(_ cell: Matrix.Cell) -> String {
    ForeignText.clean(cell.text, at: cell.range, &diagnostics) ?? ""
  }
}
