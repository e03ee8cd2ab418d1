import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Turns cells that hold more than one value into nodes: lists, and JSON.
struct RowValueWriter {
  let text: SourceText
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  let builder = TreeBuilder()

  /// Writes a list: a value a line, or a JSON array.
  func list(_ cell: RowCell, diagnostics: inout Diagnostics) {
    if cell.text.first == UInt8(ascii: "[") {
      switch tree(of: cell) {
      case .success(let tree): builder.append(tree)
      case .failure(let fault):
        diagnostics.add(fault.diagnostic)
        builder.begin(.sequence)
        builder.end()
      }
      return
    }
    let lines = cell.lines
    if lines.count == 1 { return builder.scalar(lines[0].text, .quoted, in: bytes) }
    builder.begin(.sequence)
    for line in lines {
      builder.range = range(of: line)
      builder.scalar(line.text, .quoted, in: bytes)
    }
    builder.end()
  }

  /// Writes the JSON value of a cell, or of what the cell is spelled as otherwise.
  ///
  /// Text that somebody typed without quotes is taken for text.
  func json(_ cell: RowCell, _ spelling: String?, diagnostics: inout Diagnostics) {
    if let spelling { return builder.bare(spelling) }
    switch tree(of: cell) {
    case .success(let tree): builder.append(tree)
    case .failure(let fault):
      let isMeant = cell.text.first.map { "[{\"".utf8.contains($0) } ?? false
      if isMeant {
        diagnostics.add(fault.diagnostic)
      } else {
        diagnostics.warn(
          "this is not JSON and is taken for text", at: cell.range,
          hint: "columns that begin with 'x-' hold JSON; text stands in double quotes there")
      }
      builder.scalar(cell.text, .quoted, in: bytes)
    }
  }

  /// Writes the members of a JSON object among the fields of the record at hand.
  func members(_ cell: RowCell, diagnostics: inout Diagnostics) {
    switch tree(of: cell) {
    case .success(let tree):
      if builder.appendMembers(of: tree) { return }
      diagnostics.error(
        "'\(RowLayout.extensionsColumn)' holds a JSON object", at: cell.range, hint: "write {\"x-name\": value}")
    case .failure(let fault): diagnostics.add(fault.diagnostic)
    }
  }

  private struct Fault: Error {
    let diagnostic: Diagnostic
  }

  private func tree(of cell: RowCell) -> Result<SyntaxTree, Fault> {
    let inner = SourceText(name: text.name, utf8: Array(cell.text))
    var found = Diagnostics(source: inner)
    let tree = JSONReader.read(inner, amount: .one, limits: limits, diagnostics: &found)
    guard let first = found.findings.first else { return .success(tree) }
    let offset = self.offset(of: cell)
    let place = first.range.flatMap { range in
      offset.map { SourceRange(offset: $0 + range.offset, length: range.length) }
    }
    return .failure(
      Fault(
        diagnostic: Diagnostic(
          .error, "JSON: \(first.message)", source: text, range: place ?? cell.range,
          hint: "columns that begin with 'x-', and lists that begin with '[', hold JSON")))
  }

  /// Where the text of a cell stands in the source, if the source spells it as it is.
  private func offset(of cell: RowCell) -> Int? {
    guard let start = bytes.baseAddress, let own = cell.text.baseAddress else { return nil }
    let offset = own - start
    return offset >= 0 && offset <= bytes.count ? offset : nil
  }

  private func range(of line: RowCell) -> SourceRange {
    offset(of: line).map { SourceRange(offset: $0, length: line.text.count) } ?? line.range
  }
}

extension RowCell {
  /// The lines of the text; line breaks at its end make no more of them.
  fileprivate var lines: [RowCell] {
    var end = text.count
    while end > 0, Self.isBreak(text[end - 1]) { end -= 1 }
    var lines: [RowCell] = []
    var start = 0
    var index = 0
    while index < end {
      guard Self.isBreak(text[index]) else {
        index += 1
        continue
      }
      lines.append(cut(start..<index))
      index += text[index] == 0x0D && index + 1 < end && text[index + 1] == 0x0A ? 2 : 1
      start = index
    }
    lines.append(cut(start..<end))
    return lines
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
