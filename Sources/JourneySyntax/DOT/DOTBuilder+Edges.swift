import JourneyDiagnostics

/// One side of an edge: nodes with their ports, or a subgraph, which stands for all its nodes.
enum DOTEnd: BitwiseCopyable {
  /// Places among ``DOTBuilder/endNodes``.
  case nodes(start: Int, count: Int)
  case subgraph(Int)
}

/// A node as one side of an edge, with its port as the number plus one of a further text.
struct DOTEndNode: BitwiseCopyable {
  let node: UInt32
  let port: UInt32
}

extension DOTBuilder {
  /// Ends an edge statement: joins every node of each side with every node of the next.
  ///
  /// - Parameters:
  ///   - firstEnd: The place of the first side among ``ends``.
  ///   - list: The attributes of the statement, the last ones there are.
  ///   - range: Where the statement stands.
  ///   - bytes: The bytes of texts.
  /// - Throws: A fault if the statement stands for too much.
  mutating func connect(
    from firstEnd: Int, _ list: Range<Int>, at range: SourceRange, _ bytes: DOTBytes
  ) throws(DOTFault) {
    var statement = EdgeStatement(list: list, range: range)
    if !list.isEmpty {
      let special = takeSpecialNames(from: list.lowerBound)
      if let key = special.key { statement.key = (text(key), symbols.number(of: key, in: bytes)) }
      statement.ports = special.ports
      statement.list = list.lowerBound..<graph.attributes.count
    }
    for index in firstEnd + 1..<ends.count {
      try connect(ends[index - 1], ends[index], statement)
    }
  }

  /// What an edge statement says of all its edges.
  struct EdgeStatement {
    var list: Range<Int>
    let range: SourceRange
    var key: (text: UInt32, symbol: Int)?
    var ports = DOTPorts()
  }

  private mutating func connect(_ tails: DOTEnd, _ heads: DOTEnd, _ statement: EdgeStatement) throws(DOTFault) {
    if case .nodes(let tail, 1) = tails, case .nodes(let head, 1) = heads {
      return try edge(endNodes[tail], endNodes[head], statement)
    }
    let (count, overflow) = self.count(tails).multipliedReportingOverflow(by: self.count(heads))
    guard count > 0 || overflow else { return }
    try budget.takeEdges(overflow ? .max : count, at: statement.range)
    let heads = nodes(heads)
    for tail in nodes(tails) {
      for head in heads { try edge(tail, head, statement) }
    }
  }

  private func count(_ end: DOTEnd) -> Int {
    switch end {
    case .nodes(_, let count): count
    case .subgraph(let number): graph.subgraphs[number].nodeCount
    }
  }

  /// The nodes of one side, those of a subgraph in the order in which the graph came to know them.
  private func nodes(_ end: DOTEnd) -> [DOTEndNode] {
    switch end {
    case .nodes(let start, let count): Array(endNodes[start..<start + count])
    case .subgraph(let number):
      graph.nodes(ofSubgraph: number).map { DOTEndNode(node: UInt32(truncatingIfNeeded: $0), port: 0) }
    }
  }

  private mutating func edge(_ tail: DOTEndNode, _ head: DOTEndNode, _ statement: EdgeStatement) throws(DOTFault) {
    var ports = DOTPorts(tail: tail.port, head: head.port)
    guard graph.isStrict || statement.key != nil else {
      return try append(Int(tail.node), Int(head.node), ports, statement)
    }
    let (from, to) = (Int(tail.node), Int(head.node))
    if let known = knownEdge(from, to, statement.key?.symbol) {
      if known.isTurned { ports = DOTPorts(tail: ports.head, head: ports.tail) }
      Self.set(&graph.edges[known.number].ports, ports)
      Self.set(&graph.edges[known.number].ports, statement.ports)
      return Self.add(statement.list, to: &graph.edges[known.number].own, &graph.furtherLists)
    }
    // A strict graph has no second edge from one node to another, whatever its key. (Graphviz makes one after all inside a
    // subgraph that does not hold the first; lib/cgraph/edge.c.)
    if graph.isStrict, strictEdges.value(from, to) != nil { return }
    let number = graph.edges.count
    try append(from, to, ports, statement)
    if graph.isStrict { _ = strictEdges.insert(from, to, number) }
    if let key = statement.key { keyedEdges[EdgeKey(tail: from, head: to, key: key.symbol)] = number }
  }

  private mutating func append(
    _ tail: Int, _ head: Int, _ ports: DOTPorts, _ statement: EdgeStatement
  ) throws(DOTFault) {
    var all = scope.ports
    Self.set(&all, ports)
    Self.set(&all, statement.ports)
    let defaults = try scope.edge.take(&graph.defaults, &budget, at: statement.range)
    var edge = DOTEdge(
      tail: tail, head: head, key: statement.key?.text ?? 0, ports: all, range: statement.range, defaults: defaults)
    edge.own = DOTOwn(
      start: UInt32(truncatingIfNeeded: statement.list.lowerBound),
      count: UInt32(truncatingIfNeeded: statement.list.count))
    graph.edges.append(edge)
  }

  /// The edge between two nodes that a statement means again: in a strict graph any, else the one with the same key.
  private func knownEdge(_ tail: Int, _ head: Int, _ key: Int?) -> (number: Int, isTurned: Bool)? {
    if let found = edgeNumber(tail, head, key) { return (found, false) }
    guard !graph.isDirected, let found = edgeNumber(head, tail, key) else { return nil }
    return (found, tail != head)
  }

  private func edgeNumber(_ tail: Int, _ head: Int, _ key: Int?) -> Int? {
    guard let key else { return strictEdges.value(tail, head) }
    return keyedEdges[EdgeKey(tail: tail, head: head, key: key)]
  }
}
