import JourneyDiagnostics
import JourneyLayout
import JourneyModel
import JourneySyntax

extension Format {
  /// The drawings of draw.io.
  public static let drawio = Format(
    name: "drawio",
    summary: "draw.io: a drawing that is also the data",
    fileExtensions: ["drawio", "xml"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.hide, .only, .actor, .allowExternal],
    recognize: { source in
      XMLReader.outermostName(in: source).map(DrawioFile.elements.contains) == true ? .certain : .none
    },
    read: { source, options in DrawioFormat.read(source, options) },
    printTree: { source, options, output in
      XMLReader.printTree(source, limits: options.limits, to: &output)
    },
    refusal: { maps, values in DrawingOptions.refusal(of: values, for: maps) },
    write: { maps, options, output in DrawioDrawing.write(&maps, options, to: &output) }
  )
}

/// The reading of draw.io.
private enum DrawioFormat {
  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let document = XMLReader.read(source, limits: options.limits, diagnostics: &diagnostics)
    guard !document.isTruncated, let root = document.root else {
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: true)
    }
    guard DrawioFile.elements.contains(String(root.localName)) else {
      diagnostics.error(
        "this is XML of another kind: its outermost element is '\(root.name)', not 'mxfile'", at: root.range,
        hint: root.localName == "mxlibrary"
          ? "this is a library of shapes; draw with them and save the drawing"
          : "in draw.io, save the drawing with File, Export as, XML")
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: true)
    }
    let pages = DrawioFile.pages(of: root, source, limits: options.limits, diagnostics: &diagnostics)
    var maps: [JourneyMap] = []
    var problems: [DrawioFlow.Problem] = []
    for page in pages {
      let name = Formats.mapID(forFile: source.name)
      let id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
      var found = Diagnostics(source: page.source)
      let cells = page.root.children.compactMap(DrawioCell.init)
      if DrawioElementReader.isDrawing(cells) {
        let reader = DrawioElementReader(cells)
        maps += DrawnRowSource.maps(columns: reader.columns, elements: reader.forEachElement, options, &found)
      } else {
        switch DrawioFlow.map(of: cells, on: page, name: id, &found) {
        case .success(let map): maps.append(map)
        case .failure(let problem): problems.append(problem)
        }
      }
      for finding in found.findings { diagnostics.add(finding) }
    }
    tell(problems, isError: maps.isEmpty, &diagnostics)
    if pages.isEmpty, !diagnostics.hasErrors {
      diagnostics.error("there is no page with anything on it in this file", at: root.range)
    }
    if options.tellsOfComments, let comment = document.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  /// Pages that are no journey are left out where others are.
  private static func tell(_ problems: [DrawioFlow.Problem], isError: Bool, _ diagnostics: inout Diagnostics) {
    for problem in problems {
      let page = problem.page.name.isEmpty ? "this page" : "the page '\(problem.page.name)'"
      diagnostics.add(
        Diagnostic(
          isError ? .error : .warning, isError ? problem.message : "\(page) is left out: \(problem.message)",
          source: problem.page.source, range: problem.page.root.range, hint: problem.hint))
    }
  }
}
