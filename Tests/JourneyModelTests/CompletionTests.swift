import JourneyFormats
import JourneyModel
import Testing

/// What readers fill in.
@Suite struct CompletionTests {
  private func read(_ yaml: String) throws -> JourneyMap {
    let reading = try #require(Format.yaml.maps(from: "journeymap: 1\ntitle: T\n" + yaml, name: "My map.yaml"))
    #expect(reading.diagnostics.findings.map(\.message) == [])
    return try #require(reading.maps.first)
  }

  @Test func idsAreGivenByPlace() throws {
    let map = try read("actors: [{name: A}]\nstages: [{title: S}, {title: T, steps: [{title: U}, {title: V}]}]")
    #expect(map.id == "my-map")
    #expect(map.actors.map(\.id) == ["actor-1"])
    #expect(map.stages.map(\.id) == ["stage-1", "stage-2"])
    #expect(map.stages[1].steps.map(\.id) == ["step-2-1", "step-2-2"])
  }

  @Test func givenIDsStepAsideForWrittenOnes() throws {
    let map = try read("stages: [{title: S}, {id: stage-1, title: T}]")
    #expect(map.stages.map(\.id) == ["stage-1-2", "stage-1"])
  }

  @Test func aStageWithoutStepsGetsOneOfItsOwnTitle() throws {
    #expect(try read("stages: [{title: S}]").stages[0].steps.map(\.title) == ["S"])
  }

  @Test func lanesComeInTheOrderOfFirstUse() throws {
    let map = try read(
      "lanes: [{id: z, title: Z}]\nstages: [{title: S, cards: {needs: N}, steps: [{cards: {actions: A, z: Z}}]}]")
    #expect(map.lanes.map(\.id) == ["z", "needs", "actions"])
    #expect(map.lanes.map(\.kind.text) == ["custom", "needs", "actions"])
    #expect(map.stages[0].steps[0].cards.cells.map(\.lane) == ["z", "actions"])
  }

  @Test func aBareNumberAmongEmotionsIsOne() throws {
    let map = try read(
      "lanes: [{id: f, type: emotions}, {id: g}]\nstages: [{title: S, cards: {f: [-1.5, '1'], g: 2, emotions: 1}}]")
    let cells = map.stages[0].cards.cells
    #expect(cells.map(\.cards.first?.emotion) == [-1.5, nil, 1])
    #expect(cells[0].cards[1].text == "1")
    #expect(cells[1].cards[0].text == "2")
  }
}
