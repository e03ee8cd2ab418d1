import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a graph that knows nothing of journeys as one: nodes are steps, clusters are stages, edges are what follows on what.
struct ForeignGraph {
  private let document: DOTDocument
  private let graph: DOTGraph
  private var diagnostics: Diagnostics
  private var ids = IDMaker()
  /// The names of the looks that were dropped.
  private var looks: Set<String> = []
  private var steps: [Step] = []
  /// The steps in the order of the flow, and the place of each in it.
  private var order: [Int] = []
  private var places: [Int] = []

  /// Reads a graph; what is wrong, and what is left behind, is added to `diagnostics`.
  static func map(of graph: DOTGraph, in document: DOTDocument, name: String, _ diagnostics: inout Diagnostics)
    -> JourneyMap?
  {
    var reader = ForeignGraph(document: document, graph: graph, diagnostics: diagnostics)
    let map = reader.map(name: name)
    diagnostics = reader.diagnostics
    return map
  }

  private init(document: DOTDocument, graph: DOTGraph, diagnostics: Diagnostics) {
    self.document = document
    self.graph = graph
    self.diagnostics = diagnostics
  }

  private mutating func map(name: String) -> JourneyMap? {
    guard isJourney() else { return nil }
    var map = JourneyMap()
    map.title = title(name)
    map.extensions = extensions(graph.attributes(ofSubgraph: 0), dropping: ["label"])
    let edges = self.edges
    steps = graph.nodes.indices.map { step(of: $0) }
    order = FlowOrder.of(graph.nodes.count, edges: edges.map { ($0.tail, $0.head) })
    let groups = self.groups(title: map.title)
    order = groups.flatMap(\.nodes)
    places = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[node] = place }
    map.links = links(edges)
    for group in groups {
      var stage = group.stage
      stage.steps = group.nodes.map { steps[$0] }
      map.stages.append(stage)
    }
    map.complete(name: name)
    if !looks.isEmpty {
      let names = looks.sorted()
      let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
      diagnostics.note("looks are not data and are not carried over: \(shown)", at: graph.subgraphs[0].range)
    }
    return map
  }

  /// Whether the graph can be understood as a journey at all; says why if not.
  private mutating func isJourney() -> Bool {
    let range = graph.subgraphs[0].range
    if graph.nodes.isEmpty {
      diagnostics.error("this graph has no nodes", at: range, hint: "each step of a journey is a node")
    } else if !graph.isDirected {
      diagnostics.error(
        "an undirected graph does not say which way a journey goes", at: range,
        hint: "begin it with 'digraph' and write '->' between the steps")
    } else if graph.nodes.count > 1, graph.edges.isEmpty, !graph.subgraphs.contains(where: isCluster) {
      diagnostics.error(
        "nothing leads from one node to another in this graph", at: range,
        hint: "join the steps with '->', or put them into clusters")
    } else {
      return true
    }
    return false
  }

  private mutating func title(_ name: String) -> String {
    let label = graph.attributes(ofSubgraph: 0).last { nameOf($0) == "label" }
    if let label, let text = shown(label.value, DOTLabel.Names(graph: graphName)), !text.isEmpty { return text }
    return graphName.isEmpty ? name : graphName
  }

  private var graphName: String { graph.subgraphs[0].name.map(document.string) ?? "" }
}

extension ForeignGraph {
  private func nameOf(_ attribute: DOTAttribute) -> String { document.string(graph.names[attribute.name]) }

  private mutating func shown(_ value: DOTSlice, isRecord: Bool = false, _ names: DOTLabel.Names) -> String? {
    let text = DOTLabel.shown(document.string(value), isHTML: value.isHTML, isRecord: isRecord, names: names)
    return ForeignText.clean(text, at: value.range, &diagnostics)
  }

