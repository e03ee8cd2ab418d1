import JourneyModel
import JourneySyntax

/// Tells a sink the rows of maps by visiting the field statements.
struct RowWriter<Sink: RowSink>: FieldVisitor {
  /// Takes the cells of one row.
  private var cells: RowCellWriter<Sink>
  /// The number of the last row.
  private var row = 0
  /// The map that the rows belong to, where there are several.
  private var map: String?
  /// The ids of the stage and the step at hand.
  ///
  /// Where one of them has no id, neither is told: the rows below it then belong to what stands right above them.
  private var stage = ""
  private var step = ""
  /// Whether the step at hand is a step, and not a stage as a whole.
  private var isInStep = false

  init(sink: Sink) {
    cells = RowCellWriter(sink: sink)
  }

  var sink: Sink { cells.sink }

  /// Tells all rows of a map; `name` stands in its column `map`.
  mutating func write(_ map: inout JourneyMap, name: String?) {
    self.map = name
    write(&map, .map)
  }

  private mutating func write<Item: Record>(_ record: inout Item, _ kind: RowKind, lane: String = "") {
    row += 1
    cells.begin(kind, row: row, map: map)
    switch kind {
    case .step: cells.place(RowColumn.stage, stage)
    case .card:
      if isInStep, stage.isEmpty || step.isEmpty {
        cells.place(RowColumn.step, stage.isEmpty ? step : "")
      } else {
        cells.place(RowColumn.stage, stage)
        cells.place(RowColumn.step, step)
      }
      cells.place(RowColumn.lane, lane)
    case .map, .organization, .actor, .lane, .stage, .link, .metric, .source: break
    }
    record.visit(&cells)
    cells.end()
    guard kind.hasChildren else { return }
    if kind == .stage {
      stage = cells.id
      step = ""
      isInStep = false
    } else if kind == .step {
      step = cells.id
      isInStep = true
    }
    record.visit(&self)
  }

  var visitsAbsentFields: Bool { false }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    guard let kind = RowKind(Item.self) else { return }
    for index in value.indices { write(&value[index], kind) }
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    for cell in value.cells.indices {
      for card in value.cells[cell].cards.indices {
        write(&value.cells[cell].cards[card], .card, lane: value.cells[cell].lane)
      }
    }
  }

  mutating func version(_: StaticString, _: Int, _: StaticString) {}
  mutating func text(_: StaticString, _: inout String, _: TextKind, _: Presence, _: StaticString) {}
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
  mutating func extensions(_: inout [Extension]) {}
}
