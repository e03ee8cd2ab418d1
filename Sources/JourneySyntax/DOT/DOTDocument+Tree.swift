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
    var others: [DOTAttribute] = []
    for attribute in graph.attributes(ofEdge: index) {
      switch document.string(graph.names[attribute.name]) {
      case "tailport": member(",\"tailPort\":", attribute.value, to: &output)
      case "headport": member(",\"headPort\":", attribute.value, to: &output)
      default: others.append(attribute)
      }
    }
    if let key = edge.key { member(",\"key\":", key, to: &output) }
    output.literal(",\"attributes\":")
    attributes(others, to: &output)
    output.literal("}")
  }

  private func member(_ name: StaticString, _ value: DOTSlice, to output: inout ByteOutput) {
    guard value.count > 0 else { return }
    output.literal(name)
    text(value, to: &output)
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
      for (place, node) in subgraph.nodes.sorted().enumerated() {
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
      let name = graph.names[attribute.name]
      guard attribute.value.count > 0 || document.string(name) == "label" else { continue }
      if isFirst { isFirst = false } else { output.literal(",") }
      text(name, to: &output)
      output.literal(":")
      if attribute.value.isHTML { output.literal("{\"html\":") }
      text(attribute.value, to: &output)
      if attribute.value.isHTML { output.literal("}") }
    }
    output.literal("}")
  }

  private func text(_ text: DOTSlice, to output: inout ByteOutput) {
    JSONText.write(document.string(text), to: &output)
  }
}
