import JourneyDiagnostics

/// What the diagram of a user journey says, before any meaning.
package struct MermaidJourney {
  /// A section, which the tasks after it belong to.
  package struct Section {
    /// Its name.
    package let name: MermaidText
  }

  /// A task.
  package struct Task {
    /// What stands before the first colon.
    package let name: MermaidText
    /// What stands after it, divided at colons: the score, the actors, and what Mermaid ignores.
    package let fields: [MermaidText]
    /// The number of its section; nil if none has begun.
    package let section: Int?
  }

  /// The title, from the diagram or else from its front matter.
  package internal(set) var title: MermaidText?
  /// The title for those who hear the diagram.
  package internal(set) var accessibleTitle: MermaidText?
  /// The description for those who hear the diagram.
  package internal(set) var accessibleDescription: MermaidText?
  package internal(set) var sections: [Section] = []
  package internal(set) var tasks: [Task] = []
  /// The first comment, if there is any.
  package internal(set) var firstComment: SourceRange?
}

extension MermaidJourney.Task {
  /// The actors as Mermaid reads them: the second field, divided at commas, each with its place.
  package var actors: [MermaidText] {
    fields.count < 2 ? [] : fields[1].divided(at: UInt8(ascii: ","))
  }

  /// The score as Mermaid reads it; nil if it is no number.
  package var score: Double? {
    guard let text = fields.first?.spelled else { return nil }
    return text.isEmpty ? 0 : Self.number(text)
  }

  /// The decimal number that a text is (ECMAScript, section 7.1.4.1: `StrDecimalLiteral`), or nil.
  package static func number(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { $0 &- 0x30 < 10 || "+-.eE".utf8.contains($0) }
    guard isDecimal, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}

extension MermaidText {
  /// The parts between the places where a byte stands, without white space around them.
  package func divided(at byte: UInt8) -> [MermaidText] {
    let bytes = Array(spelled.utf8)
    return MermaidText.parts(of: 0..<bytes.count, in: bytes, at: byte).map { part in
      MermaidText(
        spelled: String(decoding: bytes[part], as: UTF8.self),
        range: SourceRange(offset: range.offset + part.lowerBound, length: part.count))
    }
  }

  /// The ranges between the places where a byte stands, without white space around them.
  static func parts(of range: Range<Int>, in bytes: [UInt8], at byte: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == byte {
      parts.append(MermaidSpace.trimmed(start..<index, in: bytes))
      start = index + 1
    }
    parts.append(MermaidSpace.trimmed(start..<range.upperBound, in: bytes))
    return parts
  }
}
