import JourneySyntax

/// Spells texts so that Markdown shows them as they are (CommonMark 0.31, section 2.4).
enum MarkdownSpelling {
  /// A text in a line of its own, such as a heading or a cell, with `<br>` for line breaks.
  ///
  /// A line break that ``CellText`` marks with a backslash belongs to a card, and is spelled `&#10;`, which shows as a space.
  static func line(_ text: String) -> String {
    var result = ""
    var backslashes = 0
    let scalars = Array(text.unicodeScalars)
    let isPaired = Pairs(scalars)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : "\n"
      let after = index + 1 < scalars.count ? scalars[index + 1] : "\n"
      if scalar == "\\" {
        backslashes += 1
        // The last of an odd number before a line break is the mark that the card goes on.
        if after == "\n", index + 1 < scalars.count, backslashes % 2 == 1 { continue }
        result += after.value > 0x20 && !isPunctuation(after) ? "\\" : "\\\\"
        continue
      }
      if scalar == "\n" {
        result += backslashes % 2 == 1 ? "&#10;" : "<br>"
      } else if scalar == "\t" {
        result += "&#9;"
      } else {
        if isPunctuation(scalar), isMark(scalar, before, after, isPaired) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
      backslashes = 0
    }
    return result
  }

  /// A text that begins a line, where more signs mean something.
  static func beginning(_ text: String) -> String {
    let line = line(text)
    guard let first = line.unicodeScalars.first else { return line }
    if first == " " { return "&#32;" + line.dropFirst() }
    if "#>-+=:".unicodeScalars.contains(first) { return "\\" + line }
    let digits = line.prefix(10).prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    if !digits.isEmpty, rest.first == "." || rest.first == ")" { return digits + "\\" + rest }
    return line
  }

  /// The title of a heading.
  static func title(_ text: String) -> String {
    let line = beginning(text)
    return line.hasSuffix("#") ? line.dropLast() + "\\#" : line
  }

  /// A text as paragraphs, with spaces at their ends that stay.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var text = text[...]
    while !text.isEmpty {
      // Line breaks at the beginning would be too many for an end of a paragraph.
      let start = text.firstIndex { $0 != "\n" } ?? text.endIndex
      let end = text[start...].firstRange(of: "\n\n")
      paragraphs.append(String(text[..<(end?.lowerBound ?? text.endIndex)]))
      text = end.map { text[$0.upperBound...] } ?? ""
    }
    return paragraphs
  }

  /// A paragraph, in one line.
  static func paragraph(_ text: String) -> String {
    let line = beginning(text)
    return line.hasSuffix(" ") ? line.dropLast() + "&#32;" : line
  }

  /// A text that leads to an address.
  static func link(_ line: String, to address: String) -> String {
    var target = ""
    for scalar in address.unicodeScalars {
      if "\\<>|&`*_".unicodeScalars.contains(scalar) { target += "\\" }
      target.unicodeScalars.append(scalar)
    }
    let needsAngles = target.contains("(") || target.contains(")") || target.contains("<") || target.contains(">")
    return "[\(line)](\(needsAngles ? "<\(target)>" : target))"
  }

  /// Marks that mean something only where they stand twice.
  private struct Pairs {
    private(set) var tildes = 0
    private(set) var dollars = 0

    init(_ scalars: [Unicode.Scalar]) {
      for scalar in scalars {
        if scalar == "~" { tildes += 1 }
        if scalar == "$" { dollars += 1 }
      }
    }
  }

  /// Whether a sign would mean something between its neighbours.
  private static func isMark(
    _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar, _ pairs: Pairs
  ) -> Bool {
    switch scalar {
    case "`", "[", "]", "|": true
    case "*": before.value > 0x20 || after.value > 0x20
    case "_": !(isWord(before) && isWord(after))
    case "~": pairs.tildes > 1
    case "$": pairs.dollars > 1
    case "=": before == "="
    case "<": after == "/" || after == "!" || after == "?" || after.properties.isAlphabetic
    case "&": after == "#" || after.properties.isAlphabetic
    case "/": before == " " && after == " "
    case "!": after == "["
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.generalCategory.isPunctuationOrSymbol
  }
}
