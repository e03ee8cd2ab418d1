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
  package static func loadHalf(_ pointer: UnsafePointer<UInt8>) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt32.self))
  }

  @inlinable @inline(__always)
  package static func loadTwo(_ pointer: UnsafePointer<UInt8>) -> Words {
    Words(load(pointer), load(pointer + 8))
  }

  /// The offset of the first byte that is hit, or `end`.
  @inlinable @inline(__always)
  package static func first(
    _ search: inout some ByteSearch, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while end &- index >= 16 {
      let found = search.hits(loadTwo(bytes + index)) & Words(repeating: highs)
      if found.x | found.y != 0 {
        return found.x != 0 ? index &+ found.x.trailingZeroBitCount / 8 : index &+ 8 &+ found.y.trailingZeroBitCount / 8
      }
      index &+= 16
    }
    if end &- index >= 8 {
      // Two words that overlap reach to the end.
      let found = search.hits(Words(load(bytes + index), load(bytes + end - 8))) & Words(repeating: highs)
      if found.x != 0 { return index &+ found.x.trailingZeroBitCount / 8 }
      return found.y != 0 ? end &- 8 &+ found.y.trailingZeroBitCount / 8 : end
    }
    if end &- index >= 4 {
      let word = UInt64(loadHalf(bytes + index)) | UInt64(loadHalf(bytes + end - 4)) << 32
      let found = search.hits(Words(word, word)).x & highs
      guard found != 0 else { return end }
      let place = found.trailingZeroBitCount / 8
      return place < 4 ? index &+ place : end &- 8 &+ place
    }
    while index < end, !search.isHit(bytes[index]) { index &+= 1 }
    return index
  }

  /// The offset of the first byte of a string that ends it or is escaped in JSON: a quote, a backslash or a control.
  @inlinable
  package static func firstJSONSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var search = JSONSpecials()
    return first(&search, in: bytes, from: start, to: end)
  }

  /// The offset of the first byte with a value, or `end`.
  package static func first(_ byte: UInt8, in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var search = OneByte(byte: byte)
    return first(&search, in: bytes, from: start, to: end)
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

  /// The offset of the character that begins as many characters after `start`, or `end` if there are not so many.
  ///
  /// At `start` there may also be the rest of a character.
  @inline(__always)
  static func offset(
    ofCharacter characters: Int, after start: Int, in bytes: UnsafePointer<UInt8>, to end: Int
  ) -> Int {
    var left = characters
    var offset = start
    while end &- offset >= 8 {
      let counts = characterCounts(load(bytes + offset))
      let count = Int(counts >> 56)
      if count > left { return offset &+ place(of: UInt8(left &+ 1), in: counts) }
      left &-= count
      offset &+= 8
    }
    while offset < end, left > 0 || bytes[offset] & 0xC0 == 0x80 {
      if bytes[offset] & 0xC0 != 0x80 { left &-= 1 }
      offset &+= 1
    }
    return offset
  }

  /// In each byte of the result the number of characters that begin in a word up to there.
  @inline(__always)
  private static func characterCounts(_ word: UInt64) -> UInt64 {
    // A byte 10xxxxxx goes on with a character; every other begins one.
    let starts = ~(word & ~(word << 1)) & highs
    return (starts >> 7) &* ones
  }

  /// The place of the first byte of a word that has a value, if one has.
  @inline(__always)
  private static func place(of byte: UInt8, in word: UInt64) -> Int {
    let difference = word ^ (ones &* UInt64(byte))
    return ((difference &- ones) & ~difference & highs).trailingZeroBitCount / 8
  }
}

/// What to look for among bytes.
@usableFromInline
package protocol ByteSearch {
  /// Marks the bytes of two words that are hit, as ``WordScan/matches(_:_:)`` does.
  mutating func hits(_ words: WordScan.Words) -> WordScan.Words
  /// The same for one byte.
  mutating func isHit(_ byte: UInt8) -> Bool
}

/// What ends a string in JSON or is escaped there: quotes, backslashes and controls.
@usableFromInline
struct JSONSpecials: ByteSearch {
  @inlinable
  init() {}

  @inlinable @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words {
    WordScan.matches(words, 0x22) | WordScan.matches(words, 0x5C) | WordScan.below(words, 0x20)
  }

  @inlinable @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x22 || byte == 0x5C }
}

/// A byte of one value.
private struct OneByte: ByteSearch {
  let byte: UInt8

  @inline(__always)
  func hits(_ words: WordScan.Words) -> WordScan.Words { WordScan.matches(words, byte) }

  @inline(__always)
  func isHit(_ byte: UInt8) -> Bool { byte == self.byte }
}
