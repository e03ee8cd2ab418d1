import JourneyModel

/// How a card is drawn: its text, the small note below it and its colours.
package struct CardLook {
  package var text: String
  package var note = ""
  var noteColour = Palette.muted
  var font = Cells.font
  var fill = Palette.paper
  var stroke: Colour
  package var accent: Colour
  package var isDashed = false

  init(_ card: Card, lane: Lane, accent: Colour, in layout: MapLayout) {
    text = card.text
    self.accent = accent
    stroke = accent.mixed(with: .white, share: 0.62)
    var notes = NoteParts(layout.wording)
    let details = card.details
    if let number = layout.actorNumbers[details.actor], details.actor != lane.actor {
      notes.add(layout.map.actors[number].name)
    }
    if let emotion = card.emotion {
      notes.add(layout.wording.emotion(emotion))
      self.accent = Palette.valence(emotion)
      noteColour = self.accent
    }
    switch lane.kind.known {
    case .touchpoints, .channels: addTouchpoint(details, &notes)
    case .painPoints, .objections:
      noteColour = accent
      if let severity = details.severity { notes.add(Self.dots(severity)) }
    case .opportunities, .solutions:
      noteColour = accent
      notes.add(details.owner)
      if !details.due.isEmpty { notes.add(layout.wording.date(details.due)) }
    default:
      if lane.kind == LaneType.quotes, !text.isEmpty { (font, text) = (Font(10, .italic), layout.quoted(text)) }
      notes.add(details.channel)
      notes.add(details.owner)
      if !details.due.isEmpty { notes.add(layout.wording.date(details.due)) }
    }
    if !details.metric.isEmpty { addMetric(details.metric, layout, &notes) }
    if details.basis == .assumption { notes.add(layout.wording.terms.term(for: Basis.assumption)) }
    if !details.quote.isEmpty { notes.add(layout.quoted(details.quote)) }
    if text.isEmpty, let image = details.image.split(separator: "/").last { text = String(image) }
    note = notes.text
  }

  private mutating func addTouchpoint(_ details: CardDetails, _ notes: inout NoteParts) {
    notes.add(details.channel)
    guard let usage = details.usage, usage != .used else { return }
    notes.add(notes.wording.terms.term(for: usage))
    switch usage {
    case .missing, .failed, .outOfOrder:
      (stroke, noteColour, isDashed) = (Palette.pain, Palette.pain, true)
      accent = Palette.pain
    case .planned, .unused:
      (stroke, noteColour, isDashed) = (Palette.muted, Palette.muted, true)
    case .adHoc, .used: break
    }
  }

  private mutating func addMetric(_ id: String, _ layout: MapLayout, _ notes: inout NoteParts) {
    guard let metric = layout.metricNumbers[id].map({ layout.map.metrics[$0] }), let value = metric.value else {
      return
    }
    func spelled(_ number: Double) -> String {
      if metric.unit == "%" { return layout.wording.percent(number / 100) }
      let text = layout.wording.decimal(number, places: 2)
      return metric.unit.isEmpty ? text : text + "\u{A0}" + metric.unit
    }
    notes.add(metric.target.map { spelled(value) + "  \(layout.wording.arrow)  " + spelled($0) } ?? spelled(value))
    noteColour = accent
  }

  /// A mark from one to five as filled and empty dots.
  private static func dots(_ rating: Rating) -> String {
    String(repeating: "●", count: rating.rawValue) + String(repeating: "○", count: 5 - rating.rawValue)
  }
}

/// The parts of a card's note.
struct NoteParts {
  let wording: Wording
  private(set) var text = ""

  init(_ wording: Wording) {
    self.wording = wording
  }

  mutating func add(_ part: String) {
    guard !part.isEmpty else { return }
    text += text.isEmpty ? part : " · " + part
  }

  mutating func add(_ channel: Open<Channel>) {
    if !channel.isEmpty { add(wording.terms.term(for: channel)) }
  }
}
