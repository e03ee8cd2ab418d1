import CLibYAML
import JourneyDiagnostics

/// Reads YAML as libyaml has it, with plain scalars by YAML 1.2's core schema: documents, anchors, aliases, merge keys, tags.
///
/// Aliases stay aliases in the tree, so a small text never becomes a large tree; what they stand for is counted, so that whoever
/// follows them never walks further than the limits say.
package struct YAMLReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  var nodes: GrowingBuffer<SyntaxNode>
  private var unfolded: GrowingBuffer<UInt8>
  private var marks: MarkCursor
  private var roots: [Int] = []
  private var open: [OpenContainer] = []
  private var anchors: [String: Anchor] = [:]
  /// Mappings with a merge key, in the order of their ends.
  private var merges: [Int] = []
  var expansion = Expansion()
  /// The nodes that merge keys have added; they stand in no text.
  var mergedNodes = 0
  private var comment: SourceRange?
  /// The end of the last event; what stands between events is indentation, indicators and comments.
  private var gapStart = 0

  private struct OpenContainer {
    let node: Int
    let anchor: String?
    let expansion: Expansion
    var hasMerge = false
  }

  private struct Anchor {
    let node: Int
    /// What an alias to it adds; nil while the anchored container is still open.
    var size: Expansion?
  }

  /// Nodes and bytes as they would be with every alias written out.
  struct Expansion {
    var nodes = 0
    var bytes = 0

    static func - (left: Expansion, right: Expansion) -> Expansion {
      Expansion(nodes: left.nodes - right.nodes, bytes: left.bytes - right.bytes)
    }
  }

  private init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    nodes = GrowingBuffer(capacity: bytes.count / 24)
    unfolded = GrowingBuffer(capacity: bytes.count / 8)
    marks = MarkCursor(bytes, isASCII: source.isASCII)
  }

  /// Reads a source; what is wrong is added to `diagnostics`.
  package static func read(_ source: SourceText, limits: ReadingLimits, diagnostics: inout Diagnostics) -> SyntaxTree {
    source.bytes.withUnsafeBufferPointer { bytes in
      var reader = YAMLReader(source, bytes, limits: limits)
      var isTruncated = false
      do throws(YAMLFault) {
        try reader.readAll()
      } catch {
        diagnostics.error(error.message, at: error.range, hint: error.hint, related: error.related)
        reader.closeAll()
        // A second fault is one too many.
        try? reader.applyMerges()
        diagnostics.end = LineStart.of(error.end, in: bytes)
        isTruncated = true
      }
      reader.nodes.trim()
      reader.unfolded.trim()
      return SyntaxTree(
        source: source, nodes: reader.nodes, unfolded: reader.unfolded, roots: reader.roots, readsPlainAsText: true,
        isTruncated: isTruncated, firstComment: reader.comment)
    }
  }

  /// The nodes so far; valid until the next one is added.
  var view: TreeView {
    TreeView(
      nodes: UnsafePointer(nodes.base), source: bytes.baseAddress ?? UnsafePointer(unfolded.base),
      unfolded: UnsafePointer(unfolded.base), readsPlainAsText: true)
  }

  private mutating func readAll() throws(YAMLFault) {
    try YAMLFault.checkDirectives(bytes)
    // The parser keeps pointers into itself and must not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw YAMLFault("out of memory", at: SourceRange(offset: 0)) }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { event.deallocate() }
    var isDone = false
    while !isDone {
      guard yaml_parser_parse(parser, event) == 1 else { throw YAMLFault(parser.pointee, bytes: bytes, marks: &marks) }
      defer { yaml_event_delete(event) }
      isDone = try handle(event)
    }
  }

  /// Adds what an event says to the tree, and says whether it was the last.
  private mutating func handle(_ event: UnsafePointer<yaml_event_t>) throws(YAMLFault) -> Bool {
    if event.pointee.type == YAML_MAPPING_END_EVENT || event.pointee.type == YAML_SEQUENCE_END_EVENT {
      close()
      return false
    }
    let start = marks.offset(ofCharacter: Int(event.pointee.start_mark.index))
    if comment == nil { findComment(before: start) }
    if event.pointee.type == YAML_SCALAR_EVENT {
      try scalar(event, from: start)
      return false
    }
    let end = marks.offset(ofCharacter: Int(event.pointee.end_mark.index))
    gapStart = max(gapStart, end)
    switch event.pointee.type {
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      try begin(.mapping, from: start, to: end, anchor: data.anchor, tag: data.tag)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      try begin(.sequence, from: start, to: end, anchor: data.anchor, tag: data.tag)
    case YAML_ALIAS_EVENT: try alias(event.pointee.data.alias.anchor, from: start, to: end)
    case YAML_DOCUMENT_START_EVENT: roots.append(nodes.count)
    case YAML_DOCUMENT_END_EVENT:
      try applyMerges()
      anchors.removeAll(keepingCapacity: true)
    case YAML_STREAM_END_EVENT: return true
    default: break
    }
    return false
  }

  private mutating func scalar(
    _ event: UnsafePointer<yaml_event_t>, from start: Int
  ) throws(YAMLFault) {
    let data = event.pointee.data.scalar
    let last = Int(event.pointee.end_mark.index)
    let length = data.length
    var kind: SyntaxNode.Kind = data.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted
    var flags: SyntaxNode.Flags = []
    if let tag = data.tag { CoreTag(tag).apply(to: &kind, &flags) }
    let quote = data.style == YAML_PLAIN_SCALAR_STYLE ? 0 : 1
    var payload = start + quote
    let isDirect = isWhole(data, at: payload)
    let end: Int
    if isDirect {
      // The text stands there as it is, and its end need not be counted out.
      end = payload + length + quote
      marks.jump(toCharacter: last, offset: end)
    } else {
      end = marks.offset(ofCharacter: last)
      payload = end - length - quote
    }
    gapStart = max(gapStart, end)
    if !isDirect, !isSource(data.value, length, at: payload, notBefore: start) {
      payload = unfolded.count
      unfolded.append(contentsOf: data.value, count: length)
      flags.insert(.isUnfolded)
    }
    if let name = data.anchor {
      anchors[String(cString: name)] = Anchor(node: nodes.count, size: Expansion(nodes: 1, bytes: length))
    }
    if kind == .plain, length == 2, isMergeKey(at: payload, flags) { open[open.count - 1].hasMerge = true }
    nodes.append(
      SyntaxNode(kind, place: start, payload: payload, length: length, extent: end - start, flags: flags))
    try count(nodes: 1, bytes: length, at: nodes.count - 1)
  }

  /// Whether a scalar without properties stands at an offset as it is, its closing quote included.
  @inline(__always)
  private func isWhole(
    _ data: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, at offset: Int
  ) -> Bool {
    guard data.anchor == nil, data.tag == nil, isSource(data.value, data.length, at: offset, notBefore: offset) else {
      return false
    }
    switch data.style {
    case YAML_PLAIN_SCALAR_STYLE: return data.length > 0
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return isQuoted(by: UInt8(ascii: "'"), at: offset, data.length)
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return isQuoted(by: UInt8(ascii: "\""), at: offset, data.length)
    default: return false
    }
  }

  private func isQuoted(by quote: UInt8, at offset: Int, _ length: Int) -> Bool {
    offset + length < bytes.count && bytes[offset - 1] == quote && bytes[offset + length] == quote
  }

  /// Whether the text stands in the source as it is, so that it need not be copied.
  @inline(__always)
  private func isSource(_ text: UnsafePointer<UInt8>, _ length: Int, at offset: Int, notBefore start: Int) -> Bool {
    guard offset >= start, offset + length <= bytes.count, let base = bytes.baseAddress else { return false }
    return WordScan.areEqual(base + offset, text, count: length)
  }

  private func isMergeKey(at payload: Int, _ flags: SyntaxNode.Flags) -> Bool {
    guard !open.isEmpty, !flags.contains(.isUnfolded) else { return false }
    let container = nodes.base[open[open.count - 1].node]
    guard container.kind == .mapping, container.length % 2 == 0 else { return false }
    return bytes[payload] == UInt8(ascii: "<") && bytes[payload + 1] == UInt8(ascii: "<")
  }

  private mutating func begin(
    _ kind: SyntaxNode.Kind, from start: Int, to end: Int, anchor: UnsafePointer<UInt8>?, tag: UnsafePointer<UInt8>?
  ) throws(YAMLFault) {
    guard open.count < limits.depth else {
      throw YAMLFault(
        "nested deeper than \(limits.depth) levels", at: SourceRange(offset: start, length: 1),
        hint: "raise the limit with --max-depth")
    }
    var flags: SyntaxNode.Flags = []
    var kind = kind
    if let tag { CoreTag(tag).apply(to: &kind, &flags) }
    let name = anchor.map { String(cString: $0) }
    if let name { anchors[name] = Anchor(node: nodes.count, size: nil) }
    try count(nodes: 1, bytes: 0, at: nodes.count)
    open.append(OpenContainer(node: nodes.count, anchor: name, expansion: expansion))
    nodes.append(SyntaxNode(kind, place: start, payload: 0, length: 0, extent: max(end - start, 1), flags: flags))
  }

  private mutating func close() {
    guard let container = open.popLast() else { return }
    nodes.base[container.node].payload = UInt32(truncatingIfNeeded: nodes.count)
    if container.hasMerge { merges.append(container.node) }
    if let name = container.anchor, anchors[name]?.node == container.node {
      let inside = expansion - container.expansion
      anchors[name]?.size = Expansion(nodes: inside.nodes + 1, bytes: inside.bytes)
    }
  }

  /// Ends everything that an error left open; a key without its value is taken back.
  private mutating func closeAll() {
    while let container = open.last {
      if nodes.base[container.node].kind == .mapping, nodes.base[container.node].length % 2 == 1 {
        nodes.base[container.node].length -= 1
        nodes.count = startOfLastChild(of: container.node)
      }
      close()
    }
    if let last = roots.last, last >= nodes.count { roots.removeLast() }
    merges.removeAll { $0 >= nodes.count }
  }

  private func startOfLastChild(of container: Int) -> Int {
    var child = container + 1
    while true {
      let next = view.next(child)
      if next >= nodes.count { return child }
      child = next
    }
  }

  private mutating func alias(_ name: UnsafePointer<UInt8>, from start: Int, to end: Int) throws(YAMLFault) {
    let range = SourceRange(offset: start, length: end - start)
    let name = String(cString: name)
    guard let anchor = anchors[name] else {
      let nearest = NearestName.of(name, in: anchors.keys.sorted())
      throw YAMLFault(
        "unknown alias '*\(name)'", at: range,
        hint: nearest.map { "did you mean '*\($0)'?" } ?? "an alias names an anchor '&\(name)' that stands before it")
    }
    guard let size = anchor.size else {
      throw YAMLFault("the alias '*\(name)' stands inside what it names", at: range)
    }
    nodes.append(SyntaxNode(.alias, place: start, payload: anchor.node, length: 0, extent: end - start))
    try count(nodes: size.nodes, bytes: size.bytes, at: nodes.count - 1, isExpansion: true)
  }

  /// Counts a child that was added, and what it stands for.
  @inline(__always)
  mutating func count(nodes added: Int, bytes text: Int, at node: Int, isExpansion: Bool = false) throws(YAMLFault) {
    if !open.isEmpty { nodes.base[open[open.count - 1].node].length &+= 1 }
    expansion.nodes += added
    expansion.bytes += text
    if isExpansion { try checkExpansion(at: node) }
  }

  /// What aliases add is what there is beyond the nodes and bytes that stand in the text.
  func checkExpansion(at node: Int) throws(YAMLFault) {
    let place = nodes.base[node]
    let range = SourceRange(offset: Int(place.place), length: Int(place.extent))
    if expansion.nodes + mergedNodes - nodes.count > limits.expandedNodes {
      throw YAMLFault(
        "aliases stand for more than \(limits.expandedNodes) nodes", at: range,
        hint: "this looks like an alias bomb; if it is not, raise the limit with --max-alias-nodes")
    }
    if expansion.bytes > bytes.count + limits.expandedBytes {
      throw YAMLFault(
        "aliases stand for more than \(limits.expandedBytes) bytes of text", at: range,
        hint: "this looks like an alias bomb; if it is not, raise the limit with --max-alias-bytes")
    }
  }

  private mutating func applyMerges() throws(YAMLFault) {
    let pending = merges
    merges.removeAll()
    for mapping in pending { try merge(into: mapping) }
  }

  private mutating func findComment(before offset: Int) {
    guard gapStart < offset else { return }
    for index in gapStart..<offset where bytes[index] == UInt8(ascii: "#") {
      comment = SourceRange(offset: index, length: 1)
      return
    }
  }
}
