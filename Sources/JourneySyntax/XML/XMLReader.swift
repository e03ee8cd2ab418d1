import CExpat
import JourneyDiagnostics

/// Reads XML with expat.
///
/// Nothing is fetched from elsewhere, and a document that declares entities is refused: they are not needed for data, and a few of them
/// can stand for gigabytes.
package final class XMLReader {
  private var document = XMLDocument()
  private let limits: ReadingLimits
  private let parser: XML_Parser
  private var diagnostics: Diagnostics
  /// The elements that are open, by number.
  private var open: [Int] = []
  private var nameNumbers: [String: Int32] = [:]
  /// Whether the last node is a text that goes on.
  private var isInText = false
  private var hasStopped = false

  /// Reads a source; what is wrong is added to `diagnostics`.
  package static func read(
    _ source: SourceText, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> XMLDocument {
    // A source is UTF-8 by now, whatever its declaration says.
    guard let parser = XML_ParserCreate("UTF-8") else {
      diagnostics.error("out of memory", at: nil)
      return XMLDocument()
    }
    defer { XML_ParserFree(parser) }
    let reader = XMLReader(parser, limits: limits, diagnostics: diagnostics)
    reader.parse(source)
    diagnostics = reader.diagnostics
    return reader.document
  }

  private init(_ parser: XML_Parser, limits: ReadingLimits, diagnostics: Diagnostics) {
    self.parser = parser
    self.limits = limits
    self.diagnostics = diagnostics
  }

  private func parse(_ source: SourceText) {
    guard let count = Int32(exactly: source.bytes.count) else {
      return fail("XML of 2 GiB or more cannot be read", at: SourceRange(offset: 0))
    }
    setHandlers()
    let status = source.bytes.withUnsafeBufferPointer { bytes in
      // In one piece: expat before 2.6 reads a long token anew for every piece of it.
      bytes.withMemoryRebound(to: CChar.self) { XML_Parse(parser, $0.baseAddress, count, 1) }
    }
    if status != XML_STATUS_OK, !hasStopped { failAtError() }
    if hasStopped { closeAll() }
  }

  // MARK: - Faults

  /// Stops reading; only the first fault counts.
  private func fail(_ message: String, at range: SourceRange, hint: String? = nil, related: [Diagnostic.Related] = []) {
    guard !hasStopped else { return }
    hasStopped = true
    document.isTruncated = true
    diagnostics.error(message, at: range, hint: hint, related: related)
    XML_StopParser(parser, 0)
  }

  private func failAtError() {
    let range = SourceRange(offset: max(0, Int(XML_GetCurrentByteIndex(parser))))
    let innermost = open.last.map { document.nodes[$0] }
    let opened = innermost.map { node in
      Diagnostic.Related(
        "'\(document.names[Int(node.name)])' begins here",
        at: SourceRange(offset: Int(node.place), length: Int(node.extent)))
    }
    switch XML_GetErrorCode(parser) {
    case XML_ERROR_NO_ELEMENTS where innermost == nil: fail("there is no element in this file", at: range)
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR:
      fail("the text ends before all elements do", at: range, related: opened.map { [$0] } ?? [])
    case XML_ERROR_TAG_MISMATCH:
      fail("this end tag has no start tag", at: range, related: opened.map { [$0] } ?? [])
    case XML_ERROR_INVALID_TOKEN:
      fail("this is not well-formed XML", at: range, hint: "in texts '<' is written &lt; and '&' is written &amp;")
    case XML_ERROR_UNDEFINED_ENTITY:
      fail("XML knows no such entity", at: range, hint: "write the character itself, or its number as in &#160;")
    case XML_ERROR_DUPLICATE_ATTRIBUTE: fail("an attribute stands twice in this tag", at: range)
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: fail("there is more after the end of the outermost element", at: range)
    case let code:
      let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
      fail("this is not well-formed XML: \(reason)", at: range)
    }
  }

  private func closeAll() {
    for number in open { document.nodes[number].next = UInt32(truncatingIfNeeded: document.nodes.count) }
    open = []
  }

  /// Where the event at hand stands.
  private var range: SourceRange {
    SourceRange(offset: max(0, Int(XML_GetCurrentByteIndex(parser))), length: Int(XML_GetCurrentByteCount(parser)))
  }
}

extension XMLReader {
  private func setHandlers() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLReader.at($0)?.begin($1, $2) },
      { reader, _ in XMLReader.at(reader)?.end() })
    XML_SetCharacterDataHandler(parser) { XMLReader.at($0)?.text($1, Int($2)) }
    XML_SetCommentHandler(parser) { reader, _ in XMLReader.at(reader)?.comment() }
    XML_SetEntityDeclHandler(parser) { reader, _, _, _, _, _, _, _, _ in XMLReader.at(reader)?.refuseEntity() }
    XML_SetSkippedEntityHandler(parser) { reader, _, _ in XMLReader.at(reader)?.refuseSkipped() }
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func begin(
    _ name: UnsafePointer<XML_Char>?, _ values: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard !hasStopped, let name else { return }
    isInText = false
    let range = self.range
    guard open.count < limits.depth else {
      return fail(
        "elements are nested deeper than \(limits.depth)", at: range, hint: "raise the limit with --max-depth")
    }
    let start = document.attributes.count
    var index = 0
    while let values, let key = values[index], let value = values[index + 1] {
      let text = add(String(cString: value))
      document.attributes.append(
        XMLAttribute(name: number(of: String(cString: key)), start: text.start, count: text.count))
      index += 2
    }
    open.append(document.nodes.count)
    document.nodes.append(
      XMLNode(
        place: UInt32(truncatingIfNeeded: range.offset), extent: UInt32(truncatingIfNeeded: range.length),
        name: number(of: String(cString: name)), start: UInt32(truncatingIfNeeded: start),
        count: UInt32(truncatingIfNeeded: document.attributes.count - start), next: 0))
  }

  private func end() {
    guard !hasStopped, let number = open.popLast() else { return }
    isInText = false
    document.nodes[number].next = UInt32(truncatingIfNeeded: document.nodes.count)
  }

  /// Adds text to the run of text that is being read, or begins one.
  private func text(_ characters: UnsafePointer<XML_Char>?, _ count: Int) {
    guard !hasStopped, let characters else { return }
    let start = document.bytes.count
    characters.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      document.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    }
    if isInText, let last = document.nodes.indices.last {
      document.nodes[last].count += UInt32(truncatingIfNeeded: count)
      return
    }
    isInText = true
    let range = self.range
    document.nodes.append(
      XMLNode(
        place: UInt32(truncatingIfNeeded: range.offset), extent: UInt32(truncatingIfNeeded: range.length), name: -1,
        start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count),
        next: UInt32(truncatingIfNeeded: document.nodes.count + 1)))
  }

  private func comment() {
    if document.firstComment == nil { document.firstComment = range }
  }

  private func refuseEntity() {
    fail(
      "this document declares entities, which are not read", at: range,
      hint: "write the text itself where the entity stands")
  }

  private func refuseSkipped() {
    fail("what this entity stands for is not known", at: range, hint: "write the text itself")
  }

  private func add(_ text: String) -> (start: UInt32, count: UInt32) {
    let start = document.bytes.count
    document.bytes.append(contentsOf: text.utf8)
    return (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: document.bytes.count - start))
  }

  private func number(of name: String) -> Int32 {
    if let known = nameNumbers[name] { return known }
    let number = Int32(truncatingIfNeeded: document.names.count)
    nameNumbers[name] = number
    document.names.append(name)
    return number
  }
}
