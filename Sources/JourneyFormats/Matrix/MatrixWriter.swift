import JourneyModel
import JourneySyntax
import JourneyTerms

/// Draws a map as a table for people: stages and steps across, lanes down, a card a line.
struct MatrixWriter {
  private let map: JourneyMap
  private let terms: Terms
  private let decimal: String

  /// Prepares the table of a map; `decimal` stands before the fraction of an emotion.
  init(_ map: JourneyMap, decimal: String = ".") {
    self.map = map
    self.decimal = decimal
    terms = Terms.in(map.language.isEmpty ? "en" : map.language)
  }

  private var hasActors: Bool { map.lanes.contains { !$0.actor.isEmpty } }

  private var hasSteps: Bool {
    map.stages.contains { stage in stage.steps.count > 1 || stage.steps.contains { $0.title != stage.title } }
  }

  /// The rows of texts: the title, the heads, and a row for each lane.
  var rows: [[String]] {
    var stages = head("map.stage")
    var steps = head("map.step")
    for stage in map.stages {
      for step in stage.steps {
        stages.append(MatrixCards.line(stage.title))
        steps.append(MatrixCards.line(step.title))
      }
    }
    return [[MatrixCards.line(map.title)], stages] + (hasSteps ? [steps] : []) + map.lanes.map(row)
  }

  private func head(_ key: String) -> [String] {
    [terms[key] ?? ""] + (hasActors ? [key == "map.stage" ? terms["map.actor"] ?? "" : ""] : [])
  }

  private func row(_ lane: Lane) -> [String] {
    var title = lane.title.isEmpty ? terms.term(for: lane.kind) : lane.title
    if let state = lane.state, lane.title.isEmpty { title += " (\(terms.term(for: state)))" }
    var row = [MatrixCards.line(title)]
    if hasActors { row.append(map.actors.first { $0.id == lane.actor }?.name ?? "") }
    let isEmotion = lane.kind == LaneType.emotions
    for stage in map.stages {
      for (place, step) in stage.steps.enumerated() {
        // A card of the whole stage stands under its first step.
        let cards = (place == 0 ? stage.cards[lane.id] : []) + step.cards[lane.id]
        row.append(cards.map { text(of: $0, isEmotion: isEmotion) }.filter { !$0.isEmpty }.joined(separator: "\n"))
      }
    }
    return row
  }

  private func text(of card: Card, isEmotion: Bool) -> String {
    let text = MatrixCards.line(card.text)
    guard isEmotion, let emotion = card.emotion else { return text }
    let spelled = JSONNumber.spelling(emotion)
    let number = (emotion > 0 ? "+" : "") + spelled.split(separator: ".").joined(separator: decimal)
    return text.isEmpty ? number : "\(text) (\(number))"
  }
}
