import JourneySyntax

/// Spells YAML in block style.
struct YAMLEmitter: DocumentEmitter {
  let output: UnsafeMutablePointer<ByteOutput>
  private var depth = 0
  private var place = Place.lineStart

  /// What was written last, which decides what a value or a key begins with.
  private enum Place {
    case lineStart
    case afterKey
    case afterDash
  }

  init(output: UnsafeMutablePointer<ByteOutput>) {
    self.output = output
  }

  /// The column of the keys or dashes of the innermost container.
  private var column: Int { (depth - 1) * 2 }

  mutating func beginMapping() { begin() }
  mutating func endMapping() { depth -= 1 }
  mutating func beginSequence() { begin() }
  mutating func endSequence() { depth -= 1 }

  mutating func emptyMapping() { bare("{}") }
  mutating func emptySequence() { bare("[]") }

  @inline(__always)
  mutating func key(_ name: StaticString) {
    output.pointee.literal(name, indent: place == .lineStart ? column : 0, tail: UInt8(ascii: ":"))
    place = .afterKey
  }

  mutating func key(_ name: String) {
    startLine()
    // Longer keys are only found after a question mark (YAML 1.2.2, section 7.4.2: 1024 characters).
    if name.utf8.count > 500 {
      output.pointee.literal("? ")
      YAMLText.writeKey(name, to: &output.pointee)
      output.pointee.byte(0x0A)
      output.pointee.spaces(column)
    } else {
      YAMLText.writeKey(name, to: &output.pointee)
    }
    output.pointee.byte(UInt8(ascii: ":"))
    place = .afterKey
  }

  mutating func item() {
    startLine()
    output.pointee.literal("- ")
    place = .afterDash
  }

  mutating func text(_ text: String) {
    if place == .afterKey { output.pointee.byte(0x20) }
    YAMLText.write(text, column: column + 2, to: &output.pointee)
    place = .lineStart
  }

  mutating func bare(_ text: String) {
    if place == .afterKey { output.pointee.byte(0x20) }
    output.pointee.text(text)
    output.pointee.byte(0x0A)
    place = .lineStart
  }

  mutating func number(_ number: Int) {
    if place == .afterKey { output.pointee.byte(0x20) }
    output.pointee.number(number)
    output.pointee.byte(0x0A)
    place = .lineStart
  }

  mutating func checkpoint() {
    output.pointee.checkpoint()
  }

  /// A container after a key begins on the next line; one after a dash goes on beside it.
  private mutating func begin() {
    if place == .afterKey {
      output.pointee.byte(0x0A)
      place = .lineStart
    }
    depth += 1
  }

  @inline(__always)
  private mutating func startLine() {
    if place == .lineStart { output.pointee.spaces(column) }
    place = .lineStart
  }
}
