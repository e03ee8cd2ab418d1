import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a user journey of Mermaid as a map: sections are stages, tasks are steps, scores are emotions.
struct MermaidMapReader {
  private let journey: MermaidJourney
  private var diagnostics: Diagnostics
  private var ids = IDMaker()
  /// The ids of the actors by the spelling of their names: Mermaid takes others for others.
  private var actorIDs: [String: String] = [:]
  private var map = JourneyMap()
  private var stepCount = 0

  /// Reads a journey; what is repaired is added to `diagnostics`.
  static func map(
    of journey: MermaidJourney, name: String, title: String, diagnostics: inout Diagnostics
  ) -> JourneyMap {
    var reader = MermaidMapReader(journey: journey, diagnostics: diagnostics)
    reader.map.title = title
    reader.read(name: name)
    diagnostics = reader.diagnostics
    return reader.map
  }

  private init(journey: MermaidJourney, diagnostics: Diagnostics) {
    self.journey = journey
    self.diagnostics = diagnostics
  }

  private mutating func read(name: String) {
    readHead(name: name)
    let tasks = self.tasks()
    for task in tasks { for actor in task.actors { addActor(actor) } }
    let stageOf = addStages()
    for (task, source) in zip(tasks, journey.tasks) {
      if source.section == nil, map.stages.isEmpty { addStage(nil) }
      let step = step(of: task)
      map.stages[source.section.map { stageOf[$0] } ?? 0].steps.append(step)
    }
    map.complete(name: name)
  }

  private mutating func readHead(name: String) {
    map.title = journey.title.map { shown($0) } ?? map.title
    map.description = journey.accessibleDescription.map { shown($0) } ?? ""
    let heard = journey.accessibleTitle.map { shown($0) } ?? ""
    if map.title.isEmpty {
      map.title = heard
    } else if !heard.isEmpty, heard != map.title {
      map.extensions = [Extension(MermaidMapWriter.accessibleTitle, .string(heard))]
    }
    if map.title.isEmpty {
      map.title = name
      diagnostics.note("the diagram has no title; the map is called '\(name)'", hint: "write 'title …' below 'journey'")
    }
  }

  private mutating func tasks() -> [MermaidTask] {
    let isTurned = journey.isTurned
    if isTurned, let first = journey.tasks.first {
      diagnostics.warn(
        "these tasks read 'actor: score: task', and Mermaid takes '\(first.name.shown)' for a task; they are turned round",
        at: first.name.range, hint: "write 'task: score: actor'")
    }
    return journey.tasks.map { MermaidTask($0, isTurned: isTurned, diagnostics: &diagnostics) }
  }

  private mutating func shown(_ text: MermaidText) -> String {
    ForeignText.legal(text.shown, at: text.range, &diagnostics) ?? ""
  }

  // MARK: - Parts

  private mutating func addActor(_ name: MermaidText) {
    guard actorIDs[name.spelled] == nil else { return }
    var actor = Actor()
    actor.name = shown(name)
    actor.id = ids.make(from: actor.name, fallback: "actor-\(map.actors.count + 1)")
    actorIDs[name.spelled] = actor.id
    map.actors.append(actor)
  }

  /// Makes the stages, and says for each section which stage it is: neighbours of one name are one.
  private mutating func addStages() -> [Int] {
    if journey.tasks.first.map({ $0.section == nil }) == true { addStage(nil) }
    var stageOf: [Int] = []
    var last: String?
    for section in journey.sections {
      if section.name.spelled != last { addStage(section.name) }
      last = section.name.spelled
      stageOf.append(map.stages.count - 1)
    }
    return stageOf
  }

  private mutating func addStage(_ name: MermaidText?) {
    var stage = Stage()
    stage.title = name.map { shown($0) } ?? ""
    stage.id = ids.make(from: stage.title, fallback: "stage-\(map.stages.count + 1)")
    map.stages.append(stage)
  }

  private mutating func step(of task: MermaidTask) -> Step {
    var step = Step()
    step.title = shown(task.title)
    stepCount += 1
    step.id = ids.make(from: step.title, fallback: "step-\(stepCount)")
    step.description = task.note.map { shown($0) } ?? ""
    step.actors = task.actors.compactMap { actorIDs[$0.spelled] }
    if task.emotion != nil || task.feeling != nil {
      var card = Card(task.feeling.map { shown($0) } ?? "")
      card.emotion = task.emotion
      step.cards[LaneType.emotions.rawValue] = [card]
    }
    return step
  }
}
