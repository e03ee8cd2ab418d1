import JourneyCatalogue
import JourneyFormats
import JourneyModel
import JourneyTerms
import Testing

/// The grid keeps what it carries: what a template says in its cells comes back from a spreadsheet.
@Suite struct GridTests {
  @Test(arguments: Catalogue().ids, ["en", "nb", "ru", "ja", "ar", "et"])
  func cellsComeBackAsTheyWent(id: String, language: String) throws {
    let map = try Catalogue().template(id, language: language).makeMap()
    let (bytes, losses) = try #require(Format.csvGrid.bytes(of: [map]))
    #expect(!losses.isEmpty)
    let reading = try #require(Format.csvGrid.maps(from: String(decoding: bytes, as: UTF8.self), name: "grid.csv"))
    #expect(reading.diagnostics.errorCount == 0)
    let again = try #require(reading.maps.first)
    #expect(reading.maps.count == 1)
    #expect(again.title == map.title)
    #expect(again.stages.map(\.title) == map.stages.map(\.title))
    #expect(again.stages.map { $0.steps.map(\.title) } == map.stages.map { $0.steps.map(\.title) })
    // A lane that somebody has named is one of their own in a spreadsheet.
    #expect(again.lanes.map(\.kind.text) == map.lanes.map { $0.title.isEmpty ? $0.kind.text : "custom" })
    #expect(again.lanes.map(\.state) == map.lanes.map { $0.title.isEmpty ? $0.state : nil })
    #expect(names(again) == names(map))
    let areScored = map.lanes.map { $0.kind.known == .emotions && $0.title.isEmpty }
    #expect(cells(again, areScored) == cells(map, areScored))
  }

  @Test(arguments: Catalogue().ids)
  func whatIsNotCarriedIsCounted(id: String) throws {
    let map = try Catalogue().template(id, language: "en").makeMap()
    let losses = try #require(Format.csvGrid.bytes(of: [map])).losses
    let counts = Dictionary(losses.map { ($0.kind, $0.count) }) { first, _ in first }
    #expect(counts["links", default: counts["link", default: 0]] == map.links.count)
    #expect(counts["metrics", default: counts["metric", default: 0]] == map.metrics.count)
    #expect(counts["sources", default: counts["source", default: 0]] == map.sources.count)
    #expect(counts.keys.allSatisfy { !$0.hasPrefix("cards in") })
  }

  private func names(_ map: JourneyMap) -> [String] {
    map.lanes.map { lane in map.actors.first { $0.id == lane.actor }?.name ?? "" }
  }

  /// The texts and scores of every column, lane by lane.
  private func cells(_ map: JourneyMap, _ areScored: [Bool]) -> [[[String]]] {
    map.stages.flatMap { stage in
      stage.steps.enumerated().map { place, step in
        zip(map.lanes, areScored).map { lane, isScored in
          ((place == 0 ? stage.cards[lane.id] : []) + step.cards[lane.id]).map { card in
            card.text.split(separator: "\n").joined(separator: " ") + (isScored ? "|\(card.emotion ?? 9)" : "")
          }
        }
      }
    }
  }
}
