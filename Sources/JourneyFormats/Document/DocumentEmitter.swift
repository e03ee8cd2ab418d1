import JourneyModel
import JourneySyntax

/// Spells a tree of mappings, lists and scalars in some syntax, as it is told from outside in.
protocol DocumentEmitter {
  mutating func beginMapping()
  mutating func endMapping()
  mutating func emptyMapping()
  /// A key that is a bare word in every syntax.
  mutating func key(_ name: StaticString)
  mutating func key(_ name: String)

  mutating func beginSequence()
  mutating func endSequence()
  mutating func emptySequence()
  /// Comes before each item of a sequence.
  mutating func item()

  mutating func text(_ text: String)
  /// A number, `true`, `false` or `null`, spelled as JSON has them.
  mutating func bare(_ text: String)
  mutating func number(_ number: Int)

  /// Passes on what is written so far if that is worth while.
  mutating func checkpoint()
}

extension DocumentEmitter {
  /// Emits a whole number.
  mutating func number(_ number: Int) { bare(String(number)) }

  /// Emits a number.
  mutating func number(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1_000_000_000_000_000 { return self.number(whole) }
    bare(JSONNumber.spelling(number))
  }

  /// Emits any JSON value.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: bare("null")
    case .boolean(let value): bare(value ? "true" : "false")
    case .number(let spelling): bare(spelling)
    case .string(let text): self.text(text)
    case .array(let items):
      if items.isEmpty { return emptySequence() }
      beginSequence()
      for value in items {
        item()
        self.value(value)
      }
      endSequence()
    case .object(let members):
      if members.isEmpty { return emptyMapping() }
      beginMapping()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endMapping()
    }
  }
}
