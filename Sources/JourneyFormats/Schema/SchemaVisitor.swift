import JourneyModel

/// Turns the fields of a record into the properties of a JSON Schema.
struct SchemaVisitor: FieldVisitor {
  var definitions: SchemaDefinitions
  private(set) var properties: [JSONValue.Member] = []
  private(set) var required: [String] = []

  init(definitions: SchemaDefinitions) {
    self.definitions = definitions
  }

  var visitsAbsentFields: Bool { true }

  static func type(_ name: String) -> JSONValue.Member { .init("type", .string(name)) }

  /// Adds a property with its description.
  mutating func add(_ name: StaticString, _ about: StaticString, _ schema: [JSONValue.Member]) {
    properties.append(
      .init(name.description, .object([.init("description", .string(about.description))] + schema)))
  }

  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString) {
    required.append(name.description)
    add(name, about, [.init("const", .number(String(number)))])
  }

  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    if presence == .required {
      required.append(name.description)
      add(name, about, [Self.type("string")] + Self.pattern(kind) + [.init("minLength", .number("1"))])
    } else {
      add(name, about, Self.text(kind))
    }
  }

  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    add(name, about, Self.oneOrMany(Self.text(kind)))
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    add(name, about, [Self.nullable("boolean")])
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    add(name, about, [Self.nullable("integer")] + Self.range(String(range.lowerBound), String(range.upperBound)))
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    let isBounded = range.upperBound < .greatestFiniteMagnitude
    let bounds = isBounded ? Self.range(String(Int(range.lowerBound)), String(Int(range.upperBound))) : []
    add(name, about, [Self.nullable("number")] + bounds)
  }

  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    add(name, about, [Self.nullable("integer")] + Self.range("1", "5"))
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    add(name, about, [.init("enum", .array(Self.words(Words.self) + [.null]))])
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    add(name, about, Self.oneOrMany([.init("enum", .array(Self.words(Words.self)))]))
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    add(name, about, Self.openWord(Words.self))
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    add(name, about, Self.oneOrMany(Self.openWord(Words.self)))
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    let reference = definitions.reference(to: Nested.self)
    add(name, about, [.init("anyOf", .array([reference, .object([Self.type("null")])]))])
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    let reference = definitions.reference(to: Item.self)
    add(name, about, [Self.nullable("array"), .init("items", reference)])
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    add(name, about, [.init("$ref", .string("#/$defs/cards"))])
  }

  mutating func extensions(_ value: inout [Extension]) {}
}

extension SchemaVisitor {
  private static func nullable(_ type: String) -> JSONValue.Member {
    .init("type", .array([.string(type), .string("null")]))
  }

  private static func text(_ kind: TextKind) -> [JSONValue.Member] {
    // Empty text says nothing and is allowed wherever absence is.
    guard let pattern = kind.pattern else { return [nullable("string")] }
    return [nullable("string"), .init("pattern", .string("^$|" + pattern))]
  }

  private static func pattern(_ kind: TextKind) -> [JSONValue.Member] {
    kind.pattern.map { [.init("pattern", .string($0))] } ?? []
  }

  private static func range(_ low: String, _ high: String) -> [JSONValue.Member] {
    [.init("minimum", .number(low)), .init("maximum", .number(high))]
  }

  private static func words<Words: Vocabulary>(_: Words.Type) -> [JSONValue] {
    Words.allCases.map { .string($0.rawValue) }
  }

  /// Known words for completion, and any other text.
  private static func openWord<Words: Vocabulary>(_: Words.Type) -> [JSONValue.Member] {
    [
      .init(
        "anyOf", .array([.object([.init("enum", .array(words(Words.self)))]), .object([nullable("string")])]))
    ]
  }

  /// A list, or the one item that stands for it.
  private static func oneOrMany(_ item: [JSONValue.Member]) -> [JSONValue.Member] {
    let items: JSONValue = .object([type("array"), .init("items", .object(item))])
    return [.init("anyOf", .array([.object(item), items, .object([type("null")])]))]
  }
}
