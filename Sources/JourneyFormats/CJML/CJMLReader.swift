import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a journey of CJML as a map: phases are stages, communication points and actions are steps.
///
/// The elements are those of CJML 2.0 as its own editor writes and reads them.
struct CJMLReader {
  private let journey: XMLDocument.Element
  private let declared: [String: XMLDocument.Element]
  private var diagnostics: Diagnostics
  private var ids = IDMaker()
  /// The ids of the actors and stages, by what CJML calls them.
  private var actorIDs: [String: String] = [:]
  private var stagePlaces: [String: Int] = [:]
  private var map = JourneyMap()
  /// The touchpoint id of the last step, and where the step stands.
  private var last: (id: String, stage: Int)?

  /// Reads a journey; `declared` are the actors that all journeys of the file declare, since one may refer to those of another.
  static func map(
    of journey: XMLDocument.Element, name: String, declared: [String: XMLDocument.Element],
    diagnostics: inout Diagnostics
  ) -> JourneyMap {
    var reader = CJMLReader(journey: journey, declared: declared, diagnostics: diagnostics)
    reader.read(name: name)
    diagnostics = reader.diagnostics
    return reader.map
  }

  private init(journey: XMLDocument.Element, declared: [String: XMLDocument.Element], diagnostics: Diagnostics) {
    self.journey = journey
    self.declared = declared
    self.diagnostics = diagnostics
  }

  private var isPlanned: Bool { journey.localName == "plannedJourney" }

  private mutating func read(name: String) {
    readHead(name: name)
    for actor in journey.child("actors")?.children ?? [] { addActor(actor) }
    for phase in journey.child("journeyPhases")?.children ?? [] { addStage(phase) }
    for point in journey.child("touchpoints")?.children ?? [] { addPoint(point) }
    map.complete(name: name)
  }

  private mutating func readHead(name: String) {
    let id = text(journey, "journeyID")
    map.id = IDMaker.spelled(id)
    map.title = text(journey, "journeyTitle")
    if map.title.isEmpty { map.title = id.isEmpty ? name : id }
    map.basedOn = text(journey, "plannedReference")
    let short = text(journey, "journeyShortSummary")
    let long = text(journey, "journeyLongSummary")
    map.scenario = long.isEmpty ? "" : short
    map.description = long.isEmpty ? short : long
    if isPlanned { map.extensions.append(CJMLFormat.planned) }
    let known: Set<Substring> = [
      "journeyID", "journeyTitle", "plannedReference", "journeyShortSummary", "journeyLongSummary", "journeyPhases",
      "actors", "touchpoints",
    ]
    map.extensions += extensions(of: journey, except: known)
  }

  // MARK: - Parts

  private mutating func addActor(_ element: XMLDocument.Element) {
    guard let name = element["actorID"] ?? element["actorIDref"] else {
      diagnostics.warn("this actor has no actorID; it is left out", at: element.range)
      return
    }
    guard actorIDs[name] == nil else { return }
    let named = element.children.isEmpty ? declared[name] ?? element : element
    var actor = Actor()
    actor.name = text(named, "actorName")
    if actor.name.isEmpty { actor.name = text(named, "companyName") }
    if actor.name.isEmpty { actor.name = name }
    actor.id = ids.make(from: name, fallback: "actor-\(map.actors.count + 1)")
    if element.localName == "endUser" {
      actor.kind = .person
      actor.side = .customer
      actor.primary = !map.actors.contains(where: \.primary)
    } else {
      actor.side = .provider
      if named.child("companyName") != nil { actor.kind = .organization }
    }
    actor.extensions = extensions(of: named, except: ["actorName", "companyName"])
    actorIDs[name] = actor.id
    map.actors.append(actor)
  }

  private mutating func addStage(_ element: XMLDocument.Element) {
    var stage = Stage()
    let name = trimmed(element["phaseID"] ?? "")
    stage.title = text(element, "phaseName")
    stage.description = text(element, "phaseDescription")
    stage.id = ids.make(from: name, fallback: "stage-\(map.stages.count + 1)")
    if stagePlaces[name] == nil { stagePlaces[name] = map.stages.count }
    map.stages.append(stage)
  }

  private mutating func addPoint(_ element: XMLDocument.Element) {
    let isAction = element.localName.hasSuffix("Action")
    guard isAction || element.localName.hasSuffix("CommunicationPoint") else {
      diagnostics.warn("'\(element.name)' is no touchpoint that is known; it is left out", at: element.range)
      return
    }
    let id = text(element, "touchpointID")
    if let last, let dot = id.lastIndex(of: "."), id[..<dot] == last.id, !isAction {
      // Another touchpoint of the step before, as the writer spells it.
      let index = map.stages[last.stage].steps.count - 1
      map.stages[last.stage].steps[index].cards[LaneType.touchpoints.rawValue].append(touchpoint(of: element, id: id))
      return
    }
    var step = Step()
    step.title = text(element.child("initiator"), "initiatorLabel")
    step.id = ids.make(from: id, fallback: "step-1")
    step.description = text(element, "comment")
    for side in ["initiator", "receiver"] {
      if let actor = actor(of: element, side), !step.actors.contains(actor) { step.actors.append(actor) }
    }
    step.time = time(of: element)
    if !isAction { step.cards[LaneType.touchpoints.rawValue] = [touchpoint(of: element, id: id)] }
    if let card = experience(of: element) { step.cards[LaneType.emotions.rawValue] = [card] }
    let known: Set<Substring> = [
      "touchpointID", "belongsTo", "initiator", "receiver", "channel", "message", "comment", "timestamps", "compliance",
      "touchpointExperience", "touchPointExperience",
    ]
    step.extensions = extensions(of: element, except: known)
    let stage = stage(of: element)
    map.stages[stage].steps.append(step)
    last = (id, stage)
  }

