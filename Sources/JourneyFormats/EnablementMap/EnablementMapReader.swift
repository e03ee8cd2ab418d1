import JourneyDiagnostics
import JourneyModel

/// Reads the documents of a file of Enablement Map Studio: journeys and blueprints are maps, the outcome’s indicator is a metric.
struct EnablementMapReader {
  private var diagnostics: Diagnostics
  private var maps: [JourneyMap] = []
  private let name: String
  /// What our ids stand for, by those of the file, which have colons.
  private var ids: [String: String] = [:]
  private var maker = IDMaker()

  static func maps(of documents: [TreeValue], name: String, diagnostics: inout Diagnostics) -> [JourneyMap] {
    var reader = EnablementMapReader(name: name, diagnostics: diagnostics)
    for document in documents { reader.read(document) }
    diagnostics = reader.diagnostics
    if reader.maps.isEmpty, !diagnostics.hasErrors {
      diagnostics.error("there is no journey and no blueprint in this file", at: documents.first?.range)
    }
    return reader.maps
  }

  private init(name: String, diagnostics: Diagnostics) {
    self.name = name
    self.diagnostics = diagnostics
  }

  private mutating func read(_ document: TreeValue) {
    switch document["kind"]?.text {
    case "cjm": readJourney(document)
    case "sbp": readBlueprint(document)
    case "outcome": readOutcome(document)
    case "em": diagnostics.note("skills, knowledge and tools are not carried over", at: document.range)
    case let kind:
      diagnostics.warn("a document of the kind '\(kind ?? "")' is not known; it is left out", at: document.range)
    }
  }

  /// A map with the id and title of a document, which has no other title than its id.
  private mutating func map(of document: TreeValue) -> JourneyMap {
    // References between documents hold; ids need only differ within a map.
    maker = IDMaker()
    var map = JourneyMap()
    let id = document.text("id", &diagnostics)
    map.title = id.firstIndex(of: ":").map { String(id[id.index(after: $0)...]) } ?? id
    map.id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
    if map.title.isEmpty { map.title = map.id }
    return map
  }

  /// Our id for one of the file: without its kind and type.
  private mutating func id(_ value: TreeValue, fallback: String) -> String {
    let given = value.text("id", &diagnostics)
    let id = maker.make(from: String(given.split(separator: ":").last ?? ""), fallback: fallback)
    ids[given] = id
    return id
  }
}

extension EnablementMapReader {
  private mutating func readJourney(_ document: TreeValue) {
    var map = map(of: document)
    map.kind = .journey
    if let persona = document["persona"] {
      var actor = Actor()
      actor.name = persona.text("name", &diagnostics)
      actor.id = maker.make(from: actor.name, fallback: "persona")
      (actor.kind, actor.side, actor.primary) = (.person, .customer, true)
      let about = persona.text("description", &diagnostics)
      if !about.isEmpty { actor.extensions = [Extension("x-description", .string(about))] }
      map.actors = [actor]
    }
    var places: [String: Int] = [:]
    for phase in document.list("phases") {
      var stage = Stage()
      stage.title = phase.text("name", &diagnostics)
      stage.id = id(phase, fallback: "stage-\(map.stages.count + 1)")
      places[phase.text("id", &diagnostics)] = map.stages.count
      map.stages.append(stage)
    }
    for action in document.list("actions") {
      let phase = action.text("phase", &diagnostics)
      let place = places[phase] ?? max(map.stages.count - 1, 0)
      if places[phase] == nil {
        diagnostics.warn(
          "there is no phase '\(phase)'", at: action["phase"]?.range ?? action.range,
          hint: "the action is put into the last phase")
        if map.stages.isEmpty { map.stages.append(Stage()) }
      }
      map.stages[place].steps.append(step(of: action, actors: map.actors.map(\.id)))
    }
    map.complete(name: name)
    maps.append(map)
  }

  private mutating func step(of action: TreeValue, actors: [String]) -> Step {
    var step = Step()
    step.title = action.text("name", &diagnostics)
    step.id = id(action, fallback: "step")
    step.actors = actors
    step.cards[LaneType.touchpoints.rawValue] = cards(action, "touchpoints")
    step.cards[LaneType.thoughts.rawValue] = cards(action, "thoughts_feelings")
    if let score = action["emotion_score"] {
      if let number = score.number, (-2...2).contains(number) {
        var card = Card()
        card.emotion = number
        step.cards[LaneType.emotions.rawValue] = [card]
      } else {
        diagnostics.warn("'emotion_score' is no number from -2 to 2; it is left out", at: score.range)
      }
    }
    return step
  }

  private mutating func cards(_ action: TreeValue, _ key: StaticString) -> [Card] {
    action.list(key).compactMap { item in
      item.text.flatMap { ForeignText.clean($0, at: item.range, &diagnostics) }.map { Card($0) }
    }
  }
}

