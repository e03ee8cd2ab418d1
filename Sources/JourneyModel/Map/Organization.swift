/// A company, an authority or another body that actors belong to.
public struct Organization: Record {
  /// The name by which others refer to it.
  public var id = ""
  /// What it is called.
  public var name = ""
  /// How large it is, in words.
  public var size = ""
  /// How many people work there.
  public var employees: Int?
  /// What it does.
  public var sector = ""
  /// What it can spend.
  public var budget = ""
  /// Who it competes with.
  public var competitors: [String] = []
  /// The organization it belongs to.
  public var parent = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes an organization that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "organization" }
  @inlinable package static var about: StaticString { "A company, an authority or another body that actors belong to." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.organization), "The name by which others refer to it.")
    visitor.text("name", &name, .prose, "What it is called.")
    visitor.text("size", &size, .prose, "How large it is, in words.")
    visitor.whole("employees", &employees, 0...Int(Int32.max), "How many people work there.")
    visitor.text("sector", &sector, .prose, "What it does.")
    visitor.text("budget", &budget, .prose, "What it can spend.")
    visitor.texts("competitors", &competitors, .prose, "Who it competes with.")
    visitor.text("parent", &parent, .reference(.organization), "The organization it belongs to.")
    visitor.extensions(&extensions)
  }
}
