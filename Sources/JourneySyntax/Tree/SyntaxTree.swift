import JourneyDiagnostics

/// What a YAML or JSON text says, before any meaning: documents of mappings, sequences and scalars, with their places.
///
/// The nodes stand in one block in the order of the text, so that a tree of millions costs one allocation; scalars are slices
/// of the source wherever the source spells them as they are.
package final class SyntaxTree: @unchecked Sendable {
  package let source: SourceText
  /// The index of each document's node.
  package let roots: [Int]
  /// Whether a plain scalar may stand where text is asked for: in YAML it may, in JSON it is a number or a word.
  package let readsPlainAsText: Bool
  /// Whether reading stopped at an error, so that what is missing says nothing.
  package let isTruncated: Bool
  /// The first comment, if there is any.
  package let firstComment: SourceRange?

  private let nodes: GrowingBuffer<SyntaxNode>
  private let unfolded: GrowingBuffer<UInt8>

  /// Takes over both buffers.
  package init(
    source: SourceText, nodes: GrowingBuffer<SyntaxNode>, unfolded: GrowingBuffer<UInt8>, roots: [Int],
    readsPlainAsText: Bool, isTruncated: Bool, firstComment: SourceRange? = nil
  ) {
    self.source = source
    self.nodes = nodes
    self.unfolded = unfolded
    self.roots = roots
    self.readsPlainAsText = readsPlainAsText
    self.isTruncated = isTruncated
    self.firstComment = firstComment
  }

  deinit {
    nodes.free()
    unfolded.free()
  }

  /// Gives quick access to the nodes, valid inside `body`.
  package func withView<Result>(_ body: (TreeView) throws -> Result) rethrows -> Result {
    try source.bytes.withUnsafeBufferPointer { bytes in
      // An empty source has no address; nothing will be read from the one that stands in for it.
      let start = bytes.baseAddress ?? UnsafePointer(unfolded.base)
      let view = TreeView(
        nodes: UnsafePointer(nodes.base), source: start, unfolded: UnsafePointer(unfolded.base),
        readsPlainAsText: readsPlainAsText)
      return try body(view)
    }
  }
}
