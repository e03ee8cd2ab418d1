import JourneyLayout
import JourneyModel
import JourneySyntax

/// The names of nodes and clusters: ids where the map has them, else places.
///
/// An id has no dot, so a name with one never meets an id.
struct DOTNames {
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
    let number = numbers[index]
    if number == 0, Self.isMain(box.role, of: box.subject) { return }
    output.byte(UInt8(ascii: "."))
    output.text(box.role.rawValue)
    if number > 0 { output.text(".\(number + 1)") }
  }

  /// Writes the name of a band, without quotes.
  func writeBand(_ index: Int, _ band: Band, to output: inout ByteOutput) {
    output.text("\(band.role.rawValue).\(index + 1)")
  }

  private static func isMain(_ role: Box.Role, of subject: Subject) -> Bool {
    switch subject {
    case .map: role == .title
    case .actor: false
    case .lane: role == .lane
    case .stage: role == .stage
    case .step: role == .step
    case .card: role == .card || role == .emotion
    case .link: role == .pill
    }
  }

  private func write(_ subject: Subject, to output: inout ByteOutput) {
    switch subject {
    case .map: output.literal("map.")
    case .actor(let number):
      write(id: map.actors[number].id, or: "actor", number, to: &output)
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
      output.byte(UInt8(ascii: "."))
      output.text(cells[cell].lane)
      output.text(".\(card + 1)")
    case .link(let number): output.text("link.\(number + 1)")
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
