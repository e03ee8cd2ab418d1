import JourneyDiagnostics
import JourneyTerms

/// Where templates stand: the built-in ones, or a folder of the same layout.
///
/// A template is a folder named by its id, with `template.yaml` and one file a language, such as `nb.yaml`. Beside the templates,
/// `unchanged/nb.txt` may list the texts that are the same as in English on purpose, one a line.
public struct CatalogueFolder: Sendable {
  /// The path of the folder; nil for the templates that come with the library.
  public let path: String?
  /// The paths of its files, relative to it.
  public let files: [String]
  /// Reads a file.
  package let source: @Sendable (String) throws(Diagnostic) -> SourceText

  /// Names a folder; `source` reads the file at a relative path and throws a finding if that cannot be done.
  public init(path: String?, files: [String], source: @escaping @Sendable (String) throws(Diagnostic) -> SourceText) {
    self.path = path
    self.files = files
    self.source = source
  }

  /// The templates that come with the library.
  public static let builtIn = CatalogueFolder(path: nil, files: EmbeddedFile.paths) { path throws(Diagnostic) in
    guard let file = EmbeddedFile(path) else {
      throw Diagnostic(.error, "there is no built-in file '\(path)'")
    }
    return try SourceText(name: "templates/\(path)", decoding: file.bytes)
  }

  /// The ids of the templates in it, in alphabetical order.
  public var templateIDs: [String] {
    files.filter { $0.hasSuffix("/template.yaml") }.map { String($0.dropLast("/template.yaml".count)) }
      .filter { !$0.contains("/") }.sorted()
  }

  /// The languages that a template has beside English, as far as files are named so, in alphabetical order.
  func languages(of id: String) -> [String] {
    files.filter { $0.hasPrefix(id + "/") && $0.hasSuffix(".yaml") }
      .map { String($0.dropFirst(id.count + 1).dropLast(5)) }.filter { $0 != "template" }.sorted()
  }
}
