/// Writes an XML document element by element, two spaces a level.
package struct XMLWriter {
  private let output: UnsafeMutablePointer<ByteOutput>
  private var open: [StaticString] = []
  /// Whether the start tag written last may still get attributes.
  private var isTagOpen = false

  /// Begins a document.
  package init(output: UnsafeMutablePointer<ByteOutput>) {
    self.output = output
    output.pointee.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Begins an element; attributes and what stands in it follow.
  package mutating func begin(_ name: StaticString) {
    closeTag(andLine: true)
    output.pointee.spaces(open.count * 2)
    output.pointee.literal("<")
    output.pointee.literal(name)
    open.append(name)
    isTagOpen = true
  }

  /// Adds an attribute to the element that has just begun.
  package func attribute(_ name: StaticString, _ value: String) {
    output.pointee.literal(" ")
    output.pointee.literal(name)
    output.pointee.literal("=\"")
    write(value, isAttribute: true)
    output.pointee.literal("\"")
  }

  /// Adds an attribute whose value `spell` writes, without any character that would end it.
  package func attribute(_ name: StaticString, spell: (inout ByteOutput) -> Void) {
    output.pointee.literal(" ")
    output.pointee.literal(name)
    output.pointee.literal("=\"")
    spell(&output.pointee)
    output.pointee.literal("\"")
  }

  /// Ends the innermost element.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    if isTagOpen {
      output.pointee.literal("/>\n")
      isTagOpen = false
    } else {
      output.pointee.spaces(open.count * 2)
      writeEnd(name)
    }
    output.pointee.checkpoint()
  }

  /// Writes an element that holds nothing but a text; white space around it says to keep it.
  package mutating func element(_ name: StaticString, text: String) {
    begin(name)
    if text.first?.isWhitespace == true || text.last?.isWhitespace == true { attribute("xml:space", "preserve") }
    closeTag(andLine: false)
    write(text, isAttribute: false)
    _ = open.popLast()
    writeEnd(name)
  }

  private mutating func closeTag(andLine: Bool) {
    if isTagOpen { output.pointee.text(andLine ? ">\n" : ">") }
    isTagOpen = false
  }

  private func writeEnd(_ name: StaticString) {
    output.pointee.literal("</")
    output.pointee.literal(name)
    output.pointee.literal(">\n")
  }

  private func write(_ text: String, isAttribute: Bool) {
    XMLText.write(text, isAttribute: isAttribute, to: &output.pointee)
  }
}
