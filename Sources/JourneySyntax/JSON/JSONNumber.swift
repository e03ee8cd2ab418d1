/// Numbers as JSON spells them (RFC 8259, section 6).
package enum JSONNumber {
  /// Whether a text is a JSON number.
  package static func isNumber(_ text: some StringProtocol) -> Bool {
    var text = Substring(text)
    if text.first == "-" { text.removeFirst() }
    guard takeDigits(&text, mayLeadWithZero: false) else { return false }
    if text.first == "." {
      text.removeFirst()
      guard takeDigits(&text, mayLeadWithZero: true) else { return false }
    }
    if text.first == "e" || text.first == "E" {
      text.removeFirst()
      if text.first == "+" || text.first == "-" { text.removeFirst() }
      guard takeDigits(&text, mayLeadWithZero: true) else { return false }
    }
    return text.isEmpty
  }

  /// The JSON spelling of a number of YAML's core schema: `0x1F` is 31, `+.5` is 0.5; digits survive.
  package static func spelling(ofYAML text: String) -> String {
    if isNumber(text) { return text }
    if text.hasPrefix("0x") { return decimal(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return decimal(text.dropFirst(2), radix: 8) }
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    while rest.first == "0", rest.dropFirst().first?.isNumber == true { rest.removeFirst() }
    if rest.first == "." { rest = "0" + rest }
    var spelled = String(rest)
    if let point = spelled.firstIndex(of: "."),
      spelled.index(after: point) == spelled.endIndex
        || !spelled[spelled.index(after: point)].isNumber
    {
      spelled.insert("0", at: spelled.index(after: point))
    }
    return (isNegative ? "-" : "") + spelled
  }

  /// Whole numbers beyond 64 bits, by the schoolbook way: ``PlainScalar`` lets none of more than a thousand digits be one.
  private static func decimal(_ digits: Substring, radix: Int) -> String {
    if let value = UInt64(digits, radix: radix) { return String(value) }
    var result: [Int] = [0]
    for digit in digits {
      var carry = digit.hexDigitValue ?? 0
      for place in result.indices {
        let value = result[place] * radix + carry
        result[place] = value % 10
        carry = value / 10
      }
      while carry > 0 {
        result.append(carry % 10)
        carry /= 10
      }
    }
    return result.reversed().map(String.init).joined()
  }

  private static func takeDigits(_ text: inout Substring, mayLeadWithZero: Bool) -> Bool {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, mayLeadWithZero || digits.count == 1 || digits.first != "0" else { return false }
    text = text[digits.endIndex...]
    return true
  }
}
