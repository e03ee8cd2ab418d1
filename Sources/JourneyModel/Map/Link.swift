/// A connection that is not simply the next step.
public struct Link: Record {
  /// The name of the link.
  public var id = ""
  /// The id of the stage, step, card or actor where it begins.
  public var from = ""
  /// The id of the stage, step, card or actor where it ends.
  public var to = ""
  /// What it says of the two.
  public var type = Open<LinkType>()
  /// What is written at it.
  public var label = ""
  /// How often it is taken, from 0 to 1.
  public var probability: Double?
  /// When it is taken.
  public var condition = ""
  /// The ids of the actors who take it.
  public var actors: [String] = []
  /// Whether feedback follows an agreed form.
  public var formality: Formality?
  /// How often feedback is given.
  public var every = ""
  /// By which ways.
  public var channels: [Open<Channel>] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a link that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "link" }
  @inlinable package static var about: StaticString { "A connection that is not simply the next step." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.link), "The name of the link.")
    visitor.text(
      "from", &from, .reference(.place), .required, "The id of the stage, step, card or actor where it begins.")
    visitor.text("to", &to, .reference(.place), .required, "The id of the stage, step, card or actor where it ends.")
    visitor.word("type", &type, "What it says of the two.")
    visitor.text("label", &label, .prose, "What is written at it.")
    visitor.number("probability", &probability, 0...1, "How often it is taken, from 0 to 1.")
    visitor.text("condition", &condition, .prose, "When it is taken.")
    visitor.texts("actors", &actors, .reference(.actor), "The ids of the actors who take it.")
    visitor.word("formality", &formality, "Whether feedback follows an agreed form.")
    visitor.text("every", &every, .duration, "How often feedback is given.")
    visitor.words("channels", &channels, "By which ways.")
    visitor.extensions(&extensions)
  }
}
