import Foundation
import JourneyModel
import JourneyTerms
import Testing

@Suite struct TermsTests {
  @Test(arguments: Languages.all)
  func everyWordHasATerm(language: String) {
    let terms = Terms.in(language)
    #expect(terms.language == language)
    func check<Word: Termed>(_: Word.Type) {
      for word in Word.allCases { #expect(terms[word.termKey]?.isEmpty == false, "\(language): \(word.termKey)") }
    }
    check(MapKind.self)
    check(MapState.self)
    check(Market.self)
    check(Basis.self)
    check(MapStatus.self)
    check(ActorKind.self)
    check(ActorSide.self)
    check(ActorRole.self)
    check(LaneType.self)
    check(BlueprintLine.self)
    check(Moment.self)
    check(Channel.self)
    check(TouchpointMode.self)
    check(Influence.self)
    check(Ownership.self)
    check(Usage.self)
    check(Trigger.self)
    check(LinkType.self)
    check(Formality.self)
    check(MetricGroup.self)
    check(SourceKind.self)
    check(SourceOrigin.self)
  }

  @Test(arguments: Languages.all)
  func everyLanguageHasTheSameTerms(language: String) {
    for group in ["map", "stage", "lane", "template", "emotion", "metric", "meta"] {
      #expect(Terms.in(language).keys(in: group) == Terms.in("en").keys(in: group))
    }
  }

  @Test(arguments: [
    ("nb-NO", "nb"), ("no", "nb"), ("nn", "nb"), ("nn-NO", "nb"), ("pt", "pt-BR"), ("pt-PT", "pt-BR"),
    ("zh", "zh-Hans"),
    ("zh-CN", "zh-Hans"), ("zh-Hans-SG", "zh-Hans"), ("tl", "fil"), ("es-MX", "es"), ("de-AT", "de"), ("EN-gb", "en"),
    ("uk-Cyrl-UA", "uk"),
  ])
  func aLanguageServesItsKin(tag: String, language: String) {
    #expect(Languages.serving(tag) == language)
  }

  @Test(arguments: ["zh-Hant", "zh-TW", "sr-Latn", "sr", "it", "", "ru-Latn", "e", "enx"])
  func othersAreNotServed(tag: String) {
    #expect(Languages.serving(tag) == nil)
  }

  @Test func theEnvironmentAsksForALanguage() {
    #expect(Languages.requested(by: ["LANG": "nb_NO.UTF-8"]) == "nb-NO")
    #expect(Languages.requested(by: ["LC_ALL": "zh_CN", "LANG": "da_DK"]) == "zh-CN")
    #expect(Languages.requested(by: ["LC_ALL": "", "LC_MESSAGES": "pt_BR@latin", "LANG": "C"]) == "pt-BR")
    #expect(Languages.requested(by: ["LANG": "C.UTF-8"]) == nil)
    #expect(Languages.requested(by: [:]) == nil)
  }

  @Test(arguments: [
    ("Puutepunktid", "lane.touchpoints"), ("Контактные точки", "lane.touchpoints"), ("TOUCHPOINTS", "lane.touchpoints"),
    ("pain points:", "lane.pain-points"), ("Pain-Points", "lane.pain-points"), ("Doing", "lane.actions"),
    ("support_processes", "lane.support-processes"),
  ])
  func termsAreRecognizedInAnyLanguage(text: String, key: String) {
    #expect(TermIndex.of("lane")[text] == key)
  }
}
