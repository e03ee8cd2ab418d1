import JourneyDiagnostics
import JourneyModel

/// One statement of a map in its flat form: where it stands, and what it says there.
///
/// A map is also a list of such entries in order. Rows of a table, attributes of a drawing, a template's language files and a
/// translator's strings are spellings of this one form.
public struct FlatEntry: Hashable, Sendable {
  /// The way to the field: names of fields, ids of records, and places from 1 for what has no id.
  public var path: [String]
  /// What it says.
  public var value: FlatValue

  /// Makes an entry.
  public init(path: [String], value: FlatValue) {
    self.path = path
    self.value = value
  }

  /// The path with dots between its parts, as in `stages.awareness.title`; a dot inside a part is written `\.`.
  public var spelledPath: String { Self.spelled(path) }

  /// The spelling of a path.
  package static func spelled(_ path: [String]) -> String {
    path.map(escaped).joined(separator: ".")
  }

  /// The parts of a path as ``spelledPath`` writes it.
  public static func path(spelled: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in spelled {
      if isEscaped {
        parts[parts.count - 1].append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "." {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func escaped(_ part: String) -> String {
    guard part.contains(where: { $0 == "." || $0 == "\\" }) else { return part }
    return part.map { $0 == "." || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}

/// What an entry says.
public enum FlatValue: Hashable, Sendable {
  /// Words for people, which a translator is given.
  case prose(String)
  /// Any other text.
  case text(String)
  /// A number or `true`, spelled as in JSON.
  case bare(String)
  /// The value of an extension.
  case json(JSONValue)
}
