import JourneyModel

extension Record {
  /// Goes through every text for people that says something, with its path in the flat form; `body` may change the text.
  ///
  /// Translations, placeholders and translators' strings are put in here.
  package mutating func forEachProse(in prefix: [String] = [], _ body: ([String], inout String) -> Void) {
    withoutActuallyEscaping(body) { body in
      var visitor = ProseVisitor(path: prefix, body: body)
      visit(&visitor)
    }
  }
}

/// Hands every text for people of a record to a function.
private struct ProseVisitor: SelectiveVisitor {
  private var path: [String]
  private let body: ([String], inout String) -> Void

  init(path: [String], body: @escaping ([String], inout String) -> Void) {
    self.path = path
    self.body = body
  }

  private mutating func inside(_ part: String, _ body: (inout ProseVisitor) -> Void) {
    path.append(part)
    body(&self)
    path.removeLast()
  }

  private mutating func item<Item: Record>(_ item: inout Item, place: Int) {
    inside(item.pathPart(place: place)) { item.visit(&$0) }
  }

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    guard kind == .prose, !value.isEmpty else { return }
    body(path + [name.description], &value)
  }

  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    guard kind == .prose else { return }
    for index in value.indices { body(path + [name.description, String(index + 1)], &value[index]) }
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    guard var nested = value else { return }
    inside(name.description) { nested.visit(&$0) }
    value = nested
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    inside(name.description) { visitor in
      for index in value.indices { visitor.item(&value[index], place: index + 1) }
    }
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    inside(name.description) { visitor in
      for cell in value.cells.indices {
        visitor.inside(value.cells[cell].lane) { visitor in
          for index in value.cells[cell].cards.indices {
            visitor.item(&value.cells[cell].cards[index], place: index + 1)
          }
        }
      }
    }
  }
}
