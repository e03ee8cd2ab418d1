import JourneyModel
import JourneySyntax

/// Numbers and dates as people and spreadsheets spell them.
enum CSVSpelling {
  /// The JSON spelling of a number with spaces around it, a plus, a typographic minus or a comma before its fraction.
  ///
  /// - Returns: nil if the text is no such number; it may be one as it stands.
  static func number(_ text: String, readsComma: Bool) -> String? {
    var result = ""
    var hasComma = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "−": result.append("-")
      case "," where readsComma && !hasComma:
        result.append(".")
        hasComma = true
      case " ", "\t", "\u{A0}", "\u{202F}": result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    var number = result.drop { $0 == " " }
    while number.last == " " { number.removeLast() }
    if number.first == "+" { number.removeFirst() }
    return JSONNumber.isNumber(number) ? String(number) : nil
  }

  /// The day that a text names in another way than ISO 8601 has it, if it can be only one.
  ///
  /// Where day and month could be either, as in 1/2/2026, it is none.
  static func date(_ text: String) -> String? {
    var text = Substring(text)
    for midnight in [" 00:00:00", " 0:00", "T00:00:00"] where text.hasSuffix(midnight) {
      text = text.dropLast(midnight.count)
    }
    if TextRules.isDate(String(text)) { return String(text) }
    let isSlashed = text.contains("/")
    let parts = text.split { "./- 年月日".contains($0) }.map(String.init)
    guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let (year, month, day): (String, Int, Int)
    if parts[0].count == 4 {
      (year, month, day) = (parts[0], numbers[1], numbers[2])
    } else if parts[2].count == 4 {
      guard !isSlashed || numbers[0] > 12 || numbers[1] > 12 || numbers[0] == numbers[1] else { return nil }
      let isMonthFirst = isSlashed && numbers[1] > 12
      (year, month, day) = (parts[2], numbers[isMonthFirst ? 0 : 1], numbers[isMonthFirst ? 1 : 0])
    } else {
      return nil
    }
    let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return TextRules.isDate(date) ? date : nil
  }
}
