/// What a text must look like, and whether it belongs to a language.
@usableFromInline
package enum TextKind: Hashable, Sendable {
  /// Words for people; a translator is given them.
  case prose
  /// Anything else that is free.
  case plain
  /// The name by which a record is referred to.
  case id(IDKind)
  /// The id of a record in the same map.
  case reference(ReferenceTarget)
  /// The id of another map, which need not be at hand.
  case mapName
  /// A language tag (BCP 47).
  case language
  /// A day (ISO 8601, `2026-10-01`).
  case date
  /// A length of time (ISO 8601, `P3M`).
  case duration
  /// A colour (`#2C7A7B`).
  case color
}

/// What an id names.
@usableFromInline
package enum IDKind: String, Hashable, Sendable, CaseIterable {
  case map, organization, actor, lane, stage, step, card, link, metric, source
  /// A blank in a template, to be filled in.
  case placeholder

  /// The kind whose set of ids it belongs to: links join any two of stages, steps, cards and actors, which share one.
  package var space: IDKind {
    switch self {
    case .stage, .step, .card, .actor: .step
    case .map, .organization, .lane, .link, .metric, .source, .placeholder: self
    }
  }

  /// The kind with its article.
  package var phrase: String {
    switch self {
    case .organization, .actor: "an \(rawValue)"
    default: "a \(rawValue)"
    }
  }
}

/// What a reference may point to.
@usableFromInline
package enum ReferenceTarget: Hashable, Sendable {
  case organization, actor, card, metric, source
  /// A stage, a step, a card or an actor.
  case place

  package var kinds: [IDKind] {
    switch self {
    case .organization: [.organization]
    case .actor: [.actor]
    case .card: [.card]
    case .metric: [.metric]
    case .source: [.source]
    case .place: [.stage, .step, .card, .actor]
    }
  }

  /// What it points to, for a message.
  package var name: String {
    switch self {
    case .place: "stage, step, card or actor"
    case .organization: "organization"
    case .actor: "actor"
    case .card: "card"
    case .metric: "metric"
    case .source: "source"
    }
  }
}