extension EnablementMapReader {
  private mutating func readBlueprint(_ document: TreeValue) {
    var map = map(of: document)
    map.kind = .serviceBlueprint
    map.basedOn = maps.first { $0.kind == .journey }?.id ?? ""
    var lanes: [String: Lane] = [:]
    for item in document.list("lanes") {
      var lane = Lane()
      lane.title = item.text("name", &diagnostics)
      lane.id = id(item, fallback: "lane-\(map.lanes.count + 1)")
      lane.type = Open(Self.laneType(item["kind"]?.text ?? ""))
      lanes[item.text("id", &diagnostics)] = lane
      map.lanes.append(lane)
    }
    let tasks = document.list("tasks")
    let columns = columns(of: tasks, document.list("connections"))
    var stage = Stage()
    stage.title = map.title
    stage.id = maker.make(from: "", fallback: "stage-1")
    for (place, column) in columns.enumerated() {
      var step = Step()
      step.title = tasks[column[0]].text("name", &diagnostics)
      step.id = maker.make(from: "", fallback: "step-\(place + 1)")
      for task in column { add(tasks[task], to: &step, lanes) }
      stage.steps.append(step)
    }
    map.stages = [stage]
    for connection in document.list("connections") { addLink(connection, to: &map) }
    map.complete(name: name)
    maps.append(map)
  }

  private static func laneType(_ kind: String) -> LaneType {
    switch kind {
    case "cjm": .actions
    case "human": .frontstage
    case "team": .backstage
    case "system": .technology
    default: .custom
    }
  }

  private mutating func add(_ task: TreeValue, to step: inout Step, _ lanes: [String: Lane]) {
    let reference = task.text("lane", &diagnostics)
    guard let lane = lanes[reference] else {
      return diagnostics.warn(
        "there is no lane '\(reference)'; the task is left out", at: task["lane"]?.range ?? task.range)
    }
    var card = Card(task.text("name", &diagnostics))
    card.id = id(task, fallback: "card")
    let about = task.text("description", &diagnostics)
    if !about.isEmpty { card.extensions = [Extension("x-description", .string(about))] }
    step.cards[lane.id].append(card)
  }

  private mutating func addLink(_ connection: TreeValue, to map: inout JourneyMap) {
    var link = Link()
    for (key, path) in [("source" as StaticString, \Link.from), ("target", \Link.to)] {
      let reference = connection.text(key, &diagnostics)
      guard let id = ids[reference] else {
        return diagnostics.warn(
          "there is no task '\(reference)'; the connection is left out", at: connection[key]?.range ?? connection.range)
      }
      link[keyPath: path] = id
    }
    map.links.append(link)
  }

  /// The tasks of each column, in the order of the flow: a task stands where what it is tied to stands.
  private mutating func columns(of tasks: [TreeValue], _ connections: [TreeValue]) -> [[Int]] {
    var numbers: [String: Int] = [:]
    for (number, task) in tasks.enumerated() { numbers[task.text("id", &diagnostics)] = number }
    let edges = connections.compactMap { connection -> (from: Int, to: Int)? in
      guard let from = numbers[connection.text("source", &diagnostics)],
        let to = numbers[connection.text("target", &diagnostics)]
      else { return nil }
      return (from, to)
    }
    var anchor = [Int?](repeating: nil, count: tasks.count)
    for (number, task) in tasks.enumerated() { anchor[number] = numbers[task.text("source_id", &diagnostics)] }
    var columns: [[Int]] = []
    var columnOf: [Int: Int] = [:]
    let order = FlowOrder.of(tasks.count, edges: edges)
    for number in order where anchor[number] == nil || anchor[number] == number {
      columnOf[number] = columns.count
      columns.append([number])
    }
    for number in order where columnOf[number] == nil {
      // What is tied to something that is tied itself gets a column of its own.
      guard let column = anchor[number].flatMap({ columnOf[$0] }) else {
        columnOf[number] = columns.count
        columns.append([number])
        continue
      }
      columns[column].append(number)
    }
    return columns
  }

  /// The key performance indicator is what is measured of the map before.
  private mutating func readOutcome(_ document: TreeValue) {
    guard let indicator = document["primary_kpi"], !maps.isEmpty else { return }
    var metric = Metric()
    metric.name = indicator.text("name", &diagnostics)
    metric.unit = indicator.text("unit", &diagnostics)
    metric.target = indicator["target"]?.number
    let place = document["primary_csf"]?.text("source_id", &diagnostics) ?? ""
    if maps[maps.count - 1].kind == .serviceBlueprint || maps.count == 1 { metric.at = ids[place] ?? "" }
    maps[maps.count - 1].metrics.append(metric)
  }
}
