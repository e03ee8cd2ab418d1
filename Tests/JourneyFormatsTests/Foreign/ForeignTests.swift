import JourneyDiagnostics
import Testing

@testable import JourneyFormats

/// What readers of other formats share.
@Suite struct ForeignTests {
  @Test(arguments: [
    ("0.6", 0.6), (".6", 0.6), ("0,6", 0.6), ("60%", 0.6), ("60 %", 0.6), ("60\u{202F}%", 0.6), ("33.3%", 0.333),
    ("7%", 0.07), ("100%", 1), ("0%", 0), ("1.0", 1), ("٦٠٪", 0.6), ("０.５", 0.5), ("60％", 0.6), ("12,5 %", 0.125),
    ("०.२५", 0.25),
  ])
  func readsShares(text: String, share: Double) {
    #expect(Share.of(text) == share)
  }

  @Test(arguments: [
    "", "1", "0", "60", "1.5", "101%", "-5%", "%", ".", "0.", "6 0%", "0.6.1", "60%%", "60% ok", "p=0.6", "1e-1", "½",
    "0.1234567890123456789", "२",
  ])
  func takesNothingElseForAShare(text: String) {
    #expect(Share.of(text) == nil)
  }

  @Test func takesSharesInBracketsOff() throws {
    let parts = try #require(Share.split("It fits (60 %)"))
    #expect(parts.rest == "It fits")
    #expect(parts.share == 0.6)
    #expect(Share.split("[0.25]").map(\.rest) == "")
    for text in ["It fits", "(60%) it fits", "It fits (most)", "It fits 60%)", "(1)"] {
      #expect(Share.split(text) == nil)
    }
  }

  @Test(arguments: [
    ("a &amp; b", "a & b"), ("&lt;&gt;&quot;&apos;", "<>\"'"), ("&eacute;&ndash;&thetasym;", "é–ϑ"),
    ("&#233;&#xE9;&#X1F600;", "éé😀"),
    ("&bogus; & &; &#; &#x; &#55296; &#xFFFFFFFFF;", "&bogus; & &; &#; &#x; &#55296; &#xFFFFFFFFF;"),
    ("&amp;amp;", "&amp;"), ("&", "&"), ("&amp", "&amp"),
  ])
  func decodesEntities(text: String, expected: String) {
    #expect(ForeignText.decodingEntities(text) == expected)
  }

  @Test(arguments: [
    ("<b>a</b> b", "a b"), ("a<br/>b<BR align=\"left\"/>c", "a\nb\nc"),
    ("<table><tr><td>a</td><td>b &amp; c</td></tr></table>", "a\nb & c"), ("a<!-- <b> > -- -->b", "ab"),
    ("a<!-- b", "a"), ("a<b", "a"), ("", ""),
  ])
  func takesTagsOff(html: String, expected: String) {
    #expect(ForeignText.withoutTags(html) == expected)
  }

  @Test(arguments: [
    (["Compares", "prices"], "Compares prices"), (["靴を", "比べる"], "靴を比べる"), (["靴", "shoes"], "靴 shoes"),
    (["", "a", "", "b"], "a b"), (["신발을", "비교"], "신발을 비교"), (["เลือก", "รองเท้า"], "เลือกรองเท้า"), ([], ""),
  ])
  func joinsLinesAsTheirScriptDoes(lines: [String], expected: String) {
    #expect(ForeignText.joined(lines) == expected)
  }

  @Test func makesEachIDOnce() {
    var ids = IDMaker()
    let names = ["a b", "a-b", "a.b", "x-x-a", "Шаг", "Шаг", "--", "a_b"]
    #expect(
      names.map { ids.make(from: $0, fallback: "step") }
        == ["a-b", "a-b-2", "a-b-3", "a", "step", "step-2", "step-3", "a_b"])
  }

  @Test func ordersFlows() {
    #expect(FlowOrder.of(4, edges: [(2, 1), (1, 3), (3, 0)]) == [2, 1, 3, 0])
    #expect(FlowOrder.of(3, edges: []) == [0, 1, 2])
    #expect(FlowOrder.of(4, edges: [(0, 1), (1, 2), (2, 0), (2, 3)]) == [0, 1, 2, 3])
    #expect(FlowOrder.of(0, edges: []).isEmpty)
  }

  @Test func ordersAnyFlowForward() {
    var random = SplitMix(state: 1)
    for _ in 0..<200 {
      let count = Int.random(in: 1...12, using: &random)
      let edges = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        (from: Int.random(in: 0..<count, using: &random), to: Int.random(in: 0..<count, using: &random))
      }
      let order = FlowOrder.of(count, edges: edges)
      #expect(order.sorted() == Array(0..<count))
      // Edges from lower to higher numbers make no rounds.
      let forward = edges.filter { $0.from < $0.to }
      let places = Dictionary(uniqueKeysWithValues: FlowOrder.of(count, edges: forward).enumerated().map { ($1, $0) })
      #expect(forward.allSatisfy { places[$0.from, default: 0] < places[$0.to, default: 0] })
    }
  }
}
