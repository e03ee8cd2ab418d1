import JourneyDiagnostics

extension DOTDocument {
  /// Writes the graphs as JSON, a line each: what the reader understood, with defaults applied as Graphviz applies them.
  ///
  /// An attribute that says nothing is left out, except an empty label, which hides the name of its node.
  package func printTree(to output: inout ByteOutput) {
    for graph in graphs {
      DOTTreePrinter(document: self, graph: graph).print(to: &output)
      output.byte(0x0A)
      output.checkpoint()
    }
  }
}

private struct DOTTreePrinter {
  let document: DOTDocument
  let graph: DOTGraph
  /// Which names of attributes are `label`.
  let isLabel: [Bool]

  init(document: DOTDocument, graph: DOTGraph) {
    self.document = document
    self.graph = graph
    isLabel = graph.names.map { document.string($0) == "label" }
  }

  func print(to output: inout ByteOutput) {
    output.literal("{")
    if let name = graph.subgraphs[0].name {
      output.literal("\"name\":")
      text(name, to: &output)
      output.literal(",")
    }
    output.literal("\"directed\":")
    output.text(graph.isDirected ? "true" : "false")
    output.literal(",\"strict\":")
    output.text(graph.isStrict ? "true" : "false")
    output.literal(",\"attributes\":")
    attributes(graph.attributes(ofSubgraph: 0), to: &output)
    output.literal(",\"nodes\":[")
    for index in graph.nodes.indices {
      if index > 0 { output.literal(",") }
      output.literal("{\"id\":")
      text(graph.nodes[index].id, to: &output)
      output.literal(",\"attributes\":")
      attributes(graph.attributes(ofNode: index), to: &output)
      output.literal("}")
      output.checkpoint()
    }
    output.literal("],\"edges\":[")
    for index in graph.edges.indices {
      if index > 0 { output.literal(",") }
      edge(index, to: &output)
      output.checkpoint()
    }
    output.literal("],\"subgraphs\":")
    subgraphs(of: 0, to: &output)
    output.literal("}")
  }

  private func edge(_ index: Int, to output: inout ByteOutput) {
    let edge = graph.edges[index]
    output.literal("{\"tail\":")
    text(graph.nodes[edge.tail].id, to: &output)
    output.literal(",\"head\":")
    text(graph.nodes[edge.head].id, to: &output)
    member(",\"tailPort\":", graph.tailPort(ofEdge: index), to: &output)
    member(",\"headPort\":", graph.headPort(ofEdge: index), to: &output)
    if let key = graph.key(ofEdge: index) {
      output.literal(",\"key\":")
      text(key, to: &output)
    }
    output.literal(",\"attributes\":")
    attributes(graph.attributes(ofEdge: index), to: &output)
    output.literal("}")
  }

  private func member(_ name: StaticString, _ text: DOTSlice?, to output: inout ByteOutput) {
    guard let text, text.count > 0 || text.isHTML else { return }
    output.literal(name)
    value(text, to: &output)
  }

  private func subgraphs(of parent: Int, to output: inout ByteOutput) {
    output.literal("[")
    for (place, index) in graph.subgraphs[parent].children.enumerated() {
      let subgraph = graph.subgraphs[index]
      output.text(place > 0 ? ",{" : "{")
      if let name = subgraph.name {
        output.literal("\"name\":")
        text(name, to: &output)
        output.literal(",")
      }
      output.literal("\"attributes\":")
      attributes(graph.attributes(ofSubgraph: index), to: &output)
      output.literal(",\"nodes\":[")
      for (place, node) in graph.nodes(ofSubgraph: index).enumerated() {
        if place > 0 { output.literal(",") }
        text(graph.nodes[node].id, to: &output)
      }
      output.literal("],\"subgraphs\":")
      subgraphs(of: index, to: &output)
      output.literal("}")
      output.checkpoint()
    }
    output.literal("]")
  }

  private func attributes(_ attributes: [DOTAttribute], to output: inout ByteOutput) {
    output.literal("{")
    var isFirst = true
    for attribute in attributes {
      guard attribute.value.count > 0 || attribute.value.isHTML || isLabel[attribute.name] else { continue }
      if isFirst { isFirst = false } else { output.literal(",") }
      text(graph.names[attribute.name], to: &output)
      output.literal(":")
      value(attribute.value, to: &output)
    }
    output.literal("}")
  }

  private func value(_ value: DOTSlice, to output: inout ByteOutput) {
    if value.isHTML { output.literal("{\"html\":") }
    text(value, to: &output)
    if value.isHTML { output.literal("}") }
  }

  private func text(_ text: DOTSlice, to output: inout ByteOutput) {
    JSONText.write(document.string(text), to: &output)
  }
}
