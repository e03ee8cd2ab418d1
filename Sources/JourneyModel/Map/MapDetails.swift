/// The template that a map was made from.
public struct TemplateOrigin: Record {
  /// The name of the template.
  public var id = ""
  /// The language it was taken in.
  public var language = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a template that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "template" }
  @inlinable package static var about: StaticString { "The template that a map was made from." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .plain, "The name of the template.")
    visitor.text("language", &language, .language, "The language it was taken in.")
    visitor.extensions(&extensions)
  }
}

/// When a map was looked at last, and how often it should be.
public struct Review: Record {
  /// The day of the last review.
  public var last = ""
  /// How often it should be reviewed.
  public var every = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a review that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "review" }
  @inlinable package static var about: StaticString { "When a map was looked at last, and how often it should be." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("last", &last, .date, "The day of the last review.")
    visitor.text("every", &every, .duration, "How often it should be reviewed.")
    visitor.extensions(&extensions)
  }
}

/// The problem that a journey is about.
public struct Problem: Record {
  /// What is wrong, in one sentence.
  public var statement = ""
  /// What it consists of.
  public var parts: [String] = []
  /// What is gained once it is solved.
  public var benefit = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a problem that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "problem" }
  @inlinable package static var about: StaticString { "The problem that a journey is about." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("statement", &statement, .prose, "What is wrong, in one sentence.")
    visitor.texts("parts", &parts, .prose, "What it consists of.")
    visitor.text("benefit", &benefit, .prose, "What is gained once it is solved.")
    visitor.extensions(&extensions)
  }
}
