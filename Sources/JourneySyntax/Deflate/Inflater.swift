/// Unpacks DEFLATE (RFC 1951) without any header around it.
///
/// A byte can stand for a thousand: what is unpacked ends at a limit.
package struct Inflater {
  /// Why something cannot be unpacked.
  package enum Fault: Error {
    /// It is no DEFLATE.
    case damaged
    /// It ends before its last block does.
    case truncated
    /// It stands for more bytes than the limit.
    case tooLarge
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var place = 0
  /// Bits that were taken from the bytes and not yet used, the next one lowest.
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// Unpacks bytes to at most `limit` others.
  package static func inflate(_ bytes: [UInt8], limit: Int) throws(Fault) -> [UInt8] {
    var inflater = Inflater(bytes: bytes, limit: limit)
    while try inflater.readBlock() {}
    return inflater.output
  }

  private init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  // MARK: - Blocks

  /// Reads a block; false if it was the last one.
  private mutating func readBlock() throws(Fault) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try readStored()
    case 1: try readCodes(Self.fixedLiterals, Self.fixedDistances)
    case 2:
      let (literals, distances) = try readTables()
      try readCodes(literals, distances)
    default: throw .damaged
    }
    return !isLast
  }

  /// A block of bytes as they are.
  private mutating func readStored() throws(Fault) {
    _ = try take(bitCount % 8)
    let count = try take(16)
    guard try take(16) == ~count & 0xFFFF else { throw .damaged }
    try makeRoom(count)
    for _ in 0..<count { output.append(UInt8(truncatingIfNeeded: try take(8))) }
  }

  /// A block of codes for bytes, and for repetitions of what came before.
  private mutating func readCodes(_ literals: PrefixCode, _ distances: PrefixCode) throws(Fault) {
    while true {
      let symbol = try next(literals)
      if symbol < 256 {
        try makeRoom(1)
        output.append(UInt8(truncatingIfNeeded: symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengths.count else { throw .damaged }
      let (length, extra) = Self.lengths[symbol - 257]
      let count = length + (try take(extra))
      let code = try next(distances)
      guard code < Self.distances.count else { throw .damaged }
      let (base, more) = Self.distances[code]
      let distance = base + (try take(more))
      guard distance <= output.count else { throw .damaged }
      try makeRoom(count)
      for _ in 0..<count { output.append(output[output.count - distance]) }
    }
  }

  private func makeRoom(_ count: Int) throws(Fault) {
    guard output.count + count <= limit else { throw .tooLarge }
  }

  // MARK: - Tables

  /// The codes of a block that brings its own.
  private mutating func readTables() throws(Fault) -> (literals: PrefixCode, distances: PrefixCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<lengthCount { lengths[Self.lengthOrder[index]] = UInt8(truncatingIfNeeded: try take(3)) }
    guard let code = PrefixCode(lengths) else { throw .damaged }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try next(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += [UInt8](repeating: last, count: try take(2) + 3)
      case 17: lengths += [UInt8](repeating: 0, count: try take(3) + 3)
      case 18: lengths += [UInt8](repeating: 0, count: try take(7) + 11)
      default: lengths.append(UInt8(truncatingIfNeeded: symbol))
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0,
      let literals = PrefixCode(lengths[..<literalCount]), let distances = PrefixCode(lengths[literalCount...])
    else { throw .damaged }
    return (literals, distances)
  }

  // MARK: - Bits

  private mutating func take(_ count: Int) throws(Fault) -> Int {
    while bitCount < count {
      guard place < bytes.count else { throw .truncated }
      bits |= UInt64(bytes[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
    let value = Int(bits & ((1 << UInt64(count)) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  /// The symbol whose code comes next.
  private mutating func next(_ code: PrefixCode) throws(Fault) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...PrefixCode.longest {
      value |= try take(1)
      let count = Int(code.counts[length])
      if value - first < count { return Int(code.symbols[index + value - first]) }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  // MARK: - What the format fixes (RFC 1951, sections 3.2.5 to 3.2.7)

  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// The shortest repetition of each length code, and how many bits are added to it.
  private static let lengths: [(base: Int, extra: Int)] = {
    var lengths: [(Int, Int)] = []
    var base = 3
    for code in 0..<28 {
      let extra = code < 8 ? 0 : code / 4 - 1
      lengths.append((base, extra))
      base += 1 << extra
    }
    return lengths + [(258, 0)]
  }()

  /// The shortest distance of each distance code, and how many bits are added to it.
  private static let distances: [(base: Int, extra: Int)] = {
    var distances: [(Int, Int)] = []
    var base = 1
    for code in 0..<30 {
      let extra = code < 4 ? 0 : code / 2 - 1
      distances.append((base, extra))
      base += 1 << extra
    }
    return distances
  }()

  private static let fixedLiterals = PrefixCode(fixed: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = PrefixCode(fixed: [UInt8](repeating: 5, count: 30))
}

/// A prefix code as DEFLATE has it: by the lengths of the codes alone, shorter ones first, equal ones in the order of their symbols.
private struct PrefixCode {
  static let longest = 15

  /// How many codes there are of each length.
  private(set) var counts = [UInt16](repeating: 0, count: longest + 1)
  /// The symbols in the order of their codes.
  private(set) var symbols: [UInt16] = []

  /// Makes the code; nil if there are more codes than fit their lengths, or if codes are missing where there is more than one.
  init?(_ lengths: some Collection<UInt8>) {
    self.init(fixed: lengths)
    var free = 1
    for length in 1...Self.longest {
      free = free * 2 - Int(counts[length])
      if free < 0 { return nil }
    }
    if free > 0, symbols.count > 1 { return nil }
  }

  /// Makes a code that is known to be one.
  init(fixed lengths: some Collection<UInt8>) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var places = [0]
    for length in 1...Self.longest { places.append(places[length - 1] + Int(counts[length - 1])) }
    symbols = [UInt16](repeating: 0, count: counts.reduce(0) { $0 + Int($1) })
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[places[Int(length)]] = UInt16(truncatingIfNeeded: symbol)
      places[Int(length)] += 1
    }
  }
}
