/// A row of the map.
public struct Lane: Record {
  /// The name by which cards refer to the lane.
  public var id = ""
  /// What the lane is about; left out where the id is that lane type, and for custom lanes.
  public var type = Open<LaneType>()
  /// What the lane is called; without one its type’s term in the map’s language.
  public var title = ""
  /// The id of the actor whose lane it is.
  public var actor = ""
  /// Whether the lane shows what is or what is wished for.
  public var state: MapState?
  /// How the lane is drawn.
  public var display: LaneDisplay?
  /// The blueprint line that runs below the lane.
  public var lineBelow: BlueprintLine?
  /// The colour of the lane.
  public var color = ""
  /// The heading that neighbouring lanes share.
  public var group = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a lane that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "lane" }
  @inlinable package static var about: StaticString { "A row of the map." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.lane), "The name by which cards refer to the lane.")
    visitor.word(
      "type", &type, "What the lane is about; left out where the id is that lane type, and for custom lanes.")
    visitor.text("title", &title, .prose, "What the lane is called; without one its type’s term in the map’s language.")
    visitor.text("actor", &actor, .reference(.actor), "The id of the actor whose lane it is.")
    visitor.word("state", &state, "Whether the lane shows what is or what is wished for.")
    visitor.word("display", &display, "How the lane is drawn.")
    visitor.word("lineBelow", &lineBelow, "The blueprint line that runs below the lane.")
    visitor.text("color", &color, .color, "The colour of the lane.")
    visitor.text("group", &group, .prose, "The heading that neighbouring lanes share.")
    visitor.extensions(&extensions)
  }
}

extension Lane {
  /// What the lane is about, whether written or implied by its id.
  public var kind: Open<LaneType> { type.isEmpty ? Open(impliedType) : type }

  /// The type of a lane that states none: the one that its id names, else custom.
  var impliedType: LaneType { LaneType(rawValue: id) ?? .custom }
}
