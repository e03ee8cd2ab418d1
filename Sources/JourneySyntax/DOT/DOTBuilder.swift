import JourneyDiagnostics

/// Makes a graph of what the statements of a DOT text say, as Graphviz does (lib/cgraph/grammar.y).
///
/// A node takes the defaults that are in force where it is first named; statements after that change its own attributes only.
struct DOTBuilder {
  /// The kinds of things that have defaults.
  enum Kind: Int {
    case graph, node, edge
  }

  /// Defaults in force; they get a number among those of the graph when something takes them.
  struct Defaults {
    private(set) var list: [DOTAttribute] = []
    private var number: UInt32 = 0
    private var byteCount = 0
    private var isNew = false

    /// The number for something new.
    @inline(__always)
    mutating func take(
      _ all: inout [[DOTAttribute]], _ budget: inout DOTBudget, at range: SourceRange
    ) throws(DOTFault) -> UInt32 {
      if isNew {
        isNew = false
        number = UInt32(truncatingIfNeeded: all.count)
        byteCount = list.reduce(0) { $0 + $1.value.length }
        all.append(list)
      }
      if number > 0 { try budget.takeDefaults(list.count, bytes: byteCount, at: range) }
      return number
    }

    /// Sets some of them.
    mutating func set(_ attributes: ArraySlice<DOTAttribute>, at range: SourceRange) throws(DOTFault) {
      guard !attributes.isEmpty else { return }
      isNew = true
      for attribute in attributes {
        if let place = list.firstIndex(where: { $0.name == attribute.name }) {
          list[place] = attribute
        } else {
          list.append(attribute)
        }
        guard list.count <= DOTBuilder.mostDefaults else {
          throw DOTFault("more than \(DOTBuilder.mostDefaults) attributes have defaults here", at: range)
        }
      }
    }
  }

  /// A subgraph that is open.
  struct Scope {
    var subgraph = 0
    var graph = Defaults()
    var node = Defaults()
    var edge = Defaults()
    /// The ports that edges have by default.
    var ports = DOTPorts()
  }

  /// More attributes than anyone gives defaults to; the lists of them are copied when they change.
  fileprivate static let mostDefaults = 1000

  var graph: DOTGraph
  var symbols = DOTSymbols()
  var scope = Scope()
  private var outerScopes: [Scope] = []
  /// Named subgraphs by the one they stand in and their symbol.
  private var subgraphNumbers = DOTPairs()
  /// What named subgraphs have set themselves, to be in force again when they are opened again.
  private var ownDefaults: [Int: Scope] = [:]
  private var members = DOTPairs()
  /// The edges of a strict graph by their ends.
  var strictEdges = DOTPairs()
  /// The edges that have keys.
  var keyedEdges: [EdgeKey: Int] = [:]
  /// The sides of the edge statements that are being read.
  var ends: [DOTEnd] = []
  var endNodes: [DOTEndNode] = []
  /// The names that mean more than others, by their numbers among those of the graph.
  private var specialNames = (key: -1, tailPort: -1, headPort: -1)
  var budget: DOTBudget

  struct EdgeKey: Hashable {
    let tail: Int
    let head: Int
    let key: Int
  }

  init(isStrict: Bool, isDirected: Bool, name: DOTSlice?, range: SourceRange, budget: DOTBudget) {
    graph = DOTGraph(
      isStrict: isStrict, isDirected: isDirected,
      root: DOTSubgraph(name: name, range: range, parent: nil, defaults: 0))
    self.budget = budget
  }
}

extension DOTBuilder {
  /// Adds an attribute to the statement that is being read.
  mutating func attribute(_ name: DOTSlice, _ value: DOTSlice, _ bytes: DOTBytes) {
    let symbol = symbols.number(of: name, in: bytes)
    if symbols[symbol].attribute == 0 {
      let number = graph.names.count
      graph.names.append(name)
      symbols[symbol].attribute = UInt32(truncatingIfNeeded: number + 1)
      switch bytes[name].count {
      case 3 where bytes[name].elementsEqual("key".utf8): specialNames.key = number
      case 8 where bytes[name].elementsEqual("tailport".utf8): specialNames.tailPort = number
      case 8 where bytes[name].elementsEqual("headport".utf8): specialNames.headPort = number
      default: break
      }
    }
    graph.attributes.append(DOTAttribute(name: Int(symbols[symbol].attribute) - 1, value: value))
  }

  /// The number of a node, which is made if it is not there yet, and belongs to all open subgraphs.
  mutating func node(_ text: DOTSlice, _ bytes: DOTBytes) throws(DOTFault) -> Int {
    let symbol = symbols.number(of: text, in: bytes)
    let number: Int
    if symbols[symbol].node > 0 {
      number = Int(symbols[symbol].node) - 1
    } else {
      number = graph.nodes.count
      symbols[symbol].node = UInt32(truncatingIfNeeded: number + 1)
      let defaults = try scope.node.take(&graph.defaults, &budget, at: text.range)
      graph.nodes.append(DOTNode(id: text, defaults: defaults))
    }
    var subgraph = scope.subgraph
    while subgraph > 0, members.insert(subgraph, number, 0) {
      try budget.takeMember(at: text.range)
      graph.members.append(
        DOTGraph.Member(
          node: UInt32(truncatingIfNeeded: number), previous: graph.subgraphs[subgraph].lastMember))
      graph.subgraphs[subgraph].lastMember = UInt32(truncatingIfNeeded: graph.members.count)
      graph.subgraphs[subgraph].nodeCount += 1
      subgraph = graph.subgraphs[subgraph].parent ?? 0
    }
    return number
  }

