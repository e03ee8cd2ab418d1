import JourneyDiagnostics

extension MarkdownReader {
  /// What a line can begin.
  enum BlockStart: Equatable {
    case heading(level: Int)
    case rule
    /// A fence, with the number of its marks.
    case fence(Int)
    case html(MarkdownHTML.Ending)
    case quote
    /// An item of a list, with the width of its marker.
    case item(Int)
  }

  /// What a line begins; nil for text.
  ///
  /// `interrupts` is whether a paragraph stands above that the line might go on with.
  func blockStart(of line: MarkdownLine, interrupts: Bool) -> BlockStart? {
    let first = line.first
    switch first {
    case UInt8(ascii: "#"):
      let level = line.count(of: first)
      return level <= 6 && isSpaceOrEnd(line.byte(after: level)) ? .heading(level: level) : nil
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let length = line.count(of: first)
      let isInline = first == UInt8(ascii: "`") && line.rest.dropFirst(length).contains(first)
      return length >= 3 && !isInline ? .fence(length) : nil
    case UInt8(ascii: "<"): return MarkdownHTML.ending(of: line.rest, interrupts: interrupts).map { .html($0) }
    case UInt8(ascii: ">"): return .quote
    case UInt8(ascii: "_"): return isRule(line) ? .rule : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isRule(line) ? .rule : item(line, width: 1, interrupts: interrupts)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.rest.prefix(10).prefix { $0 &- 0x30 < 10 }
      let mark = line.byte(after: digits.count)
      guard digits.count <= 9, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      // A sentence may go on with a year, but hardly with the first of several.
      if interrupts, digits.elementsEqual("1".utf8) == false { return nil }
      return item(line, width: digits.count + 1, interrupts: interrupts)
    default: return nil
    }
  }

  private func item(_ line: MarkdownLine, width: Int, interrupts: Bool) -> BlockStart? {
    let isEmpty = line.rest.count == width
    guard isSpaceOrEnd(line.byte(after: width)), !(isEmpty && interrupts), !isTooDeep else { return nil }
    return .item(width)
  }

  /// Whether a line is nothing but three marks of a kind or more.
  private func isRule(_ line: MarkdownLine) -> Bool {
    var count = 0
    for byte in line.rest where !MarkdownLine.isSpace(byte) {
      guard byte == line.first else { return false }
      count += 1
    }
    return count >= 3 && line.first != UInt8(ascii: "+")
  }

  private func isSpaceOrEnd(_ byte: UInt8) -> Bool { byte == 0 || MarkdownLine.isSpace(byte) }

  /// The text of a heading, without the marks that may close it.
  func title(of line: MarkdownLine, level: Int) -> SourceRange {
    let text = MarkdownLine(bytes, (line.start + level)..<line.end)
    let marks = text.rest.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = text.end - marks
    guard marks > 0, before <= text.start || MarkdownLine.isSpace(bytes[before - 1]) else {
      return SourceRange(offset: text.start, length: max(text.end - text.start, 0))
    }
    let title = MarkdownLine(bytes, text.start..<max(before, text.start))
    return SourceRange(offset: title.start, length: max(title.end - title.start, 0))
  }

  /// Takes the targets of links off the beginning of a paragraph, such as `[label]: address`.
  mutating func takeDefinitions(from lines: [SourceRange]) -> [SourceRange] {
    var lines = lines[...]
    while let line = lines.first, let (label, target) = definition(in: line) {
      if document.definitions[label] == nil { document.definitions[label] = target }
      lines.removeFirst()
    }
    return Array(lines)
  }

  private func definition(in line: SourceRange) -> (label: String, target: SourceRange)? {
    let text = bytes[line.offset..<line.end]
    guard text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
      let close = text.prefix(1_000).firstIndex(of: UInt8(ascii: "]")), close > text.startIndex + 1,
      text[(close + 1)...].first == UInt8(ascii: ":")
    else { return nil }
    let rest = MarkdownLine(bytes, (close + 2)..<line.end)
    guard !rest.isBlank else { return nil }
    let label = String(decoding: bytes[(text.startIndex + 1)..<close], as: UTF8.self).lowercased()
    return (label, SourceRange(offset: rest.start, length: rest.end - rest.start))
  }

  // MARK: - Lines

  /// Takes off what stands between two lines `---` at the very start, or `+++` as some generators of sites have it.
  mutating func skipFrontMatter() -> Int {
    let first = MarkdownLine(bytes, 0..<lineEnd(from: 0))
    guard first.column == 0, first.rest.elementsEqual("---".utf8) || first.rest.elementsEqual("+++".utf8) else {
      return 0
    }
    let body = nextLine(after: first.lineEnd)
    var start = body
    while start < bytes.count {
      let line = MarkdownLine(bytes, start..<lineEnd(from: start))
      let next = nextLine(after: line.lineEnd)
      if line.column == 0, line.rest.elementsEqual(first.rest) || line.rest.elementsEqual("...".utf8) {
        if first.first == UInt8(ascii: "-") { document.frontMatter = SourceRange(offset: body, length: start - body) }
        return next
      }
      start = next
    }
    return 0
  }

  func lineEnd(from start: Int) -> Int { bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count }

  func nextLine(after end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    return end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
  }
}
