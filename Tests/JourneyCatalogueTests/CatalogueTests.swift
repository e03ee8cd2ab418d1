import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneyTerms
import Testing

@testable import JourneyCatalogue

@Suite struct CatalogueTests {
  static let ids = [
    "b2b", "b2c", "banking", "circular", "citizen", "current-state", "customer-support", "day-in-the-life", "ecommerce",
    "emotional-curve", "empathy-map", "employee", "experience-map", "future-state", "mobile", "patient",
    "planned-vs-actual", "retail", "saas-onboarding", "service-blueprint", "standard", "time-happiness", "travel",
    "workshop-blueprint",
  ]

  @Test func allTemplatesAreThere() {
    #expect(Catalogue().ids == Self.ids)
  }

  @Test(arguments: ids)
  func theBuiltInTemplatesAreInOrder(id: String) {
    let findings = CatalogueCheck(.builtIn).run(ids: [id])
    #expect(findings.map { DiagnosticPrinter(style: .text(colour: false)).print($0) } == [])
  }

  @Test(arguments: ids, Languages.all)
  func everyMapIsValidInEveryLanguage(id: String, language: String) throws {
    let template = try Catalogue().template(id, language: language)
    #expect(template.language == language)
    let map = template.makeMap()
    #expect(map.language == language)
    #expect(map.template?.id == id)
    let (bytes, _) = try #require(Format.yaml.bytes(of: [map]))
    let reading = try #require(Format.yaml.maps(from: String(decoding: bytes, as: UTF8.self), name: "\(id).yaml"))
    #expect(reading.diagnostics.findings.map(\.message) == [])
    #expect(reading.maps == [map])
    var copy = map
    copy.forEachProse { path, text in
      #expect(!text.contains("{{"), "\(id)/\(language): \(path)")
    }
    #expect(map.stages.allSatisfy { !$0.title.isEmpty }, "\(id)/\(language)")
  }

  @Test func blanksAreFilledInTextsAndNowhereElse() throws {
    let hostile = "a: [b] {{persona}} {{product}}\n- \"c\" #d"
    let map = try Catalogue().template("b2c", language: "en").makeMap(filling: ["product": hostile])
    #expect(map.subject == hostile)
    #expect(map.title == "B2C customer journey: " + hostile)
    let (bytes, _) = try #require(Format.yaml.bytes(of: [map]))
    #expect(Format.yaml.maps(from: String(decoding: bytes, as: UTF8.self), name: "b2c")?.maps == [map])
  }

  @Test func aLanguageServesItsKinAndEnglishServesTheRest() throws {
    #expect(try Catalogue().template("b2c", language: "nn-NO").language == "nb")
    #expect(try Catalogue().template("b2c", language: "sw").language == "en")
  }

  @Test func theNearestTemplateIsSuggested() {
    #expect { try Catalogue().template("servise-blueprint", language: "en") } throws: { error in
      (error as? TemplateFault)?.hint == "did you mean 'service-blueprint'?"
    }
  }

  @Test(arguments: ["../b2c", "b2c/../b2c", "/etc", ""])
  func aTemplateIsNoPath(id: String) {
    #expect(throws: TemplateFault.self) { try Catalogue().template(id, language: "en") }
  }

  @Test func aFolderOfOnesOwnWins() throws {
    let catalogue = Catalogue(folders: [Self.folder(["b2c/template.yaml": Self.template])])
    let template = try catalogue.template("b2c", language: "nb")
    #expect(template.entry.name == "Mine")
    #expect(template.overridesBuiltIn)
    #expect(template.language == "en")
    #expect(catalogue.ids == Self.ids)
  }

  static let template = """
    catalogue:
      id: b2c
      version: 1
      name: Mine
      summary: A summary.
      tags: [a]
      placeholders:
        - {name: product, prompt: "Which?", default: shoes}
    map:
      journeymap: 1
      title: "Buying {{product}}"
    """

  static func folder(_ files: [String: String]) -> CatalogueFolder {
    CatalogueFolder(path: "t", files: files.keys.sorted()) { path throws(Diagnostic) in
      SourceText(name: "t/" + path, files[path] ?? "")
    }
  }
}
