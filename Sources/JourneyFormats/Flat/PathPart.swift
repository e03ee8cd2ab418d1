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
private struct IDFinder: SelectiveVisitor {
  var id = ""

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    if case .id = kind { id = value }
  }
}
