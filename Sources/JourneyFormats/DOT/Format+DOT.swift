import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// DOT, the language of Graphviz.
  public static let dot = Format(
    name: "dot",
    summary: "Graphviz DOT: a picture that is also the data",
    fileExtensions: ["dot", "gv"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.encoding] + FormatOption.drawing,
    recognize: { source in DOTSample.isGraph(source) ? .certain : .none },
    read: { source, options in
      var diagnostics = Diagnostics(source: source)
      let document = DOTReader.read(source, limits: options.limits, diagnostics: &diagnostics)
      let name = Formats.mapID(forFile: source.name)
      var maps: [JourneyMap] = []
      // What a broken text left out would make every graph look otherwise than it is.
      for graph in document.isTruncated ? [] : document.graphs {
        let id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
        if DOTRowSource.isDrawing(graph, in: document) {
          maps += DOTRowSource.maps(of: graph, in: document, options, &diagnostics)
        } else if let map = ForeignGraph.map(of: graph, in: document, name: id, &diagnostics) {
          maps.append(map)
        }
      }
      return Reading(maps: maps, diagnostics: diagnostics, isUnreadable: document.isTruncated)
    },
    printTree: { source, options, output in
      var diagnostics = Diagnostics(source: source)
      let document = DOTReader.read(source, limits: options.limits, diagnostics: &diagnostics)
      if !document.isTruncated { document.printTree(to: &output) }
      return diagnostics
    },
    write: { maps, options, output in DOTDrawing.write(&maps, options, to: &output) }
  )
}

/// The beginning of a text, as far as it tells DOT from other things.
private enum DOTSample {
  /// Whether the first words are those of a graph: comments aside, `strict`, `graph` or `digraph`, and a brace or a name.
  static func isGraph(_ source: SourceText) -> Bool {
    var rest = source.bytes.prefix(65_536)
    while let line = rest.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false).first {
      let text = String(decoding: line, as: UTF8.self).lowercased().drop { $0.isWhitespace }
      if text.isEmpty || text.hasPrefix("//") || text.hasPrefix("#") {
        rest = rest.dropFirst(line.count + 1)
        if rest.isEmpty { return false }
        continue
      }
      if text.hasPrefix("/*") {
        guard let end = rest.firstRange(of: Array("*/".utf8)) else { return false }
        rest = rest[end.upperBound...]
        continue
      }
      let words = text.split { $0.isWhitespace || $0 == "{" || $0 == "\"" }
      let keyword = words.first == "strict" ? words.dropFirst().first : words.first
      return keyword == "digraph" || (keyword == "graph" && source.bytes.contains(UInt8(ascii: "{")))
    }
    return false
  }
}
