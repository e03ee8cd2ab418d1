import JourneyDiagnostics
import Testing

@testable import JourneyCatalogue

@Suite struct CatalogueCheckTests {
  private func findings(_ files: [String: String]) -> [String] {
    CatalogueCheck(CatalogueTests.folder(files)).run().flatMap { diagnostics in
      diagnostics.sorted.map { finding in
        let place = finding.range.map { diagnostics.source.position(at: $0.offset) }
        let prefix = place.map { "\(diagnostics.source.name):\($0.line):\($0.column)" } ?? diagnostics.source.name
        return "\(prefix): \(finding.severity.rawValue): \(finding.message)"
      }
    }
  }

  private let texts = """
    catalogue.name: "Mi"
    catalogue.summary: "Ett sammendrag."
    catalogue.placeholders.product.prompt: "Hvilket?"
    catalogue.placeholders.product.default: "sko"
    title: "Kjøper {{product}}"

    """

  @Test func aCatalogueInOrderHasNoFindings() {
    #expect(findings(["b2c/template.yaml": CatalogueTests.template, "b2c/nb.yaml": texts]) == [])
  }

  @Test(arguments: [
    (
      "title: \"Kjøper {{product}}\"", "title: \"Kjøper\"",
      "t/b2c/nb.yaml:5:1: error: the placeholder {{product}} is lost"
    ),
    (
      "title: \"Kjøper {{product}}\"", "title: \"Kjøper {{produkt}}\"",
      "t/b2c/nb.yaml:5:1: error: the placeholder {{product}} is lost"
    ),
    ("\"Mi\"", "\"\"", "t/b2c/nb.yaml:1:1: error: the text is empty"),
    ("\"Mi\"", "\"Mine\"", "t/b2c/nb.yaml:1:1: error: the text is still English"),
    ("\"Mi\"", "\"Мi\"", "t/b2c/nb.yaml:1:1: error: the word 'Мi' mixes letters of two scripts"),
    (
      "\"Ett sammendrag.\"", "\"Сводка.\"",
      "t/b2c/nb.yaml:2:1: error: Cyrillic letters stand in a text whose script is Latin"
    ),
    ("\"Hvilket?\"", "\"What does your customer want?\"", "t/b2c/nb.yaml:3:1: error: the text looks English"),
    ("\"sko\"", "'\"sko\"'", "t/b2c/nb.yaml:4:1: warning: straight quotation marks"),
    (
      "catalogue.summary: ", "catalogue.sumary: ",
      "t/b2c/nb.yaml:2:1: error: the template has no text 'catalogue.sumary'"
    ),
    ("catalogue.name: \"Mi\"\n", "", "t/b2c/nb.yaml: error: the text 'catalogue.name' is missing"),
    ("\"Mi\"", "[Mi]", "t/b2c/nb.yaml:1:17: error: a path and its text are both plain text"),
    ("title: ", "catalogue.name: ", "t/b2c/nb.yaml:5:1: error: the path 'catalogue.name' stands twice"),
  ])
  func aFaultOfATranslationIsFound(old: String, new: String, finding: String) {
    let faulty = texts.replacing(old, with: new)
    #expect(findings(["b2c/template.yaml": CatalogueTests.template, "b2c/nb.yaml": faulty]).contains(finding))
  }

  @Test(arguments: [
    ("{{product}}", "{{produkt}}", "t/b2c/template.yaml:11:18: error: the placeholder 'produkt' is not declared"),
    ("id: b2c", "id: c2b", "t/b2c/template.yaml:2:7: error: the id 'c2b' is not the name of its folder, 'b2c'"),
    ("  title: ", "  titel: ", "t/b2c/template.yaml:11:3: error: unknown key 'titel'"),
    ("map:", "card:", "t/b2c/template.yaml:9:1: error: unknown key"),
    ("  name: Mine\n", "", "t/b2c/template.yaml:2:3: error: 'name' is missing"),
  ])
  func aFaultOfATemplateIsFound(old: String, new: String, finding: String) {
    let faulty = CatalogueTests.template.replacing(old, with: new)
    #expect(findings(["b2c/template.yaml": faulty]).contains(finding))
  }

  @Test func whatTheProfessionSaysInEnglishIsListed() {
    let files = [
      "b2c/template.yaml": CatalogueTests.template, "b2c/nb.yaml": texts.replacing("\"Mi\"", with: "\"Mine\""),
      "unchanged/nb.txt": "Mine\n",
    ]
    #expect(findings(files) == [])
  }

  @Test func strangeFilesAreTold() {
    let files = ["b2c/template.yaml": CatalogueTests.template, "b2c/notes.txt": "", "b2c/norwegian!.yaml": ""]
    #expect(
      findings(files) == [
        "t/b2c/norwegian!.yaml: error: this is no file of a language",
        "t/b2c/notes.txt: error: this is no file of a language",
      ])
  }

  @Test func anEmptyFolderIsNoCatalogue() {
    #expect(findings([:]) == ["t: error: there is no template in this folder"])
  }
}
