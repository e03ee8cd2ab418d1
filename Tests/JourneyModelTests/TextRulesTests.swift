import JourneyModel
import Testing

@Suite struct TextRulesTests {
  @Test(arguments: ["2026-10-01", "2024-02-29", "2000-02-29", "0001-12-31"])
  func acceptsDays(text: String) { #expect(TextRules.isDate(text)) }

  @Test(arguments: ["2026-13-01", "2026-02-29", "1900-02-29", "2026-1-1", "2026-10-00", "01.10.2026", "2026-10", ""])
  func refusesWhatIsNoDay(text: String) { #expect(!TextRules.isDate(text)) }

  @Test(arguments: ["P3M", "P2W", "PT5M", "P1Y2M3DT4H5M6S", "PT0.5S"])
  func acceptsDurations(text: String) { #expect(TextRules.isDuration(text)) }

  @Test(arguments: ["P", "PT", "3M", "P3", "P1D2Y", "P1DT", "PT5", "P0.5Y", "p3m", "P3M "])
  func refusesWhatIsNoDuration(text: String) { #expect(!TextRules.isDuration(text)) }

  @Test(arguments: ["a", "A-1", "_", "2", "a_b-c"])
  func acceptsIDs(text: String) { #expect(TextRules.isID(text)) }

  @Test(arguments: ["", "x-a", "a b", "å", "a.b", "a/b"])
  func refusesWhatIsNoID(text: String) { #expect(!TextRules.isID(text)) }

  @Test(arguments: ["en", "pt-BR", "zh-Hans", "sr-Latn-RS", "fil"])
  func acceptsLanguageTags(text: String) { #expect(TextRules.isLanguageTag(text)) }

  @Test(arguments: ["", "en_US", "english-language-of-everybody", "1", "en-", "-en"])
  func refusesWhatIsNoLanguageTag(text: String) { #expect(!TextRules.isLanguageTag(text)) }
}
