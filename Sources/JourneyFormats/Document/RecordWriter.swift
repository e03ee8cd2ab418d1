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
    emitter.number(number)
  }

  @inline(__always)
  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    guard !value.isEmpty else { return }
    emitter.key(name)
    emitter.text(value)
  }

  @inline(__always)
  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    if !value.isEmpty { field(name, value) }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    guard value else { return }
    emitter.key(name)
    emitter.bare("true")
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    if let value { field(name, value) }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    guard let value else { return }
    emitter.key(name)
    emitter.number(value)
  }

  @inline(__always)
  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    if let value { field(name, value.rawValue) }
  }

  @inline(__always)
  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    if let value { field(name, value.rawValue) }
  }

  @inline(__always)
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    if !value.isEmpty { field(name, value.map(\.rawValue)) }
  }

  @inline(__always)
  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    if !value.isEmpty { field(name, value.text) }
  }

  @inline(__always)
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    if !value.isEmpty { field(name, value.map(\.text)) }
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

  private mutating func field(_ name: StaticString, _ text: String) {
    emitter.key(name)
    emitter.text(text)
  }

  private mutating func field(_ name: StaticString, _ items: [String]) {
    emitter.key(name)
    emitter.beginSequence()
    for item in items {
      emitter.item()
      emitter.text(item)
    }
    emitter.endSequence()
  }

  private mutating func field(_ name: StaticString, _ number: Int) {
    emitter.key(name)
    emitter.number(number)
  }
}
