/// Someone, or something, that takes part in the journey.
public struct Actor: Record {
  /// The name by which steps, lanes and links refer to the actor.
  public var id = ""
  /// What the actor is called.
  public var name = ""
  /// What kind of party the actor is.
  public var kind: ActorKind?
  /// On whose side the actor stands.
  public var side: ActorSide?
  /// Whether the map is drawn from this actor’s point of view.
  public var primary = false
  /// What part the actor plays.
  public var roles: [Open<ActorRole>] = []
  /// The person, as research describes them.
  public var persona: Persona?
  /// The actor’s job.
  public var employment: Employment?
  /// What drives the actor.
  public var motivations: [String] = []
  /// What the actor needs.
  public var needs: [String] = []
  /// What the actor wants to reach.
  public var goals: [String] = []
  /// What hurts the actor.
  public var pains: [String] = []
  /// What the actor likes best.
  public var preferences: [String] = []
  /// How the actor lives.
  public var lifestyle = ""
  /// What the actor would say.
  public var quote = ""
  /// The colour of the actor’s curve.
  public var color = ""
  /// A picture: a path or an address.
  public var image = ""
  /// The ids of the sources behind it.
  public var sources: [String] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes an actor that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "actor" }
  @inlinable package static var about: StaticString { "Someone, or something, that takes part in the journey." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.actor), "The name by which steps, lanes and links refer to the actor.")
    visitor.text("name", &name, .prose, "What the actor is called.")
    visitor.word("kind", &kind, "What kind of party the actor is.")
    visitor.word("side", &side, "On whose side the actor stands.")
    visitor.flag("primary", &primary, "Whether the map is drawn from this actor’s point of view.")
    visitor.words("roles", &roles, "What part the actor plays.")
    visitor.record("persona", &persona, "The person, as research describes them.")
    visitor.record("employment", &employment, "The actor’s job.")
    visitor.texts("motivations", &motivations, .prose, "What drives the actor.")
    visitor.texts("needs", &needs, .prose, "What the actor needs.")
    visitor.texts("goals", &goals, .prose, "What the actor wants to reach.")
    visitor.texts("pains", &pains, .prose, "What hurts the actor.")
    visitor.texts("preferences", &preferences, .prose, "What the actor likes best.")
    visitor.text("lifestyle", &lifestyle, .prose, "How the actor lives.")
    visitor.text("quote", &quote, .prose, "What the actor would say.")
    visitor.text("color", &color, .color, "The colour of the actor’s curve.")
    visitor.text("image", &image, .plain, "A picture: a path or an address.")
    visitor.texts("sources", &sources, .reference(.source), "The ids of the sources behind it.")
    visitor.extensions(&extensions)
  }
}

/// Who a person is.
public struct Persona: Record {
  /// The first name.
  public var firstName = ""
  /// The last name.
  public var lastName = ""
  /// The age in years.
  public var age: Int?
  /// The income, in words.
  public var income = ""
  /// Whether single, married and so on.
  public var maritalStatus = ""
  /// Where the person lives.
  public var residence = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a persona that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "persona" }
  @inlinable package static var about: StaticString { "Who a person is." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("firstName", &firstName, .prose, "The first name.")
    visitor.text("lastName", &lastName, .prose, "The last name.")
    visitor.whole("age", &age, 0...150, "The age in years.")
    visitor.text("income", &income, .prose, "The income, in words.")
    visitor.text("maritalStatus", &maritalStatus, .prose, "Whether single, married and so on.")
    visitor.text("residence", &residence, .prose, "Where the person lives.")
    visitor.extensions(&extensions)
  }
}

/// What someone works as.
public struct Employment: Record {
  /// The id of the organization.
  public var organization = ""
  /// The department.
  public var department = ""
  /// The level, such as lead.
  public var level = ""
  /// The job title.
  public var title = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes an employment that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "employment" }
  @inlinable package static var about: StaticString { "What someone works as." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("organization", &organization, .reference(.organization), "The id of the organization.")
    visitor.text("department", &department, .prose, "The department.")
    visitor.text("level", &level, .prose, "The level, such as lead.")
    visitor.text("title", &title, .prose, "The job title.")
    visitor.extensions(&extensions)
  }
}
