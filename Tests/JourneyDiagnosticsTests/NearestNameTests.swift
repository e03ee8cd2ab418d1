import JourneyDiagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("chanel", "channel"), ("tilte", "title"), ("STAGES", "stages"), ("emotion", "emotions"),
  ])
  func findsSlips(slip: String, meant: String) {
    #expect(NearestName.of(slip, in: ["title", "stages", "channel", "emotions"]) == meant)
  }

  @Test(arguments: ["", "zzz", "completely-different", String(repeating: "a", count: 100_000)])
  func leavesOtherWordsAlone(word: String) {
    #expect(NearestName.of(word, in: ["title", "stages", "channel"]) == nil)
  }
}
