/// Finds the name that was probably meant.
public enum NearestName {
  /// How many candidates are looked at; among more names than that a guess helps nobody.
  private static let most = 1000

  /// The candidate nearest to `name`, if one is near enough to be a slip of the keyboard.
  ///
  /// Distance is Damerau–Levenshtein's (optimal string alignment) without regard to letter case; up to a third of the
  /// name's letters may differ, at least one. The first of equals wins.
  ///
  /// ```swift
  /// NearestName.of("chanel", in: ["channel", "mode"])  // "channel"
  /// ```
  public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    // Longer names are never a slip, and the table would grow with their square.
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    let slips = max(1, letters.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(Self.most) {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - letters.count) <= slips else { continue }
      let distance = Self.distance(letters, other)
      if distance <= slips, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The words for a hint: `did you mean 'channel'?`, or nil.
  public static func hint(for name: String, in candidates: some Sequence<String>) -> String? {
    of(name, in: candidates).map { "did you mean '\($0)'?" }
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [Int](repeating: row + 1, count: right.count + 1)
      for column in 0..<right.count {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        current[column + 1] = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
