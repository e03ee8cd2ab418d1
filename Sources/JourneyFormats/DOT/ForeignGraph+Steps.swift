import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension ForeignGraph {
  /// Makes a step of each node that can be seen.
  mutating func readSteps() {
    stepOf = [Int?](repeating: nil, count: graph.nodes.count)
    for node in graph.nodes.indices {
      let attributes = graph.attributes(ofNode: node)
      if isInvisible(attributes) {
        looks.insert("invisible nodes")
        continue
      }
      stepOf[node] = steps.count
      steps.append(step(of: node, attributes))
    }
  }

  private mutating func step(of node: Int, _ attributes: [DOTAttribute]) -> Step {
    let name = document.string(graph.nodes[node].id)
    let shape = string("shape", of: attributes)
    var step = Step()
    step.id = ids.make(from: name, fallback: "step-\(steps.count + 1)")
    if let label = value("label", of: attributes),
      let text = text(label, isRecord: shape.hasSuffix("record"), DOTLabel.Names(node: name, graph: graphName))
    {
      step.title = text.title
      step.description = text.rest
    }
    if step.title.isEmpty { step.title = ForeignText.clean(name, at: graph.nodes[node].id.range, &diagnostics) ?? "" }
    // The sign for a decision in flow charts (ISO 5807).
    if shape.hasSuffix("diamond") { step.moments = [.decision] }
    step.extensions = extensions(attributes, without: ["label"])
    return step
  }

  // MARK: Sense

  /// Whether the graph has steps in a direction; says why if not.
  mutating func isGraphOfSteps() -> Bool {
    if graph.nodes.isEmpty {
      diagnostics.error("this graph has no nodes", at: range, hint: "each step of a journey is a node")
      return false
    }
    guard graph.isDirected else {
      diagnostics.error(
        "an undirected graph does not say which way a journey goes", at: range,
        hint: "begin it with 'digraph' and write '->' between the steps")
      return false
    }
    return true
  }

  /// Whether the steps can be understood as a journey; says why if not.
  mutating func isJourney(_ edges: [FlowEdge], _ stages: StageClusters) -> Bool {
    guard !steps.isEmpty else {
      diagnostics.error("no node of this graph can be seen", at: range, hint: "take off 'style=invis'")
      return false
    }
    var isJoined = [Bool](repeating: false, count: steps.count)
    for edge in edges where edge.tail != edge.head {
      isJoined[edge.tail] = true
      isJoined[edge.head] = true
    }
    let alone = steps.indices.filter { !isJoined[$0] && stages.clusterOf[$0] == nil }.count
    if steps.count > 1, alone * 2 > steps.count {
      diagnostics.error(
        alone == steps.count
          ? "nothing leads from one node to another in this graph"
          : "\(alone) of the \(steps.count) nodes of this graph lead nowhere, and nothing leads to them", at: range,
        hint: "join the steps with '->', or put them into clusters, one for each stage")
      return false
    }
    let betweenFields = edges.filter { isBetweenFields($0.number) }.count
    if betweenFields * 2 > edges.count {
      diagnostics.error(
        "most edges of this graph join fields of records, as in a picture of data", at: range,
        hint: "'cjm tree' shows what any graph says")
      return false
    }
    return true
  }

  /// Whether an edge begins or ends at a field of its node and not just at a side of it.
  private func isBetweenFields(_ edge: Int) -> Bool {
    let sides: Set<String> = ["", "n", "ne", "e", "se", "s", "sw", "w", "nw", "c", "_"]
    return [graph.tailPort(ofEdge: edge), graph.headPort(ofEdge: edge)].contains { port in
      port.map { !sides.contains(document.string($0)) } == true
    }
  }
}
