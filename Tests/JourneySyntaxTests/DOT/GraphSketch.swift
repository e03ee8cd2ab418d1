import JourneySyntax

/// A graph in a line: its kind and name, its nodes, its edges, its subgraphs with their nodes, each with its attributes.
struct GraphSketch {
  let document: DOTDocument
  let graph: DOTGraph

  var text: String {
    var head = (graph.isStrict ? "strict " : "") + (graph.isDirected ? "digraph" : "graph")
    if let name = graph.subgraphs[0].name { head += " " + spelled(name) }
    head += attributes(graph.attributes(ofSubgraph: 0)) + ":"
    let nodes = graph.nodes.indices.map { node($0) + attributes(graph.attributes(ofNode: $0)) }
    let subgraphs = graph.subgraphs[0].children.map(subgraph)
    let parts = [nodes.isEmpty ? head : head + " " + nodes.joined(separator: " ")]
    let lists = [graph.edges.indices.map(edge), subgraphs].filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    return (parts + lists).joined(separator: "; ")
  }

  private func edge(_ index: Int) -> String {
    let edge = graph.edges[index]
    var text = node(edge.tail)
    if let port = graph.tailPort(ofEdge: index) { text += ":" + document.string(port) }
    text += (graph.isDirected ? "->" : "--") + node(edge.head)
    if let port = graph.headPort(ofEdge: index) { text += ":" + document.string(port) }
    if let key = graph.key(ofEdge: index) { text += "#" + document.string(key) }
    return text + attributes(graph.attributes(ofEdge: index))
  }

  private func subgraph(_ index: Int) -> String {
    let name = graph.subgraphs[index].name.map(spelled) ?? ""
    let parts = graph.nodes(ofSubgraph: index).map(node) + graph.subgraphs[index].children.map(subgraph)
    return name + attributes(graph.attributes(ofSubgraph: index)) + "(" + parts.joined(separator: " ") + ")"
  }

  private func node(_ index: Int) -> String { spelled(graph.nodes[index].id) }

  private func spelled(_ name: DOTSlice) -> String { name.length == 0 ? "\"\"" : document.string(name) }

  private func attributes(_ attributes: [DOTAttribute]) -> String {
    guard !attributes.isEmpty else { return "" }
    let list = attributes.map { attribute in
      let value = document.string(attribute.value)
      return document.string(graph.names[attribute.name]) + "=" + (attribute.value.isHTML ? "<\(value)>" : value)
    }
    return "{" + list.joined(separator: ",") + "}"
  }
}
