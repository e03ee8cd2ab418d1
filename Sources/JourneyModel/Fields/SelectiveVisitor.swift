/// A visitor that looks at some kinds of fields only, and passes over those that it does not name.
package protocol SelectiveVisitor: FieldVisitor {}

extension SelectiveVisitor {
  package var visitsAbsentFields: Bool { false }

  package mutating func version(_: StaticString, _: Int, _: StaticString) {}
  package mutating func text(_: StaticString, _: inout String, _: TextKind, _: Presence, _: StaticString) {}
  package mutating func texts(_: StaticString, _: inout [String], _: TextKind, _: StaticString) {}
  package mutating func flag(_: StaticString, _: inout Bool, _: StaticString) {}
  package mutating func whole(_: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) {}
  package mutating func number(_: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) {}
  package mutating func rating(_: StaticString, _: inout Rating?, _: StaticString) {}
  package mutating func word<Words: Vocabulary>(_: StaticString, _: inout Words?, _: StaticString) {}
  package mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Words], _: StaticString) {}
  package mutating func word<Words: Vocabulary>(_: StaticString, _: inout Open<Words>, _: StaticString) {}
  package mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Open<Words>], _: StaticString) {}
  package mutating func record<Nested: Record>(_: StaticString, _: inout Nested?, _: StaticString) {}
  package mutating func records<Item: Record>(_: StaticString, _: inout [Item], _: StaticString) {}
  package mutating func cards(_: StaticString, _: inout Cards, _: StaticString) {}
  package mutating func extensions(_: inout [Extension]) {}
}
