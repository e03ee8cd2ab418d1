extension JSONNumber {
  /// What a text is worth as a number.
  package enum Value {
    case number(Double)
    /// A number, but one of which a double keeps less than what is written.
    case notExact
    case notNumber
  }

  /// The value of a JSON number of at most 15 significant digits, which a double keeps and gives back exactly.
  package static func value(of bytes: UnsafeBufferPointer<UInt8>) -> Value {
    if let small = smallWhole(bytes) { return .number(Double(small)) }
    let text = String(decoding: bytes, as: UTF8.self)
    guard isNumber(text), let number = Double(text) else { return .notNumber }
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber)
    let digits = mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
    guard digits > 0 else { return .number(0) }
    guard digits <= 15, (1e-300...1e300).contains(number.magnitude) else { return .notExact }
    return .number(number)
  }

  /// What to write instead of a number in another spelling, such as `0,75` or `25%`.
  package static func hint(for text: String) -> String? {
    let isShare = text.hasSuffix("%")
    var number = String((isShare ? text.dropLast() : text[...]).filter { $0 != " " })
    let comma = number.firstIndex(of: ",")
    if let comma { number.replaceSubrange(comma...comma, with: ".") }
    guard isNumber(number), let value = Double(number) else { return nil }
    if isShare { return "write the share \(text) as \(spelling(value / 100))" }
    return comma == nil ? nil : "decimals stand after a point: \(number)"
  }

  /// The shortest spelling that reads as the same number.
  package static func spelling(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1_000_000_000_000_000 { return String(whole) }
    let text = number.description
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    // YAML 1.1 knows a float by its point.
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }

  private static func smallWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.first, bytes.count <= 10 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard start < bytes.count, bytes[start] != UInt8(ascii: "0") || bytes.count == start + 1 else { return nil }
    var value = 0
    for index in start..<bytes.count {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return isNegative ? -value : value
  }
}
