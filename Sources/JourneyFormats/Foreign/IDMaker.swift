import JourneyModel

/// Makes ids for what other formats only have names for: ASCII, and each only once.
struct IDMaker {
  private var taken: Set<String>

  /// Begins with ids that are given already.
  init(taken: Set<String> = []) {
    self.taken = taken
  }

  /// The id for a name: its ASCII letters and digits with hyphens between; `fallback` where it has none.
  ///
  /// ```swift
  /// var ids = IDMaker()
  /// ids.make(from: "Buys shoes!", fallback: "step-1")  // "Buys-shoes"
  /// ```
  mutating func make(from name: String, fallback: String) -> String {
    let wanted = Self.spelled(name)
    return unique(wanted.isEmpty ? fallback : wanted)
  }

  /// The id itself, or with the first number after it that nothing else has.
  mutating func unique(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = next[wanted] ?? 2
    while !taken.insert("\(wanted)-\(number)").inserted { number += 1 }
    next[wanted] = number + 1
    return "\(wanted)-\(number)"
  }

  /// The number to try next for a name, so that thousands of equal names cost no more than thousands of different ones.
  private var next: [String: Int] = [:]

  /// The ASCII letters and digits of a name with hyphens between; empty if there are none.
  static func spelled(_ name: String) -> String {
    var id = ""
    for byte in name.utf8.prefix(1000) {
      let isPart = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      if isPart {
        id.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte < 0x80, !id.isEmpty, id.utf8.last != UInt8(ascii: "-") {
        id += "-"
      }
      if id.utf8.count >= 60 { break }
    }
    while id.utf8.last == UInt8(ascii: "-") { id.removeLast() }
    while id.hasPrefix("x-") { id.removeFirst(2) }
    return id
  }
}
