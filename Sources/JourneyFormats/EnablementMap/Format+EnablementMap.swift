import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// The YAML of Enablement Map Studio: a customer journey map and a service blueprint, a document each.
  public static let enablementMap = Format(
    name: "enablement-map",
    summary: "Enablement Map Studio: documents with 'kind: cjm' and 'kind: sbp'",
    fileExtensions: [],
    holdsSeveral: true,
    carries: [.titles, .stages, .steps, .actors, .emotions, .touchpoints, .cards, .links, .metrics],
    recognize: { source in EnablementMapFormat.recognize(source) },
    read: { source, options in EnablementMapFormat.read(source, options) },
    printTree: { source, options, output in
      DocumentFormat.printTree(source, options.limits, to: &output, EnablementMapFormat.readTree)
    }
  )
}

/// The reading of Enablement Map Studio’s documents.
enum EnablementMapFormat {
  private static let kinds = ["cjm", "sbp", "outcome", "em"]

  /// JSON has the same shape and begins with a brace or a bracket.
  static let readTree: DocumentFormat.TreeReader = { source, limits, diagnostics in
    let first = source.bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      ? JSONReader.read(source, amount: .one, limits: limits, diagnostics: &diagnostics)
      : YAMLReader.read(source, limits: limits, diagnostics: &diagnostics)
  }

  /// Whether a key `kind` with one of the words stands early in a text.
  static func recognize(_ source: SourceText) -> Format.Confidence {
    var rest = source.bytes.prefix(4096)
    while let found = rest.firstRange(ofBytes: "kind") {
      let before = rest[..<found.lowerBound].last
      rest = rest[found.upperBound...]
      let isKey = before == nil || before == 0x0A || before == UInt8(ascii: "\"")
      let value = rest.drop { " \":'".utf8.contains($0) }.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "-") }
      if isKey, kinds.contains(where: { value.elementsEqual($0.utf8) }) { return .certain }
    }
    return .none
  }

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let tree = readTree(source, options.limits, &diagnostics)
    guard !tree.isTruncated else { return Reading(maps: [], diagnostics: diagnostics, isUnreadable: true) }
    let maps = tree.withView { view in
      let documents = tree.roots.flatMap { TreeValue(view, at: $0).items }
      return EnablementMapReader.maps(
        of: documents, name: Formats.mapID(forFile: source.name), diagnostics: &diagnostics)
    }
    if options.tellsOfComments, let comment = tree.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
    return Reading(maps: maps, diagnostics: diagnostics)
  }
}
