/// The blanks in a text, written `{{name}}`.
enum Blanks {
  /// The names of the blanks in a text, in their order.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    _ = replacing(in: text) { name in
      names.append(name)
      return nil
    }
    return names
  }

  /// The text with its blanks filled; those that `value` has nothing for stay.
  ///
  /// What is filled in is not looked at again, so that it can bring in no blanks of its own.
  static func replacing(in text: String, _ value: (String) -> String?) -> String {
    guard text.contains("{{") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.range(of: "{{"), let end = rest[start.upperBound...].range(of: "}}") {
      let name = String(rest[start.upperBound..<end.lowerBound])
      result += rest[..<start.lowerBound]
      result += value(name) ?? "{{\(name)}}"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  /// Where two equal ASCII characters stand first.
  fileprivate func range(of pair: String) -> Range<Index>? {
    guard let wanted = pair.utf8.first else { return nil }
    var index = startIndex
    while let found = utf8[index...].firstIndex(of: wanted) {
      let next = utf8.index(after: found)
      guard next < endIndex else { return nil }
      if utf8[next] == wanted { return found..<utf8.index(after: next) }
      index = next
    }
    return nil
  }
}