  /// The stage of a point: the phase it belongs to, or else where the one before it stands.
  private mutating func stage(of element: XMLDocument.Element) -> Int {
    if let phase = element.child("belongsTo"), let name = phase["phaseIDref"], !trimmed(name).isEmpty {
      if let place = stagePlaces[trimmed(name)] { return place }
      diagnostics.warn(
        "there is no phase '\(trimmed(name))'; a stage is made for it", at: phase.range,
        hint: "declare it with an element 'journeyPhase'")
      var stage = Stage()
      stage.title = trimmed(name)
      stage.id = ids.make(from: name, fallback: "stage-\(map.stages.count + 1)")
      stagePlaces[trimmed(name)] = map.stages.count
      map.stages.append(stage)
      return map.stages.count - 1
    }
    if map.stages.isEmpty {
      var stage = Stage()
      stage.id = ids.make(from: "", fallback: "stage-1")
      map.stages.append(stage)
    }
    return last?.stage ?? 0
  }

  /// The actor that one side of a point refers to; one that is declared nowhere is made.
  private mutating func actor(of point: XMLDocument.Element, _ side: String) -> String? {
    guard let reference = point.child(side)?.child("refersTo") else { return nil }
    guard let name = reference["actorIDref"], !trimmed(name).isEmpty else { return nil }
    if let known = actorIDs[name] { return known }
    if let element = declared[name] {
      addActor(element)
      return actorIDs[name]
    }
    diagnostics.warn(
      "there is no actor '\(name)'; one is made", at: reference.range,
      hint: "declare it with an element 'endUser' or 'serviceProvider'")
    var actor = Actor()
    actor.name = trimmed(name)
    actor.id = ids.make(from: name, fallback: "actor-\(map.actors.count + 1)")
    actorIDs[name] = actor.id
    map.actors.append(actor)
    return actor.id
  }
}

extension CJMLReader {
  // MARK: - Cards

  private mutating func touchpoint(of element: XMLDocument.Element, id: String) -> Card {
    let channel = text(element.child("channel"), "channelName")
    var card = Card(text(element.child("receiver"), "receiverLabel"))
    if card.text.isEmpty { card.text = channel }
    card.channel = ChannelNames.channel(of: channel)
    let message = text(element, "message")
    if !message.isEmpty { card.information = [message] }
    card.usage = CJMLCompliance.usage(
      of: text(element, "compliance"), isPlanned: isPlanned, isDeviation: Self.isDeviation(id))
    return card
  }

  /// Whether a point is no part of the plan: its id is `D` and a number then.
  private static func isDeviation(_ id: String) -> Bool {
    id.hasPrefix("D") && id.utf8.count > 1 && id.utf8.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
  }

  private mutating func experience(of element: XMLDocument.Element) -> Card? {
    guard let found = element.child("touchpointExperience") ?? element.child("touchPointExperience") else { return nil }
    var card = Card(text(found, "experienceDescription"))
    let rating = text(found, "experienceRating")
    if let number = MermaidJourney.Task.number(rating) {
      card.emotion = RatingScale.oneToFive.emotion(of: number)
      if card.emotion == nil {
        diagnostics.warn(
          "the rating \(rating) is not between 1 and 5; it is left out",
          at: found.child("experienceRating")?.range ?? found.range)
      }
    } else if !rating.isEmpty {
      card.emotion = FeelingWords.emotion(of: rating)
      if card.text.isEmpty { card.text = rating }
    }
    return card.text.isEmpty && card.emotion == nil ? nil : card
  }

  /// When it was: of several times the latest, as the one at which it was done.
  private mutating func time(of element: XMLDocument.Element) -> String {
    guard let times = element.child("timestamps") else { return "" }
    for name in ["timeConsumed", "timeCompleted", "timeReceived", "timeStarted", "timeOriginated"] {
      let time = text(times, name)
      if !time.isEmpty { return time }
    }
    return ""
  }

  // MARK: - Texts

  private mutating func text(_ element: XMLDocument.Element?, _ name: String) -> String {
    guard let child = element?.child(name) else { return "" }
    let text = child.text
    let isKept = child["xml:space"] == "preserve"
    return ForeignText.legal(isKept ? text : trimmed(text), at: child.range, &diagnostics) ?? ""
  }

  private func trimmed(_ text: String) -> String { ForeignText.trimmed(text) }

  /// What else an element says in elements that hold nothing but text.
  private mutating func extensions(of element: XMLDocument.Element, except known: Set<Substring>) -> [Extension] {
    var extensions: [Extension] = []
    for child in element.children where !known.contains(child.localName) && child.children.isEmpty {
      let text = trimmed(child.text)
      let name = "x-cjml-\(child.localName)"
      guard !text.isEmpty, !extensions.contains(where: { $0.name == name }), name != CJMLFormat.planned.name else {
        continue
      }
      if let legal = ForeignText.legal(text, at: child.range, &diagnostics) {
        extensions.append(Extension(name, .string(legal)))
      }
    }
    return extensions
  }
}
