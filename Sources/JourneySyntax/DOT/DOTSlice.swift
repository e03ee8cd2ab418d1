import JourneyDiagnostics

/// An identifier or a value of a DOT text, in sixteen bytes: a slice of the source, or of the document’s own bytes where the source
/// spells it otherwise.
package struct DOTSlice: BitwiseCopyable {
  /// What there is to know of a text beside its bytes.
  package struct Marks: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The bytes stand in the document’s own block.
    static var isUnfolded: Marks { Marks(rawValue: 1) }
    /// It stands in quotation marks, and so is never a keyword.
    package static var isQuoted: Marks { Marks(rawValue: 2) }
    /// It is an HTML-like string, written between angle brackets.
    package static var isHTML: Marks { Marks(rawValue: 4) }
  }

  let start: UInt32
  let count: UInt32
  private let place: UInt32
  private let extent: UInt16
  package let marks: Marks

  init(start: Int, count: Int, range: SourceRange, marks: Marks) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: count)
    place = UInt32(truncatingIfNeeded: range.offset)
    extent = UInt16(clamping: range.length)
    self.marks = marks
  }

  /// Where it stands in the source, its quotation marks included, as far as a line reaches.
  package var range: SourceRange { SourceRange(offset: Int(place), length: Int(extent)) }

  /// How many bytes it has.
  package var length: Int { Int(count) }

  package var isHTML: Bool { marks.contains(.isHTML) }

  /// Whether it stands between quotation marks or angle brackets, and so can be joined with others by `+`.
  var isString: Bool { marks.contains(.isQuoted) || marks.contains(.isHTML) }
}
