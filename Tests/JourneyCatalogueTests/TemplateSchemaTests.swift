import Foundation
import JourneyCatalogue
import Testing

@Suite struct TemplateSchemaTests {
  @Test func theFileIsWhatTheTypesState() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Schemas/template.v1.schema.json")
    #expect(try String(contentsOf: file, encoding: .utf8) == TemplateSchema.text, "run 'make schema'")
  }
}
