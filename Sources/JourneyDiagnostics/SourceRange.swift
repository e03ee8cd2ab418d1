/// A stretch of bytes in a source text.
///
/// Readers carry byte offsets and nothing else: they cost one word, and ``SourceText/position(at:)`` turns the few that are
/// ever shown into lines and columns.
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte, from 0.
  public var offset: Int
  /// The number of bytes; 0 marks a place between two bytes.
  public var length: Int

  /// Makes a range of `length` bytes from `offset` on.
  @inlinable
  public init(offset: Int, length: Int = 0) {
    self.offset = offset
    self.length = length
  }

  /// The offset of the byte after the last one.
  @inlinable
  public var end: Int { offset + length }

  /// The range in a text that holds this one's text from `offset` on.
  package func moved(by offset: Int) -> SourceRange { SourceRange(offset: self.offset + offset, length: length) }
}

/// A line and a column as editors show them.
public struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  ///
  /// Line feed, carriage return and both together end a line.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
