import JourneyModel
import JourneySyntax

/// Writes maps as journeys of CJML: stages are phases, steps are communication points or actions.
struct CJMLWriter {
  private var writer: XMLWriter
  private let map: JourneyMap
  private let isPlanned: Bool
  private let emotions: MainEmotions
  /// The ids of the lanes of touchpoints, in their order.
  private let touchpointLanes: [String]

  static func write(_ maps: inout [JourneyMap], to output: inout ByteOutput) -> [Loss] {
    var losses = LossCount()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = XMLWriter(output: output)
      writer.begin("CJML")
      writer.attribute("version", "2.0")
      for map in maps {
        var journey = CJMLWriter(writer, map)
        journey.write()
        var left = journey.left
        losses.count(&left, carrying: carried)
        writer = journey.writer
      }
      writer.end()
    }
    return losses.all
  }

  private init(_ writer: XMLWriter, _ map: JourneyMap) {
    self.writer = writer
    self.map = map
    isPlanned = map.extensions.contains(CJMLFormat.planned)
    emotions = MainEmotions(map)
    touchpointLanes = map.lanes.filter { $0.kind == .touchpoints }.map(\.id)
  }

  private mutating func write() {
    writer.begin(isPlanned ? "plannedJourney" : "actualJourney")
    element("journeyID", map.id)
    element("journeyTitle", map.title)
    element("plannedReference", map.basedOn)
    if map.stages.count > 1 || map.stages.contains(where: { !$0.title.isEmpty }) { writePhases() }
    element("journeyShortSummary", map.scenario.isEmpty ? map.description : map.scenario)
    if !map.scenario.isEmpty { writer.element("journeyLongSummary", text: map.description) }
    writer.begin("actors")
    let endUsers = self.endUsers
    for actor in map.actors { write(actor, isEndUser: endUsers.contains(actor.id)) }
    writer.end()
    writer.begin("touchpoints")
    for stage in map.stages { for step in stage.steps { write(step, in: stage) } }
    writer.end()
    writer.end()
  }

  private mutating func writePhases() {
    writer.begin("journeyPhases")
    for stage in map.stages {
      writer.begin("journeyPhase")
      writer.attribute("phaseID", stage.id)
      writer.element("phaseName", text: stage.title)
      writer.element("phaseDescription", text: stage.description)
      writer.end()
    }
    writer.end()
  }

  /// The actors on the customer's side; without any, the first is taken for one, since a journey is someone's.
  private var endUsers: Set<String> {
    let found = map.actors.filter { $0.side == .customer || (($0.side == nil) && $0.primary) }
    return Set((found.isEmpty ? Array(map.actors.prefix(1)) : found).map(\.id))
  }

  private mutating func write(_ actor: Actor, isEndUser: Bool) {
    writer.begin(isEndUser ? "endUser" : "serviceProvider")
    writer.attribute("actorID", actor.id)
    let name = actor.name.isEmpty ? actor.id : actor.name
    if isEndUser { writer.element("actorName", text: name) } else { writer.element("companyName", text: name) }
    writer.end()
  }

  // MARK: - Steps

  private mutating func write(_ step: Step, in stage: Stage) {
    let touchpoints = touchpointLanes.flatMap { step.cards[$0] }
    guard !touchpoints.isEmpty else {
      writer.begin(isPlanned ? "plannedAction" : "actualAction")
      writeHead(of: step, id: step.id, in: stage)
      writeExperience(of: step)
      return writer.end()
    }
    for (place, card) in touchpoints.enumerated() {
      writer.begin(isPlanned ? "plannedCommunicationPoint" : "actualCommunicationPoint")
      // Ids of maps have no dots: further touchpoints of a step are known by theirs.
      writeHead(of: step, id: place == 0 ? step.id : "\(step.id).\(place + 1)", in: stage, touchpoint: card)
      if place == 0 { writeExperience(of: step) }
      writer.end()
    }
  }

  private mutating func writeHead(of step: Step, id: String, in stage: Stage, touchpoint: Card? = nil) {
    writer.element("touchpointID", text: id)
    if map.stages.count > 1 || !stage.title.isEmpty {
      writer.begin("belongsTo")
      writer.attribute("phaseIDref", stage.id)
      writer.end()
    }
    if let usage = touchpoint?.usage, !isPlanned, let word = CJMLCompliance.word(for: usage) {
      writer.element("compliance", text: word)
    }
    writeSide("initiator", step.actors.first)
    writer.element("initiatorLabel", text: step.title)
    writer.end()
    if let touchpoint {
      writeSide("receiver", step.actors.dropFirst().first)
      writer.element("receiverLabel", text: touchpoint.text)
      writer.end()
      writer.begin("channel")
      writer.element("channelName", text: touchpoint.channel.text)
      writer.end()
      element("message", touchpoint.information.joined(separator: "\n"))
    }
    element("comment", step.description)
  }

  private mutating func writeSide(_ name: StaticString, _ actor: String?) {
    writer.begin(name)
    if let actor {
      writer.begin("refersTo")
      writer.attribute("actorIDref", actor)
      writer.end()
    }
  }

  private mutating func writeExperience(of step: Step) {
    guard !isPlanned, let card = emotions.card(of: step), let emotion = card.emotion else { return }
    writer.begin("touchpointExperience")
    element("experienceDescription", card.text)
    writer.element("experienceRating", text: JSONNumber.spelling(RatingScale.oneToFive.mark(of: emotion)))
    writer.end()
  }

  private mutating func element(_ name: StaticString, _ text: String) {
    if !text.isEmpty { writer.element(name, text: text) }
  }
}

extension CJMLWriter {
  /// What is written of a map is taken out before the rest is counted: of several actors of a step only two are.
  private static let carried = CarriedFields(["map.id", "actor.id", "lane.type", "stage.id", "step.id"], lanes: [])

  /// What is left of the map when all that is written is taken out.
  private var left: JourneyMap {
    var left = map
    left.title = ""
    left.basedOn = ""
    left.description = ""
    left.scenario = ""
    left.extensions.removeAll { $0 == CJMLFormat.planned }
    let endUsers = self.endUsers
    var hasPrimary = false
    for index in left.actors.indices {
      let isEndUser = endUsers.contains(left.actors[index].id)
      left.actors[index].name = ""
      if left.actors[index].side == (isEndUser ? .customer : .provider) { left.actors[index].side = nil }
      if left.actors[index].kind == (isEndUser ? .person : .organization) { left.actors[index].kind = nil }
      if isEndUser, !hasPrimary { left.actors[index].primary = false }
      hasPrimary = hasPrimary || isEndUser
    }
    for stage in left.stages.indices {
      left.stages[stage].title = ""
      left.stages[stage].description = ""
      for step in left.stages[stage].steps.indices { takeOut(&left.stages[stage].steps[step]) }
    }
    return left
  }

  private func takeOut(_ step: inout Step) {
    step.title = ""
    step.description = ""
    var hasTouchpoint = false
    for lane in touchpointLanes {
      var cards = step.cards[lane]
      hasTouchpoint = hasTouchpoint || !cards.isEmpty
      for index in cards.indices {
        cards[index].id = ""
        cards[index].text = ""
        cards[index].channel = Open()
        cards[index].information = []
        let usage = cards[index].usage
        if isPlanned ? usage == .planned : usage.flatMap(CJMLCompliance.word) != nil { cards[index].usage = nil }
      }
      step.cards[lane] = cards.filter { $0 != Card() }
    }
    step.actors = Array(step.actors.dropFirst(hasTouchpoint ? 2 : 1))
    if !isPlanned { emotions.remove(from: &step, withText: true) }
  }
}
