import JourneyModel
import JourneySyntax

/// Writes a map as a user journey of Mermaid: stages are sections, steps are tasks, emotions are scores.
struct MermaidMapWriter {
  /// The extension that keeps a title for those who hear the diagram, where it differs from the title.
  static let accessibleTitle = "x-mermaid-acc-title"

  private let map: JourneyMap
  private var spelling = MermaidSpelling()
  /// How actors are spelled, by id.
  private var actors: [String: String] = [:]
  private let emotions: MainEmotions

  static func write(_ map: JourneyMap, to output: inout ByteOutput) -> [Loss] {
    var writer = MermaidMapWriter(map)
    writer.write(to: &output)
    return writer.losses
  }

  private init(_ map: JourneyMap) {
    self.map = map
    emotions = MainEmotions(map)
    for actor in map.actors {
      actors[actor.id] = spelling.actor(actor.name.isEmpty ? actor.id : actor.name)
    }
  }

  private mutating func write(to output: inout ByteOutput) {
    output.literal("journey\n")
    output.text("  title \(MermaidSpelling.title(map.title))\n")
    if case .string(let text)? = map.extensions.first(where: { $0.name == Self.accessibleTitle })?.value {
      output.text("  accTitle: \(MermaidSpelling.line(text))\n")
    }
    if !map.description.isEmpty {
      output.text("  accDescr {\n    \(MermaidSpelling.block(map.description))\n  }\n")
    }
    for (place, stage) in map.stages.enumerated() {
      // What stands before the first section is in none.
      if place > 0 || !stage.title.isEmpty || stage.steps.isEmpty {
        output.text("  section \(spelling.section(stage.title))\n")
      }
      for step in stage.steps { write(step, to: &output) }
      output.checkpoint()
    }
  }

  private func write(_ step: Step, to output: inout ByteOutput) {
    let score = RatingScale.oneToFive.mark(of: emotions.card(of: step)?.emotion ?? 0)
    output.text("    \(MermaidSpelling.task(step.title)): \(JSONNumber.spelling(score))")
    let names = step.actors.compactMap { actors[$0] }
    if !names.isEmpty { output.text(": \(names.joined(separator: ", "))") }
    output.literal("\n")
  }

  // MARK: - Losses

  /// What is written of a map is taken out before the rest is counted: of several emotions only one is.
  private static let carried = CarriedFields(["map.id", "actor.id", "lane.type", "stage.id", "step.id"], lanes: [])

  private var losses: [Loss] {
    var (left, unused) = self.left
    var count = LossCount()
    count.add(unused, "actor in no step", "actors in no step")
    count.count(&left, carrying: Self.carried)
    let silent = map.stages.flatMap(\.steps).filter { emotions.card(of: $0) == nil }.count
    let fate = "written with the score 3"
    return count.all
      + (silent > 0 ? [Loss(silent, "step without an emotion", "steps without an emotion", fate: fate)] : [])
  }

  /// What is left of the map when all that is written is taken out, and how many actors are in no step.
  private var left: (map: JourneyMap, unused: Int) {
    var left = map
    left.title = ""
    left.description = ""
    left.extensions.removeAll { member in
      if case .string = member.value { member.name == Self.accessibleTitle } else { false }
    }
    let used = Set(map.stages.flatMap(\.steps).flatMap(\.actors))
    left.actors.removeAll { !used.contains($0.id) }
    for index in left.actors.indices { left.actors[index].name = "" }
    for stage in left.stages.indices {
      left.stages[stage].title = ""
      for step in left.stages[stage].steps.indices {
        left.stages[stage].steps[step].title = ""
        left.stages[stage].steps[step].actors = []
        emotions.remove(from: &left.stages[stage].steps[step])
      }
    }
    return (left, map.actors.count - left.actors.count)
  }
}
