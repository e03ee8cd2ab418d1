/// One statement in a cell of the map.
///
/// Most cards are a text, perhaps with an emotion; those stay small. What else a card can say stands in its ``CardDetails``,
/// whose members are the card's own:
///
/// ```swift
/// var card = Card("Instagram ad")
/// card.channel = Open(.socialMedia)
/// ```
@dynamicMemberLookup
public struct Card: Record {
  /// The name by which others refer to the card.
  public var id = ""
  /// What the card says.
  public var text = ""
  /// How it feels, from −2, very bad, to +2, very good.
  public var emotion: Double?
  @usableFromInline var box: Box?

  /// Makes a card that says nothing.
  @inlinable
  public init() {}

  /// Makes a card that is only text.
  public init(_ text: String) {
    self.text = text
  }

  /// What the card says beside its text.
  @inlinable
  public var details: CardDetails {
    get { box?.details ?? CardDetails() }
    set { box = newValue == CardDetails() ? nil : Box(newValue) }
  }

  /// A member of ``details``.
  public subscript<Value>(dynamicMember member: WritableKeyPath<CardDetails, Value>) -> Value {
    get { details[keyPath: member] }
    set { details[keyPath: member] = newValue }
  }

  /// Whether the card is nothing but a text, which is then written without a key.
  @inlinable
  public var isText: Bool { box == nil && emotion == nil && id.isEmpty }

  @inlinable package static var name: StaticString { "card" }
  @inlinable package static var about: StaticString { "One statement in a cell of the map." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.card), "The name by which others refer to the card.")
    visitor.text("text", &text, .prose, "What the card says.")
    visitor.number("emotion", &emotion, -2...2, "How it feels, from −2, very bad, to +2, very good.")
    guard box != nil || visitor.visitsAbsentFields else { return }
    // In place: to move details out and in again would cost more than to visit them.
    let box = ownBox()
    box.details.visit(&visitor)
    if box.details.saysNothing() { self.box = nil }
  }

  /// Whether it says nothing at all; there is no box unless it says something.
  @inlinable package func saysNothing() -> Bool { isText && text.isEmpty }

  /// The box, made if there is none, and copied if another card has it too.
  @usableFromInline
  mutating func ownBox() -> Box {
    if isKnownUniquelyReferenced(&box), let box { return box }
    let own = box.map { Box($0.details) } ?? Box(CardDetails())
    box = own
    return own
  }

  /// Details that cards share until one of them is visited; a card changes them only in a box of its own.
  @usableFromInline
  final class Box: @unchecked Sendable {
    @usableFromInline var details: CardDetails

    @inlinable
    init(_ details: CardDetails) {
      self.details = details
    }
  }

  /// Whether both say the same.
  public static func == (left: Card, right: Card) -> Bool {
    left.id == right.id && left.text == right.text && left.emotion == right.emotion
      && (left.box === right.box || left.details == right.details)
  }

  /// Adds what it says to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(text)
    hasher.combine(emotion)
    hasher.combine(details)
  }
}
