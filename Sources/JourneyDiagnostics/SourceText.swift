/// The bytes of one input and its name, with line and column for any byte of it.
///
/// The text is UTF-8 without a byte order mark. ``init(name:decoding:advice:)`` makes such a text from the bytes of a file;
/// the plain initializer takes bytes that are known to be valid.
public final class SourceText: Sendable {
  /// What the input is called in diagnostics: the path as the user gave it, or `<stdin>`.
  public let name: String
  /// The text in UTF-8.
  public let bytes: [UInt8]
  /// Whether all bytes are ASCII, so that an offset in characters is an offset in bytes.
  public let isASCII: Bool

  /// Makes a source text from valid UTF-8.
  public init(name: String, utf8 bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.isASCII = bytes.withUnsafeBufferPointer { UTF8Check.isASCII($0) }
  }

  /// Makes a source text from a string.
  public convenience init(name: String, _ text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// The line and column of a byte offset; an offset past the end is the end.
  ///
  /// Reads the text from its start: ``LineTable`` is the better way to ask many times.
  public func position(at offset: Int) -> SourcePosition {
    LineTable(self, upTo: offset).position(at: offset)
  }

  /// The line that holds a byte offset, without its line break, as a range.
  public func lineRange(at offset: Int) -> SourceRange {
    let offset = min(max(offset, 0), bytes.count)
    var start = offset
    while start > 0, !Self.endsLine(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, !Self.endsLine(bytes[end]) { end += 1 }
    return SourceRange(offset: start, length: end - start)
  }

  /// The text of a range, cut to what there is.
  public func text(in range: SourceRange) -> String {
    let start = min(max(range.offset, 0), bytes.count)
    let end = min(max(range.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
