import JourneyDiagnostics

/// One cell of a ``CSVTable`` that says something, in twelve bytes.
package struct CSVCell: BitwiseCopyable {
  private static let quoted: UInt32 = 1 << 31
  private static let doubled: UInt32 = 1 << 30
  /// The most columns that a record can have: two bits of the number are marks.
  static let mostColumns = Int(doubled) - 1

  /// The offset in the source of its text, without the opening quote.
  private let start: UInt32
  /// The bytes of its text as it is spelled, without the quotes around it.
  private let count: UInt32
  private let columnAndMarks: UInt32

  init(start: Int, end: Int, column: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
    self.start = UInt32(truncatingIfNeeded: start)
    count = UInt32(truncatingIfNeeded: end - start)
    columnAndMarks =
      UInt32(truncatingIfNeeded: column) | (isQuoted ? Self.quoted : 0) | (hasDoubledQuotes ? Self.doubled : 0)
  }

  /// The number of its column, from 0.
  package var column: Int { Int(columnAndMarks & ~(Self.quoted | Self.doubled)) }

  /// The offset in the source of its text, without the opening quote.
  package var offset: Int { Int(start) }

  /// The bytes of its text as it is spelled, without the quotes around it.
  package var length: Int { Int(count) }

  /// Whether it stands in quotes.
  package var isQuoted: Bool { columnAndMarks & Self.quoted != 0 }

  /// Whether quotes in its text are spelled twice.
  package var hasDoubledQuotes: Bool { columnAndMarks & Self.doubled != 0 }

  /// Where it stands in the source, its quotes included.
  package var range: SourceRange {
    isQuoted ? SourceRange(offset: offset - 1, length: length + 2) : SourceRange(offset: offset, length: length)
  }
}

/// One record of a ``CSVTable``.
struct CSVRecord: BitwiseCopyable {
  /// The offset in the source where it begins.
  let start: UInt32
  /// The number of its first cell that says something.
  let firstCell: UInt32
  /// How many cells it has, empty ones included.
  let width: UInt32
}
