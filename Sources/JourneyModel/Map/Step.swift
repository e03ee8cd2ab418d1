/// One step of a stage: a column of the map.
public struct Step: Record {
  /// The name by which others refer to the step.
  public var id = ""
  /// What happens in it.
  public var title = ""
  /// More about it.
  public var description = ""
  /// The ids of the actors in it.
  public var actors: [String] = []
  /// When: a clock time, a date or a number.
  public var time = ""
  /// How long it takes.
  public var duration = ""
  /// Whether it can be left out.
  public var optional = false
  /// Whether a path may end here.
  public var end = false
  /// What makes it stand out.
  public var moments: [Moment] = []
  /// The share of users who leave here, from 0 to 1.
  public var dropOff: Double?
  /// The id of the map that tells this step in full.
  public var map = ""
  /// The cards of the step, by lane.
  public var cards = Cards()
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a step that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "step" }
  @inlinable package static var about: StaticString { "One step of a stage: a column of the map." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.step), "The name by which others refer to the step.")
    visitor.text("title", &title, .prose, "What happens in it.")
    visitor.text("description", &description, .prose, "More about it.")
    visitor.texts("actors", &actors, .reference(.actor), "The ids of the actors in it.")
    visitor.text("time", &time, .plain, "When: a clock time, a date or a number.")
    visitor.text("duration", &duration, .duration, "How long it takes.")
    visitor.flag("optional", &optional, "Whether it can be left out.")
    visitor.flag("end", &end, "Whether a path may end here.")
    visitor.words("moments", &moments, "What makes it stand out.")
    visitor.number("dropOff", &dropOff, 0...1, "The share of users who leave here, from 0 to 1.")
    visitor.text("map", &map, .mapName, "The id of the map that tells this step in full.")
    visitor.cards("cards", &cards, "The cards of the step, by lane.")
    visitor.extensions(&extensions)
  }
}
