/// How often a way is taken, as people write it at an arrow.
enum Share {
  /// What `0.6`, `0,6`, `.6`, `60%` or `60 %` says, in the digits of any script; nil for anything else.
  ///
  /// A whole number alone is more often a name than a share.
  static func of(_ text: some StringProtocol) -> Double? {
    var digits = ""
    var isPercent = false
    var hasPoint = false
    var hasSpace = false
    for scalar in text.unicodeScalars {
      if isPercent || digits.utf8.count > 15 { return nil }
      switch scalar {
      case "%", "\u{66A}", "\u{FF05}", "\u{FE6A}": isPercent = true
      case ".", ",", "\u{66B}":
        if hasPoint { return nil }
        hasPoint = true
        digits += digits.isEmpty ? "0." : "."
      case " ", "\u{A0}", "\u{202F}":
        // A space goes before the sign only.
        guard text.unicodeScalars.last.map(isPercentSign) == true, !digits.isEmpty else { return nil }
        hasSpace = true
      default:
        guard !hasSpace, let digit = decimalDigit(scalar) else { return nil }
        digits += String(digit)
      }
    }
    guard isPercent || hasPoint, digits.last != ".", let number = Double(digits) else { return nil }
    // The exponent moves the point in the spelling, so that 33.3 % is 0.333 and nothing near it.
    return isPercent ? number <= 100 ? Double(digits + "e-2") : nil : number <= 1 ? number : nil
  }

  /// A text that ends in a share in brackets, as in `It fits (60 %)`, taken apart.
  static func split(_ text: String) -> (rest: String, share: Double)? {
    guard let close = text.last, close == ")" || close == "]",
      let open = text.lastIndex(of: close == ")" ? "(" : "["),
      let share = of(text[text.index(after: open)...].dropLast())
    else { return nil }
    return (ForeignText.trimmed(text[..<open]), share)
  }

  private static func isPercentSign(_ scalar: Unicode.Scalar) -> Bool {
    ["%", "\u{66A}", "\u{FF05}", "\u{FE6A}"].contains(scalar)
  }

  private static func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
    guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
      return nil
    }
    return Int(value)
  }
}
