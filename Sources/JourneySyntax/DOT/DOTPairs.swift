/// Numbers for pairs of numbers.
struct DOTPairs {
  /// Pairs plus one, so that 0 is an empty place; open addressing, a power of two long, at most half full.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var values = [UInt32](repeating: 0, count: 64)
  private var count = 0
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// The number of a pair.
  func value(_ first: Int, _ second: Int) -> Int? {
    let key = Self.key(first, second)
    let slot = slot(of: key)
    return keys[slot] == key ? Int(values[slot]) : nil
  }

  /// Gives a pair a number unless it has one; whether it had none.
  mutating func insert(_ first: Int, _ second: Int, _ value: Int) -> Bool {
    let key = Self.key(first, second)
    let slot = slot(of: key)
    guard keys[slot] == 0 else { return false }
    keys[slot] = key
    values[slot] = UInt32(truncatingIfNeeded: value)
    count += 1
    if count * 2 > keys.count { grow() }
    return true
  }

  private mutating func grow() {
    let old = (keys, values)
    keys = [UInt64](repeating: 0, count: old.0.count * 4)
    values = [UInt32](repeating: 0, count: keys.count)
    for (key, value) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: DOTHash.mix(key ^ seed)) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    (UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second) & 0xFFFF_FFFF) &+ 1
  }
}

/// Hashes by multiplication to double width.
enum DOTHash {
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    guard let base = bytes.baseAddress else { return mix(seed) }
    var hash = seed ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      hash = mix(hash ^ WordScan.load(base + index))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(base[index])
      index += 1
    }
    return mix(hash ^ rest)
  }
}
