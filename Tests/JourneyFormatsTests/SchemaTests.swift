import Foundation
import JourneyFormats
import Testing

@Suite struct SchemaTests {
  @Test func theFileIsWhatTheModelStates() throws {
    let file = Repository.root.appending(path: "Schemas/journeymap.v1.schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == MapSchema.text, "run 'make schema'")
  }

  @Test func everyExampleIsValid() throws {
    let folder = Repository.root.appending(path: "Examples")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 4)
    for file in files where file.pathExtension == "yaml" {
      let reading = try #require(Format.yaml.maps(from: String(contentsOf: file, encoding: .utf8)))
      #expect(reading.diagnostics.findings.map(\.message) == [], "\(file.lastPathComponent)")
    }
  }
}

/// Where the project's own files stand.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
