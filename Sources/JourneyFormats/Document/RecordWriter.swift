import JourneyModel
import JourneySyntax

/// Writes a record as a mapping by visiting its fields; what says nothing is left out.
struct RecordWriter<Emitter: DocumentEmitter>: FieldVisitor {
  var emitter: Emitter

  var visitsAbsentFields: Bool { false }

  mutating func write<Item: Record>(_ record: inout Item) {
    emitter.beginMapping()
    record.visit(&self)
    emitter.endMapping()
  }

  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString) {
    emitter.key(name)
    emitter.bare(String(number))
  }

  @inline(__always)
  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    guard !value.isEmpty else { return }
    emitter.key(name)
    emitter.text(value)
  }

  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    list(name, value) { $0 }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    if value { bare(name, "true") }
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    if let value { bare(name, String(value)) }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    if let value { bare(name, JSONNumber.spelling(value)) }
  }

  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    if let value { bare(name, String(value.rawValue)) }
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    guard let value else { return }
    emitter.key(name)
    emitter.text(value.rawValue)
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    list(name, value, \.rawValue)
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    guard !value.isEmpty else { return }
    emitter.key(name)
    emitter.text(value.text)
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    list(name, value, \.text)
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    guard var nested = value else { return }
    emitter.key(name)
    write(&nested)
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    guard !value.isEmpty else { return }
    emitter.key(name)
    emitter.beginSequence()
    for index in value.indices {
      emitter.item()
      write(&value[index])
      emitter.checkpoint()
    }
    emitter.endSequence()
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    guard !value.isEmpty else { return }
    emitter.key(name)
    emitter.beginMapping()
    for cell in value.cells.indices { write(&value.cells[cell]) }
    extensions(&value.extensions)
    emitter.endMapping()
  }

  mutating func extensions(_ value: inout [Extension]) {
    for member in value {
      emitter.key(member.name)
      emitter.value(member.value)
    }
  }

  private mutating func write(_ cell: inout Cell) {
    emitter.key(cell.lane)
    emitter.beginSequence()
    for index in cell.cards.indices {
      emitter.item()
      if cell.cards[index].isText { emitter.text(cell.cards[index].text) } else { write(&cell.cards[index]) }
    }
    emitter.endSequence()
  }

  @inline(__always)
  private mutating func list<Item>(_ name: StaticString, _ items: [Item], _ text: (Item) -> String) {
    guard !items.isEmpty else { return }
    emitter.key(name)
    emitter.beginSequence()
    for item in items {
      emitter.item()
      emitter.text(text(item))
    }
    emitter.endSequence()
  }

  private mutating func bare(_ name: StaticString, _ text: String) {
    emitter.key(name)
    emitter.bare(text)
  }
}
