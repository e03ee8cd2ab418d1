/// Finds out whether fields say nothing, without moving them.
@usableFromInline
struct EmptinessCheck: FieldVisitor {
  @usableFromInline var isEmpty = true

  @inlinable
  init() {}

  @inlinable var visitsAbsentFields: Bool { false }

  @inlinable @inline(__always)
  mutating func note(_ isAbsent: Bool) { isEmpty = isEmpty && isAbsent }

  @inlinable mutating func version(_: StaticString, _: Int, _: StaticString) {}
  @inlinable mutating func text(_: StaticString, _ value: inout String, _: TextKind, _: Presence, _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func texts(_: StaticString, _ value: inout [String], _: TextKind, _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func flag(_: StaticString, _ value: inout Bool, _: StaticString) { note(!value) }
  @inlinable mutating func whole(_: StaticString, _ value: inout Int?, _: ClosedRange<Int>, _: StaticString) {
    note(value == nil)
  }
  @inlinable mutating func number(_: StaticString, _ value: inout Double?, _: ClosedRange<Double>, _: StaticString) {
    note(value == nil)
  }
  @inlinable mutating func rating(_: StaticString, _ value: inout Rating?, _: StaticString) { note(value == nil) }
  @inlinable mutating func word<Words: Vocabulary>(_: StaticString, _ value: inout Words?, _: StaticString) {
    note(value == nil)
  }
  @inlinable mutating func words<Words: Vocabulary>(_: StaticString, _ value: inout [Words], _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func word<Words: Vocabulary>(_: StaticString, _ value: inout Open<Words>, _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func words<Words: Vocabulary>(_: StaticString, _ value: inout [Open<Words>], _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func record<Nested: Record>(_: StaticString, _ value: inout Nested?, _: StaticString) {
    note(value == nil)
  }
  @inlinable mutating func records<Item: Record>(_: StaticString, _ value: inout [Item], _: StaticString) {
    note(value.isEmpty)
  }
  @inlinable mutating func cards(_: StaticString, _ value: inout Cards, _: StaticString) { note(value.isEmpty) }
  @inlinable mutating func extensions(_ value: inout [Extension]) { note(value.isEmpty) }
}
