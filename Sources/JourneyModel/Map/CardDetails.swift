/// What a card can say beside its text.
public struct CardDetails: Hashable, Sendable {
  /// The id of the actor it is about.
  public var actor = ""
  /// By which way customer and provider meet.
  public var channel = Open<Channel>()
  /// Whether the touchpoint is online.
  public var mode: TouchpointMode?
  /// How the provider can shape the touchpoint.
  public var influence: Influence?
  /// Whose touchpoint it is.
  public var ownership: Ownership?
  /// What became of the touchpoint.
  public var usage: Usage?
  /// How much it changes the outcome, from 1 to 5.
  public var impact: Rating?
  /// How much it matters to the customer, from 1 to 5.
  public var importance: Rating?
  /// How bad the pain is, from 1 to 5.
  public var severity: Rating?
  /// How strong it is, from 1 to 5.
  public var intensity: Rating?
  /// What is needed here.
  public var needs: [String] = []
  /// What information is looked for or given here.
  public var information: [String] = []
  /// The feelings that move someone to act.
  public var triggers: [Open<Trigger>] = []
  /// The ids of the pain points it answers.
  public var solves: [String] = []
  /// Who takes care of it.
  public var owner = ""
  /// How far it has come, such as idea.
  public var status = ""
  /// How much work it is, from 1 to 5.
  public var effort: Rating?
  /// How much it is worth, from 1 to 5.
  public var value: Rating?
  /// The day it should be done.
  public var due = ""
  /// What is said or shown.
  public var content: Content?
  /// What somebody said.
  public var quote = ""
  /// What the statement rests on.
  public var basis: Basis?
  /// The ids of the sources behind it.
  public var sources: [String] = []
  /// The id of the metric it shows.
  public var metric = ""
  /// A picture: a path or an address.
  public var image = ""
  /// Where there is more.
  public var url = ""
  /// Words to find it by.
  public var tags: [String] = []
  /// How many columns it covers, from its own on.
  public var span: Int?
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes details that say nothing.
  @inlinable
  public init() {}

  /// Whether they say nothing.
  @inlinable
  mutating func saysNothing() -> Bool {
    var check = EmptinessCheck()
    visit(&check)
    return check.isEmpty
  }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("actor", &actor, .reference(.actor), "The id of the actor it is about.")
    visitor.word("channel", &channel, "By which way customer and provider meet.")
    visitor.word("mode", &mode, "Whether the touchpoint is online.")
    visitor.word("influence", &influence, "How the provider can shape the touchpoint.")
    visitor.word("ownership", &ownership, "Whose touchpoint it is.")
    visitor.word("usage", &usage, "What became of the touchpoint.")
    visitor.rating("impact", &impact, "How much it changes the outcome, from 1 to 5.")
    visitor.rating("importance", &importance, "How much it matters to the customer, from 1 to 5.")
    visitor.rating("severity", &severity, "How bad the pain is, from 1 to 5.")
    visitor.rating("intensity", &intensity, "How strong it is, from 1 to 5.")
    visitor.texts("needs", &needs, .prose, "What is needed here.")
    visitor.texts("information", &information, .prose, "What information is looked for or given here.")
    visitor.words("triggers", &triggers, "The feelings that move someone to act.")
    visitor.texts("solves", &solves, .reference(.card), "The ids of the pain points it answers.")
    visitor.text("owner", &owner, .prose, "Who takes care of it.")
    visitor.text("status", &status, .plain, "How far it has come, such as idea.")
    visitor.rating("effort", &effort, "How much work it is, from 1 to 5.")
    visitor.rating("value", &value, "How much it is worth, from 1 to 5.")
    visitor.text("due", &due, .date, "The day it should be done.")
    visitor.record("content", &content, "What is said or shown.")
    visitor.text("quote", &quote, .prose, "What somebody said.")
    visitor.word("basis", &basis, "What the statement rests on.")
    visitor.texts("sources", &sources, .reference(.source), "The ids of the sources behind it.")
    visitor.text("metric", &metric, .reference(.metric), "The id of the metric it shows.")
    visitor.text("image", &image, .plain, "A picture: a path or an address.")
    visitor.text("url", &url, .plain, "Where there is more.")
    visitor.texts("tags", &tags, .plain, "Words to find it by.")
    visitor.whole("span", &span, 1...10_000, "How many columns it covers, from its own on.")
    visitor.extensions(&extensions)
  }
}

/// What is said or shown at a touchpoint.
public struct Content: Record {
  /// The form, such as video.
  public var type = ""
  /// The manner, such as plain.
  public var style = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a content that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "content" }
  @inlinable package static var about: StaticString { "What is said or shown at a touchpoint." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("type", &type, .plain, "The form, such as video.")
    visitor.text("style", &style, .plain, "The manner, such as plain.")
    visitor.extensions(&extensions)
  }
}
