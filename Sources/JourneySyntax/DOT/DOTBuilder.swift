import JourneyDiagnostics

/// Makes a graph of what the statements of a DOT text say, as Graphviz does (lib/cgraph/grammar.y).
///
/// A node takes the defaults that are in force where it is first named; statements after that change its own attributes only.
struct DOTBuilder {
  /// The kinds of things that have defaults.
  enum Kind: Int {
    case graph, node, edge
  }

  /// A subgraph that is open.
  private struct Scope {
    let subgraph: Int
    /// The numbers of the defaults in force, by kind.
    var defaults: (graph: Int, node: Int, edge: Int)
  }

  /// More attributes than anyone gives defaults to; the sets of them are copied when they change.
  private static let mostDefaults = 1000

  private(set) var graph: DOTGraph
  private var nodeNumbers: [Int: Int] = [:]
  private var symbols = DOTSymbols()
  /// The numbers of attribute names, by symbol.
  private var nameNumbers: [Int: Int] = [:]
  private var scopes: [Scope]
  /// Named subgraphs by the one they stand in and their symbol.
  private var subgraphNumbers: [Pair: Int] = [:]
  /// What named subgraphs have set themselves, to be in force again when they are opened again.
  private var ownDefaults: [Int: [[DOTAttribute]]] = [:]
  private var members: Set<Pair> = []
  /// Edges that others can be the same as: by their ends, and by their ends and key.
  private var edgeNumbers: [EdgeKey: Int] = [:]
  /// How many edges subgraphs as ends of edges may still add.
  private var edgesLeft: Int

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private struct EdgeKey: Hashable {
    let tail: Int
    let head: Int
    /// The symbol of the key; −1 stands for whichever.
    let key: Int
  }

  init(isStrict: Bool, isDirected: Bool, name: DOTSlice?, range: SourceRange, limits: ReadingLimits) {
    let root = DOTSubgraph(name: name, range: range, parent: nil, defaults: 0)
    graph = DOTGraph(isStrict: isStrict, isDirected: isDirected, subgraphs: [root])
    scopes = [Scope(subgraph: 0, defaults: (0, 0, 0))]
    edgesLeft = limits.expandedNodes
  }

  private var scope: Scope { scopes[scopes.count - 1] }

  /// How many subgraphs are open, the graph itself included.
  var depth: Int { scopes.count }
}

extension DOTBuilder {
  /// The number of an attribute’s name.
  mutating func name(_ text: DOTSlice, _ bytes: DOTBytes) -> Int {
    let symbol = symbols.number(of: text, in: bytes)
    if let known = nameNumbers[symbol] { return known }
    nameNumbers[symbol] = graph.names.count
    graph.names.append(text)
    return graph.names.count - 1
  }

  /// The number of a node, which is made if it is not there yet, and belongs to all open subgraphs.
  mutating func node(_ text: DOTSlice, _ bytes: DOTBytes) -> Int {
    let symbol = symbols.number(of: text, in: bytes)
    let number: Int
    if let known = nodeNumbers[symbol] {
      number = known
    } else {
      number = graph.nodes.count
      nodeNumbers[symbol] = number
      graph.nodes.append(DOTNode(id: text, defaults: scope.defaults.node))
    }
    var subgraph = scope.subgraph
    while let parent = graph.subgraphs[subgraph].parent {
      guard members.insert(Pair(first: subgraph, second: number)).inserted else { break }
      graph.subgraphs[subgraph].nodes.append(number)
      subgraph = parent
    }
    return number
  }

  mutating func set(_ attributes: [DOTAttribute], ofNode node: Int) {
    graph.nodes[node].own += attributes
  }

  /// Gives defaults to a kind of things, or attributes to the open subgraph.
  mutating func setDefaults(_ attributes: [DOTAttribute], of kind: Kind, at range: SourceRange) throws(DOTFault) {
    guard !attributes.isEmpty else { return }
    let open = scopes.count - 1
    let subgraph = scope.subgraph
    if kind == .graph { graph.subgraphs[subgraph].own += attributes }
    switch kind {
    case .graph: scopes[open].defaults.graph = try defaults(scope.defaults.graph, with: attributes, at: range)
    case .node: scopes[open].defaults.node = try defaults(scope.defaults.node, with: attributes, at: range)
    case .edge: scopes[open].defaults.edge = try defaults(scope.defaults.edge, with: attributes, at: range)
    }
    if graph.subgraphs[subgraph].name != nil, subgraph > 0 {
      Self.merge(attributes, into: &ownDefaults[subgraph, default: [[], [], []]][kind.rawValue])
    }
  }

  private mutating func defaults(
    _ number: Int, with attributes: [DOTAttribute], at range: SourceRange
  ) throws(DOTFault) -> Int {
    var merged = graph.defaults[number]
    Self.merge(attributes, into: &merged)
    guard merged.count <= Self.mostDefaults else {
      throw DOTFault("more than \(Self.mostDefaults) attributes have defaults here", at: range)
    }
    graph.defaults.append(merged)
    return graph.defaults.count - 1
  }

  private static func merge(_ attributes: [DOTAttribute], into list: inout [DOTAttribute]) {
    for attribute in attributes {
      if let place = list.firstIndex(where: { $0.name == attribute.name }) {
        list[place] = attribute
      } else {
        list.append(attribute)
      }
    }
  }

