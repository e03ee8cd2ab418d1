import JourneyModel

/// Which columns rows can have, and which field of which record stands in each: made once, from the field statements.
///
/// A column is named after the field, with a dot before a field of a nested record (`persona.age`); records that have a field of the
/// same name share its column. A field whose name is that of a place column stands under the record's name: a step's `map` is
/// `step.map`.
struct RowLayout: @unchecked Sendable {
  /// What a field holds, as far as its spelling in a row goes.
  enum Value: Equatable, Sendable {
    case text, date, number, flag, list
    /// A nested record; its fields follow.
    case record
    /// Records with rows of their own.
    case records(RowKind)
    /// The cards of a step or stage, which have rows of their own; the field for the extensions among them follows.
    case cards
    /// Keys that begin with `x-`.
    case extensions
  }

  /// A field of a kind of row.
  struct Field {
    let name: StaticString
    let value: Value
    /// The number of its column; −1 if it has none.
    var column = -1
    /// How many of the next fields are fields of this one.
    var innerCount = 0
    /// The field that this one is a field of; −1 for none.
    var outer = -1
  }

  /// The name of the column that holds extensions which have no column of their own, as one JSON object.
  static let extensionsColumn = "extensions"

  /// The layout there is.
  static let shared = RowLayout()

  /// The names of the columns, in the order in which a table shows them.
  private(set) var columns = RowColumn.names
  /// The fields of all kinds, in the order of the model.
  ///
  /// They are asked for with every cell, and so stand in memory that lasts as long as the program and needs no counting of
  /// references.
  let fields: UnsafeBufferPointer<Field>
  /// What stands before the names of each field's column: `persona.` or nothing.
  private(set) var prefixes: [String] = []
  /// Where the fields of each kind begin in ``fields``, and after the last kind their number.
  private(set) var starts: [Int] = []

  private init() {
    var builder = RowLayoutBuilder()
    for kind in RowKind.allCases {
      starts.append(builder.fields.count)
      builder.visit(kind)
    }
    starts.append(builder.fields.count)
    prefixes = builder.prefixes
    Self.nameColumns(&columns, of: &builder, starts: starts)
    let memory = UnsafeMutableBufferPointer<Field>.allocate(capacity: builder.fields.count)
    _ = memory.initialize(from: builder.fields)
    fields = UnsafeBufferPointer(memory)
  }

  /// The fields of a kind, as numbers in ``fields``.
  func fields(of kind: RowKind) -> Range<Int> { starts[Int(kind.rawValue)]..<starts[Int(kind.rawValue) + 1] }

  /// Numbers the columns, those first that somebody who edits cards in a table looks at most.
  private static func nameColumns(_ columns: inout [String], of builder: inout RowLayoutBuilder, starts: [Int]) {
    var numbers = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for kind in [RowKind.card, .step, .stage, .lane, .actor, .organization, .link, .metric, .source, .map] {
      for field in starts[Int(kind.rawValue)]..<starts[Int(kind.rawValue) + 1] {
        switch builder.fields[field].value {
        case .record, .records, .cards, .extensions: continue
        case .text, .date, .number, .flag, .list: break
        }
        var name = builder.prefixes[field] + builder.fields[field].name.description
        if let number = numbers[name], RowColumn.isPlace(number) { name = "\(kind.name).\(name)" }
        let number = numbers[name] ?? columns.count
        if number == columns.count {
          numbers[name] = number
          columns.append(name)
        }
        builder.fields[field].column = number
      }
    }
  }
}

/// Lists the fields of records, those of nested ones after theirs.
private struct RowLayoutBuilder: FieldVisitor {
  var fields: [RowLayout.Field] = []
  private(set) var prefixes: [String] = []
  private var prefix = ""

  var visitsAbsentFields: Bool { true }

  mutating func visit(_ kind: RowKind) {
    switch kind {
    case .map: visit(JourneyMap.self)
    case .organization: visit(Organization.self)
    case .actor: visit(Actor.self)
    case .lane: visit(Lane.self)
    case .stage: visit(Stage.self)
    case .step: visit(Step.self)
    case .card: visit(Card.self)
    case .link: visit(Link.self)
    case .metric: visit(Metric.self)
    case .source: visit(Source.self)
    }
  }

  private mutating func visit<Item: Record>(_: Item.Type) {
    var item = Item()
    item.visit(&self)
  }

  private mutating func add(_ name: StaticString, _ value: RowLayout.Value) {
    fields.append(RowLayout.Field(name: name, value: value))
    prefixes.append(prefix)
  }

  /// Adds a field with the fields inside it.
  private mutating func add(
    _ name: StaticString, _ value: RowLayout.Value, _ inner: (inout RowLayoutBuilder) -> Void
  ) {
    let outer = fields.count
    add(name, value)
    let before = prefix
    prefix += "\(name)."
    inner(&self)
    prefix = before
    fields[outer].innerCount = fields.count - outer - 1
    for field in outer + 1..<fields.count { fields[field].outer = outer }
  }

  mutating func version(_ name: StaticString, _: Int, _: StaticString) { add(name, .number) }
  mutating func text(_ name: StaticString, _: inout String, _ kind: TextKind, _: Presence, _: StaticString) {
    add(name, kind == .date ? .date : .text)
  }
  mutating func texts(_ name: StaticString, _: inout [String], _: TextKind, _: StaticString) { add(name, .list) }
  mutating func flag(_ name: StaticString, _: inout Bool, _: StaticString) { add(name, .flag) }
  mutating func whole(_ name: StaticString, _: inout Int?, _: ClosedRange<Int>, _: StaticString) { add(name, .number) }
  mutating func number(_ name: StaticString, _: inout Double?, _: ClosedRange<Double>, _: StaticString) {
    add(name, .number)
  }
  mutating func rating(_ name: StaticString, _: inout Rating?, _: StaticString) { add(name, .number) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Words?, _: StaticString) { add(name, .text) }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Words], _: StaticString) { add(name, .list) }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _: inout Open<Words>, _: StaticString) {
    add(name, .text)
  }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _: inout [Open<Words>], _: StaticString) {
    add(name, .list)
  }

  mutating func record<Nested: Record>(_ name: StaticString, _: inout Nested?, _: StaticString) {
    add(name, .record) { $0.visit(Nested.self) }
  }

  mutating func records<Item: Record>(_ name: StaticString, _: inout [Item], _: StaticString) {
    if let kind = RowKind(Item.self) { add(name, .records(kind)) }
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _: StaticString) {
    add(name, .cards) { $0.extensions(&value.extensions) }
  }

  mutating func extensions(_: inout [Extension]) { add("x-", .extensions) }
}
