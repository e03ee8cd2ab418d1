import JourneyDiagnostics

/// Reads the DOT language, whole, as Graphviz reads it (“The DOT Language”, graphviz.org; lib/cgraph/grammar.y).
package struct DOTReader {
  private let limits: ReadingLimits
  private let source: UnsafePointer<UInt8>
  private var lexer: DOTLexer
  private var builder: DOTBuilder
  private var graphs: [DOTGraph] = []
  /// Where the subgraphs that are open began, the graph itself first.
  private var openBraces: [SourceRange] = []

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
        reader.keepWhatIsOpen()
        isTruncated = true
      }
      return DOTDocument(
        source: source, graphs: reader.graphs, unfolded: reader.lexer.takeUnfolded(), isTruncated: isTruncated)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.limits = limits
    // An empty source has no address; nothing will be read from the one that stands in for it.
    source = bytes.baseAddress ?? StaticString("").utf8Start
    lexer = DOTLexer(bytes)
    builder = DOTBuilder(
      isStrict: false, isDirected: true, name: nil, range: SourceRange(offset: 0), limits: limits)
  }

  /// Where texts have their bytes; asked anew each time, since the block of the lexer moves as it grows.
  private var bytes: DOTBytes { DOTBytes(source: source, unfolded: UnsafePointer(lexer.unfolded.base)) }

  private mutating func readAll() throws(DOTFault) {
    try lexer.next()
    guard lexer.kind != .end else { throw DOTFault("there is no graph in this file", at: lexer.range) }
    while lexer.kind != .end { try readGraph() }
  }

  private mutating func keepWhatIsOpen() {
    if !openBraces.isEmpty { graphs.append(builder.graph) }
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
    builder = DOTBuilder(isStrict: isStrict, isDirected: isDirected, name: name, range: start, limits: limits)
    try readBrace()
    while !openBraces.isEmpty { try readStatement() }
    graphs.append(builder.graph)
  }

  private mutating func readBrace() throws(DOTFault) {
    guard lexer.kind == .sign(UInt8(ascii: "{")) else { throw expected("'{'") }
    guard openBraces.count < limits.depth else {
      throw DOTFault(
        "nested deeper than \(limits.depth) levels", at: lexer.range, hint: "raise the limit with --max-depth")
    }
    openBraces.append(lexer.range)
    try lexer.next()
  }

  /// The edge that is being read at each level: what stands before the subgraph that is open there.
  private var pending: [[DOTEnd]] = [[]]
  private var starts: [SourceRange] = []

  /// Reads one statement, or the end of the innermost subgraph; a loop over levels, so that no nesting can exhaust the stack.
  private mutating func readStatement() throws(DOTFault) {
    switch lexer.kind {
    case .sign(UInt8(ascii: ";")): try lexer.next()
    case .sign(UInt8(ascii: "}")): try closeBrace()
    case .graph: try readDefaults(.graph)
    case .node: try readDefaults(.node)
    case .edge: try readDefaults(.edge)
    case .identifier, .subgraph, .sign(UInt8(ascii: "{")): try readCompound()
    case .end: throw unclosed()
    case .digraph, .strict, .arrow, .line, .sign: throw expected("a statement")
    }
  }

  private mutating func closeBrace() throws(DOTFault) {
    openBraces.removeLast()
    try lexer.next()
    guard !openBraces.isEmpty else { return }
    let subgraph = builder.closeSubgraph()
    pending.removeLast()
    pending[pending.count - 1].append(.subgraph(subgraph))
    try readAfterEnd()
  }

  private mutating func readDefaults(_ kind: DOTBuilder.Kind) throws(DOTFault) {
    let range = lexer.range
    try lexer.next()
    guard lexer.kind == .sign(UInt8(ascii: "[")) else { throw expected("'[' with attributes") }
    try builder.setDefaults(try readAttributes(), of: kind, at: range)
  }

  /// Reads the beginning of a node, an edge, a subgraph or an attribute of the graph.
  private mutating func readCompound() throws(DOTFault) {
    starts.append(lexer.range)
    if lexer.kind == .identifier {
      let range = lexer.range
      let text = try readIdentifier()
      if lexer.kind == .sign(UInt8(ascii: "=")) {
        starts.removeLast()
        try lexer.next()
        let value = try readValue()
        let attribute = DOTAttribute(name: builder.name(text, bytes), value: value)
        return try builder.setDefaults([attribute], of: .graph, at: range)
      }
      try readNodes(startingWith: text)
      try readAfterEnd()
    } else {
      try readSubgraphStart()
    }
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
    pending.append([])
  }

  /// One or more nodes with their ports, with commas between them.
  private mutating func readNodes(startingWith first: DOTSlice) throws(DOTFault) {
    var text = first
    var nodes: [(node: Int, port: DOTSlice?)] = []
    while true {
      let node = builder.node(text, bytes)
      nodes.append((node, try readPort()))
      guard lexer.kind == .sign(UInt8(ascii: ",")) else { break }
      try lexer.next()
      guard lexer.kind == .identifier else { throw expected("a node") }
      text = try readIdentifier()
    }
    pending[pending.count - 1].append(.nodes(nodes))
  }

  private mutating func readPort() throws(DOTFault) -> DOTSlice? {
    guard lexer.kind == .sign(UInt8(ascii: ":")) else { return nil }
    try lexer.next()
    let port = try readValue()
    guard lexer.kind == .sign(UInt8(ascii: ":")) else { return port }
    try lexer.next()
    let compass = try readValue()
    return lexer.join([port, lexer.literal(":"), compass])
  }

  /// Goes on after a side of an edge: with the next side, or with attributes and the end of the statement.
  private mutating func readAfterEnd() throws(DOTFault) {
    while true {
      switch lexer.kind {
      case .arrow, .line:
        try checkOperator()
        try lexer.next()
        switch lexer.kind {
        case .identifier: try readNodes(startingWith: try readIdentifier())
        case .subgraph, .sign(UInt8(ascii: "{")): return try readSubgraphStart()
        default: throw expected("a node or a subgraph")
        }
      default: return try endStatement()
      }
    }
  }

  private mutating func checkOperator() throws(DOTFault) {
    let isArrow = lexer.kind == .arrow
    guard isArrow != builder.graph.isDirected else { return }
    throw DOTFault(
      isArrow ? "'->' stands in an undirected graph" : "'--' stands in a directed graph", at: lexer.range,
      hint: isArrow ? "begin it with 'digraph', or write '--'" : "write '->', or begin the graph with 'graph'")
  }

  private mutating func endStatement() throws(DOTFault) {
    let ends = pending[pending.count - 1]
    pending[pending.count - 1] = []
    let start = starts.popLast() ?? lexer.range
    let attributes = lexer.kind == .sign(UInt8(ascii: "[")) ? try readAttributes() : []
    if ends.count > 1 {
      try connect(ends, attributes, at: start)
    } else if case .nodes(let nodes)? = ends.first, !attributes.isEmpty {
      for (node, _) in nodes { builder.set(attributes, ofNode: node) }
    }
    if lexer.kind == .sign(UInt8(ascii: ";")) { try lexer.next() }
  }

  private mutating func connect(
    _ ends: [DOTEnd], _ attributes: [DOTAttribute], at start: SourceRange
  ) throws(DOTFault) {
    let names = (
      key: builder.name(lexer.literal("key"), bytes), tail: builder.name(lexer.literal("tailport"), bytes),
      head: builder.name(lexer.literal("headport"), bytes)
    )
    let edge = DOTBuilder.EdgeAttributes(
      own: attributes.filter { $0.name != names.key }, key: attributes.last { $0.name == names.key }?.value)
    for index in 1..<ends.count {
      try builder.connect(
        ends[index - 1], ends[index], edge, at: start, ports: (names.tail, names.head), bytes)
    }
  }
}

