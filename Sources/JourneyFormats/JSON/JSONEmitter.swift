import JourneySyntax

/// Spells JSON, indented by two spaces or on one line.
struct JSONEmitter: DocumentEmitter {
  let output: UnsafeMutablePointer<ByteOutput>
  let isCompact: Bool
  private var depth = 0
  /// Whether something stands before in the container, so that a comma is due.
  private var isFirst = true

  init(output: UnsafeMutablePointer<ByteOutput>, isCompact: Bool, depth: Int = 0) {
    self.output = output
    self.isCompact = isCompact
    self.depth = depth
  }

  mutating func beginMapping() { begin(UInt8(ascii: "{")) }
  mutating func endMapping() { end(UInt8(ascii: "}")) }
  mutating func beginSequence() { begin(UInt8(ascii: "[")) }
  mutating func endSequence() { end(UInt8(ascii: "]")) }

  mutating func emptyMapping() {
    output.pointee.literal("{}")
  }

  mutating func emptySequence() {
    output.pointee.literal("[]")
  }

  @inline(__always)
  mutating func key(_ name: StaticString) {
    item()
    output.pointee.literal(name, quote: UInt8(ascii: "\""), tail: isCompact ? ":" : ": ")
  }

  mutating func key(_ name: String) {
    item()
    JSONText.write(name, to: &output.pointee)
    colon()
  }

  @inline(__always)
  mutating func item() {
    if isFirst { isFirst = false } else { output.pointee.byte(UInt8(ascii: ",")) }
    breakLine()
  }

  mutating func text(_ text: String) {
    JSONText.write(text, to: &output.pointee)
  }

  mutating func bare(_ text: String) {
    output.pointee.text(text)
  }

  mutating func number(_ number: Int) {
    output.pointee.number(number)
  }

  mutating func checkpoint() {
    output.pointee.checkpoint()
  }

  private mutating func begin(_ bracket: UInt8) {
    output.pointee.byte(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    output.pointee.byte(bracket)
    isFirst = false
  }

  @inline(__always)
  private func colon() {
    output.pointee.byte(UInt8(ascii: ":"))
    if !isCompact { output.pointee.byte(UInt8(ascii: " ")) }
  }

  @inline(__always)
  private func breakLine() {
    guard !isCompact else { return }
    output.pointee.lineBreak(indent: depth * 2)
  }
}