  /// Gives something the attributes of a statement.
  static func add(_ list: Range<Int>, to own: inout DOTOwn, _ furtherLists: inout [DOTGraph.FurtherList]) {
    guard !list.isEmpty else { return }
    let start = UInt32(truncatingIfNeeded: list.lowerBound)
    let count = UInt32(truncatingIfNeeded: list.count)
    if own.count == 0 {
      own.start = start
      own.count = count
    } else {
      furtherLists.append(DOTGraph.FurtherList(start: start, count: count, previous: own.more))
      own.more = UInt32(truncatingIfNeeded: furtherLists.count)
    }
  }

  mutating func give(_ list: Range<Int>, toNode node: Int) {
    Self.add(list, to: &graph.nodes[node].own, &graph.furtherLists)
  }
}

extension DOTBuilder {
  /// Gives defaults to a kind of things, or attributes to the open subgraph.
  mutating func setDefaults(_ list: Range<Int>, of kind: Kind, at range: SourceRange) throws(DOTFault) {
    guard !list.isEmpty else { return }
    let subgraph = scope.subgraph
    let isNamed = subgraph > 0 && graph.subgraphs[subgraph].name != nil
    switch kind {
    case .graph:
      Self.add(list, to: &graph.subgraphs[subgraph].own, &graph.furtherLists)
      try scope.graph.set(graph.attributes[list], at: range)
      if isNamed { try ownDefaults[subgraph, default: Scope()].graph.set(graph.attributes[list], at: range) }
    case .node:
      try scope.node.set(graph.attributes[list], at: range)
      if isNamed { try ownDefaults[subgraph, default: Scope()].node.set(graph.attributes[list], at: range) }
    case .edge:
      let special = takeSpecialNames(from: list.lowerBound)
      let rest = graph.attributes[list.lowerBound...]
      Self.set(&scope.ports, special.ports)
      try scope.edge.set(rest, at: range)
      if isNamed {
        Self.set(&ownDefaults[subgraph, default: Scope()].ports, special.ports)
        try ownDefaults[subgraph, default: Scope()].edge.set(rest, at: range)
      }
    }
  }

  static func set(_ ports: inout DOTPorts, _ others: DOTPorts) {
    if others.tail > 0 { ports.tail = others.tail }
    if others.head > 0 { ports.head = others.head }
  }

  /// Takes the key and the ports out of the attributes from a place on, since they name an edge and its ends.
  mutating func takeSpecialNames(from start: Int) -> (key: DOTSlice?, ports: DOTPorts) {
    var ports = DOTPorts()
    var key: DOTSlice?
    var kept = start
    for index in start..<graph.attributes.count {
      let attribute = graph.attributes[index]
      switch attribute.name {
      case specialNames.key: key = attribute.value
      case specialNames.tailPort: ports.tail = text(attribute.value)
      case specialNames.headPort: ports.head = text(attribute.value)
      default:
        if kept < index { graph.attributes[kept] = attribute }
        kept += 1
      }
    }
    graph.attributes.removeLast(graph.attributes.count - kept)
    return (key, ports)
  }

  /// The number plus one of a further text.
  mutating func text(_ text: DOTSlice) -> UInt32 {
    graph.texts.append(text)
    return UInt32(truncatingIfNeeded: graph.texts.count)
  }

  /// Opens a subgraph; one with a name that the open one has already is opened again.
  mutating func openSubgraph(_ name: DOTSlice?, at range: SourceRange, _ bytes: DOTBytes) throws(DOTFault) {
    let parent = scope.subgraph
    let symbol = name.map { symbols.number(of: $0, in: bytes) }
    let known = symbol.flatMap { subgraphNumbers.value(parent, $0) }
    outerScopes.append(scope)
    if let known {
      scope.subgraph = known
      guard let own = ownDefaults[known] else { return }
      try scope.graph.set(own.graph.list[...], at: range)
      try scope.node.set(own.node.list[...], at: range)
      try scope.edge.set(own.edge.list[...], at: range)
      Self.set(&scope.ports, own.ports)
    } else {
      let number = graph.subgraphs.count
      let defaults = try scope.graph.take(&graph.defaults, &budget, at: range)
      graph.subgraphs.append(DOTSubgraph(name: name, range: range, parent: parent, defaults: defaults))
      graph.subgraphs[parent].children.append(number)
      if let symbol { _ = subgraphNumbers.insert(parent, symbol, number) }
      scope.subgraph = number
    }
  }

  /// Closes the innermost subgraph and gives its number.
  mutating func closeSubgraph() -> Int {
    let closed = scope.subgraph
    if let outer = outerScopes.popLast() { scope = outer }
    return closed
  }
}
