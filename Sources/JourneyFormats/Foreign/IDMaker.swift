import JourneyModel

/// Makes ids for what other formats only have names for: ASCII, and each only once.
struct IDMaker {
  private var taken: Set<String>

  /// Begins with ids that are given already.
  init(taken: Set<String> = []) {
    self.taken = taken
  }

  /// The id for a name: its letters and digits with hyphens between; `fallback` where it has none.
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

  /// The letters and digits of a name with hyphens between, Latin letters without their marks; empty if there are none.
  static func spelled(_ name: String) -> String {
    var id = ""
    for scalar in name.unicodeScalars.prefix(1000) {
      if scalar.isASCII {
        let isPart = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        if isPart {
          id.unicodeScalars.append(scalar)
        } else if !id.isEmpty, id.utf8.last != UInt8(ascii: "-") {
          id += "-"
        }
      } else {
        id += LatinLetters.ascii(scalar) ?? ""
      }
      if id.utf8.count >= 60 { break }
    }
    while id.utf8.last == UInt8(ascii: "-") { id.removeLast() }
    while id.hasPrefix("x-") { id.removeFirst(2) }
    return id
  }
}

/// Latin letters in ASCII, so that ids made of names stay readable.
private enum LatinLetters {
  /// The letters that stand for one from U+00C0 to U+017F; nil for others.
  static func ascii(_ scalar: Unicode.Scalar) -> String? {
    let place = Int(scalar.value) - 0xC0
    return table.indices.contains(place) ? table[place] : nil
  }

  private static let table: [String] =
    ("A A A A A A AE C E E E E I I I I D N O O O O O - O U U U U Y Th ss a a a a a a ae c e e e e i i i i d n o o o o o - "
    + "o u u u u y th y A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i I i "
    + "IJ ij J j K k k L l L l L l L l L l N n N n N n n N n O o O o O o OE oe R r R r R r S s S s S s S s T t T t T t U u "
    + "U u U u U u U u U u W w Y y Y Z z Z z Z z s").split(separator: " ").map { $0 == "-" ? "" : String($0) }
}
