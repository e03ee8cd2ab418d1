import JourneyDiagnostics
import JourneyModel

/// Reads a page that knows nothing of journeys as one: boxes are steps, boxes around them stages, lanes are actors, and lines are what
/// follows on what.
struct DrawioFlow {
  /// Why a page is no journey.
  struct Problem: Error {
    let page: DrawioPage
    let message: String
    let hint: String
  }

  let cells: [DrawioCell]
  let outline: DrawioOutline
  var diagnostics: Diagnostics
  var ids = IDMaker()
  /// For each cell the number of its step.
  var stepOf: [Int?]
  /// The cells of the steps, from where the page begins to its end.
  var steps: [Int] = []
  /// For each cell that holds steps the first of them and the last.
  var held: [Int: ClosedRange<Int>] = [:]
  /// The texts that belong to no box.
  var strays: [Int] = []
  /// What the boxes inside a step say.
  var details: [Int: [String]] = [:]

  /// Reads a page; what is left behind is added to `diagnostics`.
  static func map(
    of cells: [DrawioCell], on page: DrawioPage, name: String, _ diagnostics: inout Diagnostics
  ) -> Result<JourneyMap, Problem> {
    var flow = DrawioFlow(cells, diagnostics)
    defer { diagnostics = flow.diagnostics }
    return flow.map(of: page, name: name)
  }

  private init(_ cells: [DrawioCell], _ diagnostics: Diagnostics) {
    self.cells = cells
    self.diagnostics = diagnostics
    outline = DrawioOutline(cells)
    stepOf = Array(repeating: nil, count: cells.count)
  }

  private mutating func map(of page: DrawioPage, name: String) -> Result<JourneyMap, Problem> {
    findSteps()
    guard !steps.isEmpty else {
      return .failure(
        Problem(page: page, message: "no box here says anything", hint: "each step of a journey is a box with a text"))
    }
    let edges = self.edges()
    let holders = DrawioHolders(self, edges.map { ($0.from, $0.to) })
    var isJoined = [Bool](repeating: false, count: steps.count)
    for edge in edges where edge.from != edge.to {
      isJoined[edge.from] = true
      isJoined[edge.to] = true
    }
    let alone = steps.indices.filter { !isJoined[$0] && holders.isAlone($0) }.count
    if steps.count > 1, alone * 2 > steps.count {
      return .failure(
        Problem(
          page: page,
          message: alone == steps.count
            ? "nothing leads from one box to another"
            : "\(alone) of \(steps.count) boxes lead nowhere, and nothing leads to them",
          hint: "join the steps with arrows, or put them into containers, one for each stage"))
    }
    var map = JourneyMap()
    map.title = title(page, holders.frame, name)
    let actors = addActors(holders, to: &map)
    var flow = FlowMap(nodes: [], groups: [], edges: edges)
    var groups: [Int: Int] = [:]
    for (number, cell) in steps.enumerated() {
      var step = step(of: cell, number: number + 1)
      if let lane = holders.lanes[number], let actor = actors[lane] { step.actors = [actor] }
      if let inner = holders.inner[number] {
        step.extensions.append(Extension("x-drawio-container", .string(text(of: inner))))
      }
      let stage = holders.stages[number]
      if let stage, groups[stage] == nil {
        groups[stage] = flow.groups.count
        flow.groups.append(self.stage(of: stage, number: flow.groups.count + 1))
      }
      flow.nodes.append(FlowMap.Node(step: step, group: stage.flatMap { groups[$0] }))
    }
    flow.add(to: &map, ids: &ids)
    map.complete(name: name)
    return .success(map)
  }

  // MARK: - Parts

  private mutating func stage(of cell: Int, number: Int) -> Stage {
    var stage = Stage()
    stage.title = text(of: cell)
    stage.id = ids.make(from: stage.title, fallback: "stage-\(number)")
    stage.extensions = extensions(of: cells[cell])
    return stage
  }

  private mutating func addActors(_ holders: DrawioHolders, to map: inout JourneyMap) -> [Int: String] {
    var actors: [Int: String] = [:]
    for lane in holders.lanes.compactMap({ $0 }).sorted() where actors[lane] == nil {
      var actor = Actor()
      actor.name = text(of: lane)
      actor.id = ids.make(from: actor.name, fallback: "actor-\(map.actors.count + 1)")
      actors[lane] = actor.id
      map.actors.append(actor)
    }
    return actors
  }

  /// What the map is called: as the page is, if somebody gave that a name, or as the frame around all steps says, or the only text that
  /// belongs to no box, or as the file.
  private mutating func title(_ page: DrawioPage, _ frame: Int?, _ name: String) -> String {
    var title = ""
    if !Self.isUsual(page.name) {
      title = ForeignText.clean(page.name, at: page.root.range, &diagnostics) ?? ""
    }
    if title.isEmpty { title = frame.map { text(of: $0) } ?? "" }
    if title.isEmpty, strays.count == 1 {
      title = text(of: strays[0])
      strays = []
    }
    for stray in strays { diagnostics.note("a text that belongs to no box is left out", at: cells[stray].range) }
    return title.isEmpty ? name : title
  }

  /// Whether a page has the name that draw.io gives it in some language: a word and its number.
  private static func isUsual(_ name: String) -> Bool {
    let word = name.prefix { $0.isLetter }
    let rest = name[word.endIndex...].drop { $0 == "-" || $0 == " " }
    return !word.isEmpty && !rest.isEmpty && rest.allSatisfy(\.isNumber)
  }
}
