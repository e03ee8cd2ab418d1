import JourneyDiagnostics

extension MarkdownDocument {
  /// Writes the blocks as one JSON array on one line, with their texts as they are spelled.
  package func printTree(to output: inout ByteOutput) {
    output.byte(UInt8(ascii: "["))
    var isFirst = true
    func begin(_ kind: StaticString, depth: Int = 0, quotes: Int = 0, to output: inout ByteOutput) {
      if !isFirst { output.byte(UInt8(ascii: ",")) }
      isFirst = false
      output.literal("{\"block\":\"")
      output.literal(kind)
      output.literal("\"")
      if depth > 0 {
        output.literal(",\"depth\":")
        output.number(depth)
      }
      if quotes > 0 {
        output.literal(",\"quotes\":")
        output.number(quotes)
      }
    }
    if let frontMatter {
      begin("front-matter", to: &output)
      member("text", frontMatter, to: &output)
      output.byte(UInt8(ascii: "}"))
    }
    for block in blocks {
      begin(block.content.name, depth: block.depth, quotes: block.quotes, to: &output)
      write(block, to: &output)
      output.byte(UInt8(ascii: "}"))
      output.checkpoint()
    }
    output.literal("]\n")
  }

  private func write(_ block: MarkdownBlock, to output: inout ByteOutput) {
    switch block.content {
    case .heading(let level):
      output.literal(",\"level\":")
      output.number(level)
    case .code(let info, let body):
      member("info", info, to: &output)
      member("text", body, to: &output)
      return
    case .table(let rows):
      output.literal(",\"rows\":[")
      for (number, row) in rows.enumerated() {
        output.text(number > 0 ? ",[" : "[")
        for (place, cell) in row.enumerated() {
          if place > 0 { output.byte(UInt8(ascii: ",")) }
          JSONText.write(source.text(in: cell), to: &output)
        }
        output.byte(UInt8(ascii: "]"))
      }
      output.byte(UInt8(ascii: "]"))
      return
    case .paragraph, .item: break
    }
    output.literal(",\"text\":")
    JSONText.write(block.lines.map { source.text(in: $0) }.joined(separator: "\n"), to: &output)
  }

  private func member(_ name: StaticString, _ range: SourceRange, to output: inout ByteOutput) {
    output.literal(",\"")
    output.literal(name)
    output.literal("\":")
    JSONText.write(source.text(in: range), to: &output)
  }
}

extension MarkdownBlock.Content {
  fileprivate var name: StaticString {
    switch self {
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .item: "item"
    case .table: "table"
    case .code: "code"
    }
  }
}
