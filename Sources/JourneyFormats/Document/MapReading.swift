import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// What the reading of one map from a tree has come to know.
package final class MapReading {
  package let view: TreeView
  let isTruncated: Bool
  // What these three do never comes back to the reading, so the check for that at each access would find nothing; it is a
  // fortieth of the way from tree to map.
  @exclusivity(unchecked) package var diagnostics: Diagnostics
  @exclusivity(unchecked) var references = ReferenceTable()
  @exclusivity(unchecked) var lanes = LaneUses()
  /// Whether the map comes from rows, so that hints speak of those.
  var isFromRows = false
  /// Keys that are spelled with escapes, as they read without.
  private var unescapedKeys: [UnsafeMutableBufferPointer<UInt8>] = []

  package init(view: TreeView, isTruncated: Bool, diagnostics: Diagnostics) {
    self.view = view
    self.isTruncated = isTruncated
    self.diagnostics = diagnostics
  }

  deinit {
    for key in unescapedKeys { key.deallocate() }
  }

  /// Reads the map that a node holds.
  package func readMap(at root: Int, name: String) -> JourneyMap {
    let root = view.resolve(root)
    lanes = LaneUses(declaredIn: view, map: root)
    references = ReferenceTable()
    var map = JourneyMap()
    RecordReader.read(&map, at: root, in: self)
    lanes.check(map.lanes, reading: self)
    for given in map.complete(name: name) { references.declare(given: given.id, given.kind) }
    // What a broken text left out would make every reference to it look wrong.
    if !isTruncated { references.resolve(diagnostics: &diagnostics) }
    return map
  }

  /// Reads a record that is no map and stands for itself.
  package func readRecord<Item: Record>(_: Item.Type, at node: Int) -> Item {
    var record = Item()
    RecordReader.read(&record, at: view.resolve(node), in: self)
    return record
  }

  /// Adds an error at a node.
  package func error(_ message: String, at node: Int, hint: String? = nil) {
    diagnostics.error(message, at: view.range(node), hint: hint)
  }

  /// Does something and says whether that made an error.
  @inline(__always)
  func refuses(_ body: () -> Void) -> Bool {
    let before = diagnostics.errorCount
    body()
    return diagnostics.errorCount > before
  }

  /// The place of a node, as an author would point at it: of a long text its beginning.
  func range(_ node: Int) -> SourceRange { view.range(node) }
}

extension MapReading {
  /// The text of a scalar for a field, without what no text can hold; empty if it says nothing or is wrong.
  func text(at node: Int, for field: StaticString) -> String {
    let place = node
    let node = view.resolve(node)
    guard isScalar(node, at: place, for: field) else { return "" }
    let flags = view[node].flags
    if flags.contains(.hasLoneSurrogate) {
      error("'\(field)' holds half of a surrogate pair, which is no character", at: place)
      return ""
    }
    if flags.contains(.hasEscapes) {
      var text = view.text(node)
      let isClean = text.withUTF8 { TextSurvey($0).isClean }
      return isClean ? text : checked(text, at: place, for: field)
    }
    let bytes = view.bytes(node)
    let survey = TextSurvey(bytes)
    let text = String(valid: bytes, isASCII: survey.isASCII)
    return survey.isClean ? text : checked(text, at: place, for: field)
  }

  /// Whether a node can be read as a text at all; says what is wrong unless it says nothing.
  private func isScalar(_ node: Int, at place: Int, for field: StaticString) -> Bool {
    if view[node].flags.contains(.hasForeignTag) {
      error("'\(field)' has a tag from outside the core schema", at: place, hint: "remove the tag")
      return false
    }
    switch view[node].kind {
    case .quoted: return true
    case .plain:
      if view.readsPlainAsText { return !view.isNull(node) }
      if view.isNull(node) || view.isText(node, "false") { return false }
      error(
        "'\(field)' takes text, not \(described(node))", at: place,
        hint: "write it in quotes: \"\(shortened(view.text(node)))\"")
      return false
    case .sequence, .mapping, .alias, .merged:
      if view[node].length > 0 { error("'\(field)' takes text, not \(described(node))", at: place) }
      return false
    }
  }

  /// Line breaks become line feeds; other control characters are an error.
  private func checked(_ text: String, at node: Int, for field: StaticString) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\r": result.append("\n")
      case "\n" where previous == "\r": continue
      case "\t", "\n": result.append(scalar)
      case "\u{202D}", "\u{202E}":
        diagnostics.warn(
          "'\(field)' overrides the direction of what follows (U+\(String(scalar.value, radix: 16, uppercase: true)))",
          at: range(node), hint: "text may read otherwise than it is; U+2067 to U+2069 isolate without reordering")
        result.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: 4 - digits.count) + digits
        error("'\(field)' holds the control character U+\(code)", at: node, hint: "remove it")
        return ""
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A node in a few words, for messages.
  func described(_ node: Int) -> String {
    let node = view.resolve(node)
    switch view[node].kind {
    case .sequence: return "a list"
    case .mapping, .alias, .merged: return "a mapping"
    case .quoted: return "the text '\(shortened(view.text(node)))'"
    case .plain:
      let text = view.text(node)
      if view.isNull(node) { return "nothing" }
      if case .text = PlainScalar(view.bytes(node)) { return "the text '\(shortened(text))'" }
      return "'\(shortened(text))'"
    }
  }

  /// A text short enough for a message.
  func shortened(_ text: String) -> String {
    let line = text.prefix { $0 != "\n" }
    return line.count > 40 || line.count < text.count ? line.prefix(40) + "…" : text
  }

  /// Whether a node says nothing: `null`, empty text, an empty list or mapping, an explicit `false`.
  func saysNothing(_ node: Int) -> Bool {
    let node = view.resolve(node)
    switch view[node].kind {
    case .quoted: return view[node].length == 0
    case .plain: return view.isNull(node) || view.isText(node, "false")
    case .sequence, .mapping, .alias, .merged: return view[node].length == 0
    }
  }

  /// The bytes of a key, unescaped; they last as long as the reading.
  func keyBytes(_ node: Int) -> UnsafeBufferPointer<UInt8> {
    let text = view.text(node).utf8
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
    _ = bytes.initialize(from: text)
    unescapedKeys.append(bytes)
    return UnsafeBufferPointer(bytes)
  }
}
