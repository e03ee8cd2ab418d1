/// A line while it is read: what is left of it, and the column in which that begins.
struct MarkdownLine {
  private let bytes: [UInt8]
  /// The offset of the first byte that indents nothing.
  private(set) var start: Int
  /// The offset after the last byte that is no white space.
  let end: Int
  /// The offset of the line break.
  let lineEnd: Int
  /// The column of ``start``, with tab stops every four columns.
  private(set) var column = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    lineEnd = range.upperBound
    var end = range.upperBound
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    self.end = end
    skipSpace()
  }

  /// Whether nothing is left.
  var isBlank: Bool { start >= end }

  /// The first byte of what is left; 0 if nothing is.
  var first: UInt8 { start < end ? bytes[start] : 0 }

  /// The byte after as many others; 0 past the end.
  func byte(after count: Int) -> UInt8 { start + count < end ? bytes[start + count] : 0 }

  /// What is left, without white space at its end.
  var rest: ArraySlice<UInt8> { bytes[start..<max(start, end)] }

  /// How many bytes of a value come first.
  func count(of byte: UInt8) -> Int { rest.prefix { $0 == byte }.count }

  /// Takes bytes off, each as wide as a column, and the white space after them.
  mutating func take(_ count: Int) {
    start += count
    column += count
    skipSpace()
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func skipSpace() {
    while start < end, Self.isSpace(bytes[start]) {
      column += bytes[start] == 0x09 ? 4 - column % 4 : 1
      start += 1
    }
  }
}
