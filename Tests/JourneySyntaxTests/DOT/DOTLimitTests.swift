import JourneySyntax
import Testing

/// What a hostile DOT text comes to: an end within moments, by a result or an error at its place.
///
/// Each text would take minutes or gigabytes if a reader did what it says, or did it in time that grows with the square.
@Suite struct DOTLimitTests {
  static func numbers(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

  @Test(arguments: [
    ("digraph " + String(repeating: "{", count: 200_000), "1:521: nested deeper than 512 levels"),
    (
      "digraph { {" + numbers(2000) { "a\($0) " } + "} -> {" + numbers(2000) { "b\($0) " } + "} }",
      "1:11: subgraphs as ends of edges stand for more than 1000000 edges"
    ),
    (
      "digraph " + String(repeating: "{", count: 500) + numbers(20_000) { "n\($0) " }
        + String(repeating: "}", count: 500),
      "nested subgraphs hold too many nodes together"
    ),
    (
      "digraph { node [" + numbers(1000) { "a\($0)=1 " } + "] " + numbers(20_000) { "n\($0) " } + "}",
      "defaults stand for too many attributes"
    ),
    (
      "digraph { node [x=\"" + String(repeating: "y", count: 100_000) + "\"] " + numbers(20_000) { "n\($0) " } + "}",
      "defaults stand for too many attributes"
    ),
    ("digraph { node [" + numbers(1001) { "a\($0)=1 " } + "] }", "1:11: more than 1000 attributes have defaults here"),
  ])
  func refusesWhatStandsForTooMuch(text: String, message: String) {
    let messages = DOTReaderTests.read(text).messages
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix(message) == true)
  }

  @Test func limitsCanBeRaised() {
    var limits = ReadingLimits()
    limits.depth = 1000
    limits.expandedNodes = 10_000
    let deep = "digraph " + String(repeating: "{", count: 900) + String(repeating: "}", count: 900)
    #expect(DOTReaderTests.read(deep, limits: limits).messages.isEmpty)
    let sides = Self.numbers(101) { "a\($0) " }
    let product = "digraph { {\(sides)} -> {\(sides)} }"
    #expect(!DOTReaderTests.read(product, limits: limits).messages.isEmpty)
    limits.expandedNodes = 10_201
    #expect(DOTReaderTests.read(product, limits: limits).messages.isEmpty)
  }

  @Test(arguments: [
    "digraph {" + String(repeating: "a;", count: 200_000) + "}",
    "digraph {" + numbers(50_000) { "a [x\($0)=1];" } + "}",
    "digraph {" + numbers(50_000) { "subgraph cluster_\($0) { n\($0) }" } + "}",
    "digraph { subgraph s {" + numbers(20_000) { "a\($0) " } + "} "
      + String(repeating: "subgraph s{}->{};", count: 20_000) + "}",
    "digraph { node [" + numbers(1000) { "a\($0)=1 " } + "] " + numbers(20_000) { "node[a1=\($0)];" } + "}",
    "digraph { a [label=\"x\"" + String(repeating: "+\"y\"", count: 200_000) + "] }",
    "digraph { a [label=\"" + String(repeating: "\\\"", count: 500_000) + "\"] }",
    "digraph {" + numbers(50_000) { "a -> b [key=\($0)];" } + "}",
    String(repeating: "digraph{a}", count: 50_000),
  ])
  func readsInLinearTime(text: String) {
    #expect(DOTReaderTests.read(text).messages.isEmpty)
  }
}
