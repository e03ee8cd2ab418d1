import JourneyModel

/// The colours of the drawing.
///
/// A few hues, each for one kind of statement; grounds are light tints of them, and every text has a contrast of at least 4.5 to
/// its ground (WCAG 2.2, 1.4.3).
enum Palette {
  static let paper = Colour.white
  static let ink = Colour(0x1F2933)
  static let muted = Colour(0x52606D)
  static let faint = Colour(0x9AA5B1)
  static let hairline = Colour(0xDCE2E8)

  static let stage = Colour(0x1F3A56)
  static let stageNote = Colour(0xD3DEE9)
  static let stageMark = Colour(0xFFD479)
  static let goal = Colour(0xF1F4F8)
  static let step = Colour(0xE3EAF1)

  static let doing = Colour(0x2B5C8A)
  static let thinking = Colour(0x67489B)
  static let feeling = Colour(0x5F6670)
  static let meeting = Colour(0x19706A)
  static let delivering = Colour(0x3F4FA0)
  static let behind = Colour(0x525E6B)
  static let pain = Colour(0xB5392B)
  static let opportunity = Colour(0x2C7436)
  static let measure = Colour(0x8A5A00)

  /// The colour of a lane that states none.
  static func accent(of type: Open<LaneType>) -> Colour {
    switch type.known {
    case .actions, .behaviours, .does: doing
    case .thoughts, .needs, .motivations, .expectations, .questions, .quotes, .says: thinking
    case .emotions: feeling
    case .touchpoints, .channels, .information, .evidence: meeting
    case .frontstage: delivering
    case .backstage, .supportProcesses, .people, .policies, .technology, .processes, .owner: behind
    case .painPoints, .objections: pain
    case .opportunities, .solutions, .feedback: opportunity
    case .metrics, .duration, .intensity: measure
    case .image, .custom, nil: behind
    }
  }

  /// The colours of actors that state none, in their order.
  static let actors: [Colour] = [
    Colour(0x2B5C8A), Colour(0x19706A), Colour(0x67489B), Colour(0x9A5B00), Colour(0xA5325A), Colour(0x4A6B1F),
    Colour(0x3F4FA0), Colour(0x7A4A2B),
  ]

  /// The colour of a feeling, by its sign and strength.
  static func valence(_ emotion: Double) -> Colour {
    switch emotion {
    case 1.5...: Colour(0x1D6B45)
    case 0.5...: Colour(0x3B7D5E)
    case (-0.5)...: Colour(0x66707C)
    case (-1.5)...: Colour(0xB3561B)
    default: Colour(0xA5342A)
    }
  }

  /// The colour of a link.
  static func link(_ type: Open<LinkType>) -> Colour {
    switch type.known {
    case .choice: Colour(0x8F5500)
    case .loop, .feedback: Colour(0x67489B)
    case .handoff: Colour(0x14647F)
    case .supports: opportunity
    case .triggers: pain
    case .next, .dependency, .influences, .reportsTo, nil: muted
    }
  }
}
