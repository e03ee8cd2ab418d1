import JourneyModel

extension Record {
  /// What a record of a list is called in a path: its id, or else its place from 1.
  ///
  /// An id of digits alone would look like a place, so such a record goes by its own.
  mutating func pathPart(place: Int) -> String {
    var finder = IDFinder()
    visit(&finder)
    return finder.id.isEmpty || finder.id.utf8.allSatisfy { $0 &- 0x30 < 10 } ? String(place) : finder.id
  }
}

/// Finds the id of a record, which is the first of its fields if it has one.
private struct IDFinder: FieldVisitor {
  var id = ""

  var visitsAbsentFields: Bool { false }

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    if case .id = kind { id = value }
  }

  mutating func version(_: StaticString, _: Int, _: StaticString) {}
  mutating func texts(_: StaticString, _: inout [String], _: TextKind, _: StaticString) {}
  mutating func flag(_: StaticString, _: inout Bool, _: StaticString) {}
  mutating func whole(_: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) {}
  mutating func number(_: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) {}
  mutating func rating(_: StaticString, _: inout Rating?, _: StaticString) {}
  mutating func word<Words: Vocabulary>(_: StaticString, _: inout Words?, _: StaticString) {}
  mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Words], _: StaticString) {}
  mutating func word<Words: Vocabulary>(_: StaticString, _: inout Open<Words>, _: StaticString) {}
  mutating func words<Words: Vocabulary>(_: StaticString, _: inout [Open<Words>], _: StaticString) {}
  mutating func record<Nested: Record>(_: StaticString, _: inout Nested?, _: StaticString) {}
  mutating func records<Item: Record>(_: StaticString, _: inout [Item], _: StaticString) {}
  mutating func cards(_: StaticString, _: inout Cards, _: StaticString) {}
  mutating func extensions(_: inout [Extension]) {}
}
