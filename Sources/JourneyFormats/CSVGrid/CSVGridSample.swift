import JourneyDiagnostics
import JourneySyntax

/// The beginning of a text, as far as it shows a grid and what parts its cells.
///
/// A grid may begin with a title, so unlike the long table it does not show its delimiter in the first row.
struct CSVGridSample {
  /// The byte between cells; nil if nothing shows one.
  let delimiter: UInt8?
  /// How many lane words stand in the first column or across one of the first rows.
  let laneCount: Int

  init(_ source: SourceText) {
    let sample = source.bytes.prefix(32_768)
    let hasSeparatorLine = sample.starts(with: "sep=".utf8) && sample.count > 4
    delimiter = hasSeparatorLine ? source.bytes[4] : Self.delimiter(in: sample)
    guard let delimiter else {
      laneCount = 0
      return
    }
    // A row of one cell is no lane: YAML and others have such words alone in a line.
    let lines = Self.records(in: sample).prefix(200).map { Self.cells(of: $0, delimiter) }.filter { $0.count > 1 }
    let down = (0...1).map { column in lines.count { Self.isLane($0, column) } }.max() ?? 0
    let across = lines.prefix(30).map { line in line.indices.count { Self.isLane(line, $0) } }.max() ?? 0
    laneCount = max(down, across)
  }

  private static func isLane(_ cells: [String], _ column: Int) -> Bool {
    column < cells.count && LaneHeading(cells[column]).isTerm
  }

  /// The candidate that most records have the same number of times; of equals the one that makes more cells.
  private static func delimiter(in sample: ArraySlice<UInt8>) -> UInt8? {
    let records = records(in: sample)
    var best: (byte: UInt8, records: Int, cells: Int)?
    for candidate: UInt8 in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")] {
      var counts: [Int: Int] = [:]
      for record in records { counts[separators(in: record, candidate), default: 0] += 1 }
      counts[0] = nil
      guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { continue }
      if (usual.value, usual.key) > (best?.records ?? 0, best?.cells ?? 0) {
        best = (candidate, usual.value, usual.key)
      }
    }
    return best?.byte
  }

  /// The records of a sample; line breaks in quotes belong to their cell.
  private static func records(in sample: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var records: [ArraySlice<UInt8>] = []
    var start = sample.startIndex
    var isQuoted = false
    for index in sample.indices {
      if sample[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, sample[index] == 0x0A || sample[index] == 0x0D else { continue }
      if index > start { records.append(sample[start..<index]) }
      start = index + 1
    }
    if start < sample.endIndex { records.append(sample[start...]) }
    return records
  }

  private static func separators(in record: ArraySlice<UInt8>, _ byte: UInt8) -> Int {
    var isQuoted = false
    var count = 0
    for other in record {
      if other == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, other == byte { count += 1 }
    }
    return count
  }

  private static func cells(of record: ArraySlice<UInt8>, _ delimiter: UInt8) -> [String] {
    var isQuoted = false
    return record.split(maxSplits: 1_000, omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted && byte == delimiter
    }.map { String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
  }
}
