import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// SINTEF’s Customer Journey Modelling Language, as XML.
  public static let cjml = Format(
    name: "cjml",
    summary: "CJML, SINTEF’s Customer Journey Modelling Language (XML 2.0)",
    fileExtensions: ["cjml", "xml"],
    holdsSeveral: true,
    carries: [.titles, .stages, .steps, .actors, .emotions, .touchpoints],
    recognize: { source in CJMLFormat.recognize(source) },
    read: { source, options in CJMLFormat.read(source, options) },
    printTree: { source, options, output in
      XMLReader.printTree(source, limits: options.limits, to: &output)
    },
    write: { maps, _, output in CJMLWriter.write(&maps, to: &output) }
  )
}

/// The reading of CJML.
enum CJMLFormat {
  /// What marks a map that came from a planned journey.
  static let planned = Extension("x-cjml-journey", .string("planned"))

  /// Whether the outermost element of a text is the one of CJML; other XML can be told best what it is by a reader of XML.
  static func recognize(_ source: SourceText) -> Format.Confidence {
    guard let name = XMLReader.outermostName(in: source) else { return .none }
    return name == "CJML" ? .certain : DrawioFile.elements.contains(name) ? .none : .possible
  }

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let document = XMLReader.read(source, limits: options.limits, diagnostics: &diagnostics)
    guard !document.isTruncated, let root = document.root else {
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: true)
    }
    guard root.localName == "CJML" else {
      diagnostics.error(
        "this is XML of another kind: its outermost element is '\(root.name)', not 'CJML'", at: root.range,
        hint: kinds[root.localName.lowercased()] ?? "'cjm formats' lists what can be read")
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: true)
    }
    let name = Formats.mapID(forFile: source.name)
    var maps: [JourneyMap] = []
    var ids = IDMaker()
    let journeys = root.children.filter { ["plannedJourney", "actualJourney"].contains($0.localName) }
    let declared = declaredActors(in: journeys)
    for child in journeys {
      let fallback = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
      var map = CJMLReader.map(of: child, name: fallback, declared: declared, diagnostics: &diagnostics)
      map.id = ids.unique(map.id)
      maps.append(map)
    }
    if maps.isEmpty {
      diagnostics.error(
        "there is no journey in this file", at: root.range,
        hint: "a journey is an element 'actualJourney' or 'plannedJourney'")
    }
    if options.tellsOfComments, let comment = document.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  /// The elements that declare actors, by their ids; the first of each counts.
  private static func declaredActors(in journeys: [XMLDocument.Element]) -> [String: XMLDocument.Element] {
    var declared: [String: XMLDocument.Element] = [:]
    for actor in journeys.flatMap({ $0.child("actors")?.children ?? [] }) {
      guard let id = actor["actorID"], declared[id] == nil else { continue }
      declared[id] = actor
    }
    return declared
  }

  /// What other XML is, by its outermost element, and what to do with it.
  private static let kinds: [String: String] = [
    "svg": "this is a picture; pictures hold no journey",
    "html": "this is a web page; copy its table into a spreadsheet",
    "mxfile": "this is a drawing of draw.io; read it with --from drawio",
    "mxgraphmodel": "this is a drawing of draw.io; read it with --from drawio",
    "definitions": "this is a process model (BPMN); export its diagram as Graphviz DOT",
    "graphml": "this is GraphML; convert it to Graphviz DOT",
    "opml": "this is an outline; save it as a spreadsheet or as YAML",
    "workbook": "this is a workbook; save it as 'CSV UTF-8 (comma delimited)'",
  ]
}
