import JourneyDiagnostics

/// An attribute of a graph, a node or an edge.
package struct DOTAttribute: BitwiseCopyable {
  private let number: UInt32
  /// Its value.
  package let value: DOTSlice

  init(name: Int, value: DOTSlice) {
    number = UInt32(truncatingIfNeeded: name)
    self.value = value
  }

  /// The number of its name among ``DOTGraph/names``.
  package var name: Int { Int(number) }
}

/// The attributes that something is given by its own statements, as places among those of the graph.
struct DOTOwn: BitwiseCopyable {
  /// The first list, which most things have alone.
  var start: UInt32 = 0
  var count: UInt32 = 0
  /// The number plus one of the last further list, which knows the one before it; 0 if there is none.
  var more: UInt32 = 0
}

/// A node of a graph.
package struct DOTNode: BitwiseCopyable {
  /// Its name, where it is first named.
  package let id: DOTSlice
  /// The number of the defaults that were in force there.
  let defaults: UInt32
  var own = DOTOwn()
}

/// An edge of a graph.
package struct DOTEdge: BitwiseCopyable {
  private let tailNumber: UInt32
  private let headNumber: UInt32
  private let place: UInt32
  private let extent: UInt16
  let defaults: UInt32
  /// The number plus one of a further text of the graph; 0 if there is none.
  let key: UInt32
  var ports: DOTPorts
  var own = DOTOwn()

  init(tail: Int, head: Int, key: UInt32, ports: DOTPorts, range: SourceRange, defaults: UInt32) {
    tailNumber = UInt32(truncatingIfNeeded: tail)
    headNumber = UInt32(truncatingIfNeeded: head)
    place = UInt32(truncatingIfNeeded: range.offset)
    extent = UInt16(clamping: range.length)
    self.key = key
    self.defaults = defaults
    self.ports = ports
  }

  /// The number of the node where it begins.
  package var tail: Int { Int(tailNumber) }
  /// The number of the node where it ends.
  package var head: Int { Int(headNumber) }
  /// Where its statement begins.
  package var range: SourceRange { SourceRange(offset: Int(place), length: Int(extent)) }
}

/// The ports of an edge, as numbers plus one of further texts of the graph; 0 where there is none.
struct DOTPorts: BitwiseCopyable {
  var tail: UInt32 = 0
  var head: UInt32 = 0
}

/// A subgraph, or the graph itself, which is the first of ``DOTGraph/subgraphs``.
package struct DOTSubgraph {
  /// Its name; nil for a subgraph without one.
  package let name: DOTSlice?
  /// Where it begins.
  package let range: SourceRange
  /// The number of the subgraph it stands in; nil for the graph itself.
  package let parent: Int?
  /// The numbers of the subgraphs in it, in their order.
  package internal(set) var children: [Int] = []
  /// How many nodes are in it and below it; the graph itself has all nodes and counts none.
  package internal(set) var nodeCount = 0
  /// The number plus one of its last member, which knows the one before it.
  var lastMember: UInt32 = 0
  let defaults: UInt32
  var own = DOTOwn()
}

/// A graph of a DOT text.
package struct DOTGraph: Sendable {
  /// A list of attributes that follows on others of the same thing.
  struct FurtherList: BitwiseCopyable {
    let start: UInt32
    let count: UInt32
    /// The number plus one of the list before it.
    let previous: UInt32
  }

  /// That a node is in a subgraph.
  struct Member: BitwiseCopyable {
    let node: UInt32
    /// The number plus one of the subgraph's member before it.
    let previous: UInt32
  }

  /// Whether several edges between the same nodes are one.
  package let isStrict: Bool
  /// Whether its edges have a direction.
  package let isDirected: Bool
  package internal(set) var nodes: [DOTNode] = []
  package internal(set) var edges: [DOTEdge] = []
  /// The graph itself and all its subgraphs.
  package internal(set) var subgraphs: [DOTSubgraph]
  /// The names of attributes, by number.
  package internal(set) var names: [DOTSlice] = []
  /// All attributes, in the order of the text.
  var attributes: [DOTAttribute] = []
  var furtherLists: [FurtherList] = []
  var members: [Member] = []
  /// Keys and ports.
  var texts: [DOTSlice] = []
  /// Sets of defaults, by number; the first is empty.
  var defaults: [[DOTAttribute]] = [[]]

  init(isStrict: Bool, isDirected: Bool, root: DOTSubgraph) {
    self.isStrict = isStrict
    self.isDirected = isDirected
    subgraphs = [root]
  }
}

