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
    #expect(again.lanes.map(\.kind) == map.lanes.map(\.kind))
    #expect(again.lanes.map(\.state) == map.lanes.map(\.state))
    #expect(again.lanes.map(\.lineBelow) == map.lanes.map(\.lineBelow))
    #expect(again.lanes.map(\.group) == map.lanes.map(\.group))
    #expect(names(again) == names(map))
    #expect(cells(again) == cells(map))
  }

  @Test(arguments: Catalogue().ids)
  func whatIsNotCarriedIsCounted(id: String) throws {
    let map = try Catalogue().template(id, language: "en").makeMap()
    let losses = try #require(Format.csvGrid.bytes(of: [map])).losses
    let counts = Dictionary(losses.map { ($0.kind, $0.count) }) { first, _ in first }
    #expect(counts["links", default: counts["link", default: 0]] == map.links.count)
    #expect(counts["metrics", default: counts["metric", default: 0]] == map.metrics.count)
    #expect(counts["sources", default: counts["source", default: 0]] == map.sources.count)
    #expect(
      !losses.contains {
        $0.kind.hasPrefix("stage") && !$0.kind.hasPrefix("stage field") || $0.kind.hasPrefix("cards in")
      })
  }

  private func names(_ map: JourneyMap) -> [String] {
    map.lanes.map { lane in map.actors.first { $0.id == lane.actor }?.name ?? "" }
  }

  /// The texts and scores of every stage and step, lane by lane.
  private func cells(_ map: JourneyMap) -> [[[String]]] {
    map.stages.flatMap { stage in
      ([stage.cards] + stage.steps.map(\.cards)).map { cards in
        map.lanes.map { lane in
          cards[lane.id].map { card in
            card.text + (lane.kind == LaneType.emotions ? card.emotion.map { " \($0)" } ?? "" : "")
          }
        }
      }
    }
  }
}
