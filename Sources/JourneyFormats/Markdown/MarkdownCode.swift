import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Code between fences that holds maps in a format of its own.
struct MarkdownCode {
  private enum Language {
    case mermaid, yaml, json
  }

  private let language: Language
  private let body: SourceRange
  /// The code by itself, as long as in the document.
  private let bytes: [UInt8]

  /// Looks at code; nil if there is no map in it.
  init?(info: SourceRange, body: SourceRange, quotes: Int, in document: MarkdownDocument) {
    let word = document.source.text(in: info).lowercased().drop { "{.".contains($0) }.prefix { $0.isLetter }
    switch word {
    case "mermaid": language = .mermaid
    case "yaml", "yml": language = .yaml
    case "json": language = .json
    default: return nil
    }
    self.body = body
    bytes = Self.withoutQuotes(Array(document.source.bytes[body.offset..<body.end]), quotes)
    guard isMap else { return nil }
  }

  private var isMap: Bool {
    switch language {
    case .mermaid:
      let source = SourceText(name: "", utf8: bytes)
      let code = MermaidCode(source, in: SourceRange(offset: 0, length: bytes.count))
      let word = code.bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
      return String(decoding: word, as: UTF8.self).lowercased() == "journey"
    case .yaml, .json: return bytes.firstRange(ofBytes: "journeymap") != nil
    }
  }

  /// Reads the maps; what there is to say has its place in the document.
  func maps(
    named name: String, title: String, _ options: ReadingOptions, _ diagnostics: inout Diagnostics
  ) -> [JourneyMap] {
    let source = SourceText(name: name, utf8: bytes)
    var found = Diagnostics(source: source)
    var maps: [JourneyMap] = []
    switch language {
    case .mermaid:
      let map = MermaidFormat.map(in: source, name: name, title: title, options, diagnostics: &found)
      maps = map.map { [$0] } ?? []
    case .yaml, .json:
      if let reading = (language == .yaml ? Format.yaml : .json).read?(source, options) {
        (maps, found) = (reading.maps, reading.diagnostics)
      }
    }
    for finding in found.findings { diagnostics.add(moved(finding, diagnostics.source)) }
    return maps
  }

  private func moved(_ finding: Diagnostic, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      finding.severity, finding.message, source: source,
      range: (finding.range ?? SourceRange(offset: 0)).moved(by: body.offset), hint: finding.hint,
      related: finding.related.map { Diagnostic.Related($0.message, at: $0.range.moved(by: body.offset)) })
  }

  /// The code with spaces for the marks of the quotes that it stands in.
  private static func withoutQuotes(_ bytes: [UInt8], _ quotes: Int) -> [UInt8] {
    guard quotes > 0 else { return bytes }
    var bytes = bytes
    var left = quotes
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0A, 0x0D: left = quotes
      case UInt8(ascii: ">") where left > 0:
        bytes[index] = 0x20
        left -= 1
      case 0x20, 0x09: continue
      default: left = 0
      }
    }
    return bytes
  }
}
