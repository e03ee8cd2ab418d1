import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneyTerms
import Testing

@testable import JourneyCatalogue

@Suite struct TranslationTests {
  @Test(arguments: ["b2c", "b2b", "empathy-map", "planned-vs-actual"], ["nb", "ja", "ar", "ru"])
  func aMapFromATemplateIsTranslatedWhole(id: String, language: String) throws {
    let values = ["product": "XR-7", "company": "Acme 9", "persona": "Ximena", "topic": "Q&A"]
    let map = try Catalogue().template(id, language: "en").makeMap(filling: values)
    let translation = try #require(Translation.of(map, into: language))
    var wanted = try Catalogue().template(id, language: language).makeMap(filling: values)
    // Whoever is not named by the user keeps the name that was given in English.
    var names: [String: String] = [:]
    wanted.forEachProse { path, text in names[FlatEntry.spelled(path)] = text }
    let kept = translation.kept.filter { names[$0.path] != $0.text }
    #expect(kept.allSatisfy { $0.text.count < 40 }, "\(kept)")
    #expect(translation.map.language == language)
    #expect(translation.map.stages.map(\.title) == wanted.stages.map(\.title))
    #expect(translation.map.description == wanted.description)
  }

  @Test func termsAreTranslatedWhereTheyStandAndOwnTextStays() throws {
    let text = """
      journeymap: 1
      title: Behov
      language: nb
      actors: [{id: a, name: Kjøper, roles: [Kjøper, buyer, sjef]}]
      lanes: [{id: actions, title: Handlinger}, {id: x, title: Vårt eget}, {id: touchpoints}]
      stages:
        - title: Behov
          steps: [{title: Noe eget, cards: {touchpoints: [{text: Nettsted, channel: Nettsted}], actions: [Nettsted]}}]
      """
    let map = try #require(Format.yaml.maps(from: text)?.maps.first)
    let translation = try #require(Translation.of(map, into: "en-GB"))
    let new = translation.map
    #expect(new.stages[0].title == Terms.in("en")["stage.need"])
    #expect(new.lanes.map(\.title) == ["Actions", "Vårt eget", ""])
    #expect(new.actors[0].roles.map(\.text) == ["Buyer", "buyer", "sjef"])
    #expect(new.stages[0].steps[0].cards["touchpoints"][0].text == "Website")
    #expect(new.stages[0].steps[0].cards["actions"][0].text == "Nettsted")
    #expect(translation.kept.map(\.path).contains("title"))
    #expect(Translation.of(map, into: "sw") == nil)
  }

  @Test(arguments: Catalogue().ids, StringsFile.Spelling.allCases)
  func textsComeBackAsTheyWent(id: String, spelling: StringsFile.Spelling) throws {
    var map = try Catalogue().template(id, language: "ar").makeMap()
    map.title = "=1+1, \"x\"\n- ; '"
    var (file, diagnostics) = StringsFile.read(SourceText(name: "t", utf8: StringsFile.export(map, as: spelling)))
    var copy = map
    let missing = file.apply(to: &copy, diagnostics: &diagnostics)
    #expect(diagnostics.findings.map(\.message) == [])
    #expect(copy == map)
    if spelling == .yaml { #expect(missing == 0) }
  }
}
