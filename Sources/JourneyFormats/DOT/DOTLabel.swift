import JourneySyntax

/// What a label in a DOT text shows (“escString” and “shape: record”, graphviz.org).
struct DOTLabel {
  /// What the escapes in a label stand for.
  struct Names {
    var node = ""
    var graph = ""
    var tail = ""
    var head = ""
  }

  /// What it says first: all of a plain label as one line, since it is broken so that it fits its box.
  let title: String
  /// The other fields of a record or rows of a table, a line each.
  let rest: String

  /// Reads a label; `room` is how many bytes escapes may still stand for, and negative afterwards if that was not enough.
  init(_ label: String, isHTML: Bool, isRecord: Bool = false, names: Names, room: inout Int) {
    if isHTML {
      let lines = ForeignText.withoutTags(label).split(separator: "\n").map(String.init)
      self.init(lines, isTable: label.lowercased().contains("<td"))
    } else if isRecord {
      var fields: [String] = []
      for field in Self.fields(label) {
        let text = Self.shown(field, names, &room)
        if !text.isEmpty { fields.append(text) }
      }
      self.init(fields, isTable: true)
    } else {
      self.init([Self.shown(label, names, &room)], isTable: false)
    }
  }

  private init(_ lines: [String], isTable: Bool) {
    title = isTable ? lines.first ?? "" : ForeignText.joined(lines)
    rest = isTable ? lines.dropFirst().joined(separator: "\n") : ""
  }

  private static func shown(_ text: String, _ names: Names, _ room: inout Int) -> String {
    let plain = Self.unescaped(text, names, &room)
    // What is too much is refused, so nothing more is made of it.
    guard room >= 0 else { return "" }
    return ForeignText.joined(
      ForeignText.decodingEntities(plain).split(whereSeparator: \.isNewline).map { ForeignText.trimmed($0) })
  }

  private static func unescaped(_ text: String, _ names: Names, _ room: inout Int) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      guard isEscaped else {
        if scalar == "\\" { isEscaped = true } else { result.unicodeScalars.append(scalar) }
        continue
      }
      isEscaped = false
      let name: String
      switch scalar {
      case "n", "l", "r": name = "\n"
      case "N": name = names.node
      case "G": name = names.graph
      case "E": name = names.tail + "->" + names.head
      case "T": name = names.tail
      case "H": name = names.head
      default: name = String(scalar)
      }
      room -= name.utf8.count
      if room >= 0 { result += name }
    }
    return result
  }

  /// A record’s fields without their ports; the escapes that only a record has are taken off.
  private static func fields(_ label: String) -> [String] {
    var fields = [""]
    var isEscaped = false
    var isPort = false
    for scalar in label.unicodeScalars {
      if isEscaped {
        if !"{}|<> ".unicodeScalars.contains(scalar) { fields[fields.count - 1] += "\\" }
        fields[fields.count - 1].unicodeScalars.append(scalar)
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "<": isPort = true
      case ">": isPort = false
      case "|", "{", "}": fields.append("")
      default: if !isPort { fields[fields.count - 1].unicodeScalars.append(scalar) }
      }
    }
    return fields
  }
}
