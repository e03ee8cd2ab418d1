import JourneyModel

/// Counts what a format leaves out of maps, for the report that follows every lossy writing.
///
/// ```swift
/// var losses = LossCount()
/// for index in maps.indices { losses.count(&maps[index], carrying: carried) }
/// losses.add(2, "card without text", "cards without text")
/// return losses.all  // 12 links, 1 metric, 7 cards in pain-points, 9 card fields (channel, severity), …
/// ```
package struct LossCount {
  /// Records that are lost as a whole, cards by lane type, and what a writer has added, by their words.
  private var wholes = Tally()
  /// Fields of records that are carried, by the kind of record.
  private var fields: [(record: String, names: Tally)] = []
  private var extensions = Tally()

  package init() {}

  /// Counts what is lost of a map.
  package mutating func count(_ map: inout JourneyMap, carrying carried: CarriedFields) {
    let types = Dictionary(map.lanes.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var visitor = LossVisitor(carried: carried, types: types, count: self)
    visitor.visit(&map, carrying: carried.fields(of: JourneyMap.name) ?? [])
    self = visitor.count
  }

  /// Counts what a writer finds to be lost by itself.
  package mutating func add(_ number: Int, _ singular: String, _ plural: String) {
    if number > 0 { wholes.add(singular, plural, number) }
  }

  /// Counts a field that a writer finds to be lost in some records only.
  package mutating func add(field name: String, of record: StaticString) {
    let record = record.description
    let place = fields.firstIndex { $0.record == record } ?? fields.count
    if place == fields.count { fields.append((record, Tally())) }
    fields[place].names.add(name, name, 1)
  }

  fileprivate mutating func addExtension(_ name: String) { extensions.add(name, name, 1) }

  /// All that is lost: whole records, then fields, then extensions.
  package var all: [Loss] {
    var losses = wholes.entries.map { Loss($0.count, $0.singular, $0.plural) }
    for (record, names) in fields {
      losses.append(Loss(names.count, "\(record) field \(names.listed)", "\(record) fields \(names.listed)"))
    }
    if extensions.count > 0 {
      losses.append(Loss(extensions.count, "extension \(extensions.listed)", "extensions \(extensions.listed)"))
    }
    return losses
  }

  /// Numbers of things, in the order in which they were first met.
  private struct Tally {
    private(set) var entries: [(singular: String, plural: String, count: Int)] = []
    private var places: [String: Int] = [:]

    mutating func add(_ singular: String, _ plural: String, _ number: Int) {
      if let place = places[singular] {
        entries[place].count += number
      } else {
        places[singular] = entries.count
        entries.append((singular, plural, number))
      }
    }

    var count: Int { entries.reduce(0) { $0 + $1.count } }

    /// What they are, in parentheses; of many the first.
    var listed: String {
      let names = entries.prefix(8).map(\.singular).joined(separator: ", ")
      return entries.count > 8 ? "(\(names), …)" : "(\(names))"
    }
  }
}

/// Goes through the fields of a map and counts those that are not carried.
private struct LossVisitor: FieldVisitor {
  let carried: CarriedFields
  let types: [String: Open<LaneType>]
  var count: LossCount
  /// The kind of record whose fields are visited, and which of them are carried.
  private var record = JourneyMap.name
  private var fields: Set<String> = []

  init(carried: CarriedFields, types: [String: Open<LaneType>], count: LossCount) {
    self.carried = carried
    self.types = types
    self.count = count
  }

  var visitsAbsentFields: Bool { false }

  /// Visits a record of which some fields are carried.
  mutating func visit<Item: Record>(_ item: inout Item, carrying fields: Set<String>) {
    let outer = (record, self.fields)
    (record, self.fields) = (Item.name, fields)
    item.visit(&self)
    (record, self.fields) = outer
  }

  private mutating func note(_ name: StaticString, isAbsent: Bool) {
    guard !isAbsent, !fields.contains(name.description) else { return }
    count.add(field: name.description, of: record)
  }

  mutating func text(_ name: StaticString, _ value: inout String, _ kind: TextKind, _: Presence, _: StaticString) {
    if case .id = kind { return }
    note(name, isAbsent: value.isEmpty)
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _: StaticString) {
    if let fields = carried.fields(of: Item.name) {
      for index in value.indices { visit(&value[index], carrying: fields) }
    } else {
      count.add(value.count, Item.name.description, Item.name.description + "s")
    }
  }

  mutating func cards(_: StaticString, _ value: inout Cards, _: StaticString) {
    let fields = carried.fields(of: Card.name)
    for cell in value.cells.indices {
      let type = types[value.cells[cell].lane] ?? Open(value.cells[cell].lane)
      if let fields, carried.carriesCards(of: type) {
        for card in value.cells[cell].cards.indices { visit(&value.cells[cell].cards[card], carrying: fields) }
      } else {
        count.add(value.cells[cell].cards.count, "card in \(type.text)", "cards in \(type.text)")
      }
    }
    extensions(&value.extensions)
  }

  mutating func extensions(_ value: inout [Extension]) {
    for member in value { count.addExtension(member.name) }
  }

  mutating func version(_: StaticString, _: Int, _: StaticString) {}
  mutating func texts(_ name: StaticString, _ value: inout [String], _: TextKind, _: StaticString) {
    note(name, isAbsent: value.isEmpty)
  }
  mutating func flag(_ name: StaticString, _ value: inout Bool, _: StaticString) { note(name, isAbsent: !value) }
  mutating func whole(_ name: StaticString, _ value: inout Int?, _: ClosedRange<Int>, _: StaticString) {
    note(name, isAbsent: value == nil)
  }
  mutating func number(_ name: StaticString, _ value: inout Double?, _: ClosedRange<Double>, _: StaticString) {
    note(name, isAbsent: value == nil)
  }
  mutating func rating(_ name: StaticString, _ value: inout Rating?, _: StaticString) {
    note(name, isAbsent: value == nil)
  }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _: StaticString) {
    note(name, isAbsent: value == nil)
  }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _: StaticString) {
    note(name, isAbsent: value.isEmpty)
  }
  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _: StaticString) {
    note(name, isAbsent: value.isEmpty)
  }
  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _: StaticString) {
    note(name, isAbsent: value.isEmpty)
  }
  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _: StaticString) {
    note(name, isAbsent: value == nil)
  }
}
