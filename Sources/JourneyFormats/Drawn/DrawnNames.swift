import JourneyLayout
import JourneyModel
import JourneySyntax

/// The names of nodes and clusters: ids where the map has them, else places.
///
/// An id has no dot, so a name with one never meets an id.
struct DrawnNames {
  private let map: JourneyMap
  /// For each box how many of the same subject and role there are before it.
  private let numbers: [Int32]

  init(_ map: JourneyMap, _ drawing: Drawing) {
    struct Key: Hashable {
      let subject: Subject
      let role: Box.Role
    }
    self.map = map
    var counts: [Key: Int32] = [:]
    counts.reserveCapacity(drawing.boxes.count)
    numbers = drawing.boxes.map { box in
      let key = Key(subject: box.subject, role: box.role)
      let number = counts[key, default: 0]
      counts[key] = number + 1
      return number
    }
  }

  /// Writes the name of a box, without quotes.
  func writeBox(_ index: Int, _ box: Box, to output: inout ByteOutput) {
    write(box.subject, to: &output)
    if isMain(index, box) { return }
    output.byte(UInt8(ascii: "."))
    output.text(box.role.rawValue)
    if numbers[index] > 0 { output.text(".\(numbers[index] + 1)") }
  }

  /// Writes the name of a band, without quotes.
  func writeBand(_ index: Int, _ band: Band, to output: inout ByteOutput) {
    output.text("\(band.role.rawValue).\(index + 1)")
  }

  /// Whether a box is the one that stands for its subject.
  func isMain(_ index: Int, _ box: Box) -> Bool {
    guard numbers[index] == 0 else { return false }
    return switch box.subject {
    case .map, .link: false
    case .actor: box.role == .chip
    case .lane: box.role == .lane
    case .stage: box.role == .stage
    case .step: box.role == .step
    case .card: box.role == .card
    }
  }

  /// Writes the name of the node that stands for a subject, without quotes.
  func write(_ subject: Subject, to output: inout ByteOutput) {
    switch subject {
    case .map: output.literal("map")
    case .actor(let number): write(id: map.actors[number].id, or: "actor", number, to: &output)
    case .lane(let number):
      output.literal("lane.")
      output.text(map.lanes[number].id.isEmpty ? "\(number + 1)" : map.lanes[number].id)
    case .stage(let number): write(id: map.stages[number].id, or: "stage", number, to: &output)
    case .step(let stage, let step): write(stage: stage, step: step, to: &output)
    case .card(let stage, let step, let cell, let card):
      let cells = step.map { map.stages[stage].steps[$0].cards.cells } ?? map.stages[stage].cards.cells
      let id = cells[cell].cards[card].id
      if !id.isEmpty { return output.text(id) }
      if let step { write(stage: stage, step: step, to: &output) } else { write(.stage(stage), to: &output) }
      // A slash, since the parts of a step's own have a dot there.
      output.byte(UInt8(ascii: "/"))
      output.text(cells[cell].lane)
      output.text("/\(card + 1)")
    case .link(let number): output.text("link.\(number + 1)")
    }
  }

  /// Writes the name of the node that carries a row, without quotes.
  func write(_ record: DrawnRecord, to output: inout ByteOutput) {
    switch record {
    case .subject(let subject): write(subject, to: &output)
    case .organization(let number): output.text("organization.\(number + 1)")
    case .metric(let number): output.text("metric.\(number + 1)")
    case .source(let number): output.text("source.\(number + 1)")
    }
  }

  private func write(stage: Int, step: Int, to output: inout ByteOutput) {
    let id = map.stages[stage].steps[step].id
    output.text(id.isEmpty ? "step.\(stage + 1).\(step + 1)" : id)
  }

  private func write(id: String, or kind: String, _ number: Int, to output: inout ByteOutput) {
    output.text(id.isEmpty ? "\(kind).\(number + 1)" : id)
  }
}
