import JourneyModel

/// Steps and what leads from one to another, as flow charts have them, to be made the stages and links of a map.
struct FlowMap {
  /// A step, and the number of the stage it stands in; nil for none.
  struct Node {
    var step: Step
    var group: Int?
  }

  /// What leads from one node to another, by number, with what the link says beside its ends.
  struct Edge {
    var from: Int
    var to: Int
    var link: Link
  }

  var nodes: [Node]
  /// The stages, without their steps.
  var groups: [Stage]
  var edges: [Edge]
  /// Whether the nodes stand in their order already; the flow decides if not.
  var isOrdered = false

  /// Adds stages, steps and links to a map; nodes outside of stages get stages called as the map, or as the first of them.
  func add(to map: inout JourneyMap, ids: inout IDMaker) {
    let flow = isOrdered ? Array(nodes.indices) : FlowOrder.of(nodes.count, edges: edges.map { ($0.from, $0.to) })
    let runs = self.runs(in: flow)
    let order = runs.flatMap(\.nodes)
    var steps = nodes.map(\.step)
    map.links += links(order, &steps)
    for run in runs {
      var stage = Stage()
      if let group = run.group {
        stage = groups[group]
      } else {
        stage.title = groups.isEmpty ? map.title : steps[run.nodes[0]].title
        stage.id = ids.make(from: groups.isEmpty ? "" : "stage-\(steps[run.nodes[0]].id)", fallback: "stage-1")
      }
      stage.steps = run.nodes.map { steps[$0] }
      map.stages.append(stage)
    }
  }

  /// The nodes of each stage, and runs of nodes in none, in the order of the flow.
  private func runs(in order: [Int]) -> [(group: Int?, nodes: [Int])] {
    var runs: [(group: Int?, nodes: [Int])] = []
    var runOf: [Int: Int] = [:]
    for node in order {
      if let group = nodes[node].group, let known = runOf[group] {
        runs[known].nodes.append(node)
      } else if nodes[node].group == nil, let last = runs.last, last.group == nil {
        runs[runs.count - 1].nodes.append(node)
      } else {
        if let group = nodes[node].group { runOf[group] = runs.count }
        runs.append((nodes[node].group, [node]))
      }
    }
    return runs
  }

  /// What is not simply the next step; a step that nothing leads on from is an end.
  private func links(_ order: [Int], _ steps: inout [Step]) -> [Link] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[node] = place }
    var outgoing = [[Int]](repeating: [], count: nodes.count)
    for (index, edge) in edges.enumerated() { outgoing[edge.from].append(index) }
    var links: [Link] = []
    for (place, node) in order.enumerated() {
      let forward = outgoing[node].filter { places[edges[$0].to] > place }.count
      if outgoing[node].isEmpty, place + 1 < order.count { steps[node].end = true }
      for index in outgoing[node] {
        let target = places[edges[index].to]
        var link = edges[index].link
        let saysMore = link != Link()
        if forward == 1, target == place + 1, !saysMore { continue }
        link.from = steps[node].id
        link.to = steps[edges[index].to].id
        link.type = Open(target <= place ? .loop : forward > 1 ? .choice : .next)
        links.append(link)
      }
    }
    return links
  }
}
