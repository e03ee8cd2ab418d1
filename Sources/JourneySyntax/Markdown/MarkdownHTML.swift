/// How blocks of HTML begin and end (CommonMark 0.31, section 4.6).
enum MarkdownHTML {
  /// What ends a block of HTML.
  enum Ending: Equatable {
    case blankLine
    /// A line with a text in it.
    case text(String)
  }

  /// How the block ends that a line begins; nil if it begins none.
  static func ending(of line: ArraySlice<UInt8>, interrupts: Bool) -> Ending? {
    let rest = line.dropFirst()
    if rest.starts(with: "!--".utf8) { return .text("-->") }
    if rest.starts(with: "?".utf8) { return .text("?>") }
    if rest.starts(with: "![CDATA[".utf8) { return .text("]]>") }
    if rest.first == UInt8(ascii: "!"), rest.dropFirst().first.map(isLetter) ?? false { return .text(">") }
    let isEnd = rest.first == UInt8(ascii: "/")
    let bytes = (isEnd ? rest.dropFirst() : rest).prefix(40).prefix { isLetter($0) || $0 &- 0x30 < 10 }
    let after = line[bytes.endIndex...].first
    guard let first = bytes.first, isLetter(first) else { return nil }
    let name = String(decoding: bytes, as: UTF8.self).lowercased()
    let endsName = after.map { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") } ?? true
    if !isEnd, endsName, verbatim.contains(name) { return .text("</\(name)>") }
    if endsName, blocks.contains(name) { return .blankLine }
    // Any other tag must stand alone in its line.
    let isAlone = endsName && line.firstIndex(of: UInt8(ascii: ">")) == line.endIndex - 1
    return isAlone && !interrupts ? .blankLine : nil
  }

  /// Whether a text stands in a line, in any letter case.
  static func contains(_ text: String, in line: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    for index in line.indices where line[index] | 0x20 == first | 0x20 {
      let part = line[index...].prefix(wanted.count)
      if part.elementsEqual(wanted, by: { $0 == $1 || (isLetter($0) && $0 | 0x20 == $1) }) { return true }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static let verbatim: Set<String> = ["pre", "script", "style", "textarea"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
