import JourneyDiagnostics

/// Reads JSON by RFC 8259 exactly: one text, or several one after another, as JSON Lines has them.
package struct JSONReader {
  /// How many texts a source holds.
  package enum Amount {
    case one
    /// Any number, with or without line breaks between them.
    case any
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: ReadingLimits
  private var index = 0
  private var nodes: GrowingBuffer<SyntaxNode>
  private var roots: [Int] = []
  /// The container that is being read, the byte that ends it, and the containers around it, the innermost last.
  private var container: Int?
  private var closer: UInt8 = 0
  private var outer: [Int?] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    nodes = GrowingBuffer(capacity: bytes.count / 24)
  }

  /// Reads a source; what is wrong is added to `diagnostics`.
  package static func read(
    _ source: SourceText, amount: Amount, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> SyntaxTree {
    source.bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes, limits: limits)
      var isTruncated = false
      do throws(JSONFault) {
        try reader.readAll(amount)
      } catch {
        diagnostics.error(error.message, at: error.range, hint: error.hint)
        diagnostics.end = LineStart.of(reader.index, in: bytes)
        reader.closeAll()
        isTruncated = true
      }
      reader.nodes.trim()
      return SyntaxTree(
        source: source, nodes: reader.nodes, unfolded: GrowingBuffer(capacity: 0), roots: reader.roots,
        readsPlainAsText: false, isTruncated: isTruncated)
    }
  }

  private mutating func readAll(_ amount: Amount) throws(JSONFault) {
    skipSpace()
    if amount == .any, index == bytes.count { return }
    repeat {
      roots.append(nodes.count)
      do { try readValue() } catch {
        if roots.last == nodes.count { roots.removeLast() }
        throw error
      }
      skipSpace()
    } while amount == .any && index < bytes.count
    guard index == bytes.count else {
      throw JSONFault(
        "there is more after the end of the JSON text", at: index, length: 1,
        hint: "one file holds one value; several maps stand in an array, or one a line in a .jsonl file")
    }
  }

  /// Reads one value with all below it; a loop, so that no nesting can exhaust the stack.
  private mutating func readValue() throws(JSONFault) {
    repeat {
      if try readItem() { try closeEnded() }
    } while container != nil
  }

  /// Reads a scalar or an empty container, or else the beginning of a container up to its first value.
  ///
  /// - Returns: Whether a whole value was read.
  private mutating func readItem() throws(JSONFault) -> Bool {
    skipSpace()
    guard index < bytes.count else { throw unexpectedEnd() }
    switch bytes[index] {
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "{"): return try begin(.mapping, closer: UInt8(ascii: "}"))
    case UInt8(ascii: "["): return try begin(.sequence, closer: UInt8(ascii: "]"))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t"): try readWord("true")
    case UInt8(ascii: "f"): try readWord("false")
    case UInt8(ascii: "n"): try readWord("null")
    default: throw unexpected("a value")
    }
    return true
  }

  private mutating func begin(_ kind: SyntaxNode.Kind, closer: UInt8) throws(JSONFault) -> Bool {
    guard outer.count < limits.depth else {
      throw JSONFault(
        "nested deeper than \(limits.depth) levels", at: index, length: 1, hint: "raise the limit with --max-depth")
    }
    outer.append(container)
    container = nodes.count
    self.closer = closer
    nodes.append(SyntaxNode(kind, place: index, payload: 0, length: 0, extent: 1))
    index += 1
    skipSpace()
    guard index < bytes.count else { throw unexpectedEnd() }
    if bytes[index] == closer {
      index += 1
      close(nodes.count - 1)
      return true
    }
    if kind == .mapping { try readKey() }
    return false
  }

  /// Ends the containers that end here, and goes past a comma to the next value.
  private mutating func closeEnded() throws(JSONFault) {
    while let container {
      skipSpace()
      guard index < bytes.count else { throw unexpectedEnd() }
      if bytes[index] == closer {
        index += 1
        close(container)
        continue
      }
      let isMapping = closer == UInt8(ascii: "}")
      guard bytes[index] == UInt8(ascii: ",") else { throw unexpected(isMapping ? "',' or '}'" : "',' or ']'") }
      let comma = index
      index += 1
      skipSpace()
      if index < bytes.count, bytes[index] == closer {
        throw JSONFault("a comma stands before the closing bracket", at: comma, length: 1, hint: "remove the comma")
      }
      if isMapping { try readKey() }
      return
    }
  }

  private mutating func close(_ ended: Int) {
    nodes.base[ended].payload = UInt32(truncatingIfNeeded: nodes.count)
    container = outer.removeLast()
    guard let container else { return }
    closer = nodes.base[container].kind == .mapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
    nodes.base[container].length &+= 1
  }

  /// Ends everything that an error left open, so that the part before it can still be looked at.
  private mutating func closeAll() {
    while let container {
      // A key without its value is taken back.
      if nodes.base[container].kind == .mapping, isWaitingForValue(container) { nodes.count -= 1 }
      close(container)
    }
  }

  private func isWaitingForValue(_ container: Int) -> Bool {
    var child = container + 1
    var count = 0
    while child < nodes.count {
      let node = nodes.base[child]
      let isOpen = (node.kind == .mapping || node.kind == .sequence) && node.payload == 0
      child = isOpen ? nodes.count : node.kind == .mapping || node.kind == .sequence ? Int(node.payload) : child + 1
      count += 1
    }
    return count % 2 == 1
  }

  private mutating func readKey() throws(JSONFault) {
    guard index < bytes.count else { throw unexpectedEnd() }
    guard bytes[index] == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    try readString()
    skipSpace()
    guard index < bytes.count else { throw unexpectedEnd() }
    guard bytes[index] == UInt8(ascii: ":") else { throw unexpected("':'") }
    index += 1
  }

  private mutating func count() {
    if let container { nodes.base[container].length &+= 1 }
  }

  @inline(__always)
  private mutating func skipSpace() {
    guard index < bytes.count, bytes[index] <= 0x20 else { return }
    skipLongSpace()
  }

  /// Indentation is mostly a run of spaces after a line break.
  private mutating func skipLongSpace() {
    guard let base = bytes.baseAddress else { return }
    let end = bytes.count
    var at = index
    defer { index = at }
    while at < end {
      let byte = base[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at &+= 1
      while end &- at >= 8 {
        let others = WordScan.load(base + at) ^ WordScan.ones &* 0x20
        at &+= others.trailingZeroBitCount / 8
        if others != 0 { break }
      }
    }
  }
}

