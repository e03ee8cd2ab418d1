import JourneyDiagnostics

/// Builds a tree by hand, for readers whose syntax is no tree.
///
/// No method hands out access to what is stored here, so it need not be checked at run time that accesses exclude each other; the
/// check would cost as much as the building.
package final class TreeBuilder {
  @exclusivity(unchecked) private var nodes = GrowingBuffer<SyntaxNode>(capacity: 256)
  @exclusivity(unchecked) private var text = GrowingBuffer<UInt8>(capacity: 4096)
  @exclusivity(unchecked) private var open: [Int] = []
  /// The containers that stand in no other one: each is a document.
  private var roots: [Int] = []

  /// Where in the source the nodes that follow come from.
  @exclusivity(unchecked) package var range = SourceRange(offset: 0)

  package init() {}

  /// Begins a container; its children follow.
  package func begin(_ kind: SyntaxNode.Kind) {
    count()
    if open.isEmpty { roots.append(nodes.count) }
    open.append(nodes.count)
    nodes.append(SyntaxNode(kind, place: range.offset, payload: 0, length: 0, extent: range.length))
  }

  /// Ends the innermost container.
  package func end() {
    guard let container = open.popLast() else { return }
    nodes.base[container].payload = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Adds a text, as a key or a value.
  package func text(_ value: String) {
    scalar(value, .quoted)
  }

  /// Adds a number, `true`, `false` or `null`, spelled as in JSON.
  package func bare(_ value: String) {
    scalar(value, .plain)
  }

  /// Adds a scalar of either kind.
  package func scalar(_ value: String, _ kind: SyntaxNode.Kind) {
    let start = text.count
    var value = value
    value.withUTF8 { bytes in
      if let base = bytes.baseAddress { text.append(contentsOf: base, count: bytes.count) }
    }
    scalar(kind, at: start, count: text.count - start, flags: .isUnfolded)
  }

  /// Adds a scalar with the bytes of its text, which stay where they are if that is in the source.
  package func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: SyntaxNode.Kind, in source: UnsafeBufferPointer<UInt8>
  ) {
    guard let base = bytes.baseAddress else { return scalar(kind, at: 0, count: 0, flags: .isUnfolded) }
    if let start = source.baseAddress, base >= start, base < start + source.count {
      scalar(kind, at: base - start, count: bytes.count, flags: [])
    } else {
      let start = text.count
      text.append(contentsOf: base, count: bytes.count)
      scalar(kind, at: start, count: bytes.count, flags: .isUnfolded)
    }
  }

  /// A text that is added again and again, such as a key, and is kept once.
  package struct Word: BitwiseCopyable, Sendable {
    fileprivate let start: Int
    fileprivate let count: Int
  }

  /// Keeps a text for later.
  package func word(_ value: StaticString) -> Word {
    let start = text.count
    text.append(contentsOf: value.utf8Start, count: value.utf8CodeUnitCount)
    return Word(start: start, count: value.utf8CodeUnitCount)
  }

  /// Adds a text that was kept.
  package func add(_ word: Word) {
    scalar(.quoted, at: word.start, count: word.count, flags: .isUnfolded)
  }

  /// Adds the value that another tree holds; all of it stands at the place at hand.
  package func append(_ tree: SyntaxTree) {
    tree.withView { view in
      count()
      copy(0..<view.next(0), of: tree, view)
    }
  }

  /// Adds the members of the mapping that another tree holds to the mapping at hand; false if it is none.
  package func appendMembers(of tree: SyntaxTree) -> Bool {
    tree.withView { view in
      guard view[0].kind == .mapping else { return false }
      if let container = open.last { nodes.base[container].length += view[0].length }
      copy(1..<view.next(0), of: tree, view)
      return true
    }
  }

  /// Copies nodes of a JSON tree, whose scalars all stand in its source.
  private func copy(_ range: Range<Int>, of tree: SyntaxTree, _ view: TreeView) {
    let textStart = text.count
    tree.source.bytes.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { text.append(contentsOf: base, count: bytes.count) }
    }
    let shift = nodes.count - range.lowerBound
    for index in range {
      var node = view[index]
      switch node.kind {
      case .plain, .quoted:
        node.payload &+= UInt32(truncatingIfNeeded: textStart)
        node.flags.insert(.isUnfolded)
      case .sequence, .mapping, .alias, .merged: node.payload &+= UInt32(truncatingIfNeeded: shift)
      }
      node.place = UInt32(truncatingIfNeeded: self.range.offset)
      node.extent = UInt16(clamping: self.range.length)
      nodes.append(node)
    }
  }

  @inline(__always)
  private func scalar(_ kind: SyntaxNode.Kind, at start: Int, count length: Int, flags: SyntaxNode.Flags) {
    count()
    nodes.append(
      SyntaxNode(kind, place: range.offset, payload: start, length: length, extent: range.length, flags: flags))
  }

  private func count() {
    if let container = open.last { nodes.base[container].length += 1 }
  }

  /// Hands over the tree; the builder is empty afterwards.
  package func tree(source: SourceText) -> SyntaxTree {
    defer {
      nodes = GrowingBuffer(capacity: 16)
      text = GrowingBuffer(capacity: 16)
    }
    nodes.trim()
    text.trim()
    return SyntaxTree(
      source: source, nodes: nodes, unfolded: text, roots: roots.isEmpty ? [0] : roots, readsPlainAsText: false,
      isTruncated: false)
  }

  deinit {
    nodes.free()
    text.free()
  }
}
