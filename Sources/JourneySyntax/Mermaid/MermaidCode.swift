import JourneyDiagnostics

/// The text of a diagram as Mermaid parses it: without front matter, directives and comment lines, with line feeds.
///
/// The steps and their order are Mermaid’s own (packages/mermaid/src/preprocess.ts, diagram-api/regexes.ts, comments.ts). What is left
/// knows where in the source it comes from.
package struct MermaidCode {
  /// What is left.
  package private(set) var bytes: [UInt8] = []
  /// The YAML between the first two lines `---`; nil if there is none.
  package private(set) var frontMatter: SourceRange?
  /// The first comment that was taken out.
  private(set) var firstComment: SourceRange?
  /// Where runs of bytes begin, and where each comes from; the first at 0.
  private var runs: [(start: Int, place: Int)] = []

  private let source: [UInt8]
  private let end: Int

  /// Prepares the part of a source that is a diagram.
  package init(_ source: SourceText, in range: SourceRange) {
    self.source = source.bytes
    end = min(range.end, source.bytes.count)
    var index = min(range.offset, end)
    index = skipFrontMatter(from: index)
    bytes.reserveCapacity(end - index)
    copy(from: index)
  }

  /// Where in the source a range of the code comes from.
  package func place(_ range: Range<Int>) -> SourceRange {
    let start = place(range.lowerBound)
    guard !range.isEmpty else { return SourceRange(offset: start) }
    return SourceRange(offset: start, length: place(range.upperBound - 1) + 1 - start)
  }

  private func place(_ offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    return low < runs.count ? runs[low].place + offset - runs[low].start : end
  }

  /// The text of a range.
  package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension MermaidCode {
  /// Front matter begins on the very first line and ends with a line of the same indentation.
  private mutating func skipFrontMatter(from start: Int) -> Int {
    var index = start
    while index < end, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
    let indent = source[start..<index]
    guard isRule(at: index), var line = nextLine(after: index + 3) else { return start }
    let body = line
    while line < end {
      let isClosing = source[line..<end].starts(with: indent) && isRule(at: line + indent.count)
      guard let next = nextLine(after: line) else { return start }
      if isClosing {
        frontMatter = SourceRange(offset: body, length: line - body)
        return next
      }
      line = next
    }
    return start
  }

  /// Whether three hyphens and nothing else but white space end the line.
  private func isRule(at index: Int) -> Bool {
    guard index + 3 <= end, source[index..<index + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
    return source[(index + 3)..<lineEnd(from: index)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func lineEnd(from index: Int) -> Int {
    source[index..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
  }

  /// Where the next line begins; nil if the line has no end.
  private func nextLine(after index: Int) -> Int? {
    let line = lineEnd(from: index)
    guard line < end else { return nil }
    return line + (source[line] == 0x0D && line + 1 < end && source[line + 1] == 0x0A ? 2 : 1)
  }
}

extension MermaidCode {
  private mutating func copy(from start: Int) {
    var index = start
    while index < end {
      if bytes.isEmpty || bytes.last == 0x0A, let next = commentEnd(from: index) {
        index = next
        continue
      }
      let byte = source[index]
      switch byte {
      case 0x0D:
        append(0x0A, from: index)
        index += index + 1 < end && source[index + 1] == 0x0A ? 2 : 1
      case UInt8(ascii: "%"):
        if let next = directiveEnd(from: index) {
          index = next
        } else {
          append(byte, from: index)
          index += 1
        }
      default:
        append(byte, from: index)
        index += 1
      }
    }
  }

  private mutating func append(_ byte: UInt8, from place: Int) {
    let isNext = runs.last.map { place - $0.place == bytes.count - $0.start } ?? false
    if !isNext { runs.append((bytes.count, place)) }
    bytes.append(byte)
  }

  /// The beginning of the next line if this one is a comment: white space, `%%`, and anything but `{` or nothing.
  private mutating func commentEnd(from start: Int) -> Int? {
    var index = start
    while index < end, source[index] != 0x0A, source[index] != 0x0D {
      let length = MermaidSpace.length(source[index..<end])
      if length == 0 { break }
      index += length
    }
    guard index + 2 < end, source[index] == UInt8(ascii: "%"), source[index + 1] == UInt8(ascii: "%"),
      source[index + 2] != UInt8(ascii: "{"), source[index + 2] != 0x0A, source[index + 2] != 0x0D
    else { return nil }
    if firstComment == nil { firstComment = SourceRange(offset: index, length: lineEnd(from: index) - index) }
    return nextLine(after: index) ?? end
  }

  /// The end of the directive that begins here, such as `%%{init: {"theme": "dark"}}%%`; without a closing `}%%` it takes all that
  /// follows.
  private func directiveEnd(from start: Int) -> Int? {
    guard source[start..<end].starts(with: "%%{".utf8) else { return nil }
    var index = skipSpace(from: start + 3)
    let word = skipWord(from: index)
    guard word > index else { return nil }
    index = word
    let colon = skipSpace(from: index)
    if colon < end, source[colon] == UInt8(ascii: ":") { index = colon + 1 }
    index = skipSpace(from: index)
    let argument = skipWord(from: index)
    if argument > index {
      index = skipSpace(from: argument)
      return source[index..<end].starts(with: "}%%".utf8) ? index + 3 : index
    }
    while index < end {
      if source[index] == UInt8(ascii: "}"), source[index..<end].starts(with: "}%%".utf8) { return index + 3 }
      index += 1
    }
    return end
  }

  private func skipSpace(from start: Int) -> Int {
    var index = start
    while index < end {
      let length = MermaidSpace.length(source[index..<end])
      if length == 0 { break }
      index += length
    }
    return index
  }

  private func skipWord(from start: Int) -> Int {
    var index = start
    while index < end, MermaidSpace.isWord(source[index]) { index += 1 }
    return index
  }
}
