/// What the boxes around the steps are: stages, lanes of actors, or a frame around everything.
struct DrawioHolders {
  /// The box around all steps, which is no stage.
  private(set) var frame: Int?
  /// For each step the cell of its stage, of its lane, and of what else it stands in, the innermost.
  private(set) var stages: [Int?]
  private(set) var lanes: [Int?]
  private(set) var inner: [Int?]

  private let flow: DrawioFlow
  /// For each cell whether it is a box with a title around steps.
  private var isHolder: [Bool]
  private var isFrame: [Bool]

  init(_ flow: DrawioFlow, _ edges: [(from: Int, to: Int)]) {
    self.flow = flow
    stages = Array(repeating: nil, count: flow.steps.count)
    (lanes, inner) = (stages, stages)
    isHolder = Array(repeating: false, count: flow.cells.count)
    isFrame = isHolder
    findHolders()
    assign { flow.cells[$0].style.isRow }
    if goesBackAndForth(edges) { assign { flow.cells[$0].style.isNamed("swimlane") } }
  }

  /// Whether a step stands in nothing.
  func isAlone(_ step: Int) -> Bool { stages[step] == nil && lanes[step] == nil }

  private mutating func findHolders() {
    var counts = [Int](repeating: 0, count: flow.cells.count)
    var holdsHolder = [Bool](repeating: false, count: flow.cells.count)
    for cell in flow.steps { counts[cell] = 1 }
    for cell in flow.outline.order.reversed() {
      let isStep = flow.stepOf[cell] != nil
      isHolder[cell] = !isStep && counts[cell] > 0 && flow.cells[cell].isVertex && hasTitle(cell)
      isFrame[cell] = isHolder[cell] && holdsHolder[cell] && counts[cell] == flow.steps.count
      guard let parent = flow.outline.parents[cell] else { continue }
      counts[parent] += counts[cell]
      if isHolder[cell] || holdsHolder[cell] { holdsHolder[parent] = true }
    }
    frame = flow.outline.order.last { isFrame[$0] }
  }

  private func hasTitle(_ cell: Int) -> Bool { flow.cells[cell].lines.contains { $0.contains { !$0.isWhitespace } } }

  /// Gives each step its stage and its lane: the outermost box that is no lane, and the innermost that is one.
  private mutating func assign(_ isLane: (Int) -> Bool) {
    typealias Place = (stage: Int?, lane: Int?, inner: Int?)
    var places = [Place](repeating: (nil, nil, nil), count: flow.cells.count)
    for cell in flow.outline.order {
      var place: Place = flow.outline.parents[cell].map { places[$0] } ?? (nil, nil, nil)
      if isHolder[cell], !isFrame[cell] {
        if isLane(cell) {
          place.lane = cell
        } else if place.stage == nil {
          place.stage = cell
        } else {
          place.inner = cell
        }
      }
      places[cell] = place
    }
    for (step, cell) in flow.steps.enumerated() {
      (stages[step], lanes[step], inner[step]) = places[cell]
    }
  }

  /// Whether the flow leaves a swimlane and comes back to it: then swimlanes tell who does something, and not when.
  private func goesBackAndForth(_ edges: [(from: Int, to: Int)]) -> Bool {
    let cells = Set(stages.compactMap { $0 })
    guard cells.count > 1, cells.allSatisfy({ flow.cells[$0].style.isNamed("swimlane") }) else { return false }
    let numbers = Dictionary(cells.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ranks = Self.ranks(flow.steps.count, edges)
    let crossings = edges.filter { ranks[$0.from] < ranks[$0.to] }.compactMap { edge -> (from: Int, to: Int)? in
      guard let from = stages[edge.from].flatMap({ numbers[$0] }), let to = stages[edge.to].flatMap({ numbers[$0] }),
        from != to
      else { return nil }
      return (from, to)
    }
    let order = Self.ranks(cells.count, crossings)
    return crossings.contains { order[$0.from] > order[$0.to] }
  }

  /// The place of each node in the order of the flow.
  private static func ranks(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for (rank, node) in FlowOrder.of(count, edges: edges).enumerated() { ranks[node] = rank }
    return ranks
  }
}
