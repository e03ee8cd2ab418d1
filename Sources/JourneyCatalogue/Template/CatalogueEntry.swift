import JourneyModel

/// What a catalogue says of a template.
public struct CatalogueEntry: Record {
  /// The name of the template, which is also its folder’s.
  public var id = ""
  /// The edition of the template, from 1.
  public var version: Int?
  /// What the template is called.
  public var name = ""
  /// What a map made from it shows, in a sentence.
  public var summary = ""
  /// When to use it, and when rather another.
  public var whenToUse = ""
  /// Words to find it by.
  public var tags: [String] = []
  /// The blanks in its texts.
  public var placeholders: [Placeholder] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes an entry that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "entry" }
  @inlinable package static var about: StaticString { "What a catalogue says of a template." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.map), .required, "The name of the template, which is also its folder’s.")
    visitor.whole("version", &version, 1...Int(Int32.max), "The edition of the template, from 1.")
    visitor.text("name", &name, .prose, .required, "What the template is called.")
    visitor.text("summary", &summary, .prose, .required, "What a map made from it shows, in a sentence.")
    visitor.text("whenToUse", &whenToUse, .prose, "When to use it, and when rather another.")
    visitor.texts("tags", &tags, .plain, "Words to find it by.")
    visitor.records("placeholders", &placeholders, "The blanks in its texts.")
    visitor.extensions(&extensions)
  }
}

/// A blank in a template’s texts, written `{{name}}` there.
public struct Placeholder: Record {
  /// The name of the blank.
  public var name = ""
  /// The question that it answers.
  public var prompt = ""
  /// What stands there if nobody answers.
  public var `default` = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a placeholder that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "placeholder" }
  @inlinable package static var about: StaticString { "A blank in a template’s texts, written `{{name}}` there." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("name", &name, .id(.placeholder), .required, "The name of the blank.")
    visitor.text("prompt", &prompt, .prose, .required, "The question that it answers.")
    visitor.text("default", &`default`, .prose, .required, "What stands there if nobody answers.")
    visitor.extensions(&extensions)
  }
}
