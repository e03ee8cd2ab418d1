import JourneyDiagnostics

/// Merge keys (yaml.org/type/merge.html): `<<: *base` stands for the keys of the mapping it names that are not written beside it.
extension YAMLReader {
  /// Puts a mapping with everything merged in at the end of the nodes and lets the old one stand for it.
  mutating func merge(into mapping: Int) throws(YAMLFault) {
    var entries: [(key: Int, value: Int)] = []
    var merged: [Int] = []
    forEachEntry(of: mapping) { key, value in
      if isMerge(key) { merged.append(value) } else { entries.append((key, value)) }
    }
    var known = Set(entries.map { keyText($0.key) })
    for value in merged {
      for base in try mappings(of: value) {
        forEachEntry(of: base) { key, value in
          if known.insert(keyText(key)).inserted { entries.append((key, value)) }
        }
      }
    }
    expansion.nodes += entries.count * 2 + 1
    try checkExpansion(at: mapping)
    mergedNodes += entries.count * 2 + 1
    write(entries, over: mapping)
  }

  private mutating func write(_ entries: [(key: Int, value: Int)], over mapping: Int) {
    let target = nodes.count
    let old = nodes.base[mapping]
    nodes.append(
      SyntaxNode(
        .mapping, place: Int(old.place), payload: target + 1 + entries.count * 2, length: entries.count * 2,
        extent: Int(old.extent), flags: old.flags))
    for entry in entries {
      nodes.append(pointer(to: entry.key))
      nodes.append(pointer(to: entry.value))
    }
    nodes.base[mapping].kind = .merged
    nodes.base[mapping].length = UInt32(truncatingIfNeeded: target)
  }

  private func pointer(to index: Int) -> SyntaxNode {
    let node = nodes.base[index]
    switch node.kind {
    case .plain, .quoted, .alias: return node
    case .sequence, .mapping, .merged:
      return SyntaxNode(.alias, place: Int(node.place), payload: index, length: 0, extent: Int(node.extent))
    }
  }

  private func mappings(of value: Int) throws(YAMLFault) -> [Int] {
    let target = resolve(value)
    if nodes.base[target].kind == .mapping { return [target] }
    var targets: [Int] = []
    var isValid = nodes.base[target].kind == .sequence
    if isValid {
      var child = target + 1
      while child < Int(nodes.base[target].payload) {
        let item = resolve(child)
        isValid = isValid && nodes.base[item].kind == .mapping
        targets.append(item)
        child = next(child)
      }
    }
    guard isValid else {
      let node = nodes.base[value]
      throw YAMLFault(
        "a merge key '<<' takes a mapping or a list of mappings",
        at: SourceRange(offset: Int(node.place), length: Int(node.extent)), hint: "quote it if '<<' is a key of its own"
      )
    }
    return targets
  }

  private func forEachEntry(of mapping: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    let mapping = resolve(mapping)
    var child = mapping + 1
    while child < Int(nodes.base[mapping].payload) {
      let value = next(child)
      body(child, value)
      child = next(value)
    }
  }

  private func resolve(_ index: Int) -> Int { view.resolve(index) }

  private func next(_ index: Int) -> Int { view.next(index) }

  private func isMerge(_ key: Int) -> Bool { nodes.base[key].kind == .plain && keyText(key) == "<<" }

  /// What tells keys apart; keys that are no scalars are told apart by their place.
  private func keyText(_ key: Int) -> String {
    let node = nodes.base[resolve(key)]
    guard node.kind == .plain || node.kind == .quoted else { return "\u{0}\(node.place)" }
    return view.text(resolve(key))
  }
}
