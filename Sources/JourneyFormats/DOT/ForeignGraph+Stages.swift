import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension ForeignGraph {
  /// The clusters that become stages.
  struct StageClusters {
    /// The cluster around all steps, if there is one: a frame, which is no stage.
    var frame: Int?
    /// The cluster of each step.
    var clusterOf: [Int?]
  }

  /// A stage and the numbers of its steps.
  typealias Group = (stage: Stage, steps: [Int])

  /// Finds the outermost clusters, those inside a cluster around all steps if there is one.
  mutating func stageClusters() -> StageClusters {
    var result = StageClusters(clusterOf: [Int?](repeating: nil, count: steps.count))
    var clusters = outermostClusters(in: 0)
    while clusters.count == 1, shownSteps(of: clusters[0]).count == steps.count {
      let inner = outermostClusters(in: clusters[0])
      if inner.isEmpty { break }
      result.frame = clusters[0]
      clusters = inner
    }
    for cluster in clusters {
      for step in shownSteps(of: cluster) where result.clusterOf[step] == nil { result.clusterOf[step] = cluster }
    }
    for cluster in clusters { keepInnerClusters(of: cluster) }
    let stages = Set(result.clusterOf.compactMap { $0 })
    for subgraph in graph.subgraphs.indices.dropFirst() where !stages.contains(subgraph) { drop(subgraph) }
    return result
  }

  /// A subgraph that becomes no stage has no place in a map for what it says, unless it is how things look.
  private mutating func drop(_ subgraph: Int) {
    for attribute in graph.ownAttributes(ofSubgraph: subgraph) {
      let name = name(of: attribute)
      if DOTLooks.contains(name) {
        looks.insert(name)
      } else if name != "label" || !isCluster(subgraph) {
        diagnostics.warn(
          "a subgraph that is no stage has no '\(name)'; it is left out", at: attribute.value.range,
          hint: "a stage is a cluster with nodes in it that stands in no other stage")
      }
    }
  }

  private func shownSteps(of subgraph: Int) -> [Int] { graph.nodes(ofSubgraph: subgraph).compactMap { stepOf[$0] } }

  /// The clusters below a subgraph that no other cluster below it holds.
  private func outermostClusters(in subgraph: Int) -> [Int] {
    var found: [Int] = []
    var waiting = Array(graph.subgraphs[subgraph].children.reversed())
    while let next = waiting.popLast() {
      if isCluster(next) {
        // Graphviz draws no cluster that has nothing in it.
        if !shownSteps(of: next).isEmpty { found.append(next) }
      } else {
        waiting += graph.subgraphs[next].children.reversed()
      }
    }
    return found
  }

  private func isCluster(_ subgraph: Int) -> Bool {
    if graph.subgraphs[subgraph].name.map({ document.string($0).hasPrefix("cluster") }) == true { return true }
    return string("cluster", of: graph.ownAttributes(ofSubgraph: subgraph)).lowercased() == "true"
  }

  /// Stages hold no stages, so what a cluster inside one is called is kept at its steps.
  private mutating func keepInnerClusters(of cluster: Int) {
    var waiting = Array(outermostClusters(in: cluster).reversed())
    while let inner = waiting.popLast() {
      let title = self.title(ofCluster: inner)
      for step in shownSteps(of: inner) where !title.isEmpty {
        steps[step].extensions.removeAll { $0.name == "x-dot-cluster" }
        steps[step].extensions.append(Extension("x-dot-cluster", .string(title)))
      }
      waiting += outermostClusters(in: inner).reversed()
    }
  }

  /// The stages with their steps, in the order of the flow: one for each cluster, and for each run of steps outside of
  /// clusters.
  mutating func groups(_ stages: StageClusters, _ edges: [FlowEdge], title: String) -> [Group] {
    let flow = FlowOrder.of(steps.count, edges: edges.map { ($0.tail, $0.head) })
    var units: [(cluster: Int?, steps: [Int])] = []
    var unitOfCluster: [Int: Int] = [:]
    var unitOf = [Int](repeating: 0, count: steps.count)
    var rank = unitOf
    for (place, step) in flow.enumerated() {
      rank[step] = place
      if let cluster = stages.clusterOf[step], let known = unitOfCluster[cluster] {
        units[known].steps.append(step)
        unitOf[step] = known
      } else {
        stages.clusterOf[step].map { unitOfCluster[$0] = units.count }
        unitOf[step] = units.count
        units.append((stages.clusterOf[step], [step]))
      }
    }
    let forward = edges.filter { rank[$0.tail] < rank[$0.head] }
    let unitOrder = FlowOrder.of(units.count, edges: forward.map { (unitOf[$0.tail], unitOf[$0.head]) })
    var groups: [(cluster: Int?, steps: [Int])] = []
    for unit in unitOrder {
      if units[unit].cluster == nil, let last = groups.last, last.cluster == nil {
        groups[groups.count - 1].steps += units[unit].steps
      } else {
        groups.append(units[unit])
      }
    }
    return groups.map { group in
      guard let cluster = group.cluster else {
        return (stage(ofRun: group.steps, title: groups.count == 1 ? title : nil), group.steps)
      }
      return (stage(of: cluster, group.steps), group.steps)
    }
  }

  /// A stage of steps outside of clusters, called after the first and the last of them.
  private mutating func stage(ofRun run: [Int], title: String?) -> Stage {
    var stage = Stage()
    stage.title = title ?? span(run)
    stage.id = ids.make(
      from: title == nil ? "stage-" + (run.first.map { steps[$0].id } ?? "") : "", fallback: "stage-1")
    return stage
  }

  private func span(_ run: [Int]) -> String {
    let titles = [run.first, run.last].compactMap { $0.map { steps[$0].title } }
    return run.count == 1 ? titles[0] : titles.joined(separator: " – ")
  }

  private mutating func stage(of cluster: Int, _ run: [Int]) -> Stage {
    let own = graph.ownAttributes(ofSubgraph: cluster)
    var stage = Stage()
    let name = shortName(ofCluster: cluster)
    stage.id = ids.make(
      from: name.contains(where: \.isLetter) ? name : "", fallback: "stage-" + (run.first.map { steps[$0].id } ?? ""))
    stage.title = title(ofCluster: cluster)
    if stage.title.isEmpty { stage.title = span(run) }
    stage.extensions = extensions(own, without: ["label", "cluster"])
    return stage
  }

  /// What a cluster says of itself: its label, else its name unless that is only a number.
  private mutating func title(ofCluster cluster: Int) -> String {
    // A label that the graph around it has is not the cluster's own.
    let names = DOTLabel.Names(graph: graph.subgraphs[cluster].name.map(document.string) ?? "")
    if let label = value("label", of: graph.ownAttributes(ofSubgraph: cluster)), let text = text(label, names),
      !text.title.isEmpty
    {
      return text.title
    }
    let name = shortName(ofCluster: cluster)
    guard name.contains(where: \.isLetter) else { return "" }
    return ForeignText.clean(name, at: graph.subgraphs[cluster].range, &diagnostics) ?? ""
  }

  private func shortName(ofCluster cluster: Int) -> String {
    let name = graph.subgraphs[cluster].name.map(document.string) ?? ""
    return String(name.dropFirst(name.hasPrefix("cluster") ? 7 : 0).drop { $0 == "_" || $0 == "-" })
  }
}
