import JourneyDiagnostics

/// The formats there are.
public enum Formats {
  /// Every format, in the order in which they are shown.
  ///
  /// A new one is added here and nowhere else.
  public static let all: [Format] = [
    .yaml, .json, .jsonLines, .csv, .csvGrid, .dot, .mermaid, .markdown, .cjml, .drawio, .drawioCSV, .enablementMap,
    .lucidCSV, .svg, .png, .pdf,
  ]

  /// The format with a name.
  public static func named(_ name: String) -> Format? {
    all.first { $0.name == name.lowercased() }
  }

  /// The formats whose files end as a path does.
  public static func ending(_ path: String) -> [Format] {
    guard let ending = fileExtension(of: path) else { return [] }
    return all.filter { $0.fileExtensions.contains(ending) }
  }

  /// Why a format could not be told.
  public struct Unrecognized: Error, Sendable {
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let hint: String
  }

  /// The format of a source: by its ending, and where several share that or there is none, by its content.
  ///
  /// A format without endings of its own comes first where it is certain.
  ///
  /// - Throws: ``Unrecognized`` if it could be several or none.
  public static func detect(_ source: SourceText) throws(Unrecognized) -> Format {
    let guests = all.filter { $0.read != nil && $0.fileExtensions.isEmpty && $0.recognize(source) == .certain }
    if guests.count == 1 { return guests[0] }
    let byEnding = ending(source.name).filter { $0.read != nil }
    if byEnding.count == 1 { return byEnding[0] }
    let candidates = byEnding.isEmpty ? all.filter { $0.read != nil } : byEnding
    let ranked = candidates.map { ($0, $0.recognize(source)) }
    let best = ranked.map(\.1).max() ?? .none
    let winners = ranked.filter { $0.1 == best }.map(\.0)
    let names = (best == .none ? candidates : winners).map(\.name).joined(separator: ", ")
    guard best > .none else {
      throw Unrecognized(
        message: "this is none of the formats that can be read", hint: "name one with --from: \(names)")
    }
    guard winners.count == 1 else {
      throw Unrecognized(message: "this could be \(names)", hint: "name one with --from")
    }
    return winners[0]
  }

  /// What stands after the last dot of a path's last component, in lower case.
  public static func fileExtension(of path: String) -> String? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The id of a map that has none: the name of its file, as far as an id can hold it, or `map`.
  package static func mapID(forFile path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".", maxSplits: 1).first ?? ""
    var id = ""
    for character in stem.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber || character == "_" {
        id.append(character)
      } else if id.last != "-", !id.isEmpty {
        id.append("-")
      }
    }
    while id.last == "-" { id.removeLast() }
    return id.isEmpty || id.hasPrefix("x-") || path.hasPrefix("<") ? "map" : id
  }
}
