import JourneyDiagnostics

extension XMLReader {
  /// Prints what a source holds, if it can be read; and says what is wrong.
  package static func printTree(
    _ source: SourceText, limits: ReadingLimits, to output: inout ByteOutput
  ) -> Diagnostics {
    var diagnostics = Diagnostics(source: source)
    let document = read(source, limits: limits, diagnostics: &diagnostics)
    if !document.isTruncated { document.printTree(to: &output) }
    return diagnostics
  }
}

extension XMLDocument {
  /// Writes the document as a line of JSON: elements with their attributes, and in `content` what stands in them; white space between
  /// elements is left out.
  package func printTree(to output: inout ByteOutput) {
    guard let root else { return }
    root.print(to: &output)
    output.byte(0x0A)
  }
}

extension XMLDocument.Element {
  fileprivate func print(to output: inout ByteOutput) {
    output.literal("{\"element\":")
    JSONText.write(name, to: &output)
    let attributes = self.attributes
    if !attributes.isEmpty {
      output.literal(",\"attributes\":{")
      for (place, attribute) in attributes.enumerated() {
        if place > 0 { output.literal(",") }
        JSONText.write(attribute.name, to: &output)
        output.literal(":")
        JSONText.write(attribute.value, to: &output)
      }
      output.literal("}")
    }
    var isFirst = true
    for part in parts {
      if case .text(let text) = part, text.allSatisfy(\.isWhitespace) { continue }
      output.text(isFirst ? ",\"content\":[" : ",")
      isFirst = false
      switch part {
      case .element(let element): element.print(to: &output)
      case .text(let text): JSONText.write(text, to: &output)
      }
    }
    output.text(isFirst ? "}" : "]}")
    output.checkpoint()
  }
}
