import JourneyDiagnostics

/// Access to a ``SyntaxTree``'s nodes by index; a plain value without reference counts.
@usableFromInline
package struct TreeView: BitwiseCopyable {
  @usableFromInline let nodes: UnsafePointer<SyntaxNode>
  @usableFromInline let source: UnsafePointer<UInt8>
  @usableFromInline let unfolded: UnsafePointer<UInt8>
  @usableFromInline package let readsPlainAsText: Bool

  @usableFromInline
  init(
    nodes: UnsafePointer<SyntaxNode>, source: UnsafePointer<UInt8>, unfolded: UnsafePointer<UInt8>,
    readsPlainAsText: Bool
  ) {
    self.nodes = nodes
    self.source = source
    self.unfolded = unfolded
    self.readsPlainAsText = readsPlainAsText
  }

  @inlinable @inline(__always)
  package subscript(index: Int) -> SyntaxNode { nodes[index] }

  /// The node that an index stands for, aliases followed.
  @inlinable @inline(__always)
  package func resolve(_ index: Int) -> Int {
    var index = index
    while true {
      switch nodes[index].kind {
      case .alias: index = Int(nodes[index].payload)
      case .merged: index = Int(nodes[index].length)
      case .plain, .quoted, .sequence, .mapping: return index
      }
    }
  }

  /// The index after a node and all below it.
  @inlinable @inline(__always)
  package func next(_ index: Int) -> Int {
    switch nodes[index].kind {
    case .sequence, .mapping, .merged: Int(nodes[index].payload)
    case .plain, .quoted, .alias: index + 1
    }
  }

  /// The bytes of a scalar's text; with ``SyntaxNode/Flags/hasEscapes`` as they are spelled.
  @inlinable @inline(__always)
  package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let node = nodes[index]
    let base = node.flags.contains(.isUnfolded) ? unfolded : source
    return UnsafeBufferPointer(start: base + Int(node.payload), count: Int(node.length))
  }

  /// Where a node stands in the source.
  package func range(_ index: Int) -> SourceRange {
    let node = nodes[index]
    return SourceRange(offset: Int(node.place), length: Int(node.extent))
  }

  /// The text of a scalar.
  @inlinable
  package func text(_ index: Int) -> String {
    let bytes = bytes(index)
    if nodes[index].flags.contains(.hasEscapes) { return JSONText.unescaped(bytes) }
    return String(valid: bytes)
  }

  /// Whether a scalar's text is the given one.
  @inlinable @inline(__always)
  package func isText(_ index: Int, _ text: StaticString) -> Bool {
    let node = nodes[index]
    if node.flags.contains(.hasEscapes) { return self.text(index) == text.description }
    guard Int(node.length) == text.utf8CodeUnitCount, let base = bytes(index).baseAddress else { return false }
    return WordScan.areEqual(base, text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Whether a plain scalar says that there is nothing: `null` in JSON; in YAML also `~`, `Null`, `NULL` and emptiness.
  @inlinable
  package func isNull(_ index: Int) -> Bool {
    let node = nodes[index]
    guard node.kind == .plain, node.length <= 4 else { return false }
    if isText(index, "null") { return true }
    guard readsPlainAsText else { return false }
    return node.length == 0 || isText(index, "~") || isText(index, "Null") || isText(index, "NULL")
  }
}
