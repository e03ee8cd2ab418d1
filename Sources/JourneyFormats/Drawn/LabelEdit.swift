import JourneyDiagnostics
import JourneySyntax

/// A label that somebody wrote otherwise than it was drawn.
struct LabelEdit {
  let name: String
  let range: SourceRange
  /// The `cjm_row` of the row that it shows something of.
  let row: String
  /// The field that it shows; empty for the main text of a record.
  let shownField: String
  let lines: [String]
  /// The place of the row, if the element itself carries it.
  var place: Int?

  /// The field that the label stands for; nil if for none.
  ///
  /// Where what was drawn was only a card's emotion, a number in its place is another emotion.
  func field(recordOf record: String, isScore: Bool) -> String? {
    if !shownField.isEmpty { return shownField }
    guard place != nil else { return nil }
    switch record {
    case "map", "stage", "step", "lane": return "title"
    case "actor": return "name"
    case "card" where lines.joined().isEmpty: return nil
    case "card": return isScore && Double(score(joined)) != nil ? "emotion" : "text"
    default: return nil
    }
  }

  /// The fields and values that the label says in the place of a field's old value.
  func values(for field: String, instead old: String) -> [(name: String, value: String)] {
    let text = unquoted(joined, instead: old)
    switch field {
    case "emotion": return [("emotion", score(text))]
    case "label":
      guard let sign = text.firstIndex(where: { $0 == "%" || $0 == "٪" }),
        let percent = Double(text[..<sign].split(separator: ",").joined(separator: ".").filter { !$0.isWhitespace })
      else { return [("label", text)] }
      let label = text[text.index(after: sign)...].drop { $0.isWhitespace }
      return [("probability", JSONNumber.spelling(percent / 100)), ("label", String(label))]
    default: return [(field, text)]
    }
  }

  /// A number as data spell it, from one with a minus sign, a plus or a decimal comma.
  private func score(_ text: String) -> String {
    let number = String(text.map { $0 == "−" ? "-" : $0 == "," ? "." : $0 })
    return number.hasPrefix("+") ? String(number.dropFirst()) : number
  }

  /// The lines as one text: with spaces between them, but not between letters of scripts that have none.
  private var joined: String {
    var text = ""
    for line in lines.map({ $0.filter { !Self.isIsolate($0) } }) where !line.isEmpty {
      if let last = text.unicodeScalars.last, let first = line.unicodeScalars.first,
        !(Self.isIdeographic(last) && Self.isIdeographic(first)), last != "-"
      {
        text += " "
      }
      text += line
    }
    return text
  }

  private static func isIsolate(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2066...0x2069).contains($0.value) }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  /// The text without the quotation marks that the drawing put around it.
  private func unquoted(_ text: String, instead old: String) -> String {
    let marks = "“”„«»「」\u{A0}"
    guard let first = text.first, marks.contains(first), old.first != first else { return text }
    var text = text[...]
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }
}