extension DOTGraph {
  /// The attributes of a node, defaults first, each name once.
  package func attributes(ofNode node: Int) -> [DOTAttribute] {
    merged(defaults[Int(nodes[node].defaults)], nodes[node].own)
  }

  /// The attributes of an edge, defaults first, each name once; its key and its ports are not among them.
  package func attributes(ofEdge edge: Int) -> [DOTAttribute] {
    merged(defaults[Int(edges[edge].defaults)], edges[edge].own)
  }

  /// The attributes of a subgraph, those of the graphs around it first, each name once.
  package func attributes(ofSubgraph subgraph: Int) -> [DOTAttribute] {
    merged(defaults[Int(subgraphs[subgraph].defaults)], subgraphs[subgraph].own)
  }

  /// The attributes that a subgraph has for itself, each name once.
  package func ownAttributes(ofSubgraph subgraph: Int) -> [DOTAttribute] {
    merged([], subgraphs[subgraph].own)
  }

  /// The attributes that a node's own statements give it, each name once.
  package func ownAttributes(ofNode node: Int) -> [DOTAttribute] { merged([], nodes[node].own) }

  /// The attributes that an edge's own statement gives it, each name once.
  package func ownAttributes(ofEdge edge: Int) -> [DOTAttribute] { merged([], edges[edge].own) }

  /// The name that tells an edge from others between the same nodes, the attribute `key`.
  package func key(ofEdge edge: Int) -> DOTSlice? { text(edges[edge].key) }

  /// Where at its tail an edge begins, the attribute `tailport`.
  package func tailPort(ofEdge edge: Int) -> DOTSlice? { text(edges[edge].ports.tail) }

  /// Where at its head an edge ends, the attribute `headport`.
  package func headPort(ofEdge edge: Int) -> DOTSlice? { text(edges[edge].ports.head) }

  /// The numbers of the nodes in a subgraph and below it, in the order in which the graph came to know them.
  package func nodes(ofSubgraph subgraph: Int) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(subgraphs[subgraph].nodeCount)
    var last = subgraphs[subgraph].lastMember
    while last > 0 {
      let member = members[Int(last) - 1]
      numbers.append(Int(member.node))
      last = member.previous
    }
    numbers.sort()
    return numbers
  }

  private func text(_ number: UInt32) -> DOTSlice? { number > 0 ? texts[Int(number) - 1] : nil }

  /// Both lists with the last value of each name, at the place of the first.
  private func merged(_ defaults: [DOTAttribute], _ own: DOTOwn) -> [DOTAttribute] {
    guard own.count > 0 else { return defaults }
    var result = defaults
    var lists: [Range<Int>] = []
    var more = own.more
    while more > 0 {
      let list = furtherLists[Int(more) - 1]
      lists.append(Int(list.start)..<Int(list.start + list.count))
      more = list.previous
    }
    lists.append(Int(own.start)..<Int(own.start + own.count))
    var places: [Int: Int] = [:]
    for list in lists.reversed() {
      for attribute in attributes[list] {
        // A table pays only for many.
        if result.count >= 16, places.isEmpty {
          for (place, known) in result.enumerated() { places[known.name] = place }
        }
        let place =
          result.count < 16 ? result.firstIndex { $0.name == attribute.name } : places[attribute.name]
        if let place {
          result[place] = attribute
        } else {
          if result.count >= 16 { places[attribute.name] = result.count }
          result.append(attribute)
        }
      }
    }
    return result
  }
}
