/// A journey map: what someone lives through, stage by stage, lane by lane.
public struct JourneyMap: Record {
  /// The name of the map, for links from other maps.
  public var id = ""
  /// What the map is called.
  public var title = ""
  /// The language of its texts, as a BCP 47 tag.
  public var language = ""
  /// What kind of map it is.
  public var kind: MapKind?
  /// Whether it shows what is or what is wished for.
  public var state: MapState?
  /// Who the journey is for.
  public var market: Market?
  /// What the map rests on.
  public var basis: Basis?
  /// The product or service.
  public var subject = ""
  /// Whose journey it is, as a group.
  public var audience = ""
  /// What sets the journey off.
  public var scenario = ""
  /// What the map covers.
  public var description = ""
  /// The template it was made from.
  public var template: TemplateOrigin?
  /// The id of the map it builds on; a future state names its current state.
  public var basedOn = ""
  /// The id of the map it is a variant of.
  public var variantOf = ""
  /// Who keeps the map up to date.
  public var owner = ""
  /// How far the map has come.
  public var status: MapStatus?
  /// When it was and will be looked at again.
  public var review: Review?
  /// How long a sale takes.
  public var salesCycle = ""
  /// The problem that the journey is about.
  public var problem: Problem?
  /// What the map is to achieve.
  public var goals: [String] = []
  /// The organizations that actors belong to.
  public var organizations: [Organization] = []
  /// Who takes part.
  public var actors: [Actor] = []
  /// The rows of the map, from top to bottom.
  public var lanes: [Lane] = []
  /// The columns of the map, in their order.
  public var stages: [Stage] = []
  /// What is not simply the next step: choices, loops, feedback, hand-overs.
  public var links: [Link] = []
  /// What is measured.
  public var metrics: [Metric] = []
  /// What the map is based on.
  public var sources: [Source] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a map that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "map" }
  @inlinable package static var about: StaticString {
    "A journey map: what someone lives through, stage by stage, lane by lane."
  }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.version("journeymap", 1, "The edition of the format; always 1.")
    visitor.text("id", &id, .id(.map), "The name of the map, for links from other maps.")
    visitor.text("title", &title, .prose, .required, "What the map is called.")
    visitor.text("language", &language, .language, "The language of its texts, as a BCP 47 tag.")
    visitor.word("kind", &kind, "What kind of map it is.")
    visitor.word("state", &state, "Whether it shows what is or what is wished for.")
    visitor.word("market", &market, "Who the journey is for.")
    visitor.word("basis", &basis, "What the map rests on.")
    visitor.text("subject", &subject, .prose, "The product or service.")
    visitor.text("audience", &audience, .prose, "Whose journey it is, as a group.")
    visitor.text("scenario", &scenario, .prose, "What sets the journey off.")
    visitor.text("description", &description, .prose, "What the map covers.")
    visitor.record("template", &template, "The template it was made from.")
    visitor.text(
      "basedOn", &basedOn, .mapName, "The id of the map it builds on; a future state names its current state.")
    visitor.text("variantOf", &variantOf, .mapName, "The id of the map it is a variant of.")
    visitor.text("owner", &owner, .prose, "Who keeps the map up to date.")
    visitor.word("status", &status, "How far the map has come.")
    visitor.record("review", &review, "When it was and will be looked at again.")
    visitor.text("salesCycle", &salesCycle, .duration, "How long a sale takes.")
    visitor.record("problem", &problem, "The problem that the journey is about.")
    visitor.texts("goals", &goals, .prose, "What the map is to achieve.")
    visitor.records("organizations", &organizations, "The organizations that actors belong to.")
    visitor.records("actors", &actors, "Who takes part.")
    visitor.records("lanes", &lanes, "The rows of the map, from top to bottom.")
    visitor.records("stages", &stages, "The columns of the map, in their order.")
    visitor.records("links", &links, "What is not simply the next step: choices, loops, feedback, hand-overs.")
    visitor.records("metrics", &metrics, "What is measured.")
    visitor.records("sources", &sources, "What the map is based on.")
    visitor.extensions(&extensions)
  }
}
