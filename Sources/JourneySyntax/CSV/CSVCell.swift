import JourneyDiagnostics

/// One cell of a ``CSVTable`` that says something, in sixteen bytes.
@usableFromInline
package struct CSVCell: BitwiseCopyable {
  @usableFromInline static var quoted: UInt32 { 1 << 31 }
  @usableFromInline static var unfolded: UInt32 { 1 << 30 }
  /// The most columns that a record can have: two bits of the number are marks.
  static let mostColumns = Int(unfolded) - 1

  /// The offset in the source where the cell begins, with its quote if it has one.
  @usableFromInline let place: UInt32
  /// The offset of its text, in the source or in the table's own bytes.
  @usableFromInline let start: UInt32
  /// The bytes of its text.
  @usableFromInline let count: UInt32
  @usableFromInline let columnAndMarks: UInt32

  /// A cell as it stands in the source, without the quotes around it.
  init(start: Int, end: Int, column: Int, isQuoted: Bool = false) {
    place = UInt32(truncatingIfNeeded: isQuoted ? start - 1 : start)
    self.start = UInt32(truncatingIfNeeded: start)
    count = UInt32(truncatingIfNeeded: end - start)
    columnAndMarks = UInt32(truncatingIfNeeded: column) | (isQuoted ? Self.quoted : 0)
  }

  /// A cell in quotes whose text stands in the table's own bytes, since the source spells the quotes in it twice.
  init(place: Int, unfoldedStart start: Int, count: Int, column: Int) {
    self.place = UInt32(truncatingIfNeeded: place)
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: count)
    columnAndMarks = UInt32(truncatingIfNeeded: column) | Self.quoted | Self.unfolded
  }

  /// The number of its column, from 0.
  @inlinable @inline(__always)
  package var column: Int { Int(columnAndMarks & ~(Self.quoted | Self.unfolded)) }

  /// The bytes of its text.
  @inlinable @inline(__always)
  package var length: Int { Int(count) }

  /// Whether it stands in quotes.
  @inlinable @inline(__always)
  package var isQuoted: Bool { columnAndMarks & Self.quoted != 0 }

  /// Whether its text stands in the table's own bytes.
  @inlinable @inline(__always)
  var isUnfolded: Bool { columnAndMarks & Self.unfolded != 0 }
}

/// One record of a ``CSVTable``.
@usableFromInline
struct CSVRecord: BitwiseCopyable {
  /// The offset in the source where it begins.
  @usableFromInline let start: UInt32
  /// The number of its first cell that says something.
  @usableFromInline let firstCell: UInt32
  /// How many cells it has, empty ones included.
  let width: UInt32
}
