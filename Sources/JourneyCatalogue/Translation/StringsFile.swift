import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// A map’s texts for a translator, by their paths in the flat form: what is given away, and what comes back.
///
/// As CSV the columns are `path`, `text` and `translation`; as YAML, which is also how templates keep their languages, each path
/// is a key with its text.
public struct StringsFile: Sendable {
  /// How such a file is spelled.
  public enum Spelling: String, CaseIterable, Sendable {
    /// A table for a spreadsheet or a translation tool.
    case csv
    /// A mapping of paths to texts.
    case yaml
  }

  /// The texts of a map, spelled for a translator.
  public static func export(_ map: JourneyMap, as spelling: Spelling) -> [UInt8] {
    var map = map
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      switch spelling {
      case .yaml:
        map.forEachProse { path, text in
          YAMLText.writeKey(FlatEntry.spelled(path), to: &output.pointee)
          output.pointee.literal(": ")
          YAMLText.write(text, column: 2, to: &output.pointee)
        }
      case .csv:
        var writer = CSVWriter(output: output, style: CSVWriter.Style())
        for title in ["path", "text", "translation"] { writer.cell(title) }
        writer.endRecord()
        map.forEachProse { path, text in
          writer.cell(FlatEntry.spelled(path))
          writer.cell(CellGuard.guarded(text))
          writer.emptyCells(1)
          writer.endRecord()
        }
      }
    }
    return output.takeBytes()
  }

  /// The translated texts by path, each with its place.
  private let entries: [LanguageFile.Entry]

  /// Reads what came back: CSV if its first row has a column `path`, else YAML.
  ///
  /// - Returns: The texts, and what is wrong with the file.
  public static func read(_ source: SourceText) -> (file: StringsFile, diagnostics: Diagnostics) {
    let header = CSVReader.header(of: source).map { $0.lowercased() }
    guard let path = header.firstIndex(of: "path"), header.count > 1 else {
      let (file, diagnostics) = LanguageFile.read(source)
      return (StringsFile(entries: file.entries), diagnostics)
    }
    return readTable(source, header, path: path)
  }

  private static func readTable(
    _ source: SourceText, _ header: [String], path: Int
  ) -> (file: StringsFile, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics(source: source)
    guard let column = header.firstIndex(of: "translation") ?? header.firstIndex(of: "text") else {
      diagnostics.error(
        "there is no column 'translation'", at: SourceRange(offset: 0), hint: "the columns are path, text, translation")
      return (StringsFile(entries: []), diagnostics)
    }
    let table = CSVReader.read(source, diagnostics: &diagnostics)
    var entries: [LanguageFile.Entry] = []
    table.withView { view in
      for row in 1..<max(view.rowCount, 1) {
        let place = view.text(row: row, column: path)
        let text = CellGuard.unguarded(view.text(row: row, column: column))
        // A text that nobody has translated stays as it is.
        guard !place.isEmpty, !text.isEmpty else { continue }
        entries.append(LanguageFile.Entry(path: place, text: text, range: view.range(row: row, column: path)))
      }
    }
    return (StringsFile(entries: entries), diagnostics)
  }

  /// Puts the texts into a map.
  ///
  /// - Returns: How many texts of the map the file has nothing for; paths that the map does not have are errors.
  public func apply(to map: inout JourneyMap, diagnostics: inout Diagnostics) -> Int {
    let texts = Dictionary(entries.map { ($0.path, $0.text) }) { first, _ in first }
    var known: Set<String> = []
    var missing = 0
    map.forEachProse { path, text in
      let spelled = FlatEntry.spelled(path)
      known.insert(spelled)
      guard let new = texts[spelled] else {
        missing += 1
        return
      }
      if let control = new.unicodeScalars.first(where: { $0.isForbidden }) {
        let code = String(control.value, radix: 16, uppercase: true)
        diagnostics.error("the text for '\(spelled)' holds the control character U+\(code)", at: range(of: spelled))
      }
      text = new.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
    }
    for entry in entries where !known.contains(entry.path) {
      diagnostics.error(
        "the map has no text '\(entry.path)'", at: entry.range,
        hint: diagnostics.isFull ? nil : NearestName.hint(for: entry.path, in: known.sorted()))
    }
    return missing
  }

  private func range(of path: String) -> SourceRange? { entries.first { $0.path == path }?.range }
}

extension Unicode.Scalar {
  fileprivate var isForbidden: Bool {
    properties.generalCategory == .control && self != "\n" && self != "\t" && self != "\r"
  }
}
