import JourneyDiagnostics

/// How a CSV text separates its cells: what is said on a `sep=` line, or what its header shows.
struct CSVDelimiter {
  /// What stands between cells in the world's spreadsheets, in the order in which messages name them.
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]

  /// The byte between cells.
  let byte: UInt8
  /// The offset of the first record.
  let start: Int

  /// The header could be separated by any of several bytes.
  struct Tie: Error {
    let candidates: [UInt8]
    let range: SourceRange

    /// Adds the error.
    func report(to diagnostics: inout Diagnostics) {
      let names = candidates.map(CSVDelimiter.name).joined(separator: " or ")
      diagnostics.error(
        "the cells of this row could be separated by \(names)", at: range, hint: "say by which with --delimiter")
    }
  }

  /// Finds the delimiter of a source; one that somebody has asked for wins.
  static func find(in source: SourceText, asked: UInt8?) throws(Tie) -> CSVDelimiter {
    let said = separatorLine(source.bytes)
    let start = said?.end ?? 0
    if let byte = asked ?? said?.byte { return CSVDelimiter(byte: byte, start: start) }
    return CSVDelimiter(byte: try sniff(source, from: start), start: start)
  }

  /// A delimiter in words.
  static func name(_ byte: UInt8) -> String { byte == 0x09 ? "a tab" : "'\(Character(Unicode.Scalar(byte)))'" }

  /// The line `sep=;` that Excel writes and obeys, in any letter case, also in quotes.
  private static func separatorLine(_ bytes: [UInt8]) -> (byte: UInt8, end: Int)? {
    var line = bytes.prefix(10).prefix { $0 != 0x0A && $0 != 0x0D }
    let length = line.count
    if line.first == CSVText.quote, line.last == CSVText.quote, length == 7 { line = line.dropFirst().dropLast() }
    guard line.count == 5, let byte = line.last, byte < 0x80, byte != CSVText.quote,
      zip(line, "sep=".utf8).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
    else { return nil }
    var end = length
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    return (byte, end)
  }

  /// Decides by the first record that shows a delimiter, which may stand below a title.
  private static func sniff(_ source: SourceText, from start: Int) throws(Tie) -> UInt8 {
    let ending = source.name.suffix(4).lowercased()
    var fallback: Sample?
    var index = start
    for _ in 0..<20 where index < source.bytes.count {
      let sample = Sample(source.bytes, from: index)
      if ending == ".tsv", sample.all[2] > 0 { return candidates[2] }
      if sample.tight.contains(where: { $0 > 0 }) { return try sample.winner(of: sample.tight) }
      if fallback == nil, sample.all.contains(where: { $0 > 0 }) { fallback = sample }
      index = sample.end
    }
    guard let fallback else { return ending == ".tsv" ? candidates[2] : candidates[0] }
    return try fallback.winner(of: fallback.all)
  }

  /// How often each candidate stands in one record, outside of quotes.
  private struct Sample {
    var all = [0, 0, 0, 0]
    /// Those that no space follows: after a comma in a sentence there is one, after one between cells mostly not.
    var tight = [0, 0, 0, 0]
    let start: Int
    /// The offset after the record.
    private(set) var end: Int

    init(_ bytes: [UInt8], from start: Int) {
      self.start = start
      end = start
      var isCellStart = true
      while end < bytes.count {
        let byte = bytes[end]
        end += 1
        if byte == CSVText.quote, isCellStart {
          skipQuoted(bytes)
          isCellStart = false
        } else if byte == 0x0A || byte == 0x0D {
          return
        } else if let place = CSVDelimiter.candidates.firstIndex(of: byte) {
          all[place] += 1
          if end == bytes.count || bytes[end] != 0x20 { tight[place] += 1 }
          isCellStart = true
        } else {
          isCellStart = false
        }
      }
    }

    private mutating func skipQuoted(_ bytes: [UInt8]) {
      while end < bytes.count {
        let isQuote = bytes[end] == CSVText.quote
        end += 1
        guard isQuote else { continue }
        guard end < bytes.count, bytes[end] == CSVText.quote else { return }
        end += 1
      }
    }

    func winner(of counts: [Int]) throws(Tie) -> UInt8 {
      let most = counts.max() ?? 0
      let winners = counts.indices.filter { counts[$0] == most }.map { CSVDelimiter.candidates[$0] }
      guard winners.count == 1 else {
        throw Tie(candidates: winners, range: SourceRange(offset: start, length: max(0, end - start - 1)))
      }
      return winners[0]
    }
  }
}
