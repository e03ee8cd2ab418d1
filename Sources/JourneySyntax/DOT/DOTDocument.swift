import JourneyDiagnostics

/// What a DOT text says, before any meaning: graphs with their nodes, edges and subgraphs, each with its attributes.
package final class DOTDocument: @unchecked Sendable {
  package let source: SourceText
  /// The graphs, in the order of the text.
  package let graphs: [DOTGraph]
  /// Whether reading stopped at an error, so that what is missing says nothing.
  package let isTruncated: Bool
  private let unfolded: GrowingBuffer<UInt8>

  /// Takes over the block of texts that the source spells otherwise.
  init(source: SourceText, graphs: [DOTGraph], unfolded: GrowingBuffer<UInt8>, isTruncated: Bool) {
    self.source = source
    self.graphs = graphs
    self.unfolded = unfolded
    self.isTruncated = isTruncated
  }

  deinit { unfolded.free() }

  /// The text that a slice stands for.
  package func string(_ text: DOTSlice) -> String {
    if text.marks.contains(.isUnfolded) {
      return String(
        decoding: UnsafeBufferPointer(start: unfolded.base + Int(text.start), count: Int(text.count)), as: UTF8.self)
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      String(decoding: bytes[Int(text.start)..<Int(text.start) + Int(text.count)], as: UTF8.self)
    }
  }
}

/// An attribute of a graph, a node or an edge.
package struct DOTAttribute: BitwiseCopyable {
  /// The number of its name among ``DOTGraph/names``.
  package let name: Int
  /// Its value.
  package let value: DOTSlice
}

/// A node of a graph.
package struct DOTNode {
  /// Its name.
  package let id: DOTSlice
  /// The defaults that were in force where the node was first named, by their number.
  let defaults: Int
  /// Its own attributes, the last of each name counting.
  var own: [DOTAttribute] = []
}

/// An edge of a graph.
package struct DOTEdge {
  /// The number of the node where it begins.
  package let tail: Int
  /// The number of the node where it ends.
  package let head: Int
  /// The name that tells it from other edges between the same nodes, the attribute `key`.
  package let key: DOTSlice?
  /// Where it is drawn.
  package let range: SourceRange
  let defaults: Int
  var own: [DOTAttribute] = []
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
  /// The numbers of the nodes in it and below it, in the order in which the graph came to know them.
  ///
  /// The graph itself has all nodes and lists none.
  package internal(set) var nodes: [Int] = []
  let defaults: Int
  /// The attributes that its own statements give it.
  package internal(set) var own: [DOTAttribute] = []
}

/// A graph of a DOT text.
package struct DOTGraph {
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
  /// Sets of defaults, by number; the first is empty.
  var defaults: [[DOTAttribute]] = [[]]

  /// The attributes of a node, defaults first, each name once.
  package func attributes(ofNode node: Int) -> [DOTAttribute] {
    merged(defaults[nodes[node].defaults], nodes[node].own)
  }

  /// The attributes of an edge, defaults first, each name once.
  package func attributes(ofEdge edge: Int) -> [DOTAttribute] {
    merged(defaults[edges[edge].defaults], edges[edge].own)
  }

  /// The attributes of a subgraph, those of the graphs around it first, each name once.
  package func attributes(ofSubgraph subgraph: Int) -> [DOTAttribute] {
    merged(defaults[subgraphs[subgraph].defaults], subgraphs[subgraph].own)
  }

  /// Both lists with the last value of each name, at the place of the first.
  private func merged(_ defaults: [DOTAttribute], _ own: [DOTAttribute]) -> [DOTAttribute] {
    guard !own.isEmpty else { return defaults }
    var result = defaults
    if result.count + own.count <= 16 {
      for attribute in own {
        if let place = result.firstIndex(where: { $0.name == attribute.name }) {
          result[place] = attribute
        } else {
          result.append(attribute)
        }
      }
      return result
    }
    var places: [Int: Int] = [:]
    for (place, attribute) in result.enumerated() { places[attribute.name] = place }
    for attribute in own {
      if let place = places.updateValue(places[attribute.name] ?? result.count, forKey: attribute.name) {
        result[place] = attribute
      } else {
        result.append(attribute)
      }
    }
    return result
  }
}
