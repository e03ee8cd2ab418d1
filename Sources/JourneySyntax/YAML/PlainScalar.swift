/// What a YAML plain scalar is by the core schema (YAML 1.2.2, section 10.3.2).
package enum PlainScalar {
  case null
  case boolean(Bool)
  /// A whole number, decimal, octal (`0o17`) or hexadecimal (`0x1F`).
  case integer
  case float
  /// `.inf`, `-.inf` or `.nan`.
  case notFinite
  case text

  /// Classifies a plain scalar.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else {
      self = .null
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      self = Self.number(bytes)
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      self = bytes.count > 5 ? .text : Self.word(String(decoding: bytes, as: UTF8.self))
    default: self = .text
    }
  }

  private static func word(_ text: String) -> PlainScalar {
    switch text {
    case "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .boolean(true)
    case "false", "False", "FALSE": .boolean(false)
    default: .text
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> PlainScalar {
    var index = 0
    if bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-") { index = 1 }
    let isPrefixed = bytes.count > 2 && (bytes[1] == UInt8(ascii: "x") || bytes[1] == UInt8(ascii: "o"))
    if index == 0, isPrefixed, bytes[0] == UInt8(ascii: "0") {
      // No number of a thousand digits is meant as one.
      guard bytes.count <= 1000 else { return .text }
      if bytes[1] == UInt8(ascii: "x") { return bytes[2...].allSatisfy(isHexadecimal) ? .integer : .text }
      if bytes[1] == UInt8(ascii: "o") { return bytes[2...].allSatisfy { $0 &- 0x30 < 8 } ? .integer : .text }
    }
    let whole = digits(bytes, &index)
    if index == bytes.count { return whole > 0 ? .integer : .text }
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      fraction = digits(bytes, &index)
      if whole == 0, fraction == 0 { return special(bytes) }
    }
    guard whole + fraction > 0 else { return .text }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      guard digits(bytes, &index) > 0 else { return .text }
    }
    return index == bytes.count ? .float : .text
  }

  private static func special(_ bytes: UnsafeBufferPointer<UInt8>) -> PlainScalar {
    switch String(decoding: bytes.prefix(6), as: UTF8.self) {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN":
      .notFinite
    default: .text
    }
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
    return index - start
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
