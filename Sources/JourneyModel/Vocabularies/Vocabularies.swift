/// All vocabularies, for those that go through them: terms, documentation, tests.
public enum Vocabularies {
  /// A vocabulary by its name.
  public struct Entry: Sendable {
    /// What one of its words is called.
    public let name: String
    /// Whether other words are kept too.
    public let isOpen: Bool
    /// Its words, in their order.
    public let words: [String]

    init<Words: Vocabulary>(_: Words.Type, isOpen: Bool = false) {
      name = Words.name
      self.isOpen = isOpen
      words = Words.allCases.map(\.rawValue)
    }
  }

  /// Every vocabulary, in the order in which the model meets them.
  public static let all: [Entry] = [
    Entry(MapKind.self), Entry(MapState.self), Entry(Market.self), Entry(Basis.self), Entry(MapStatus.self),
    Entry(ActorKind.self), Entry(ActorSide.self), Entry(ActorRole.self, isOpen: true),
    Entry(LaneType.self, isOpen: true), Entry(LaneDisplay.self), Entry(BlueprintLine.self), Entry(Moment.self),
    Entry(Channel.self, isOpen: true), Entry(TouchpointMode.self), Entry(Influence.self), Entry(Ownership.self),
    Entry(Usage.self), Entry(Trigger.self, isOpen: true), Entry(LinkType.self, isOpen: true), Entry(Formality.self),
    Entry(MetricGroup.self, isOpen: true), Entry(SourceKind.self, isOpen: true), Entry(SourceOrigin.self),
  ]
}
