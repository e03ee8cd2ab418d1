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
    guard let base = bytes.baseAddress else { return .doubleQuoted }
    var search = PlainSpecials()
    var index = 0
    while true {
      index = WordScan.first(&search, in: base, from: index, to: bytes.count)
      guard index < bytes.count else { break }
      switch bytes[index] {
      case 0x0A: hasBreak = true
      case 0x09: needsQuotes = true
      case UInt8(ascii: ":"): needsQuotes = needsQuotes || index + 1 == bytes.count || isSpace(bytes[index + 1])
      case UInt8(ascii: "#"): needsQuotes = needsQuotes || index == 0 || isSpace(bytes[index - 1])
      case 0xC2, 0xE2, 0xEF: if escapedLength(bytes, at: index) > 0 { return .doubleQuoted }
      default: return .doubleQuoted
      }
      index &+= 1
    }
    if hasBreak { return literal(bytes) }
    let last = bytes.last ?? 0
    if isSpace(last) { needsQuotes = true }
    if bytes.count > width, let breaks = breaks(of: bytes) { return .folded(breaks: breaks) }
    guard needsQuotes || isNumberOrWord(bytes) else { return .plain }
    return bytes.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } ? .singleQuoted : .doubleQuoted
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  /// The bytes of a character beyond ASCII that cannot stand as it is, or 0: controls, line separators that libyaml takes for
  /// line breaks, byte order marks and non-characters.
  static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    let (first, second) = (bytes[index], bytes[index + 1])
    if first == 0xC2 { return second < 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let third = bytes[index + 2]
    let isEscaped =
      switch first {
      case 0xE2: second == 0x80 && third & 0xFE == 0xA8
      case 0xEF: second == 0xBB && third == 0xBF || second == 0xBF && third >= 0xBE
      default: false
      }
    return isEscaped ? 3 : 0
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
    guard !isSpace(bytes[0]), !isSpace(bytes[bytes.count - 1]), let base = bytes.baseAddress,
      WordScan.first(0x09, in: base, from: 0, to: bytes.count) == bytes.count
    else { return nil }
    var breaks: [Int] = []
    var start = 0
    while true {
      let limit = WordScan.offset(ofCharacter: foldedWidth, after: start, in: base, to: bytes.count)
      guard limit < bytes.count else { break }
      // The last space that fits, else the next one.
      var space = limit
      while space > start, !isBreakable(bytes, at: space) { space -= 1 }
      if space == start {
        space = limit + 1
        while space < bytes.count, !isBreakable(bytes, at: space) { space += 1 }
        guard space < bytes.count else { break }
      }
      breaks.append(space)
      start = space + 1
    }
    return breaks.isEmpty ? nil : breaks
  }

  /// Whether a line break for this byte reads as one space: more spaces would be kept or lost.
  private static func isBreakable(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] == 0x20 && bytes[index - 1] != 0x20 && bytes[index + 1] != 0x20
  }
}

/// Bytes that need a look inside a plain scalar.
private struct PlainSpecials: ByteSearch {
  private let others = BeyondASCII()

  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    let indicators = WordScan.matches(words, UInt8(ascii: "#")) | WordScan.matches(words, UInt8(ascii: ":"))
    return others.hits(words) | indicators | WordScan.matches(words, 0x7F) | WordScan.below(words, 0x20)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") || byte == 0x7F || others.isHit(byte)
  }
}

/// Bytes that need a look between double quotes.
struct QuotedSpecials: ByteSearch {
  private let others = BeyondASCII()
  private let quotes = JSONSpecials()

  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    others.hits(words) | quotes.hits(words) | WordScan.matches(words, 0x7F)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { others.isHit(byte) || quotes.isHit(byte) || byte == 0x7F }
}

/// Bytes with which characters may begin that YAML wants escaped although they are not ASCII.
private struct BeyondASCII: ByteSearch {
  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    // 0xC2 and 0xE2 differ in one bit.
    WordScan.matches(words | WordScan.Words(repeating: WordScan.ones &* 0x20), 0xE2) | WordScan.matches(words, 0xEF)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte | 0x20 == 0xE2 || byte == 0xEF }
}
