/// The spelling of text in YAML so that readers of YAML 1.1 and of 1.2 take it for the same text.
package enum YAMLText {
  /// How a text is spelled.
  package enum Style {
    case plain
    case singleQuoted
    case doubleQuoted
    /// A literal block with its chomping indicator.
    case literal(StaticString)
    /// A folded block, broken at the given offsets of spaces.
    case folded(breaks: [Int])
  }

  /// The widest line that a single-line text may take before it is folded.
  private static let width = 100
  /// Where folded lines end at the latest.
  private static let foldedWidth = 80

  /// The style for a value.
  package static func style(of bytes: UnsafeBufferPointer<UInt8>) -> Style {
    var needsQuotes = bytes.isEmpty || startsAsSomethingElse(bytes)
    var hasBreak = false
    var hasQuoteOrBackslash = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if isOrdinary[Int(byte)] {
        index += 1
        continue
      }
      switch byte {
      case 0x0A: hasBreak = true
      case 0x09: needsQuotes = true
      case UInt8(ascii: ":"): needsQuotes = needsQuotes || index + 1 == bytes.count || isSpace(bytes[index + 1])
      case UInt8(ascii: "#"): needsQuotes = needsQuotes || index == 0 || isSpace(bytes[index - 1])
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): hasQuoteOrBackslash = true
      case 0xC2, 0xE2, 0xEF: if mustBeEscaped(bytes, at: index) { return .doubleQuoted }
      default: return .doubleQuoted
      }
      index += 1
    }
    if hasBreak { return literal(bytes) }
    let last = bytes.last ?? 0
    if isSpace(last) { needsQuotes = true }
    if bytes.count > width, let breaks = breaks(of: bytes) { return .folded(breaks: breaks) }
    guard needsQuotes || isNumberOrWord(bytes) else { return .plain }
    return hasQuoteOrBackslash ? .singleQuoted : .doubleQuoted
  }

  /// Bytes that never need a look inside a plain scalar.
  private static let isOrdinary: [Bool] = (0..<256).map { (byte: Int) -> Bool in
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: false
    case 0x3A, 0x23, 0x22, 0x5C: false
    default: true
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// Controls, line separators that libyaml takes for line breaks, byte order marks and non-characters.
  private static func mustBeEscaped(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    if bytes[index] == 0xC2 { return bytes[index + 1] < 0xA0 }
    guard index + 2 < bytes.count else { return false }
    if bytes[index] == 0xE2 { return bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 }
    return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF || bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  /// Whether the first characters begin something other than a plain scalar.
  private static func startsAsSomethingElse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[0]
    switch first {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), 0x20, 0x09, 0x0A:
      return true
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      return bytes.count == 1 || isSpace(bytes[1]) || bytes[1] == first
    case UInt8(ascii: "."): return bytes.count >= 3 && bytes[1] == first && bytes[2] == first
    case UInt8(ascii: "="), UInt8(ascii: "~"): return bytes.count == 1
    case UInt8(ascii: "<"): return bytes.count == 2 && bytes[1] == first
    default: return false
    }
  }

  /// Whether some reader takes a text for a number, a time, a truth value or nothing (yaml.org/type, YAML 1.1).
  private static func isNumberOrWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return looksLikeNumber(bytes)
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
      UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
      guard bytes.count <= 5 else { return false }
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "y", "yes", "n", "no", "true", "false", "on", "off", "null": return true
      default: return false
      }
    default: return false
    }
  }

  /// Generous: only what a number or a time can be made of, and for `12 October` at least a letter that it cannot.
  private static func looksLikeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasSpace = false
    var hasColon = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "_"), UInt8(ascii: "x"), UInt8(ascii: "o"),
        UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "T"), UInt8(ascii: "t"),
        UInt8(ascii: "Z"), UInt8(ascii: ","), UInt8(ascii: "i"), UInt8(ascii: "n"), UInt8(ascii: "N"),
        UInt8(ascii: "I"):
        continue
      case UInt8(ascii: ":"): hasColon = true
      case 0x20, 0x09: hasSpace = true
      default: return false
      }
    }
    return !hasSpace || hasColon
  }

  /// A literal block keeps any lines; what begins with space or a line break would need an indentation indicator.
  private static func literal(_ bytes: UnsafeBufferPointer<UInt8>) -> Style {
    guard !isSpace(bytes[0]) else { return .doubleQuoted }
    guard bytes[bytes.count - 1] == 0x0A else { return .literal("|-") }
    return bytes[bytes.count - 2] == 0x0A ? .literal("|+") : .literal("|")
  }

  /// The spaces at which a long text can be broken and read back as it was, or nil if there are none.
  private static func breaks(of bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
    guard !isSpace(bytes[0]), !isSpace(bytes[bytes.count - 1]) else { return nil }
    var breaks: [Int] = []
    var column = 0
    var lastSpace = -1
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte == 0x09 { return nil }
      if byte & 0xC0 == 0x80 { continue }
      if byte == 0x20, bytes[index - 1] != 0x20, bytes[index + 1] != 0x20 { lastSpace = index }
      column += 1
      if column > foldedWidth, lastSpace > (breaks.last ?? 0) {
        breaks.append(lastSpace)
        column = scalarCount(bytes, lastSpace + 1, index)
      }
    }
    return breaks.isEmpty ? nil : breaks
  }

  private static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    bytes.baseAddress.map { WordScan.scalarCount($0, from: start, to: end + 1) } ?? 0
  }
}
