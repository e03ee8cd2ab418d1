import JourneyModel
import JourneySyntax

extension JourneyMap {
  /// The flat form of the map, in the order of its fields.
  public var flatEntries: [FlatEntry] { FlatWriter.entries(of: self) }
}

/// Makes the flat form of a record by visiting its fields.
struct FlatWriter: FieldVisitor {
  private(set) var entries: [FlatEntry] = []
  private var path: [String] = []

  var visitsAbsentFields: Bool { false }

  /// The flat form of any record.
  static func entries(of record: some Record) -> [FlatEntry] {
    var record = record
    var writer = FlatWriter()
    record.visit(&writer)
    return writer.entries
  }

  private mutating func add(_ name: String, _ value: FlatValue) {
    entries.append(FlatEntry(path: path + [name], value: value))
  }

  private mutating func inside(_ part: String, _ body: (inout FlatWriter) -> Void) {
    path.append(part)
    body(&self)
    path.removeLast()
  }

  private func value(_ text: String, _ kind: TextKind) -> FlatValue { kind == .prose ? .prose(text) : .text(text) }

  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString) {
    add(name.description, .bare(String(number)))
  }

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    if !value.isEmpty { add(name.description, self.value(value, kind)) }
  }

  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    list(name, value.map { self.value($0, kind) })
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    if value { add(name.description, .bare("true")) }
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    if let value { add(name.description, .bare(String(value))) }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    if let value { add(name.description, .bare(JSONNumber.spelling(value))) }
  }

  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    if let value { add(name.description, .bare(String(value.rawValue))) }
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    if let value { add(name.description, .text(value.rawValue)) }
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    list(name, value.map { .text($0.rawValue) })
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    if !value.isEmpty { add(name.description, .text(value.text)) }
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    list(name, value.map { .text($0.text) })
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    guard var nested = value else { return }
    inside(name.description) { nested.visit(&$0) }
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    inside(name.description) { writer in
      for index in value.indices { writer.item(&value[index], place: index + 1) }
    }
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    inside(name.description) { writer in
      for cell in value.cells.indices {
        writer.inside(value.cells[cell].lane) { writer in
          for index in value.cells[cell].cards.indices {
            writer.item(&value.cells[cell].cards[index], place: index + 1)
          }
        }
      }
      writer.extensions(&value.extensions)
    }
  }

  mutating func extensions(_ value: inout [Extension]) {
    for member in value { add(member.name, .json(member.value)) }
  }

  private mutating func list(_ name: StaticString, _ items: [FlatValue]) {
    inside(name.description) { writer in
      for (index, item) in items.enumerated() { writer.add(String(index + 1), item) }
    }
  }

  private mutating func item<Item: Record>(_ item: inout Item, place: Int) {
    inside(item.pathPart(place: place)) { item.visit(&$0) }
  }
}
