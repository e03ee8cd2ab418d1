import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a map from its flat form: the entries become a tree, which is then read as any other.
public enum FlatForm {
  /// The map that a list of entries describes, with what is wrong with it.
  public static func read(_ entries: [FlatEntry], source: SourceText) -> Reading {
    let builder = TreeBuilder()
    builder.begin(.mapping)
    var map = JourneyMap()
    var reader = FlatReader(node: FlatTrie(entries), builder: builder)
    map.visit(&reader)
    reader.addUnknown()
    builder.end()
    let tree = builder.tree(source: source)
    let diagnostics = Diagnostics(source: source)
    return tree.withView { view in
      let reading = MapReading(view: view, isTruncated: false, diagnostics: diagnostics)
      let map = reading.readMap(at: 0, name: Formats.mapID(forFile: source.name))
      return Reading(maps: [map], diagnostics: reading.diagnostics)
    }
  }
}

/// Turns the entries below a node into the nodes of a record, by the kinds that the record's fields state.
private struct FlatReader: FieldVisitor {
  let node: FlatTrie
  let builder: TreeBuilder
  private var known: Set<String> = []

  init(node: FlatTrie, builder: TreeBuilder) {
    self.node = node
    self.builder = builder
  }

  var visitsAbsentFields: Bool { true }

  private mutating func take(_ name: StaticString) -> FlatTrie? {
    known.insert(name.description)
    guard let child = node[name.description] else { return nil }
    builder.text(name.description)
    return child
  }

  /// Keeps what no field has asked for, so that it is told as unknown.
  func addUnknown() {
    for (name, child) in node.children where !known.contains(name) {
      builder.text(name)
      builder.value(of: child)
    }
  }

  private mutating func scalar(_ name: StaticString) {
    if let child = take(name) { builder.value(of: child) }
  }

  private mutating func list(_ name: StaticString) {
    guard let child = take(name) else { return }
    builder.begin(.sequence)
    for (_, item) in child.children { builder.value(of: item) }
    builder.end()
  }

  private func record<Item: Record>(_: Item.Type, at node: FlatTrie) {
    builder.begin(.mapping)
    var item = Item()
    var reader = FlatReader(node: node, builder: builder)
    item.visit(&reader)
    reader.addUnknown()
    builder.end()
  }

  mutating func version(_ name: StaticString, _: Int, _: StaticString) { scalar(name) }
  mutating func text(_ name: StaticString, _: inout String, _: TextKind, _: Presence, _: StaticString) { scalar(name) }
  mutating func texts(_ name: StaticString, _: inout [String], _: TextKind, _: StaticString) { list(name) }
  mutating func flag(_ name: StaticString, _: inout Bool, _: StaticString) { scalar(name) }
  mutating func whole(_ name: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) { scalar(name) }
  mutating func number(_ name: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) {
    scalar(name)
  }
  mutating func rating(_ name: StaticString, _: inout Rating?, _: StaticString) { scalar(name) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Words?, _: StaticString) { scalar(name) }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Words], _: StaticString) { list(name) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Open<Words>, _: StaticString) { scalar(name) }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Open<Words>], _: StaticString) { list(name) }

  mutating func record<Nested: Record>(_ name: StaticString, _: inout Nested?, _: StaticString) {
    if let child = take(name) { record(Nested.self, at: child) }
  }

  mutating func records<Item: Record>(_ name: StaticString, _: inout [Item], _: StaticString) {
    guard let child = take(name) else { return }
    builder.begin(.sequence)
    for (_, item) in child.children { record(Item.self, at: item) }
    builder.end()
  }

  mutating func cards(_ name: StaticString, _: inout Cards, _: StaticString) {
    guard let child = take(name) else { return }
    builder.begin(.mapping)
    for (lane, cell) in child.children {
      builder.text(lane)
      if cell.value != nil {
        builder.value(of: cell)
      } else {
        builder.begin(.sequence)
        for (_, card) in cell.children { record(Card.self, at: card) }
        builder.end()
      }
    }
    builder.end()
  }

  mutating func extensions(_: inout [Extension]) {}
}

extension TreeBuilder {
  /// Adds what a node says.
  fileprivate func value(of node: FlatTrie) {
    switch node.value {
    case .prose(let text), .text(let text): self.text(text)
    case .bare(let text): bare(text)
    case .json(let value):
      var emitter = TreeEmitter(builder: self)
      emitter.value(value)
    case nil:
      begin(.mapping)
      for (name, child) in node.children {
        text(name)
        value(of: child)
      }
      end()
    }
  }
}

/// Emits into a tree.
private struct TreeEmitter: DocumentEmitter {
  let builder: TreeBuilder

  func beginMapping() { builder.begin(.mapping) }
  func endMapping() { builder.end() }
  func emptyMapping() {
    builder.begin(.mapping)
    builder.end()
  }
  func key(_ name: StaticString) { builder.text(name.description) }
  func key(_ name: String) { builder.text(name) }

  func beginSequence() { builder.begin(.sequence) }
  func endSequence() { builder.end() }
  func emptySequence() {
    builder.begin(.sequence)
    builder.end()
  }
  func item() {}

  func text(_ text: String) { builder.text(text) }
  func bare(_ text: String) { builder.bare(text) }
  func checkpoint() {}
}
