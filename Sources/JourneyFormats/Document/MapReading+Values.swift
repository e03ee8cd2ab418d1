import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension MapReading {
  /// Checks a text against its kind and notes what it declares or refers to; false if it is wrong.
  @inline(__always)
  func accept(_ text: String, _ kind: TextKind, at node: Int) -> Bool {
    switch kind {
    case .prose, .plain, .mapName: return true
    case .id, .reference, .language, .date, .duration, .color: return acceptShaped(text, kind, at: node)
    }
  }

  private func acceptShaped(_ text: String, _ kind: TextKind, at node: Int) -> Bool {
    if let problem = kind.problem(in: text) {
      error(problem.message, at: node, hint: problem.hint)
      return false
    }
    switch kind {
    case .id(let kind):
      if kind != .map { references.declare(text, kind, at: range(node), diagnostics: &diagnostics) }
    case .reference(let target): references.refer(text, to: target, at: range(node))
    case .prose, .plain, .mapName, .language, .date, .duration, .color: break
    }
    return true
  }

  /// Checks a number against its range.
  func accept(_ number: Double, _ range: ClosedRange<Double>, at node: Int, for field: StaticString) -> Double? {
    if range.contains(number) { return number }
    let (low, high) = (JSONNumber.spelling(range.lowerBound), JSONNumber.spelling(range.upperBound))
    error("'\(field)' is a number from \(low) to \(high), not \(described(node))", at: node)
    return nil
  }

  /// The number that a scalar spells, or nil with an error if it spells none.
  func number(at node: Int, for field: StaticString) -> Double? {
    let scalar = view.resolve(node)
    guard view[scalar].kind == .plain else {
      guard !saysNothing(scalar) else { return nil }
      let isSpelled = view[scalar].kind == .quoted && JSONNumber.isNumber(view.text(scalar))
      error(
        "'\(field)' is a number, not \(described(scalar))", at: node, hint: isSpelled ? "remove the quotes" : nil)
      return nil
    }
    switch JSONNumber.value(of: view.bytes(scalar)) {
    case .number(let number): return number
    case .notExact:
      error(
        "'\(shortened(view.text(scalar)))' cannot be kept exactly", at: node,
        hint: "numbers have at most 15 significant digits and lie between 1e-300 and 1e300")
    case .notNumber:
      guard !saysNothing(scalar) else { return nil }
      let hint: String? =
        switch PlainScalar(view.bytes(scalar)) {
        case .integer, .float, .notFinite: "numbers are written as in JSON: -12.5e3"
        case .null, .boolean, .text: JSONNumber.hint(for: view.text(scalar))
        }
      error("'\(field)' is a number, not \(described(scalar))", at: node, hint: hint)
    }
    return nil
  }

  /// The mark that a scalar gives, or nil with an error if it gives none.
  func rating(at node: Int, for field: StaticString) -> Rating? {
    guard let number = number(at: node, for: field) else { return nil }
    if let rating = Int(exactly: number).flatMap(Rating.init(rawValue:)) { return rating }
    error("'\(field)' is a whole number from 1 to 5, not \(described(node))", at: node)
    return nil
  }

  /// The texts of a list.
  func texts(at node: Int, for field: StaticString, _ kind: TextKind, into texts: inout [String]) {
    forEachItem(of: node, in: field) { item in
      let text = text(at: item, for: field)
      if !text.isEmpty, accept(text, kind, at: item) { texts.append(text) }
    }
  }

  /// The word of a closed vocabulary that a scalar spells, or nil with an error if it is none.
  func word<Words: Vocabulary>(at node: Int, for field: StaticString) -> Words? {
    let text = text(at: node, for: field)
    guard !text.isEmpty else { return nil }
    if let word = Words(rawValue: text) { return word }
    let words = diagnostics.isFull ? [] : Words.allCases.map(\.rawValue)
    error(
      "unknown \(Words.name) '\(shortened(text))'", at: node,
      hint: NearestName.hint(for: text, in: words) ?? "it is one of \(words.joined(separator: ", "))")
    return nil
  }

  /// Goes through a list, or through the one item that stands for a list; empty items are dropped with a warning.
  func forEachItem(of node: Int, in field: StaticString, _ body: (Int) -> Void) {
    let list = view.resolve(node)
    guard view[list].kind == .sequence else {
      if !saysNothing(list) || view.readsPlainAsText && view[list].kind == .plain { body(node) }
      return
    }
    var child = list + 1
    let end = view.next(list)
    while child < end {
      let item = view.resolve(child)
      let isEmpty = view.readsPlainAsText && view[item].kind == .plain ? view.isNull(item) : saysNothing(item)
      if isEmpty { warnOfEmptyItem(at: child, in: field) } else { body(child) }
      child = view.next(child)
    }
  }

  /// Reads a required field, and refuses it if it says nothing and has not been refused for something else.
  func require(_ field: StaticString, at node: Int, _ saysSomething: () -> Bool) {
    var isSaid = false
    let isRefused = refuses { isSaid = saysSomething() }
    if !isSaid, !isRefused, !isTruncated { error("'\(field)' is required and says nothing", at: node) }
  }

  func warnOfEmptyItem(at node: Int, in field: StaticString) {
    diagnostics.warn("an empty item of '\(field)' is left out", at: range(node))
  }

  /// A value of an extension, exactly.
  func json(at node: Int) -> JSONValue {
    let place = node
    let node = view.resolve(node)
    if view[node].flags.contains(.hasForeignTag) {
      error("extensions hold JSON values, which have no tags", at: place, hint: "remove the tag")
    }
    switch view[node].kind {
    case .quoted: return .string(exactText(node, at: place))
    case .plain: return jsonScalar(node, at: place)
    case .sequence:
      var items: [JSONValue] = []
      var child = node + 1
      while child < view.next(node) {
        items.append(json(at: child))
        child = view.next(child)
      }
      return .array(items)
    case .mapping, .alias, .merged:
      var members: [JSONValue.Member] = []
      for (first, second) in view.duplicateKeys(node) {
        diagnostics.error(
          "the key '\(shortened(view.text(view.resolve(second))))' stands twice", at: range(second),
          related: [Diagnostic.Related("it stands here first", at: range(first))])
      }
      var key = node + 1
      while key < view.next(node) {
        let value = view.next(key)
        let name = view.resolve(key)
        if view[name].kind == .plain || view[name].kind == .quoted {
          members.append(JSONValue.Member(exactText(name, at: key), json(at: value)))
        } else {
          error("a key is text, not \(described(name))", at: key)
        }
        key = view.next(value)
      }
      return .object(members)
    }
  }

  private func exactText(_ node: Int, at place: Int) -> String {
    if view[node].flags.contains(.hasLoneSurrogate) {
      error("half of a surrogate pair is no character", at: place)
      return ""
    }
    return view.text(node)
  }

  private func jsonScalar(_ node: Int, at place: Int) -> JSONValue {
    let text = view.text(node)
    switch PlainScalar(view.bytes(node)) {
    case .null: return .null
    case .boolean(let value): return .boolean(value)
    case .text: return .string(exactText(node, at: place))
    case .integer, .float, .notFinite:
      if JSONNumber.isNumber(text) { return .number(text) }
      error("JSON cannot spell the number '\(shortened(text))'", at: place, hint: "quote it if it is text")
      return .null
    }
  }
}