extension JSONReader {
  private mutating func readString() throws(JSONFault) {
    guard let base = bytes.baseAddress else { return }
    let start = index + 1
    var flags: SyntaxNode.Flags = []
    var end = start
    while true {
      end = WordScan.firstJSONSpecial(base, from: end, to: bytes.count)
      guard end < bytes.count else {
        throw JSONFault("this string has no closing quote", at: index, length: 1, hint: "close it with '\"'")
      }
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else { throw control(byte, at: end) }
      flags.insert(.hasEscapes)
      end = try skipEscape(end, &flags)
    }
    nodes.append(
      SyntaxNode(.quoted, place: index, payload: start, length: end - start, extent: end + 1 - index, flags: flags))
    count()
    index = end + 1
  }

  private func control(_ byte: UInt8, at offset: Int) -> JSONFault {
    let isBreak = byte == 0x0A || byte == 0x0D
    return JSONFault(
      isBreak ? "this string runs over the end of its line" : "a control character stands in a string", at: offset,
      length: 1,
      hint: isBreak ? "close the string, or write the line break as \\n" : "write it as an escape, such as \\t")
  }

  /// Checks the escape at `offset` and gives the offset after it.
  private func skipEscape(_ offset: Int, _ flags: inout SyntaxNode.Flags) throws(JSONFault) -> Int {
    guard offset + 1 < bytes.count else {
      throw JSONFault("this string has no closing quote", at: index, length: 1, hint: "close it with '\"'")
    }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset + 2
    case UInt8(ascii: "u"):
      guard let unit = JSONText.hex4(bytes, offset + 2) else {
        throw JSONFault("'\\u' needs four hexadecimal digits", at: offset, length: 2)
      }
      guard unit & 0xF800 == 0xD800 else { return offset + 6 }
      let hasPair =
        unit < 0xDC00 && offset + 7 < bytes.count && bytes[offset + 6] == UInt8(ascii: "\\")
        && bytes[offset + 7] == UInt8(ascii: "u")
        && JSONText.hex4(bytes, offset + 8).map { $0 & 0xFC00 == 0xDC00 } == true
      if !hasPair { flags.insert(.hasLoneSurrogate) }
      return offset + (hasPair ? 12 : 6)
    default:
      throw JSONFault(
        "unknown escape '\\\(character(at: offset + 1))'", at: offset, length: 2,
        hint: "a backslash itself is written '\\\\'")
    }
  }

  private mutating func readNumber() throws(JSONFault) {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let digits = skipDigits()
    guard digits > 0 else { throw number(start) }
    if digits > 1, bytes[index - digits] == UInt8(ascii: "0") { throw number(start, "a number has no leading zero") }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      guard skipDigits() > 0 else { throw number(start, "digits are missing after the decimal point") }
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard skipDigits() > 0 else { throw number(start, "digits are missing in the exponent") }
    }
    append(plainFrom: start)
  }

  private mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
    return index - start
  }

  private mutating func readWord(_ word: StaticString) throws(JSONFault) {
    let start = index
    let length = word.utf8CodeUnitCount
    guard index + length <= bytes.count, (0..<length).allSatisfy({ bytes[index + $0] == word.utf8Start[$0] }) else {
      throw unexpected("a value")
    }
    index += length
    append(plainFrom: start)
  }

  private mutating func append(plainFrom start: Int) {
    nodes.append(
      SyntaxNode(.plain, place: start, payload: start, length: index - start, extent: index - start))
    count()
  }

  private func number(_ start: Int, _ message: String = "this is not a number") -> JSONFault {
    JSONFault(message, at: start, length: max(1, index - start), hint: "numbers are written as in -12.5e3")
  }

  private func unexpectedEnd() -> JSONFault {
    guard let container else {
      return JSONFault(
        bytes.isEmpty ? "the input is empty" : "the text ends where a value is expected", at: bytes.count)
    }
    let bracket = nodes.base[container].kind == .mapping ? "{" : "["
    return JSONFault(
      "the text ends before this '\(bracket)' is closed", at: Int(nodes.base[container].place), length: 1)
  }

  private func unexpected(_ expected: String) -> JSONFault {
    let found = character(at: index)
    let hint: String? =
      switch found {
      case "'": "strings stand in double quotes"
      case "/": "JSON has no comments"
      case "\u{FEFF}": "this is a byte order mark; remove it"
      default: nil
      }
    return JSONFault("expected \(expected), found '\(found)'", at: index, length: 1, hint: hint)
  }

  private func character(at offset: Int) -> Character {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[offset..<end], as: UTF8.self).first ?? "?"
  }
}

/// What stops the reading of a JSON text.
private struct JSONFault: Error {
  let message: String
  let range: SourceRange
  let hint: String?

  init(_ message: String, at offset: Int, length: Int = 0, hint: String? = nil) {
    self.message = message
    range = SourceRange(offset: offset, length: length)
    self.hint = hint
  }
}
