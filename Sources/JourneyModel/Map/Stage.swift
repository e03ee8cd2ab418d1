/// A part of the journey: a column, or several under one head.
public struct Stage: Record {
  /// The name by which others refer to the stage.
  public var id = ""
  /// What the stage is called.
  public var title = ""
  /// What happens in it.
  public var description = ""
  /// What is to be reached in it.
  public var goals: [String] = []
  /// Whether somebody has to agree before it goes on.
  public var approval = false
  /// How long it takes.
  public var duration = ""
  /// The cards that span the whole stage, by lane.
  public var cards = Cards()
  /// The steps of the stage, in their order.
  public var steps: [Step] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a stage that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "stage" }
  @inlinable package static var about: StaticString { "A part of the journey: a column, or several under one head." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.stage), "The name by which others refer to the stage.")
    visitor.text("title", &title, .prose, "What the stage is called.")
    visitor.text("description", &description, .prose, "What happens in it.")
    visitor.texts("goals", &goals, .prose, "What is to be reached in it.")
    visitor.flag("approval", &approval, "Whether somebody has to agree before it goes on.")
    visitor.text("duration", &duration, .duration, "How long it takes.")
    visitor.cards("cards", &cards, "The cards that span the whole stage, by lane.")
    visitor.records("steps", &steps, "The steps of the stage, in their order.")
    visitor.extensions(&extensions)
  }
}