extension DOTReader {
  private mutating func readAttributes() throws(DOTFault) -> [DOTAttribute] {
    var attributes: [DOTAttribute] = []
    while lexer.kind == .sign(UInt8(ascii: "[")) {
      let start = lexer.range
      try lexer.next()
      while lexer.kind != .sign(UInt8(ascii: "]")) {
        guard lexer.kind != .end else {
          throw DOTFault("this '[' is never closed", at: start, hint: "close it with ']'")
        }
        guard lexer.kind == .identifier else { throw expected("an attribute or ']'") }
        let name = try readIdentifier()
        guard lexer.kind == .sign(UInt8(ascii: "=")) else { throw expected("'=' and a value") }
        try lexer.next()
        attributes.append(DOTAttribute(name: builder.name(name, bytes), value: try readValue()))
        if lexer.kind == .sign(UInt8(ascii: ";")) || lexer.kind == .sign(UInt8(ascii: ",")) { try lexer.next() }
      }
      try lexer.next()
    }
    return attributes
  }

  private mutating func readValue() throws(DOTFault) -> DOTSlice {
    guard lexer.kind == .identifier else { throw expected("a value") }
    return try readIdentifier()
  }

  /// An identifier, or quoted strings that `+` joins.
  private mutating func readIdentifier() throws(DOTFault) -> DOTSlice {
    let text = lexer.text
    try lexer.next()
    guard text.marks.contains(.isQuoted), lexer.kind == .sign(UInt8(ascii: "+")) else { return text }
    var parts = [text]
    while lexer.kind == .sign(UInt8(ascii: "+")) {
      try lexer.next()
      guard lexer.kind == .identifier, lexer.text.marks.contains(.isQuoted) else {
        throw expected("a string in double quotes")
      }
      parts.append(lexer.text)
      try lexer.next()
    }
    return lexer.join(parts)
  }

  private func expected(_ what: String, hint: String? = nil) -> DOTFault {
    if lexer.kind == .end, !openBraces.isEmpty { return unclosed() }
    var hint = hint
    if hint == nil, isKeyword { hint = "a name that is a keyword stands in double quotes" }
    return DOTFault("expected \(what), found \(found)", at: lexer.range, hint: hint)
  }

  private var isKeyword: Bool {
    switch lexer.kind {
    case .graph, .digraph, .strict, .subgraph, .node, .edge: true
    case .identifier, .arrow, .line, .sign, .end: false
    }
  }

  private var found: String {
    guard lexer.kind != .end else { return "the end of the file" }
    let text = String(decoding: bytes[lexer.text].prefix(40), as: UTF8.self)
    return lexer.text.marks.contains(.isQuoted) ? "the text '\(text)'" : "'\(text)'"
  }

  private func unclosed() -> DOTFault {
    DOTFault(
      "this '{' is never closed", at: openBraces.last ?? lexer.range, hint: "close it with '}'")
  }
}
