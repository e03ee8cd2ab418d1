import JourneyModel
import JourneySyntax

/// An edge that says something about the flow, in the direction in which it goes.
struct FlowEdge {
  /// Its number in the graph.
  let number: Int
  /// The step where it begins.
  let tail: Int
  /// The step where it ends.
  let head: Int
  let attributes: [DOTAttribute]
  /// Whether it is the other direction of one that goes both ways.
  var isReturn = false
}

extension ForeignGraph {
  private static let saying: Set<String> = ["label", "xlabel", "taillabel", "headlabel", "probability"]

  /// The edges between steps, those that are only there for the layout left out.
  mutating func flowEdges() -> [FlowEdge] {
    var edges: [FlowEdge] = []
    for (number, edge) in graph.edges.enumerated() {
      guard let tail = stepOf[edge.tail], let head = stepOf[edge.head] else { continue }
      let attributes = graph.attributes(ofEdge: number)
      if isInvisible(attributes) {
        looks.insert("invisible edges")
        continue
      }
      let direction = string("dir", of: attributes)
      if direction != "back" { edges.append(FlowEdge(number: number, tail: tail, head: head, attributes: attributes)) }
      if direction == "back" || direction == "both", tail != head || direction == "back" {
        edges.append(
          FlowEdge(
            number: number, tail: head, head: tail, attributes: attributes, isReturn: direction == "both"))
      }
    }
    return edges
  }

  /// The links of the map; an edge to the next step that says nothing more needs none.
  mutating func links(_ edges: [FlowEdge]) -> [Link] {
    var outgoing = [[Int]](repeating: [], count: steps.count)
    for (index, edge) in edges.enumerated() { outgoing[edge.tail].append(index) }
    var links: [Link] = []
    var linkIDs = IDMaker()
    for (place, step) in order.enumerated() {
      var found: [(link: Link, place: Int)] = []
      var bareTargets: Set<Int> = []
      for index in outgoing[step] {
        let link = link(of: edges[index], &linkIDs)
        // Drawn twice, an edge says no more than once.
        if link.isBare, !bareTargets.insert(edges[index].head).inserted { continue }
        found.append((link, places[edges[index].head]))
      }
      if found.isEmpty { steps[step].end = place + 1 < order.count }
      if found.count == 1, found[0].link.isBare, found[0].place == place + 1 { continue }
      for (var link, target) in found {
        link.type = Open(target <= place ? .loop : found.count > 1 ? .choice : .next)
        links.append(link)
      }
    }
    return links
  }

  private mutating func link(of edge: FlowEdge, _ linkIDs: inout IDMaker) -> Link {
    var link = Link()
    link.from = steps[edge.tail].id
    link.to = steps[edge.head].id
    if !edge.isReturn, let key = graph.key(ofEdge: edge.number) {
      let id = IDMaker.spelled(document.string(key))
      if !id.isEmpty { link.id = linkIDs.unique(id) }
    }
    let names = DOTLabel.Names(
      graph: graphName, tail: document.string(graph.nodes[graph.edges[edge.number].tail].id),
      head: document.string(graph.nodes[graph.edges[edge.number].head].id))
    var conditions: [String] = []
    for attribute in edge.attributes where Self.saying.contains(name(of: attribute)) {
      guard let text = text(attribute.value, names), !text.title.isEmpty else { continue }
      if name(of: attribute) == "probability" {
        link.probability = probability(text.title, of: edge, at: attribute)
      } else if let share = Share.of(text.title) {
        link.probability = link.probability ?? share
      } else if let (rest, share) = Share.split(text.title) {
        link.probability = link.probability ?? share
        if !rest.isEmpty { conditions.append(rest) }
      } else {
        conditions.append(ForeignText.joined([text.title, text.rest]))
      }
    }
    link.condition = conditions.joined(separator: ", ")
    link.extensions = extensions(edge.attributes, without: Self.saying)
    return link
  }

  /// A probability as it stands in an attribute of its own, where `1` is no name.
  private mutating func probability(_ text: String, of edge: FlowEdge, at attribute: DOTAttribute) -> Double? {
    if let share = Share.of(text) ?? (text == "1" ? 1 : text == "0" ? 0 : nil) { return share }
    if edge.isReturn { return nil }
    diagnostics.warn(
      "this is no probability and is left out", at: attribute.value.range,
      hint: "write a number from 0 to 1, or a percentage as in 60%")
    return nil
  }
}

extension Link {
  /// Whether it says nothing but where it begins and ends.
  fileprivate var isBare: Bool { id.isEmpty && condition.isEmpty && probability == nil && extensions.isEmpty }
}
