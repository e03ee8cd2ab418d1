import JourneyDiagnostics

/// Reads the DOT language, whole, as Graphviz reads it (“The DOT Language”, graphviz.org; lib/cgraph/grammar.y).
package struct DOTReader {
  /// A node, an edge or a subgraph statement that is being read; subgraphs in it hold others.
  private struct Statement {
    let range: SourceRange
    /// Where its sides begin among those of the builder.
    let firstEnd: Int
    let firstNode: Int
  }

  private let limits: ReadingLimits
  private let source: UnsafeBufferPointer<UInt8>
  var lexer: DOTLexer
  var builder: DOTBuilder
  private var graphs: [DOTGraph] = []
  /// Where the subgraphs that are open began, the graph itself first.
  var openBraces: [SourceRange] = []
  private var statements: [Statement] = []

  /// Reads a source; what is wrong is added to `diagnostics`.
  package static func read(
    _ source: SourceText, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> DOTDocument {
    source.bytes.withUnsafeBufferPointer { bytes in
      var reader = DOTReader(bytes, limits: limits)
      var isTruncated = false
      do throws(DOTFault) {
        try reader.readAll()
      } catch {
        diagnostics.error(error.message, at: error.range, hint: error.hint, related: error.related)
        if !reader.openBraces.isEmpty { reader.graphs.append(reader.builder.graph) }
        isTruncated = true
      }
      for range in reader.lexer.splitNumbers {
        diagnostics.warn(
          "this number ends here, and what follows it stands apart", at: range,
          hint: "put them into double quotes if they are one, or a space between them")
      }
      return DOTDocument(
        source: source, graphs: reader.graphs, unfolded: reader.lexer.unfolded, isTruncated: isTruncated,
        firstComment: reader.lexer.firstComment)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.limits = limits
    source = bytes
    lexer = DOTLexer(bytes)
    builder = DOTBuilder(
      isStrict: false, isDirected: true, name: nil, range: SourceRange(offset: 0),
      budget: DOTBudget(limits: limits, inputBytes: bytes.count))
  }

  /// Where texts have their bytes; asked anew each time, since the block of the lexer moves as it grows.
  var bytes: DOTBytes {
    // An empty source has no address; nothing will be read from the one that stands in for it.
    let unfolded = UnsafePointer(lexer.unfolded.base)
    return DOTBytes(source: source.baseAddress ?? unfolded, unfolded: unfolded)
  }

  private mutating func readAll() throws(DOTFault) {
    try lexer.next()
    guard lexer.kind != .end else { throw DOTFault("there is no graph in this file", at: lexer.range) }
    while lexer.kind != .end { try readGraph() }
  }

  private mutating func readGraph() throws(DOTFault) {
    let start = lexer.range
    let isStrict = lexer.kind == .strict
    if isStrict { try lexer.next() }
    guard lexer.kind == .graph || lexer.kind == .digraph else {
      throw expected("'digraph' or 'graph'", hint: graphs.isEmpty ? nil : "after '}' comes another graph or nothing")
    }
    let isDirected = lexer.kind == .digraph
    try lexer.next()
    let name = lexer.kind == .identifier ? try readIdentifier() : nil
    builder = DOTBuilder(
      isStrict: isStrict, isDirected: isDirected, name: name, range: start, budget: builder.budget)
    try readBrace()
    while !openBraces.isEmpty { try readStatement() }
    graphs.append(builder.graph)
  }

  private mutating func readBrace() throws(DOTFault) {
    guard lexer.kind == .openBrace else { throw expected("'{'") }
    guard openBraces.count < limits.depth else {
      throw DOTFault(
        "nested deeper than \(limits.depth) levels", at: lexer.range, hint: "raise the limit with --max-depth")
    }
    openBraces.append(lexer.range)
    try lexer.next()
  }
}

extension DOTReader {
  /// Reads one statement, or the end of the innermost subgraph; a loop over levels, so that no nesting can exhaust the stack.
  private mutating func readStatement() throws(DOTFault) {
    switch lexer.kind {
    case .identifier, .subgraph, .openBrace: try readCompound()
    case .closeBrace: try closeBrace()
    case .graph: try readDefaults(.graph)
    case .node: try readDefaults(.node)
    case .edge: try readDefaults(.edge)
    case .end: throw unclosed()
    case .semicolon: throw DOTFault("this ';' ends no statement", at: lexer.range, hint: "remove it")
    case .digraph, .strict, .arrow, .line, .openBracket, .closeBracket, .equals, .comma, .colon, .plus:
      throw expected("a statement")
    }
  }

  private mutating func closeBrace() throws(DOTFault) {
    openBraces.removeLast()
    try lexer.next()
    guard !openBraces.isEmpty else { return }
    builder.ends.append(.subgraph(builder.closeSubgraph()))
    try readAfterEnd()
  }

  private mutating func readDefaults(_ kind: DOTBuilder.Kind) throws(DOTFault) {
    let range = lexer.range
    try lexer.next()
    // Graphviz reads a name for the defaults here and does nothing with it.
    if lexer.kind == .identifier {
      _ = try readIdentifier()
      guard lexer.kind == .equals else { throw expected("'[' with attributes") }
      try lexer.next()
    } else if lexer.kind == .equals {
      throw expected("'[' with attributes", hint: Self.keywordHint)
    }
    guard lexer.kind == .openBracket else { throw expected("'[' with attributes") }
    try builder.setDefaults(try readAttributes(), of: kind, at: range)
    try readSemicolon()
  }

  /// Reads the beginning of a node, an edge, a subgraph or an attribute of the graph.
  private mutating func readCompound() throws(DOTFault) {
    let range = lexer.range
    guard lexer.kind == .identifier else {
      begin(at: range)
      return try readSubgraphStart()
    }
    let text = try readIdentifier()
    guard lexer.kind == .equals else {
      begin(at: range)
      try readNodes(startingWith: text)
      return try readAfterEnd()
    }
    try lexer.next()
    let start = builder.graph.attributes.count
    builder.attribute(text, try readValue(), bytes)
    try builder.setDefaults(start..<start + 1, of: .graph, at: range)
    try readSemicolon()
  }

  private mutating func begin(at range: SourceRange) {
    statements.append(
      Statement(range: range, firstEnd: builder.ends.count, firstNode: builder.endNodes.count))
  }

  private mutating func readSubgraphStart() throws(DOTFault) {
    let range = lexer.range
    var name: DOTSlice?
    if lexer.kind == .subgraph {
      try lexer.next()
      if lexer.kind == .identifier { name = try readIdentifier() }
    }
    try readBrace()
    try builder.openSubgraph(name, at: range, bytes)
  }

  /// One or more nodes with their ports, with commas between them.
  private mutating func readNodes(startingWith first: DOTSlice) throws(DOTFault) {
    let start = builder.endNodes.count
    var text = first
    while true {
      let node = try builder.node(text, bytes)
      let port = lexer.kind == .colon ? try readPort() : 0
      builder.endNodes.append(DOTEndNode(node: UInt32(truncatingIfNeeded: node), port: port))
      guard lexer.kind == .comma else { break }
      try lexer.next()
      guard lexer.kind == .identifier else { throw expected("a node") }
      text = try readIdentifier()
    }
    builder.ends.append(.nodes(start: start, count: builder.endNodes.count - start))
  }

  private mutating func readPort() throws(DOTFault) -> UInt32 {
    try lexer.next()
    let port = try readValue()
    guard lexer.kind == .colon else { return builder.text(port) }
    try lexer.next()
    return builder.text(try lexer.join([port, try readValue()], with: UInt8(ascii: ":")))
  }

  /// Goes on after a side of an edge: with the next side, or with attributes and the end of the statement.
  private mutating func readAfterEnd() throws(DOTFault) {
    while lexer.kind == .arrow || lexer.kind == .line {
      try checkOperator()
      try lexer.next()
      switch lexer.kind {
      case .identifier: try readNodes(startingWith: try readIdentifier())
      case .subgraph, .openBrace: return try readSubgraphStart()
      default: throw expected("a node or a subgraph")
      }
    }
    try endStatement()
  }

  private func checkOperator() throws(DOTFault) {
    let isArrow = lexer.kind == .arrow
    guard isArrow != builder.graph.isDirected else { return }
    throw DOTFault(
      isArrow ? "'->' stands in an undirected graph" : "'--' stands in a directed graph", at: lexer.range,
      hint: isArrow ? "begin it with 'digraph', or write '--'" : "write '->', or begin the graph with 'graph'")
  }

  private mutating func endStatement() throws(DOTFault) {
    let statement = statements.popLast() ?? Statement(range: lexer.range, firstEnd: 0, firstNode: 0)
    let start = builder.graph.attributes.count
    let attributes = lexer.kind == .openBracket ? try readAttributes() : start..<start
    if builder.ends.count - statement.firstEnd > 1 {
      try builder.connect(from: statement.firstEnd, attributes, at: statement.range, bytes)
    } else if !attributes.isEmpty {
      for place in statement.firstNode..<builder.endNodes.count {
        builder.give(attributes, toNode: Int(builder.endNodes[place].node))
      }
    }
    builder.ends.removeLast(builder.ends.count - statement.firstEnd)
    builder.endNodes.removeLast(builder.endNodes.count - statement.firstNode)
    try readSemicolon()
  }

  private mutating func readSemicolon() throws(DOTFault) {
    if lexer.kind == .semicolon { try lexer.next() }
  }
}
