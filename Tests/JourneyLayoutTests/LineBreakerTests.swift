import Testing

@testable import JourneyLayout

@Suite struct LineBreakerTests {
  /// A width in letters of a full em, as CJK has them.
  private func lines(_ text: String, ems: Double) -> [String] {
    LineBreaker.lines(of: text, font: Font(10), width: ems * 10 * 1.03)
  }

  @Test func `words stay whole where they fit`() {
    #expect(lines("one two three", ems: 5) == ["one two", "three"])
    #expect(lines("one\ntwo", ems: 20) == ["one", "two"])
    #expect(lines("", ems: 5) == [])
    #expect(lines("   ", ems: 5) == [""])
  }

  @Test func `lines end after hyphens, but a sign stays with its number`() {
    #expect(lines("e-signature-service", ems: 7) == ["e-signature-", "service"])
    #expect(lines("minus -5", ems: 4) == ["minus", "-5"])
  }

  @Test func `a word that is too long is cut`() {
    #expect(lines(String(repeating: "漢", count: 7), ems: 3) == ["漢漢漢", "漢漢漢", "漢"])
    #expect(lines("iiiiiiiiiiiiiiiiiiii", ems: 2).joined() == "iiiiiiiiiiiiiiiiiiii")
  }

  @Test(arguments: [
    ("資料を請求、する", 5.0, ["資料を請", "求、する"]), ("あいう（え）", 4.0, ["あいう", "（え）"]),
    ("サービスを知り、資料", 7.0, ["サービスを知", "り、資料"]),
  ])
  func `Japanese lines neither begin nor end where they must not`(text: String, ems: Double, expected: [String]) {
    #expect(lines(text, ems: ems) == expected)
  }

  @Test func `no-break spaces hold and soft hyphens show where a line ends`() {
    #expect(lines("ab 12\u{A0}% cd", ems: 3.9) == ["ab", "12\u{A0}%", "cd"])
    #expect(lines("Donau\u{AD}dampf\u{AD}schiff", ems: 7.5) == ["Donaudampf-", "schiff"])
  }

  @Test func `controls of direction are not drawn`() {
    #expect(lines("a\u{202E}b\u{2069}c", ems: 20) == ["abc"])
  }

  @Test func `what is too much ends with an ellipsis`() {
    let cut = LineBreaker.lines(of: "one two three four five six", font: Font(10), width: 50, most: 2)
    #expect(cut.count == 2 && cut[1].hasSuffix("…"))
    #expect(Font(10).width(of: cut[1]) <= 50)
  }
}
