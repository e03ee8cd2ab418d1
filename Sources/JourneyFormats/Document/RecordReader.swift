import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a record from a mapping by visiting its fields.
///
/// A cursor stands on the first key that is not read yet. Each field in turn asks whether that key is its own; keys in their usual
/// order are read in one visit at one comparison a field, others take another visit. A key that no field takes is unknown.
struct RecordReader: FieldVisitor {
  let reading: MapReading
  let view: TreeView
  private let mapping: Int
  private let end: Int
  /// The node of the key at hand, and its bytes; the length is −1 when all keys are read.
  private var key: Int
  private var keyStart: UnsafePointer<UInt8>
  private var keyLength = -1
  /// The number of the field that is asked next, and the set of those that were found.
  private var field = 0
  private var found: UInt64 = 0
  /// Whether a required field has not been found yet.
  private var isIncomplete = false
  /// The names of the extensions, once there are many.
  private var extensionNames: Set<String> = []

  /// Reads a record from the node of a mapping.
  static func read<Item: Record>(_ record: inout Item, at node: Int, in reading: MapReading) {
    guard reading.view[node].kind == .mapping, !reading.view[node].flags.contains(.hasForeignTag) else {
      if reading.view[node].kind == .mapping {
        reading.error("a tag from outside the core schema stands here", at: node, hint: "remove the tag")
      } else if !reading.saysNothing(node) || Item.self == JourneyMap.self {
        reading.error("\(phrase(Item.name)) is a mapping, not \(reading.described(node))", at: node)
      }
      return
    }
    var reader = RecordReader(reading: reading, mapping: node)
    reader.readKeys(of: &record)
  }

  private init(reading: MapReading, mapping: Int) {
    self.reading = reading
    view = reading.view
    self.mapping = mapping
    end = view.next(mapping)
    key = mapping + 1
    keyStart = view.bytes(mapping).baseAddress ?? StaticString("").utf8Start
    loadKey()
  }

  private mutating func readKeys<Item: Record>(of record: inout Item) {
    repeat {
      let before = key
      field = 0
      isIncomplete = false
      record.visit(&self)
      if key == before, key < end { refuseKey(of: Item.self) }
    } while key < end
    guard isIncomplete else { return }
    field = 0
    record.visit(&self)
  }

  private static func phrase(_ name: StaticString) -> String {
    let name = name.description
    return ("aeiou".contains(name.prefix(1)) ? "an " : "a ") + name
  }

  // MARK: The cursor

  private mutating func loadKey() {
    while key < end {
      let node = view.resolve(key)
      switch view[node].kind {
      case .plain, .quoted:
        let bytes = view[node].flags.contains(.hasEscapes) ? reading.keyBytes(node) : view.bytes(node)
        if let start = bytes.baseAddress { keyStart = start }
        keyLength = bytes.count
        return
      case .sequence, .mapping, .alias, .merged:
        reading.error("a key is text, not \(reading.described(node))", at: key)
        key = view.next(view.next(key))
      }
    }
    keyLength = -1
  }

  private mutating func skipKey() {
    skip(value: view.next(key))
  }

  private mutating func skip(value: Int) {
    key = view.next(value)
    loadKey()
  }

  /// The node of the value, if the key at hand is the field's; nil too if it says nothing.
  @inline(__always)
  mutating func take(_ name: StaticString) -> Int? {
    field += 1
    guard keyLength == name.utf8CodeUnitCount, isKey(name) else { return nil }
    return takeValue(name)
  }

  @inline(__always)
  private func isKey(_ name: StaticString) -> Bool {
    let text = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount where keyStart[index] != text[index] { return false }
    return true
  }

  private mutating func takeValue(_ name: StaticString) -> Int? {
    let value = view.next(key)
    let bit: UInt64 = 1 << UInt64(field - 1)
    defer { skip(value: value) }
    guard found & bit == 0 else {
      refuseDuplicate(name.description)
      return nil
    }
    found |= bit
    return value
  }

  var visitsAbsentFields: Bool { key < end }

  /// Reports a required field that stands nowhere.
  ///
  /// Asked once all keys are read.
  mutating func require(_ name: StaticString) {
    guard found & (1 << UInt64(field - 1)) == 0 else { return }
    if key < end {
      isIncomplete = true
    } else if !reading.isTruncated {
      reading.error("'\(name)' is missing", at: mapping)
    }
  }
}

extension RecordReader {
  private func refuseDuplicate(_ name: String) {
    if reading.diagnostics.isFull { return reading.error("a key stands twice", at: key) }
    var first = mapping + 1
    while first < key, view.text(view.resolve(first)) != name { first = view.next(view.next(first)) }
    reading.diagnostics.error(
      "the key '\(name)' stands twice", at: reading.range(key),
      related: [Diagnostic.Related("it stands here first", at: reading.range(first))])
  }

  /// Reports the key at hand, which no field takes, and goes on to the next.
  private mutating func refuseKey<Item: Record>(of type: Item.Type) {
    let name = view.text(view.resolve(key))
    if reading.diagnostics.isFull {
      reading.error("unknown key", at: key)
    } else if !(name == "$schema" && Item.self == JourneyMap.self) {
      let names = FieldNames.of(Item.self)
      let hint =
        NearestName.hint(for: name, in: names)
        ?? (names.count <= 12 ? "\(Self.phrase(Item.name)) has \(names.joined(separator: ", "))" : nil)
        ?? "a key of your own begins with 'x-'"
      reading.error("unknown key '\(reading.shortened(name))'", at: key, hint: hint)
    }
    skipKey()
  }

  mutating func extensions(_ value: inout [Extension]) {
    field += 1
    while keyLength >= 2, keyStart[0] == UInt8(ascii: "x"), keyStart[1] == UInt8(ascii: "-") {
      let name = view.text(view.resolve(key))
      if isKnown(name, in: value) {
        refuseDuplicate(name)
      } else {
        value.append(Extension(name, reading.json(at: view.next(key))))
      }
      skipKey()
    }
  }

  /// Whether a record has an extension already; many are looked up by name, since going through all would take their square.
  private mutating func isKnown(_ name: String, in extensions: [Extension]) -> Bool {
    guard extensions.count >= 16 else { return extensions.contains { $0.name == name } }
    if extensionNames.count < extensions.count { extensionNames = Set(extensions.map(\.name)) }
    return !extensionNames.insert(name).inserted
  }
}
