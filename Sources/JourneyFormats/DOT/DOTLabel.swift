import JourneySyntax

/// What a label in a DOT text shows (“escString” and “shape: record”, graphviz.org).
enum DOTLabel {
  /// What the escapes in a label stand for.
  struct Names {
    var node = ""
    var graph = ""
    var tail = ""
    var head = ""
  }

  /// The text of a label as a reader of the drawing sees it, with line feeds for its line breaks.
  static func shown(_ label: String, isHTML: Bool, isRecord: Bool = false, names: Names) -> String {
    if isHTML { return ForeignText.trimmed(ForeignText.withoutTags(label)) }
    let text = isRecord ? withoutFields(label) : label
    return ForeignText.trimmed(ForeignText.decodingEntities(unescaped(text, names)))
  }

  private static func unescaped(_ text: String, _ names: Names) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      guard isEscaped else {
        if character == "\\" { isEscaped = true } else { result.append(character) }
        continue
      }
      isEscaped = false
      switch character {
      case "n", "l", "r": result += "\n"
      case "N": result += names.node
      case "G": result += names.graph
      case "E": result += names.tail + "->" + names.head
      case "T": result += names.tail
      case "H": result += names.head
      case "L": break
      default: result.append(character)
      }
    }
    return result
  }

  /// A record’s fields, a line each, without their ports.
  private static func withoutFields(_ label: String) -> String {
    var result = ""
    var isEscaped = false
    var isPort = false
    for character in label {
      if isEscaped {
        result += "{}|<> ".contains(character) ? String(character) : "\\\(character)"
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "<": isPort = true
      case ">": isPort = false
      case "|", "{", "}": if !result.isEmpty, result.last != "\n" { result += "\n" }
      default: if !isPort { result.append(character) }
      }
    }
    return result.split(separator: "\n").map { ForeignText.trimmed($0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
