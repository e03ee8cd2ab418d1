import JourneyDiagnostics

/// What a DOT text may stand for beyond what it says itself: a few bytes of defaults, of subgraphs as sides of edges, or of
/// nesting can stand for billions of attributes, edges and members.
struct DOTBudget {
  private let limits: ReadingLimits
  private var edges: Int
  private var members: Int
  private var attributes: Int
  private var bytes: Int

  init(limits: ReadingLimits, inputBytes: Int) {
    self.limits = limits
    edges = limits.expandedNodes
    // What people write stays far below these many for each byte of the text.
    members = limits.expandedNodes + inputBytes
    attributes = limits.expandedNodes + inputBytes * 2
    bytes = limits.expandedBytes + inputBytes * 16
  }

  /// Counts the edges that a statement with several nodes on a side stands for.
  mutating func takeEdges(_ count: Int, at range: SourceRange) throws(DOTFault) {
    guard count <= edges else {
      throw DOTFault(
        "subgraphs as ends of edges stand for more than \(limits.expandedNodes) edges", at: range,
        hint: "raise the limit with --max-alias-nodes")
    }
    edges -= count
  }

  /// Counts a node of a subgraph.
  mutating func takeMember(at range: SourceRange) throws(DOTFault) {
    guard members > 0 else {
      throw DOTFault(
        "nested subgraphs hold too many nodes together", at: range, hint: "raise the limit with --max-alias-nodes")
    }
    members -= 1
  }

  /// Counts the defaults that something new takes.
  @inline(__always)
  mutating func takeDefaults(_ count: Int, bytes length: Int, at range: SourceRange) throws(DOTFault) {
    attributes -= count
    bytes -= length
    if attributes < 0 || bytes < 0 {
      throw DOTFault(
        "defaults stand for too many attributes", at: range,
        hint: "raise the limit with \(bytes < 0 ? "--max-alias-bytes" : "--max-alias-nodes")")
    }
  }
}
