/// Goes through the fields of a model type, in the order in which its ``Record/visit(_:)`` states them.
///
/// Readers, writers, the checks, the schema and the tests' generators are all visitors, so a field that is stated is read,
/// written, checked, described and tested. A visitor is generic and specialized: for a reader a field is a comparison with the
/// key at hand, for a writer a test for absence; the description costs nothing where nobody asks for it.
@usableFromInline
package protocol FieldVisitor {
  /// Whether fields that say nothing matter too; a visitor that only takes what is there may skip them.
  var visitsAbsentFields: Bool { get }

  /// The number that says which edition of the format a map is written in.
  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString)

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString)
  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString)
  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString)
  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString)
  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString)
  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString)

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString)
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString)
  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString)
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString)

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString)
  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString)
  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString)
  mutating func extensions(_ value: inout [Extension])
}

/// Whether a field must say something.
@usableFromInline
package enum Presence {
  case required
  case optional
}

extension FieldVisitor {
  /// A text that may be absent.
  @inlinable @inline(__always)
  package mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ about: StaticString
  ) {
    text(name, &value, kind, .optional, about)
  }
}

/// A model type that states its fields.
@usableFromInline
package protocol Record: Hashable, Sendable {
  /// A record that says nothing.
  init()

  /// What one of them is called: singular, lower case.
  static var name: StaticString { get }

  /// One of its kind's sentence for the schema and the reference.
  static var about: StaticString { get }

  /// States the fields, in the order in which they are written.
  mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor)
}

extension Record {
  /// Whether it says nothing at all.
  @inlinable package var isEmpty: Bool {
    var record = self
    return record.saysNothing()
  }

  /// Whether it says nothing at all, asked where it stands: to copy a large record would cost more than the answer.
  @inlinable
  package mutating func saysNothing() -> Bool {
    var check = EmptinessCheck()
    visit(&check)
    return check.isEmpty
  }
}
