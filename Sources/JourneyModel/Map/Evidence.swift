/// Something that is measured.
public struct Metric: Record {
  /// The name by which cards refer to it.
  public var id = ""
  /// What is measured.
  public var name = ""
  /// What it is a measure of.
  public var group = Open<MetricGroup>()
  /// The unit.
  public var unit = ""
  /// What was measured.
  public var value: Double?
  /// What it should be.
  public var target: Double?
  /// The id of the stage, step, card or actor it belongs to.
  public var at = ""
  /// The day of the measurement.
  public var date = ""
  /// The ids of the sources behind it.
  public var sources: [String] = []
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a metric that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "metric" }
  @inlinable package static var about: StaticString { "Something that is measured." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.metric), "The name by which cards refer to it.")
    visitor.text("name", &name, .prose, "What is measured.")
    visitor.word("group", &group, "What it is a measure of.")
    visitor.text("unit", &unit, .prose, "The unit.")
    visitor.number(
      "value", &value, -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, "What was measured.")
    visitor.number(
      "target", &target, -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude, "What it should be.")
    visitor.text("at", &at, .reference(.place), "The id of the stage, step, card or actor it belongs to.")
    visitor.text("date", &date, .date, "The day of the measurement.")
    visitor.texts("sources", &sources, .reference(.source), "The ids of the sources behind it.")
    visitor.extensions(&extensions)
  }
}

/// What statements of the map rest on.
public struct Source: Record {
  /// The name by which others refer to it.
  public var id = ""
  /// What it is called.
  public var title = ""
  /// What kind of evidence it is.
  public var kind = Open<SourceKind>()
  /// Where it comes from.
  public var origin: SourceOrigin?
  /// The department it comes from.
  public var department = ""
  /// The day it was made.
  public var date = ""
  /// Where it can be found.
  public var url = ""
  /// What else is kept: keys that begin with `x-`.
  public var extensions: [Extension] = []

  /// Makes a source that says nothing.
  @inlinable
  public init() {}

  @inlinable package static var name: StaticString { "source" }
  @inlinable package static var about: StaticString { "What statements of the map rest on." }

  @inlinable
  package mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.text("id", &id, .id(.source), "The name by which others refer to it.")
    visitor.text("title", &title, .prose, "What it is called.")
    visitor.word("kind", &kind, "What kind of evidence it is.")
    visitor.word("origin", &origin, "Where it comes from.")
    visitor.text("department", &department, .prose, "The department it comes from.")
    visitor.text("date", &date, .date, "The day it was made.")
    visitor.text("url", &url, .plain, "Where it can be found.")
    visitor.extensions(&extensions)
  }
}
