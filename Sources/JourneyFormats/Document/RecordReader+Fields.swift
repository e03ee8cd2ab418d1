import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension RecordReader {
  mutating func version(_ name: StaticString, _ number: Int, _ about: StaticString) {
    if let node = take(name) {
      reading.require(name, at: node) {
        guard let found = reading.number(at: node, for: name) else { return false }
        if found != Double(number) {
          reading.error(
            "this map is written in edition \(JSONNumber.spelling(found)) of the format; only \(number) is known",
            at: node)
        }
        return true
      }
    }
    require(name)
  }

  @inline(__always)
  mutating func text(
    _ name: StaticString, _ value: inout String, _ kind: TextKind, _ presence: Presence, _ about: StaticString
  ) {
    if let node = take(name) {
      switch presence {
      case .optional: _ = take(text: &value, kind, from: node, for: name)
      case .required: reading.require(name, at: node) { take(text: &value, kind, from: node, for: name) }
      }
    }
    if presence == .required, value.isEmpty { require(name) }
  }

  /// Reads a text, and says whether there is any.
  @inline(__always)
  private func take(text value: inout String, _ kind: TextKind, from node: Int, for name: StaticString) -> Bool {
    let text = reading.text(at: node, for: name)
    if !text.isEmpty, reading.accept(text, kind, at: node) { value = text }
    return !text.isEmpty
  }

  @inline(__always)
  mutating func texts(_ name: StaticString, _ value: inout [String], _ kind: TextKind, _ about: StaticString) {
    if let node = take(name) { reading.texts(at: node, for: name, kind, into: &value) }
  }

  mutating func flag(_ name: StaticString, _ value: inout Bool, _ about: StaticString) {
    guard let node = take(name), !reading.saysNothing(node) else { return }
    let scalar = view.resolve(node)
    if view[scalar].kind == .plain, case .boolean(true) = PlainScalar(view.bytes(scalar)) {
      value = true
    } else if view[scalar].kind == .plain, case .boolean(false) = PlainScalar(view.bytes(scalar)) {
      return
    } else {
      reading.error(
        "'\(name)' is true or false, not \(reading.described(node))", at: node, hint: "write true, or leave it out")
    }
  }

  mutating func whole(_ name: StaticString, _ value: inout Int?, _ range: ClosedRange<Int>, _ about: StaticString) {
    guard let node = take(name), let number = reading.number(at: node, for: name) else { return }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      let bounds = range.upperBound == Int(Int32.max) ? "of at least \(range.lowerBound)" : range.words
      reading.error("'\(name)' is a whole number \(bounds), not \(reading.described(node))", at: node)
      return
    }
    value = whole
  }

  mutating func number(
    _ name: StaticString, _ value: inout Double?, _ range: ClosedRange<Double>, _ about: StaticString
  ) {
    guard let node = take(name), let number = reading.number(at: node, for: name) else { return }
    if let number = reading.accept(number, range, at: node, for: name) { value = number }
  }

  @inline(__always)
  mutating func rating(_ name: StaticString, _ value: inout Rating?, _ about: StaticString) {
    guard let node = take(name), let rating = reading.rating(at: node, for: name) else { return }
    value = rating
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Words?, _ about: StaticString) {
    guard let node = take(name) else { return }
    if let word: Words = reading.word(at: node, for: name) { value = word }
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Words], _ about: StaticString) {
    guard let node = take(name) else { return }
    reading.forEachItem(of: node, in: name) { item in
      if let word: Words = reading.word(at: item, for: name) { value.append(word) }
    }
  }

  mutating func word<Words: Vocabulary>(_ name: StaticString, _ value: inout Open<Words>, _ about: StaticString) {
    text(name, &value.text, .plain, .optional, about)
  }

  mutating func words<Words: Vocabulary>(_ name: StaticString, _ value: inout [Open<Words>], _ about: StaticString) {
    guard let node = take(name) else { return }
    reading.forEachItem(of: node, in: name) { item in
      let text = reading.text(at: item, for: name)
      if !text.isEmpty { value.append(Open(text)) }
    }
  }

  mutating func record<Nested: Record>(_ name: StaticString, _ value: inout Nested?, _ about: StaticString) {
    guard let node = take(name) else { return }
    var nested = Nested()
    RecordReader.read(&nested, at: view.resolve(node), in: reading)
    if !nested.saysNothing() { value = nested }
  }

  mutating func records<Item: Record>(_ name: StaticString, _ value: inout [Item], _ about: StaticString) {
    guard let node = take(name) else { return }
    let list = view.resolve(node)
    guard view[list].kind == .sequence else {
      if !reading.saysNothing(list) {
        reading.error(
          "'\(name)' is a list, not \(reading.described(list))", at: node, hint: "begin each \(Item.name) with '- '")
      }
      return
    }
    value.reserveCapacity(reading.capacity(forChildrenOf: list))
    var child = list + 1
    let end = view.next(list)
    while child < end {
      if reading.saysNothing(child) {
        reading.warnOfEmptyItem(at: child, in: name)
      } else {
        // Read in place: a record is large, and moving it twice costs as much as reading it.
        let isRefused = reading.refuses {
          value.append(Item())
          RecordReader.read(&value[value.count - 1], at: view.resolve(child), in: reading)
        }
        if value[value.count - 1].saysNothing() {
          value.removeLast()
          if !isRefused { reading.warnOfEmptyItem(at: child, in: name) }
        }
      }
      child = view.next(child)
    }
  }

  mutating func cards(_ name: StaticString, _ value: inout Cards, _ about: StaticString) {
    guard let node = take(name) else { return }
    value = reading.cards(at: node)
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String { "from \(lowerBound) to \(upperBound)" }
}