  private mutating func step(of node: Int) -> Step {
    let name = document.string(graph.nodes[node].id)
    let attributes = graph.attributes(ofNode: node)
    let shape = attributes.last { nameOf($0) == "shape" }.map { document.string($0.value) } ?? ""
    var step = Step()
    step.id = ids.make(from: name, fallback: "step-\(node + 1)")
    let label = attributes.last { nameOf($0) == "label" }
    if let label {
      let isRecord = shape == "record" || shape == "Mrecord"
      let text = shown(label.value, isRecord: isRecord, DOTLabel.Names(node: name, graph: graphName))
      // A label is broken so that it fits its box, which says nothing of the title.
      step.title = text?.split(separator: "\n").joined(separator: " ") ?? ""
    }
    if step.title.isEmpty { step.title = ForeignText.clean(name, at: graph.nodes[node].id.range, &diagnostics) ?? "" }
    step.extensions = extensions(attributes, dropping: ["label"])
    return step
  }

  /// What is no look is kept, each attribute under `x-dot-` and its name.
  private mutating func extensions(_ attributes: [DOTAttribute], dropping known: Set<String>) -> [Extension] {
    var extensions: [Extension] = []
    for attribute in attributes where attribute.value.length > 0 {
      let name = nameOf(attribute)
      if known.contains(name) { continue }
      if DOTLooks.contains(name) {
        looks.insert(name)
      } else {
        extensions.append(Extension("x-dot-" + name, .string(document.string(attribute.value))))
      }
    }
    return extensions
  }

  // MARK: Stages

  private func isCluster(_ subgraph: DOTSubgraph) -> Bool {
    guard subgraph.parent != nil else { return false }
    if subgraph.name.map({ document.string($0).hasPrefix("cluster") }) == true { return true }
    return graph.ownAttributes(ofSubgraph: 0).last { nameOf($0) == "cluster" }.map {
      document.string($0.value).lowercased() == "true"
    }
      ?? false
  }

  /// The stages with their nodes, in the order of the flow: a stage for each outermost cluster, and for each run of nodes
  /// outside of clusters.
  private mutating func groups(title: String) -> [(stage: Stage, nodes: [Int])] {
    let clusters = graph.subgraphs.indices.filter { isCluster(graph.subgraphs[$0]) && !hasClusterAround($0) }
    var clusterOf = [Int?](repeating: nil, count: graph.nodes.count)
    for cluster in clusters {
      for node in graph.nodes(ofSubgraph: cluster) where clusterOf[node] == nil { clusterOf[node] = cluster }
    }
    var groups: [(cluster: Int?, nodes: [Int])] = []
    var groupOf: [Int: Int] = [:]
    for node in order {
      if let cluster = clusterOf[node] {
        if let known = groupOf[cluster] {
          groups[known].nodes.append(node)
        } else {
          groupOf[cluster] = groups.count
          groups.append((cluster, [node]))
        }
      } else if let last = groups.last, last.cluster == nil {
        groups[groups.count - 1].nodes.append(node)
      } else {
        groups.append((nil, [node]))
      }
    }
    return groups.map { group in
      var stage = Stage()
      if let cluster = group.cluster {
        stage = self.stage(of: cluster)
      } else {
        stage.title = clusters.isEmpty ? title : steps[group.nodes[0]].title
        stage.id = ids.make(from: clusters.isEmpty ? "stage-1" : "stage-" + steps[group.nodes[0]].id, fallback: "stage")
      }
      return (stage, group.nodes)
    }
  }

  private func hasClusterAround(_ subgraph: Int) -> Bool {
    var parent = graph.subgraphs[subgraph].parent
    while let around = parent {
      if isCluster(graph.subgraphs[around]) { return true }
      parent = graph.subgraphs[around].parent
    }
    return false
  }

  private mutating func stage(of cluster: Int) -> Stage {
    let subgraph = graph.subgraphs[cluster]
    let name = subgraph.name.map(document.string) ?? ""
    var short = name.hasPrefix("cluster") ? String(name.dropFirst("cluster".count)) : name
    short = String(short.drop { $0 == "_" || $0 == "-" })
    var stage = Stage()
    stage.id = ids.make(from: short, fallback: "stage-\(cluster)")
    // A label that the graph around it has is its own title, not the cluster's.
    if let label = graph.ownAttributes(ofSubgraph: cluster).last(where: { nameOf($0) == "label" }) {
      stage.title = shown(label.value, DOTLabel.Names(graph: name)) ?? ""
    }
    if stage.title.isEmpty { stage.title = short.isEmpty ? name : short }
    stage.extensions = extensions(graph.ownAttributes(ofSubgraph: cluster), dropping: ["label", "cluster"])
    return stage
  }

