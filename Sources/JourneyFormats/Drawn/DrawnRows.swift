import JourneyLayout
import JourneyModel
import JourneySyntax

/// Spells the rows of a map as attributes, and remembers where each row stands among them.
protocol DrawnRowSink: AnyObject, RowSink {
  /// The attributes of all rows, one row after another.
  var text: ByteOutput { get }
  /// Where each row begins in the text.
  var starts: [Int] { get }

  init()
}

/// What a row describes.
enum DrawnRecord {
  case subject(Subject)
  case organization(Int)
  case metric(Int)
  case source(Int)
}

/// The rows of a map as attributes, and which of them stand on elements already.
struct DrawnRows<Sink: DrawnRowSink> {
  private let sink = Sink()
  private var numbers: [Subject: Int] = [:]
  /// For each row whether an element carries it.
  private var isCarried: [Bool]
  /// What each row describes, in the order of the rows.
  private(set) var records: [DrawnRecord] = []

  init(_ map: inout JourneyMap) {
    var writer = RowWriter(sink: sink)
    writer.write(&map, name: nil)
    records.reserveCapacity(sink.starts.count)
    isCarried = Array(repeating: false, count: sink.starts.count)
    collect(map)
  }

  /// Lists the records in the order in which rows are written, that of the fields of the model.
  private mutating func collect(_ map: JourneyMap) {
    add(.map)
    for number in map.organizations.indices { records.append(.organization(number)) }
    for number in map.actors.indices { add(.actor(number)) }
    for number in map.lanes.indices { add(.lane(number)) }
    for (stage, content) in map.stages.enumerated() {
      add(.stage(stage))
      add(content.cards, stage: stage, step: nil)
      for (step, content) in content.steps.enumerated() {
        add(.step(stage: stage, step: step))
        add(content.cards, stage: stage, step: step)
      }
    }
    for number in map.links.indices { add(.link(number)) }
    for number in map.metrics.indices { records.append(.metric(number)) }
    for number in map.sources.indices { records.append(.source(number)) }
  }

  private mutating func add(_ cards: Cards, stage: Int, step: Int?) {
    for (cell, content) in cards.cells.enumerated() {
      for card in content.cards.indices { add(.card(stage: stage, step: step, cell: cell, card: card)) }
    }
  }

  private mutating func add(_ subject: Subject) {
    numbers[subject] = records.count
    records.append(.subject(subject))
  }

  /// The number of a row, from 1, as its `cjm_row` says.
  func number(of subject: Subject) -> Int { (numbers[subject] ?? 0) + 1 }

  /// Whether an element carries the row of a subject.
  func isCarried(_ subject: Subject) -> Bool { numbers[subject].map { isCarried[$0] } ?? true }

  /// The places of the rows that no element carries yet.
  var uncarried: [Int] { isCarried.indices.filter { !isCarried[$0] } }

  /// Writes the attributes of the row that describes a subject.
  mutating func write(_ subject: Subject, to output: inout ByteOutput) {
    if let row = numbers[subject] { write(row: row, to: &output) }
  }

  /// Writes the attributes of a row, by its place.
  mutating func write(row: Int, to output: inout ByteOutput) {
    guard sink.starts.indices.contains(row), isCarried.indices.contains(row) else { return }
    isCarried[row] = true
    let end = row + 1 < sink.starts.count ? sink.starts[row + 1] : sink.text.count
    sink.text.copy(sink.starts[row]..<end, to: &output)
  }
}
