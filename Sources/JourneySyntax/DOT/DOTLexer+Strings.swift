import JourneyDiagnostics

extension DOTLexer {
  /// Only `\"` is an escape, and a backslash at the end of a line takes the line break away; all else stands as it is.
  mutating func takeQuoted() throws(DOTFault) {
    guard let base = bytes.baseAddress else { return }
    let start = index + 1
    var end = start
    var copied = start
    let first = unfolded.count
    while true {
      end = firstSpecial(from: end)
      guard end < bytes.count else {
        throw DOTFault(
          "this string has no closing quote", at: SourceRange(offset: index, length: 1), hint: "close it with '\"'")
      }
      if bytes[end] == UInt8(ascii: "\"") { break }
      guard bytes[end] != 0 else { throw nul(at: end) }
      let following = end + 1 < bytes.count ? bytes[end + 1] : 0
      switch following {
      case UInt8(ascii: "\""):
        unfolded.append(contentsOf: base + copied, count: end - copied)
        copied = end + 1
        end += 2
      case 0x0A, 0x0D:
        unfolded.append(contentsOf: base + copied, count: end - copied)
        end += 2
        if following == 0x0D, end < bytes.count, bytes[end] == 0x0A { end += 1 }
        copied = end
      case UInt8(ascii: "\\"): end += 2
      default: end += 1
      }
    }
    try takeString(start: start, end: end, first: first, copied: copied, marks: .isQuoted)
  }

  private mutating func takeString(
    start: Int, end: Int, first: Int, copied: Int, marks: DOTSlice.Marks
  ) throws(DOTFault) {
    let range = SourceRange(offset: start - 1, length: end + 2 - start)
    if copied == start {
      text = DOTSlice(start: start, count: end - start, range: range, marks: marks)
    } else {
      if let base = bytes.baseAddress { unfolded.append(contentsOf: base + copied, count: end - copied) }
      try checkUnfolded(at: range)
      text = DOTSlice(start: first, count: unfolded.count - first, range: range, marks: marks.union(.isUnfolded))
    }
    kind = .identifier
    index = end + 1
  }

  private func firstSpecial(from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    var search = StringSpecials()
    return WordScan.first(&search, in: base, from: start, to: bytes.count)
  }

  mutating func takeHTML() throws(DOTFault) {
    let start = index + 1
    var end = start
    var depth = 1
    while end < bytes.count {
      if bytes[end] == 0 { throw nul(at: end) }
      if bytes[end] == UInt8(ascii: "<") { depth += 1 }
      if bytes[end] == UInt8(ascii: ">") {
        depth -= 1
        if depth == 0 { return try takeString(start: start, end: end, first: 0, copied: start, marks: .isHTML) }
      }
      end += 1
    }
    throw DOTFault(
      "this HTML string has no closing '>'", at: SourceRange(offset: index, length: 1),
      hint: "each '<' in it needs its '>'; a single one is written &lt;")
  }

  private func nul(at offset: Int) -> DOTFault {
    DOTFault("a NUL byte stands in this text", at: SourceRange(offset: offset, length: 1), hint: "remove it")
  }

  /// The text of strings that are written one after another, as in `"a" + "b"`, which is plain even if some are HTML.
  mutating func join(_ parts: [DOTSlice], with separator: UInt8? = nil) throws(DOTFault) -> DOTSlice {
    let first = unfolded.count
    for (place, part) in parts.enumerated() {
      if place > 0, let separator { unfolded.append(separator) }
      append(part)
    }
    let range = parts.first?.range ?? text.range
    try checkUnfolded(at: range)
    return DOTSlice(start: first, count: unfolded.count - first, range: range, marks: [.isQuoted, .isUnfolded])
  }

  /// Offsets have 32 bits.
  private func checkUnfolded(at range: SourceRange) throws(DOTFault) {
    if unfolded.count > Int(UInt32.max) { throw DOTFault("the strings of this file are too long together", at: range) }
  }

  private mutating func append(_ text: DOTSlice) {
    if text.marks.contains(.isUnfolded) {
      // The block may move when it grows, so its own bytes are taken one by one.
      for index in 0..<Int(text.count) { unfolded.append(unfolded.base[Int(text.start) + index]) }
    } else if let base = bytes.baseAddress {
      unfolded.append(contentsOf: base + Int(text.start), count: Int(text.count))
    }
  }
}

/// What ends a string in quotes, is an escape in it, or cannot stand in it.
private struct StringSpecials: ByteSearch {
  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    WordScan.matches(words, 0x22) | WordScan.matches(words, 0x5C) | WordScan.below(words, 1)
  }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C || byte == 0 }
}
