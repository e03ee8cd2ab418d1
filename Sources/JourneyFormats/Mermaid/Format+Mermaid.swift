import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// Mermaid’s user journeys.
  public static let mermaid = Format(
    name: "mermaid",
    summary: "Mermaid user journeys, which many editors and sites draw",
    fileExtensions: ["mmd", "mermaid"],
    holdsSeveral: false,
    carries: [.titles, .stages, .steps, .actors, .emotions],
    recognize: { source in MermaidFormat.recognize(source) },
    read: { source, options in
      var diagnostics = Diagnostics(source: source)
      let map = MermaidFormat.map(
        in: source, name: Formats.mapID(forFile: source.name), options, diagnostics: &diagnostics)
      return Reading(maps: map.map { [$0] } ?? [], diagnostics: diagnostics, isUnreadable: map == nil)
    },
    printTree: { source, options, output in
      var diagnostics = Diagnostics(source: source)
      MermaidReader.read(source, limits: options.limits, diagnostics: &diagnostics)?.printTree(to: &output)
      return diagnostics
    },
    write: { maps, _, output in maps.flatMap { MermaidMapWriter.write($0, to: &output) } }
  )
}

/// The reading of Mermaid’s user journeys, alone in a file or as a part of another text.
enum MermaidFormat {
  /// How much of a text tells what it is.
  private static let sample = 65_536

  /// A diagram of another kind is Mermaid’s too: its reader says what it is.
  static func recognize(_ source: SourceText) -> Format.Confidence {
    let code = MermaidCode(source, in: SourceRange(offset: 0, length: min(source.bytes.count, sample)))
    guard let line = code.bytes.split(separator: 0x0A, maxSplits: 1).first else { return .none }
    // Mermaid asks for no end of the word, but other texts begin with the same letters, our own maps among them.
    let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ";") }
      .map { String(decoding: $0, as: UTF8.self) }
    switch words.first {
    case "journey", "sequenceDiagram", "gantt", "mindmap", "timeline", "gitGraph", "quadrantChart", "erDiagram":
      return words.count == 1 ? .certain : .none
    case "flowchart", "graph": return words.count == 2 && directions.contains(words[1]) ? .certain : .none
    case let word?:
      return words.count == 1 && ["class", "state", "requirement"].contains { word.hasPrefix($0 + "Diagram") }
        ? .certain : .none
    case nil: return .none
    }
  }

  private static let directions: Set<String> = ["TB", "TD", "BT", "RL", "LR"]

  /// The map that the diagram in a part of a source is; nil, with an error, if there is none.
  ///
  /// It is called `title` if the diagram does not say otherwise.
  static func map(
    in source: SourceText, range: SourceRange? = nil, name: String, title: String = "", _ options: ReadingOptions,
    diagnostics: inout Diagnostics
  ) -> JourneyMap? {
    let journey = MermaidReader.read(source, in: range, limits: options.limits, diagnostics: &diagnostics)
    guard let journey else { return nil }
    if options.tellsOfComments, let comment = journey.firstComment, !diagnostics.hasErrors {
      diagnostics.note("comments are not data and are not carried over", at: comment)
    }
    return MermaidMapReader.map(of: journey, name: name, title: title, diagnostics: &diagnostics)
  }
}
