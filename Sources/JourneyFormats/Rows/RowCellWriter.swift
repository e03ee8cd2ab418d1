import JourneyModel
import JourneySyntax

/// Tells a sink the cells of one row by visiting the fields of its record.
struct RowCellWriter<Sink: RowSink>: FieldVisitor {
  private(set) var sink: Sink
  /// The id of the record.
  private(set) var id = ""
  private let fields = RowLayout.shared.fields
  /// The number of the field that comes next.
  private var field = 0

  init(sink: Sink) {
    self.sink = sink
  }

  mutating func begin(_ kind: RowKind, row: Int, map: String?) {
    field = RowLayout.shared.starts[Int(kind.rawValue)]
    id = ""
    sink.beginRow()
    sink.word(RowColumn.record, kind.name)
    if let map { sink.text(RowColumn.map, map) }
    sink.bare(RowColumn.row, String(row))
  }

  mutating func end() {
    sink.endRow()
  }

  mutating func place(_ column: Int, _ id: String) {
    if !id.isEmpty { sink.text(column, id) }
  }

  var visitsAbsentFields: Bool { false }

  /// The column of the field at hand; goes on to the next field.
  @inline(__always)
  private mutating func column() -> Int {
    field += 1
    return fields[field - 1].column
  }

  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString) {
    sink.bare(column(), String(number))
  }

  @inline(__always)
  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    let column = column()
    guard !value.isEmpty else { return }
    if column == RowColumn.id { id = value }
    sink.text(column, value)
  }

  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    list(value) { $0 }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    let column = column()
    if value { sink.bare(column, "true") }
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    let column = column()
    if let value { sink.bare(column, String(value)) }
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    let column = column()
    if let value { sink.bare(column, JSONNumber.spelling(value)) }
  }

  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    let column = column()
    if let value { sink.bare(column, String(value.rawValue)) }
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    let column = column()
    if let value { sink.text(column, value.rawValue) }
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    list(value, \.rawValue)
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    let column = column()
    if !value.isEmpty { sink.text(column, value.text) }
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    list(value, \.text)
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    let end = field + 1 + fields[field].innerCount
    field += 1
    if var nested = value { nested.visit(&self) }
    field = end
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    field += 1
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    field += 1
    extensions(&value.extensions)
  }

  mutating func extensions(_ value: inout [Extension]) {
    field += 1
    if !value.isEmpty { sink.extensions(RowLayout.shared.prefixes[field - 1], value) }
  }

  @inline(__always)
  private mutating func list<Item>(_ items: [Item], _ text: (Item) -> String) {
    let column = column()
    guard !items.isEmpty else { return }
    sink.text(column, RowList.spelled(items.map(text)))
  }
}

/// The spelling of a list in one cell: a line for each value, or a JSON array where a value could not be told from another.
enum RowList {
  static func spelled(_ items: [String]) -> String {
    guard items.allSatisfy(isLine) else { return JSONValue.array(items.map(JSONValue.string)).compactText }
    return items.count == 1 ? items[0] : items.joined(separator: "\n")
  }

  private static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.first != UInt8(ascii: "[") && !text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }
}

extension JSONValue {
  /// The value as JSON on one line.
  var compactText: String {
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      var emitter = JSONEmitter(output: output, isCompact: true)
      emitter.value(self)
    }
    return String(decoding: output.takeBytes(), as: UTF8.self)
  }
}
