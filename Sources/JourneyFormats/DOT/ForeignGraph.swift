import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a graph that knows nothing of journeys as one: nodes are steps, clusters are stages, edges are what follows on what.
struct ForeignGraph {
  let document: DOTDocument
  let graph: DOTGraph
  /// The names of attributes, and their numbers.
  private let names: [String]
  private let numbers: [String: Int]
  let graphName: String
  var diagnostics: Diagnostics
  var ids = IDMaker()
  /// The names of the looks that were dropped.
  var looks: Set<String> = []
  /// How many bytes texts may still have; escapes and defaults can stand for many.
  private var room: Int

  /// The steps, one for each node that can be seen, and for each node its step.
  var steps: [Step] = []
  var stepOf: [Int?] = []
  /// The steps in the order of the map, and the place of each in it.
  var order: [Int] = []
  var places: [Int] = []

  /// Reads a graph; what is wrong, and what is left behind, is added to `diagnostics`.
  static func map(
    of graph: DOTGraph, in document: DOTDocument, name: String, _ options: ReadingOptions,
    _ diagnostics: inout Diagnostics
  ) -> JourneyMap? {
    var reader = ForeignGraph(document: document, graph: graph, options.limits, diagnostics)
    defer { diagnostics = reader.diagnostics }
    guard let map = reader.map(name: name) else { return nil }
    if reader.room < 0 {
      reader.diagnostics.error(
        "escapes and defaults stand for too much text", at: reader.range,
        hint: "raise the limit with --max-alias-bytes")
    }
    if options.tellsOfComments, !reader.diagnostics.hasErrors { reader.tellOfLooks() }
    return map
  }

  private init(document: DOTDocument, graph: DOTGraph, _ limits: ReadingLimits, _ diagnostics: Diagnostics) {
    self.document = document
    self.graph = graph
    self.diagnostics = diagnostics
    names = graph.names.map(document.string)
    numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    graphName = graph.subgraphs[0].name.map(document.string) ?? ""
    room = limits.expandedBytes + document.source.bytes.count * 16
  }

  /// Where the graph begins.
  var range: SourceRange { graph.subgraphs[0].range }

  private mutating func map(name: String) -> JourneyMap? {
    guard isGraphOfSteps() else { return nil }
    readSteps()
    let edges = flowEdges()
    let stages = stageClusters()
    guard isJourney(edges, stages) else { return nil }
    var map = JourneyMap()
    map.title = title(stages.frame, name)
    // The names that examples use say nothing of the map.
    map.id = graphName.utf8.count > 1 ? IDMaker.spelled(graphName) : ""
    map.extensions = extensions(graph.attributes(ofSubgraph: 0), without: ["label"])
    let groups = self.groups(stages, edges, title: map.title)
    order = groups.flatMap(\.steps)
    places = [Int](repeating: 0, count: order.count)
    for (place, step) in order.enumerated() { places[step] = place }
    map.links = links(edges)
    for group in groups {
      var stage = group.stage
      stage.steps = group.steps.map { steps[$0] }
      map.stages.append(stage)
    }
    map.complete(name: name)
    return map
  }

  private mutating func title(_ frame: Int?, _ name: String) -> String {
    let root = value("label", of: graph.attributes(ofSubgraph: 0))
    let label = root ?? frame.flatMap { value("label", of: graph.ownAttributes(ofSubgraph: $0)) }
    if let label, let text = text(label, DOTLabel.Names(graph: graphName)), !text.title.isEmpty { return text.title }
    let isNamed = graphName.utf8.count > 1 || name == "map"
    return isNamed ? ForeignText.clean(graphName, at: range, &diagnostics).flatMap(nonEmpty) ?? name : name
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  private mutating func tellOfLooks() {
    guard !looks.isEmpty else { return }
    let names = looks.sorted()
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " and \(names.count - 12) more" : "")
    diagnostics.note("looks are not data and are not carried over: \(shown)", at: range)
  }
}

// MARK: - Attributes

extension ForeignGraph {
  func name(of attribute: DOTAttribute) -> String { names[attribute.name] }

  /// The value of an attribute, if there is one.
  func value(_ name: String, of attributes: [DOTAttribute]) -> DOTSlice? {
    guard let number = numbers[name] else { return nil }
    return attributes.last { $0.name == number }?.value
  }

  /// The text of an attribute’s value, empty if there is none.
  func string(_ name: String, of attributes: [DOTAttribute]) -> String {
    value(name, of: attributes).map(document.string) ?? ""
  }

  /// Whether something is there for the layout only, and cannot be seen.
  func isInvisible(_ attributes: [DOTAttribute]) -> Bool {
    guard let style = value("style", of: attributes) else { return false }
    return document.string(style).split(separator: ",").contains { ForeignText.trimmed($0) == "invis" }
  }

  /// What a label says; nil, with an error, if no map can hold it.
  mutating func text(_ label: DOTSlice, isRecord: Bool = false, _ names: DOTLabel.Names) -> DOTLabel? {
    guard take(label.length) else { return nil }
    let text = DOTLabel(
      document.string(label), isHTML: label.isHTML, isRecord: isRecord, names: names, room: &room)
    guard ForeignText.clean(text.title, at: label.range, &diagnostics) != nil,
      ForeignText.clean(text.rest, at: label.range, &diagnostics) != nil
    else { return nil }
    return text
  }

  /// What is no look is kept, each attribute under `x-dot-` and its name.
  mutating func extensions(_ attributes: [DOTAttribute], without known: Set<String>) -> [Extension] {
    var extensions: [Extension] = []
    for attribute in attributes where attribute.value.length > 0 {
      let name = name(of: attribute)
      if known.contains(name) { continue }
      if DOTLooks.contains(name) {
        looks.insert(name)
      } else if take(attribute.value.length) {
        let value = JSONValue.string(document.string(attribute.value))
        extensions.append(
          Extension(
            "x-dot-" + name, attribute.value.isHTML ? .object([JSONValue.Member("html", value)]) : value))
      }
    }
    return extensions
  }

  /// Counts text that goes into the map; false if it is too much.
  private mutating func take(_ length: Int) -> Bool {
    room -= length
    return room >= 0
  }
}
