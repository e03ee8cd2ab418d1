/// Prints diagnostics, as text for people or as JSON for programs.
public struct DiagnosticPrinter: Sendable {
  /// How diagnostics look.
  public enum Style: Sendable {
    /// `path:line:column: error: message`, the source line with a caret, a hint; with colour if asked for.
    case text(colour: Bool)
    /// One JSON object a line.
    case json
  }

  private let style: Style

  /// Makes a printer.
  public init(style: Style) {
    self.style = style
  }

  /// The findings of one input, ordered by place, each with its line break.
  public func print(_ diagnostics: Diagnostics) -> String {
    guard !diagnostics.findings.isEmpty else { return "" }
    let last = diagnostics.findings.map(\.lastOffset).max() ?? 0
    let lines = LineTable(diagnostics.source, upTo: last)
    var text = ""
    for finding in diagnostics.sorted { text += print(finding, lines: lines) }
    if diagnostics.omitted > 0 {
      let more = Diagnostic(.note, "\(diagnostics.omitted) more findings are not shown", source: diagnostics.source)
      text += print(more, lines: lines)
    }
    return text
  }

  /// One finding with its line break.
  public func print(_ finding: Diagnostic) -> String {
    print(finding, lines: finding.source.map { LineTable($0, upTo: finding.lastOffset) })
  }

  private func print(_ finding: Diagnostic, lines: LineTable?) -> String {
    switch style {
    case .json: json(finding, lines: lines)
    case .text(let colour): text(finding, lines: lines, paint: Paint(isOn: colour))
    }
  }
}

extension DiagnosticPrinter {
  private func text(_ finding: Diagnostic, lines: LineTable?, paint: Paint) -> String {
    let place = finding.range.flatMap { range in lines?.position(at: range.offset) }
    var text = paint.bold(prefix(finding.source?.name ?? "cjm", place))
    text += paint.severity(finding.severity) + paint.bold(TerminalText.printable(finding.message)) + "\n"
    if let range = finding.range, let source = finding.source, let place {
      text += excerpt(of: source, range: range, line: place.line, paint: paint)
    }
    if let hint = finding.hint { text += paint.dim("  hint: ") + TerminalText.printable(hint) + "\n" }
    for related in finding.related {
      let place = lines?.position(at: related.range.offset)
      text += prefix(finding.source?.name ?? "cjm", place) + "note: " + TerminalText.printable(related.message) + "\n"
    }
    return text
  }

  private func prefix(_ name: String, _ place: SourcePosition?) -> String {
    let name = TerminalText.printable(name)
    return place.map { "\(name):\($0.line):\($0.column): " } ?? "\(name): "
  }

  /// The source line and carets under the range; of a long line only the part around it.
  private func excerpt(of source: SourceText, range: SourceRange, line: Int, paint: Paint) -> String {
    let whole = source.lineRange(at: range.offset)
    let start = range.offset - whole.offset > 80 ? source.scalarStart(before: range.offset - 60) : whole.offset
    let end = whole.end - range.offset > 120 ? source.scalarStart(before: range.offset + 100) : whole.end
    let before = source.text(in: SourceRange(offset: start, length: range.offset - start))
    let after = source.text(in: SourceRange(offset: range.offset, length: end - range.offset))
    let marked = source.text(in: SourceRange(offset: range.offset, length: min(range.end, end) - range.offset))
    let number = String(line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number + " | "
    let lead = start > whole.offset ? "…" : ""
    let shown = lead + TerminalText.printable(before) + TerminalText.printable(after) + (end < whole.end ? "…" : "")
    // Tabs stay tabs, so that the caret stands under its character at any tab width.
    let indent = (lead + TerminalText.printable(before)).map { character in
      character == "\t" ? "\t" : String(repeating: " ", count: TerminalText.width(of: String(character)))
    }
    let carets = String(repeating: "^", count: max(1, TerminalText.width(of: TerminalText.printable(marked))))
    let margin = String(repeating: " ", count: max(5, number.count)) + " | "
    return paint.dim(gutter) + shown + "\n" + paint.dim(margin) + indent.joined() + paint.caret(carets) + "\n"
  }
}

extension Diagnostic {
  /// The end of the last place it names.
  fileprivate var lastOffset: Int {
    related.reduce(range?.end ?? 0) { max($0, $1.range.end) }
  }
}

extension SourceText {
  /// The offset of the first byte of the character that holds the byte before `offset`.
  fileprivate func scalarStart(before offset: Int) -> Int {
    var index = min(max(offset, 0), bytes.count)
    while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}

/// Terminal colours (ECMA-48 select graphic rendition).
private struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func caret(_ text: String) -> String { wrap(text, "1;32") }

  func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: wrap("error: ", "1;31")
    case .warning: wrap("warning: ", "1;35")
    case .note: wrap("note: ", "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