  /// Opens a subgraph; one with a name that the open one has already is opened again.
  mutating func openSubgraph(_ name: DOTSlice?, at range: SourceRange, _ bytes: DOTBytes) throws(DOTFault) {
    let parent = scope.subgraph
    let key = name.map { Pair(first: parent, second: symbols.number(of: $0, in: bytes)) }
    var inner = scope
    if let key, let known = subgraphNumbers[key] {
      inner = Scope(subgraph: known, defaults: scope.defaults)
      if let own = ownDefaults[known] {
        inner.defaults.graph = try defaults(inner.defaults.graph, with: own[0], at: range)
        inner.defaults.node = try defaults(inner.defaults.node, with: own[1], at: range)
        inner.defaults.edge = try defaults(inner.defaults.edge, with: own[2], at: range)
      }
    } else {
      let number = graph.subgraphs.count
      graph.subgraphs.append(DOTSubgraph(name: name, range: range, parent: parent, defaults: scope.defaults.graph))
      graph.subgraphs[parent].children.append(number)
      if let key { subgraphNumbers[key] = number }
      inner = Scope(subgraph: number, defaults: scope.defaults)
    }
    scopes.append(inner)
  }

  /// Closes the innermost subgraph and gives its number.
  mutating func closeSubgraph() -> Int {
    let closed = scope.subgraph
    if scopes.count > 1 { scopes.removeLast() }
    return closed
  }
}

/// One side of an edge: nodes with their ports, or a subgraph, which stands for all its nodes.
enum DOTEnd {
  case nodes([(node: Int, port: DOTSlice?)])
  case subgraph(Int)

  func count(in graph: DOTGraph) -> Int {
    switch self {
    case .nodes(let nodes): nodes.count
    case .subgraph(let number): graph.subgraphs[number].nodes.count
    }
  }

  /// The nodes, those of a subgraph in the order in which the graph came to know them.
  func nodes(in graph: DOTGraph) -> [(node: Int, port: DOTSlice?)] {
    switch self {
    case .nodes(let nodes): nodes
    case .subgraph(let number): graph.subgraphs[number].nodes.sorted().map { ($0, nil) }
    }
  }
}

extension DOTBuilder {
  /// What the attributes of an edge statement say, the ones that name the edge and its ports set apart.
  struct EdgeAttributes {
    var own: [DOTAttribute] = []
    var key: DOTSlice?
  }

  /// Joins every node of one side with every node of the other.
  mutating func connect(
    _ tails: DOTEnd, _ heads: DOTEnd, _ attributes: EdgeAttributes, at range: SourceRange,
    ports: (tail: Int, head: Int),
    _ bytes: DOTBytes
  ) throws(DOTFault) {
    let (count, overflow) = tails.count(in: graph).multipliedReportingOverflow(by: heads.count(in: graph))
    if count > 1 {
      guard !overflow, count <= edgesLeft else {
        throw DOTFault(
          "this stands for \(overflow ? "too many" : String(count)) edges", at: range,
          hint: "raise the limit with --max-alias-nodes")
      }
      edgesLeft -= count
    }
    let heads = heads.nodes(in: graph)
    for tail in tails.nodes(in: graph) {
      for head in heads {
        edge(tail, head, attributes, at: range, ports: ports, bytes)
      }
    }
  }

  private mutating func edge(
    _ tail: (node: Int, port: DOTSlice?), _ head: (node: Int, port: DOTSlice?), _ attributes: EdgeAttributes,
    at range: SourceRange, ports: (tail: Int, head: Int), _ bytes: DOTBytes
  ) {
    guard let (number, isTurned) = edge(from: tail.node, to: head.node, attributes.key, at: range, bytes) else {
      return
    }
    var own: [DOTAttribute] = []
    if let port = isTurned ? head.port : tail.port { own.append(DOTAttribute(name: ports.tail, value: port)) }
    if let port = isTurned ? tail.port : head.port { own.append(DOTAttribute(name: ports.head, value: port)) }
    graph.edges[number].own += own + attributes.own
  }

  /// The edge between two nodes: in a strict graph, or with the key of another, one that is there already.
  private mutating func edge(
    from tail: Int, to head: Int, _ key: DOTSlice?, at range: SourceRange, _ bytes: DOTBytes
  ) -> (number: Int, isTurned: Bool)? {
    let symbol = key.map { symbols.number(of: $0, in: bytes) }
    if graph.isStrict || symbol != nil {
      if let known = edgeNumbers[EdgeKey(tail: tail, head: head, key: symbol ?? -1)] { return (known, false) }
      if !graph.isDirected, let known = edgeNumbers[EdgeKey(tail: head, head: tail, key: symbol ?? -1)] {
        return (known, tail != head)
      }
      // A strict graph has no second edge between two nodes, whatever its key.
      if graph.isStrict, edgeNumbers[EdgeKey(tail: tail, head: head, key: -1)] != nil { return nil }
    }
    let number = graph.edges.count
    graph.edges.append(DOTEdge(tail: tail, head: head, key: key, range: range, defaults: scope.defaults.edge))
    if graph.isStrict || symbol != nil {
      if let symbol { edgeNumbers[EdgeKey(tail: tail, head: head, key: symbol)] = number }
      if graph.isStrict { edgeNumbers[EdgeKey(tail: tail, head: head, key: -1)] = number }
    }
    return (number, false)
  }
}
