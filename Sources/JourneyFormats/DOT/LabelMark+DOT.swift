extension LabelMark {
  /// The lines that a plain label shows, letter by letter: a combining letter after `\l` must not hide the end of the line.
  static func lines(ofLabel label: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var rest = label.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\":
        guard let escaped = rest.popFirst() else { break }
        if ["n", "l", "r"].contains(escaped) {
          lines.append(String(line))
          line.removeAll()
        } else {
          line.append(escaped)
        }
      case "&":
        guard let end = rest.prefix(HTMLEntities.longest).firstIndex(of: ";"),
          let decoded = HTMLEntities.character(Substring(rest[..<end]))
        else {
          line.append(scalar)
          break
        }
        line.append(decoded)
        rest = rest[rest.index(after: end)...]
      case "\n":
        lines.append(String(line))
        line.removeAll()
      default: line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }
}