  // MARK: Links

  /// An edge that says something about the flow, in the direction in which it goes.
  private struct FlowEdge {
    let tail: Int
    let head: Int
    let attributes: [DOTAttribute]
  }

  /// The edges, those that are only there for the layout left out.
  private var edges: [FlowEdge] {
    graph.edges.indices.compactMap { index in
      let edge = graph.edges[index]
      let attributes = graph.attributes(ofEdge: index)
      let style = attributes.last { nameOf($0) == "style" }.map { document.string($0.value) } ?? ""
      if style.split(separator: ",").contains(where: { ForeignText.trimmed($0) == "invis" }) { return nil }
      let direction = attributes.last { nameOf($0) == "dir" }.map { document.string($0.value) } ?? ""
      let isBack = direction == "back"
      return FlowEdge(
        tail: isBack ? edge.head : edge.tail, head: isBack ? edge.tail : edge.head, attributes: attributes)
    }
  }

  /// The links of the map; an edge to the next step that says nothing more needs none.
  private mutating func links(_ edges: [FlowEdge]) -> [Link] {
    var outgoing = [[Int]](repeating: [], count: graph.nodes.count)
    for (index, edge) in edges.enumerated() { outgoing[edge.tail].append(index) }
    var links: [Link] = []
    for (place, node) in order.enumerated() {
      let found = outgoing[node].map { link(of: edges[$0]) }
      if found.isEmpty {
        if place + 1 < order.count { steps[node].end = true }
        continue
      }
      let isNext = place + 1 < order.count && edges[outgoing[node][0]].head == order[place + 1]
      if found.count == 1, isNext, found[0].isBare { continue }
      let forward = outgoing[node].filter { places[edges[$0].head] > place }.count
      for (index, var link) in zip(outgoing[node], found) {
        let isForward = places[edges[index].head] > place
        link.type = Open(!isForward ? .loop : forward > 1 ? .choice : .next)
        links.append(link)
      }
    }
    return links
  }

  private mutating func link(of edge: FlowEdge) -> Link {
    var link = Link()
    link.from = steps[edge.tail].id
    link.to = steps[edge.head].id
    let names = DOTLabel.Names(
      graph: graphName, tail: document.string(graph.nodes[edge.tail].id),
      head: document.string(graph.nodes[edge.head].id))
    for attribute in edge.attributes {
      switch nameOf(attribute) {
      case "label", "xlabel", "taillabel", "headlabel":
        guard let text = shown(attribute.value, names), !text.isEmpty else { continue }
        if let probability = Self.probability(text) {
          link.probability = probability
        } else {
          link.condition += (link.condition.isEmpty ? "" : " ") + text
        }
      case "probability": link.probability = Self.probability(document.string(attribute.value)) ?? link.probability
      default: break
      }
    }
    let known: Set<String> = ["label", "xlabel", "taillabel", "headlabel", "probability"]
    link.extensions = extensions(edge.attributes, dropping: known)
    return link
  }

  /// What a label such as `0.6`, `60%` or `60 %` says.
  static func probability(_ text: String) -> Double? {
    if text.hasSuffix("%") {
      let number = ForeignText.trimmed(text.dropLast())
      guard JSONNumber.isNumber(number), let percent = Double(number), (0...100).contains(percent) else { return nil }
      return Double(JSONNumber.spelling(percent)).map { ($0 * 1e10).rounded() / 1e12 }
    }
    let digits = text.hasPrefix(".") ? "0" + text : text
    guard digits.contains(".") || digits == "1" || digits == "0", JSONNumber.isNumber(digits) else { return nil }
    return Double(digits).flatMap { (0...1).contains($0) ? $0 : nil }
  }
}

extension Link {
  /// Whether it says nothing but where it begins and ends.
  fileprivate var isBare: Bool { condition.isEmpty && probability == nil && extensions.isEmpty }
}
