/// Flat entries put together by the parts of their paths, in the order in which the parts come up.
final class FlatTrie {
  private(set) var value: FlatValue?
  private(set) var children: [(name: String, node: FlatTrie)] = []
  private var places: [String: Int] = [:]

  init(_ entries: [FlatEntry] = []) {
    for entry in entries {
      var node = self
      for part in entry.path { node = node.child(part) }
      node.value = entry.value
    }
  }

  subscript(name: String) -> FlatTrie? { places[name].map { children[$0].node } }

  private func child(_ name: String) -> FlatTrie {
    if let child = self[name] { return child }
    let child = FlatTrie()
    places[name] = children.count
    children.append((name, child))
    return child
  }
}
