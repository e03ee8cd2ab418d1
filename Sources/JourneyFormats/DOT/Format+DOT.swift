import JourneyDiagnostics
import JourneyLayout
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
    recognize: { source in DOTReader.recognizes(source) ? .certain : .none },
    namedEncoding: { bytes in DOTReader.saysLatin1(bytes) ? .iso8859_1 : nil },
    read: { source, options in
      var diagnostics = Diagnostics(source: source)
      let document = DOTReader.read(source, limits: options.limits, diagnostics: &diagnostics)
      let name = Formats.mapID(forFile: source.name)
      var maps: [JourneyMap] = []
      // What a broken text left out would make every graph look otherwise than it is.
      for graph in document.isTruncated ? [] : document.graphs {
        let id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
        if DOTElementReader.isDrawing(graph, in: document) {
          let reader = DOTElementReader(graph, document)
          maps += DrawnRowSource.maps(
            columns: reader.columns, elements: reader.forEachElement, options, &diagnostics)
        } else if let map = ForeignGraph.map(of: graph, in: document, name: id, options, &diagnostics) {
          maps.append(map)
        }
      }
      if options.tellsOfComments, let comment = document.firstComment, !diagnostics.hasErrors {
        diagnostics.note("comments are not data and are not carried over", at: comment)
      }
      return Reading(maps: maps, diagnostics: diagnostics, isUnreadable: document.isTruncated)
    },
    printTree: { source, options, output in
      var diagnostics = Diagnostics(source: source)
      let document = DOTReader.read(source, limits: options.limits, diagnostics: &diagnostics)
      if !document.isTruncated { document.printTree(to: &output) }
      return diagnostics
    },
    refusal: { maps, values in DrawingOptions.refusal(of: values, for: maps) },
    write: { maps, options, output in DOTDrawing.write(&maps, options, to: &output) }
  )
}
