/// Searches sixteen bytes at a time, as two words of eight.
///
/// Comparisons of sixteen single bytes would say the same in fewer words, but the compiler takes those apart byte by byte.
@usableFromInline
package enum WordScan {
  /// Two words, the earlier bytes in the first and in its lower bits.
  @usableFromInline package typealias Words = SIMD2<UInt64>

  @usableFromInline package static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline package static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// A mask with the high bit of each byte that equals `byte` and stands before the first false hit of its word.
  ///
  /// Only high bits count, and of them the lowest of each word is exact.
  @inlinable @inline(__always)
  package static func matches(_ words: Words, _ byte: UInt8) -> Words {
    let difference = words ^ Words(repeating: ones &* UInt64(byte))
    return (difference &- Words(repeating: ones)) & ~difference
  }

  /// The same for bytes below `bound`, which is at most 128.
  @inlinable @inline(__always)
  package static func below(_ words: Words, _ bound: UInt8) -> Words {
    (words &- Words(repeating: ones &* UInt64(bound))) & ~words
  }

  @inlinable @inline(__always)
  package static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  @inlinable @inline(__always)
  package static func loadTwo(_ pointer: UnsafePointer<UInt8>) -> Words {
    Words(load(pointer), load(pointer + 8))
  }

  /// The offset of the first byte that is hit, or `end`.
  ///
  /// `hits` marks the bytes of two words that are hit, as ``matches(_:_:)`` does; `isHit` says the same of one byte.
  @inlinable @inline(__always)
  package static func first(
    in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, hits: (Words) -> Words, isHit: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while end &- index >= 16 {
      let found = hits(loadTwo(bytes + index)) & Words(repeating: highs)
      if found.x | found.y != 0 {
        return found.x != 0 ? index &+ found.x.trailingZeroBitCount / 8 : index &+ 8 &+ found.y.trailingZeroBitCount / 8
      }
      index &+= 16
    }
    if end &- index >= 8 {
      // Two words that overlap reach to the end.
      let found = hits(Words(load(bytes + index), load(bytes + end - 8))) & Words(repeating: highs)
      if found.x != 0 { return index &+ found.x.trailingZeroBitCount / 8 }
      return found.y != 0 ? end &- 8 &+ found.y.trailingZeroBitCount / 8 : end
    }
    while index < end, !isHit(bytes[index]) { index &+= 1 }
    return index
  }

  /// The offset of the first byte of a string that ends it or is escaped in JSON: a quote, a backslash or a control.
  @inlinable
  package static func firstJSONSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    first(in: bytes, from: start, to: end) { words in
      matches(words, 0x22) | matches(words, 0x5C) | below(words, 0x20)
    } isHit: { byte in
      byte < 0x20 || byte == 0x22 || byte == 0x5C
    }
  }

  /// What a reader must know of the bytes of a text before it takes them.
  package struct Survey {
    /// Whether there is no control character, other than a line feed, and no direction override.
    package var isClean: Bool
    /// Whether all bytes are ASCII; known if the text is clean.
    package var isASCII: Bool
  }

  /// Looks for control characters and direction overrides, and for bytes that are not ASCII, in one pass.
  package static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> Survey {
    guard let base = bytes.baseAddress else { return Survey(isClean: true, isASCII: true) }
    let count = bytes.count
    var all: UInt64 = 0
    var index = 0
    while true {
      index = first(in: base, from: index, to: count) { words in
        all |= words.x | words.y
        // 0xC2 and 0xE2, with which the others begin, differ in one bit.
        return matches(words | Words(repeating: ones &* 0x20), 0xE2) | matches(words, 0x7F) | below(words, 0x20)
      } isHit: { byte in
        all |= UInt64(byte)
        return byte < 0x20 || byte == 0x7F || byte | 0x20 == 0xE2
      }
      guard index < count else { return Survey(isClean: true, isASCII: all & highs == 0) }
      if isSuspect(base, at: index, of: count) { return Survey(isClean: false, isASCII: false) }
      index &+= 1
    }
  }

  private static func isSuspect(_ bytes: UnsafePointer<UInt8>, at index: Int, of count: Int) -> Bool {
    switch bytes[index] {
    case 0x0A: false
    case 0xC2: index + 1 < count && bytes[index + 1] < 0xA0
    case 0xE2:
      index + 2 < count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xAD || bytes[index + 2] == 0xAE)
    default: true
    }
  }

  /// The offset of the first byte with a value, or `end`.
  package static func first(_ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    first(in: bytes, from: start, to: end) { words in
      matches(words, byte)
    } isHit: { other in
      other == byte
    }
  }

  /// Whether two runs of bytes are the same.
  @inlinable @inline(__always)
  package static func areEqual(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, count: Int) -> Bool {
    var index = 0
    while count &- index >= 8 {
      guard load(left + index) == load(right + index) else { return false }
      index &+= 8
    }
    // The last words overlap what is known to be equal.
    if count >= 8 { return index == count || load(left + count - 8) == load(right + count - 8) }
    while index < count {
      guard left[index] == right[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// How many characters begin in the bytes.
  package static func scalarCount(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<end where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The high bits of the bytes of a word that begin a character, and how many there are.
  @inline(__always)
  static func characterStarts(_ word: UInt64) -> (bits: UInt64, count: Int) {
    // A byte 10xxxxxx goes on with a character; every other begins one.
    let bits = ~(word & ~(word << 1)) & highs
    return (bits, Int(((bits >> 7) &* ones) >> 56))
  }
}
