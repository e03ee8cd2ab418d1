/// The different texts of a DOT graph, each with a number, so that names are compared by number.
struct DOTSymbols {
  /// What a text names, each as its number plus one, or 0.
  struct Symbol: BitwiseCopyable {
    let text: DOTSlice
    var node: UInt32 = 0
    var attribute: UInt32 = 0
  }

  private(set) var symbols: [Symbol] = []
  /// Hashes in the upper halves, the numbers of the symbols plus one in the lower; open addressing, a power of two long, at most
  /// half full.
  private var slots = [UInt64](repeating: 0, count: 256)
  // A secret seed, so that nobody can write names that all meet in one slot.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  subscript(number: Int) -> Symbol {
    @inline(__always) get { symbols[number] }
    @inline(__always) _modify { yield &symbols[number] }
  }

  /// The number of a text.
  mutating func number(of text: DOTSlice, in bytes: DOTBytes) -> Int {
    let wanted = bytes[text]
    let hash = DOTHash.of(wanted, seed: seed)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found == 0 { break }
      if found >> 32 == hash >> 32 {
        let number = Int(found & 0xFFFF_FFFF) - 1
        if Self.isSame(bytes[symbols[number].text], wanted) { return number }
      }
      slot = (slot + 1) & mask
    }
    symbols.append(Symbol(text: text))
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(symbols.count)
    if symbols.count * 2 > slots.count { grow(bytes) }
    return symbols.count - 1
  }

  private mutating func grow(_ bytes: DOTBytes) {
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, symbol) in symbols.enumerated() {
      let hash = DOTHash.of(bytes[symbol.text], seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }
  }

  @inline(__always)
  private static func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count, let left = left.baseAddress, let other = right.baseAddress else {
      return left.count == right.count
    }
    var index = 0
    while index + 8 <= right.count {
      guard WordScan.load(left + index) == WordScan.load(other + index) else { return false }
      index += 8
    }
    while index < right.count {
      guard left[index] == other[index] else { return false }
      index += 1
    }
    return true
  }
}
