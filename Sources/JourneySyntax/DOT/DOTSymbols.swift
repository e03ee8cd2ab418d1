/// The different texts of a DOT document, each with a number, so that names are compared by number.
struct DOTSymbols {
  private(set) var texts: [DOTSlice] = []
  private var hashes: [UInt32] = []
  /// The numbers of the texts, from 1, by their hashes; open addressing, a power of two long, at most half full.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)

  /// The number of a text.
  mutating func number(of text: DOTSlice, in bytes: DOTBytes) -> Int {
    let wanted = bytes[text]
    // Seeded anew for each process, so that nobody can write names that all fall into one slot.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(wanted))
    let hash = UInt32(truncatingIfNeeded: hasher.finalize())
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, Self.isSame(bytes[texts[number]], wanted) { return number }
      slot = (slot + 1) & mask
    }
    texts.append(text)
    hashes.append(hash)
    slots[slot] = UInt32(truncatingIfNeeded: texts.count)
    if texts.count * 2 > slots.count { grow() }
    return texts.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for number in hashes.indices {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  private static func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }
}

/// Where the texts of a DOT document have their bytes.
struct DOTBytes {
  let source: UnsafePointer<UInt8>
  let unfolded: UnsafePointer<UInt8>

  /// The bytes of a text.
  subscript(text: DOTSlice) -> UnsafeBufferPointer<UInt8> {
    let base = text.marks.contains(.isUnfolded) ? unfolded : source
    return UnsafeBufferPointer(start: base + Int(text.start), count: Int(text.count))
  }
}
