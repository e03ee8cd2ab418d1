import Foundation
import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import Testing

@testable import JourneyFormats

/// The files in Templates/ hold to the model: each template's map is valid, and each language has its texts and no others.
@Suite struct TemplateFilesTests {
  static let folder = Repository.root.appending(path: "Templates")
  static let ids = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/template.yaml").path) }.sorted()
  static let languages = [
    "ar", "da", "de", "es", "et", "fi", "fil", "fr", "ja", "nb", "pl", "pt-BR", "ru", "sv", "uk", "zh-Hans",
  ]

  @Test func thereAreAllOfThem() {
    #expect(Self.ids.count == 24)
  }

  @Test(arguments: ids)
  func theMapIsValidAndTranslated(id: String) throws {
    let (map, findings) = try template(id)
    #expect(findings == [])
    #expect(map.id == id)
    var wanted: [String: [String]] = [:]
    for entry in map.flatEntries {
      if case .prose(let text) = entry.value { wanted[entry.spelledPath] = Self.placeholders(in: text) }
    }
    for language in Self.languages {
      let texts = try self.texts(id, language).filter { !$0.path.hasPrefix("catalogue.") }
      let found = Dictionary(texts.map { ($0.path, Self.placeholders(in: $0.text)) }) { first, _ in first }
      #expect(found == wanted, "\(id)/\(language)")
      #expect(found.count == texts.count, "\(id)/\(language) has a path twice")
      #expect(texts.allSatisfy { !$0.text.isEmpty }, "\(id)/\(language)")
    }
  }

  private func template(_ id: String) throws -> (JourneyMap, [String]) {
    try withTree("\(id)/template.yaml") { tree, view in
      let root = view.resolve(try #require(tree.roots.first))
      let node = try #require(view.value(of: "map", in: root))
      let reading = MapReading(view: view, isTruncated: false, diagnostics: Diagnostics(source: tree.source))
      let map = reading.readMap(at: node, name: id)
      return (map, reading.diagnostics.findings.map(\.message))
    }
  }

  private func texts(_ id: String, _ language: String) throws -> [(path: String, text: String)] {
    try withTree("\(id)/\(language).yaml") { tree, view in
      let root = view.resolve(try #require(tree.roots.first))
      var texts: [(String, String)] = []
      var key = root + 1
      while key < view.next(root) {
        texts.append((view.text(key), try #require(view.scalarText(view.next(key)))))
        key = view.next(view.next(key))
      }
      return texts
    }
  }

  private func withTree<Result>(_ path: String, _ body: (SyntaxTree, TreeView) throws -> Result) throws -> Result {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: path)))
    var diagnostics = Diagnostics(source: try SourceText(name: path, decoding: bytes))
    let tree = YAMLReader.read(diagnostics.source, limits: ReadingLimits(), diagnostics: &diagnostics)
    #expect(diagnostics.findings.map(\.message) == [], "\(path)")
    return try tree.withView { try body(tree, $0) }
  }

  private static func placeholders(in text: String) -> [String] {
    text.matches(of: /\{\{([^}]*)\}\}/).map { String($0.output.1) }.sorted()
  }
}
