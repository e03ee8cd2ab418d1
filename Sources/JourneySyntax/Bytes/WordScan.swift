/// Searches eight bytes at a time.
@usableFromInline
package enum WordScan {
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that equals `byte` and stands before the first false hit; the lowest set bit is exact.
  @inlinable @inline(__always)
  package static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & highs
  }

  /// The same for bytes below `bound`, which is at most 128.
  @inlinable @inline(__always)
  package static func below(_ word: UInt64, _ bound: UInt8) -> UInt64 {
    (word &- ones &* UInt64(bound)) & ~word & highs
  }

  @inlinable @inline(__always)
  package static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The offset of the first byte of a string that ends it or is escaped in JSON: a quote, a backslash or a control.
  @inlinable
  package static func firstJSONSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = load(bytes + index)
      let hits = matches(word, 0x22) | matches(word, 0x5C) | below(word, 0x20)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return end
  }

  /// The offset of the first byte that begins a control character, other than a line feed, or a direction override.
  @inlinable
  package static func firstSuspect(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    var index = 0
    while true {
      index += firstPossibleControl(bytes + index, count: count - index)
      guard index < count else { return count }
      switch bytes[index] {
      case 0x0A: break
      case 0xC2: if index + 1 < count, bytes[index + 1] < 0xA0 { return index }
      case 0xE2:
        if index + 2 < count, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAD || bytes[index + 2] == 0xAE {
          return index
        }
      default: return index
      }
      index += 1
    }
  }

  /// The offset of the first byte that may begin one of those.
  @inlinable
  package static func firstPossibleControl(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    var index = 0
    while index + 8 <= count {
      let word = load(bytes + index)
      let hits = below(word, 0x20) | matches(word, 0x7F) | matches(word, 0xC2) | matches(word, 0xE2)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      let byte = bytes[index]
      if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 { return index }
      index += 1
    }
    return count
  }

  /// The offset of the first byte with a value, or `end`.
  package static func first(_ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let hits = matches(load(bytes + index), byte)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end, bytes[index] != byte { index += 1 }
    return index
  }

  /// How many characters begin in the bytes.
  package static func scalarCount(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<end where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
