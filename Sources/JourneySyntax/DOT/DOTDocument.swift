import JourneyDiagnostics

/// What a DOT text says, before any meaning: graphs with their nodes, edges and subgraphs, each with its attributes.
package final class DOTDocument: @unchecked Sendable {
  package let source: SourceText
  /// The graphs, in the order of the text.
  package let graphs: [DOTGraph]
  /// Whether reading stopped at an error, so that what is missing says nothing.
  package let isTruncated: Bool
  /// The first comment, if there is any.
  package let firstComment: SourceRange?
  private let unfolded: GrowingBuffer<UInt8>

  /// Takes over the block of texts that the source spells otherwise.
  init(
    source: SourceText, graphs: [DOTGraph], unfolded: GrowingBuffer<UInt8>, isTruncated: Bool,
    firstComment: SourceRange?
  ) {
    self.source = source
    self.graphs = graphs
    self.unfolded = unfolded
    self.isTruncated = isTruncated
    self.firstComment = firstComment
  }

  deinit { unfolded.free() }

  /// Gives quick access to the bytes of texts, valid inside `body`.
  package func withBytes<Result>(_ body: (DOTBytes) throws -> Result) rethrows -> Result {
    try source.bytes.withUnsafeBufferPointer { bytes in
      // An empty source has no address; nothing will be read from the one that stands in for it.
      let start = bytes.baseAddress ?? UnsafePointer(unfolded.base)
      return try body(DOTBytes(source: start, unfolded: UnsafePointer(unfolded.base)))
    }
  }

  /// The text that a slice stands for.
  package func string(_ text: DOTSlice) -> String {
    withBytes { String(decoding: $0[text], as: UTF8.self) }
  }
}

/// Where the texts of a DOT document have their bytes.
package struct DOTBytes: BitwiseCopyable {
  let source: UnsafePointer<UInt8>
  let unfolded: UnsafePointer<UInt8>

  /// The bytes of a text.
  @inline(__always)
  package subscript(text: DOTSlice) -> UnsafeBufferPointer<UInt8> {
    let base = text.marks.contains(.isUnfolded) ? unfolded : source
    return UnsafeBufferPointer(start: base + Int(text.start), count: Int(text.count))
  }
}
