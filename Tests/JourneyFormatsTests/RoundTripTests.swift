import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import Testing

/// The law of lossless formats: what is read is what was written.
@Suite struct RoundTripTests {
  static let lossless = Formats.all.filter { $0.isLossless && $0.read != nil && $0.canWrite }

  @Test(arguments: lossless, 0..<150)
  func readingGivesBackWhatWasWritten(format: Format, seed: Int) throws {
    let map = MapGenerator.map(seed: UInt64(seed), density: [0.15, 0.4, 0.7][seed % 3])
    try expectRoundTrip([map], through: format)
  }

  @Test(arguments: lossless)
  func severalMapsStayApart(format: Format) throws {
    try expectRoundTrip((0..<5).map { MapGenerator.map(seed: 1000 + $0) }, through: format)
  }

  @Test(arguments: lossless, lossless)
  func everyPairOfFormatsAgrees(first: Format, second: Format) throws {
    for seed in 0..<10 {
      let map = MapGenerator.map(seed: 2000 + UInt64(seed))
      let between = try #require(try read(write([map], first), first).first)
      #expect(try read(write([between], second), second) == [map])
    }
  }

  @Test(arguments: 0..<150)
  func theFlatFormCarriesEverything(seed: Int) {
    let map = MapGenerator.map(seed: 3000 + UInt64(seed), density: [0.15, 0.4, 0.7][seed % 3])
    let reading = FlatForm.read(map.flatEntries, source: SourceText(name: "flat", ""))
    #expect(reading.diagnostics.errorCount == 0)
    #expect(reading.maps == [map])
  }

  @Test(arguments: 0..<20)
  func flatPathsAreSpelledReversibly(seed: Int) {
    for entry in MapGenerator.map(seed: 4000 + UInt64(seed)).flatEntries {
      #expect(FlatEntry.path(spelled: entry.spelledPath) == entry.path)
    }
  }

  @Test(arguments: 0..<20)
  func everyTextForPeopleIsMetAtItsPath(seed: Int) {
    var map = MapGenerator.map(seed: 5000 + UInt64(seed))
    var met: [FlatEntry] = []
    map.forEachProse { path, text in
      met.append(FlatEntry(path: path, value: .prose(text)))
      text += "!"
    }
    var changed: [FlatEntry] = []
    map.forEachProse { path, text in changed.append(FlatEntry(path: path, value: .prose(text))) }
    let entries = MapGenerator.map(seed: 5000 + UInt64(seed)).flatEntries
    #expect(met == entries.filter { if case .prose = $0.value { true } else { false } })
    #expect(changed.map(\.path) == met.map(\.path))
    #expect(map.flatEntries.count == entries.count)
  }

  private func expectRoundTrip(_ maps: [JourneyMap], through format: Format) throws {
    let text = try write(maps, format)
    #expect(try read(text, format) == maps)
    #expect(try write(read(text, format), format) == text)
  }

  private func write(_ maps: [JourneyMap], _ format: Format) throws -> String {
    let (bytes, losses) = try #require(format.bytes(of: maps))
    #expect(losses == [])
    return String(decoding: bytes, as: UTF8.self)
  }

  private func read(_ text: String, _ format: Format) throws -> [JourneyMap] {
    let reading = try #require(format.maps(from: text))
    #expect(reading.diagnostics.errorCount == 0)
    return reading.maps
  }
}

extension Format: CustomTestStringConvertible {
  /// The name, in the list of tests.
  public var testDescription: String { name }
}
