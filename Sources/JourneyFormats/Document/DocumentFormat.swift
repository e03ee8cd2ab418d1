import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension FormatOption {
  /// The JSON Schema to name in the output.
  public static let schema = FormatOption(
    "schema", "Name this JSON Schema in the output, for editors.", .text(placeholder: "path"), uses: [.writing],
    problem: { path in
      path.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? "takes a path or an address without control characters" : nil
    })
}

/// What YAML, JSON and JSON Lines share: a tree whose documents are maps, or lists of maps.
enum DocumentFormat {
  /// Reads the text of a source into a tree.
  typealias TreeReader = @Sendable (SourceText, ReadingLimits, inout Diagnostics) -> SyntaxTree

  /// Reads the maps of a source.
  static func read(_ source: SourceText, _ options: ReadingOptions, _ readTree: TreeReader) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let tree = readTree(source, options.limits, &diagnostics)
    var maps: [JourneyMap] = []
    diagnostics = tree.withView { view in
      let reading = MapReading(view: view, isTruncated: tree.isTruncated, diagnostics: diagnostics)
      let roots = mapRoots(of: tree, view, reading)
      maps.reserveCapacity(roots.count)
      let name = Formats.mapID(forFile: source.name)
      for root in roots {
        maps.append(reading.readMap(at: root, name: maps.isEmpty ? name : "\(name)-\(maps.count + 1)"))
      }
      return reading.diagnostics
    }
    if options.tellsOfComments, let comment = tree.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
    return Reading(maps: maps, diagnostics: diagnostics, isUnreadable: tree.isTruncated)
  }

  /// A document is a map or a list of maps; one that says nothing, as after a last `---`, is none.
  private static func mapRoots(of tree: SyntaxTree, _ view: TreeView, _ reading: MapReading) -> [Int] {
    var roots: [Int] = []
    for root in tree.roots {
      let node = view.resolve(root)
      if view[node].kind == .sequence {
        view.forEachChild(of: node) { roots.append($0) }
      } else if !view.isNull(node) {
        roots.append(root)
      }
    }
    if roots.isEmpty, !tree.isTruncated {
      reading.diagnostics.error(
        "there is no journey map in this file", at: nil,
        hint: "a map begins with 'journeymap: 1' and a title; 'cjm schema' describes the rest")
    }
    if let first = roots.first, let foreign = ForeignDocument.of(TreeValue(view, at: first)) {
      reading.diagnostics.error(
        "this seems to be \(foreign.name), not a journey map", at: view.range(first), hint: foreign.hint)
      return []
    }
    return roots
  }

  /// Prints what the syntax half understands.
  static func printTree(
    _ source: SourceText, _ limits: ReadingLimits, to output: inout ByteOutput, _ readTree: TreeReader
  ) -> Diagnostics {
    var diagnostics = Diagnostics(source: source)
    let tree = readTree(source, limits, &diagnostics)
    if !tree.isTruncated { TreePrinter.print(tree, to: &output, diagnostics: &diagnostics) }
    return diagnostics
  }

  /// Writes one map.
  static func write<Emitter: DocumentEmitter>(_ map: inout JourneyMap, with emitter: Emitter, schema: String? = nil) {
    var writer = RecordWriter(emitter: emitter)
    guard let schema else { return writer.write(&map) }
    writer.emitter.beginMapping()
    writer.emitter.key("$schema")
    writer.emitter.text(schema)
    map.visit(&writer)
    writer.emitter.endMapping()
  }
}
