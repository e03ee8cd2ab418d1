import JourneyDiagnostics

/// Builds a tree by hand, for readers whose syntax is no tree.
package final class TreeBuilder {
  private var nodes = GrowingBuffer<SyntaxNode>(capacity: 256)
  private var text = GrowingBuffer<UInt8>(capacity: 4096)
  private var open: [Int] = []

  /// Where in the source the nodes that follow come from.
  package var range = SourceRange(offset: 0)

  package init() {}

  /// Begins a container; its children follow.
  package func begin(_ kind: SyntaxNode.Kind) {
    count()
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

  private func scalar(_ value: String, _ kind: SyntaxNode.Kind) {
    count()
    let start = text.count
    var value = value
    value.withUTF8 { bytes in
      if let base = bytes.baseAddress { text.append(contentsOf: base, count: bytes.count) }
    }
    nodes.append(
      SyntaxNode(
        kind, place: range.offset, payload: start, length: text.count - start, extent: range.length, flags: .isUnfolded)
    )
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
    return SyntaxTree(
      source: source, nodes: nodes, unfolded: text, roots: [0], readsPlainAsText: false, isTruncated: false)
  }

  deinit {
    nodes.free()
    text.free()
  }
}
