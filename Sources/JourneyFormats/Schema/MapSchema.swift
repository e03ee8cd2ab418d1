import JourneyModel

/// The JSON Schema (2020-12) of the map format, made from the field statements.
public enum MapSchema {
  /// The schema as text.
  public static var text: String { value.text + "\n" }

  /// The schema as a value.
  public static var value: JSONValue { RecordSchema.of(JourneyMap.self, name: "journeymap", title: "Journey map") }
}

/// The JSON Schema of any kind of document.
package enum RecordSchema {
  /// The schema of a document that is a record of the given type.
  package static func of<Item: Record>(_: Item.Type, name: String, title: String) -> JSONValue {
    var definitions = SchemaDefinitions()
    definitions.addCards()
    var members = definitions.object(Item.self)
    members.append(.init("$defs", .object(definitions.members)))
    return .object(
      [
        .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        .init("$id", .string("https://journeymaps.dev/schemas/\(name).v1.schema.json")),
        .init("title", .string(title)),
      ] + members)
  }
}

/// The definitions that a schema refers to, each made once.
struct SchemaDefinitions {
  private(set) var members: [JSONValue.Member] = []
  private var names: Set<String> = []

  /// A reference to a record's definition.
  mutating func reference<Item: Record>(to type: Item.Type) -> JSONValue {
    let name = Item.name.description
    if names.insert(name).inserted {
      let place = members.count
      members.append(.init(name, .null))
      members[place].value = .object(object(type))
    }
    return Self.reference(name)
  }

  static func reference(_ name: String) -> JSONValue {
    .object([.init("$ref", .string("#/$defs/\(name)"))])
  }

  /// The members of an object schema.
  mutating func object<Item: Record>(_: Item.Type) -> [JSONValue.Member] {
    var visitor = SchemaVisitor(definitions: self)
    var record = Item()
    record.visit(&visitor)
    self = visitor.definitions
    var object: [JSONValue.Member] = [
      .init("description", .string(Item.about.description)),
      .init("type", .string("object")),
    ]
    if !visitor.required.isEmpty { object.append(.init("required", .array(visitor.required.map(JSONValue.string)))) }
    if Item.self == JourneyMap.self {
      visitor.add("$schema", "Where the schema stands.", [SchemaVisitor.type("string")])
    }
    object.append(.init("properties", .object(visitor.properties)))
    object.append(.init("patternProperties", .object([.init("^x-", .boolean(true))])))
    object.append(.init("additionalProperties", .boolean(false)))
    return object
  }

  /// Cards by lane, and a card in its short and its long form.
  mutating func addCards() {
    _ = reference(to: Card.self)
    let card: JSONValue = .object([
      .init(
        "anyOf",
        .array([
          .object([SchemaVisitor.type("string")]),
          .object([
            .init("description", .string("In a lane of emotions: the emotion.")), SchemaVisitor.type("number"),
            .init("minimum", .number("-2")), .init("maximum", .number("2")),
          ]),
          .object([SchemaVisitor.type("null")]), Self.reference("card"),
        ]))
    ])
    let cell: JSONValue = .object([
      .init("anyOf", .array([card, .object([SchemaVisitor.type("array"), .init("items", card)])]))
    ])
    let cards: JSONValue = .object([
      .init("description", .string("Cards by lane: the id of a lane, or a lane type, and one card or a list of them.")),
      .init("type", .array([.string("object"), .string("null")])),
      .init("patternProperties", .object([.init("^x-", .boolean(true))])),
      .init(
        "properties",
        .object(LaneType.allCases.map { .init($0.rawValue, Self.reference("cell")) })),
      .init("propertyNames", .object([.init("pattern", .string("^[A-Za-z0-9_-]+$"))])),
      .init("additionalProperties", Self.reference("cell")),
    ])
    members.append(.init("cell", cell))
    members.append(.init("cards", cards))
  }
}
