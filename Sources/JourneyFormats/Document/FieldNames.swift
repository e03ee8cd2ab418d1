import JourneyModel

/// The names of a record's fields.
struct FieldNames: FieldVisitor {
  private var names: [String] = []

  static func of<Item: Record>(_: Item.Type) -> [String] {
    var visitor = FieldNames()
    var record = Item()
    record.visit(&visitor)
    return visitor.names
  }

  var visitsAbsentFields: Bool { true }

  private mutating func add(_ name: StaticString) { names.append(name.description) }

  mutating func version(_ name: StaticString, _: Int, _: StaticString) { add(name) }
  mutating func text(_ name: StaticString, _: inout String, _: TextKind, _: Presence, _: StaticString) { add(name) }
  mutating func texts(_ name: StaticString, _: inout [String], _: TextKind, _: StaticString) { add(name) }
  mutating func flag(_ name: StaticString, _: inout Bool, _: StaticString) { add(name) }
  mutating func whole(_ name: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) { add(name) }
  mutating func number(_ name: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) { add(name) }
  mutating func rating(_ name: StaticString, _: inout Rating?, _: StaticString) { add(name) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Words?, _: StaticString) { add(name) }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Words], _: StaticString) { add(name) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Open<Words>, _: StaticString) { add(name) }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Open<Words>], _: StaticString) { add(name) }
  mutating func record<Nested: Record>(_ name: StaticString, _: inout Nested?, _: StaticString) { add(name) }
  mutating func records<Item: Record>(_ name: StaticString, _: inout [Item], _: StaticString) { add(name) }
  mutating func cards(_ name: StaticString, _: inout Cards, _: StaticString) { add(name) }
  mutating func extensions(_: inout [Extension]) {}
}
