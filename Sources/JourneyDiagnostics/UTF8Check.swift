/// Checks bytes against UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
package enum UTF8Check {
  /// Whether no byte is above 0x7F.
  package static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    asciiPrefix(of: bytes, from: 0) == bytes.count
  }

  /// The offset of the first byte that is not part of valid UTF-8, or nil.
  package static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = bytes.count
    var index = 0
    while true {
      index = asciiPrefix(of: bytes, from: index)
      guard index < count else { return nil }
      index = commonPrefix(of: bytes, from: index)
      while index < count, bytes[index] >= 0x80 {
        let length = sequenceLength(bytes, at: index)
        guard length > 0 else { return index }
        index &+= length
      }
    }
  }

  /// The offset after the characters of two and three bytes, and the single ASCII ones between them, that begin at `start`.
  ///
  /// Each is told by the bits of a word of four bytes; the last bytes of a text are left over.
  @inline(__always)
  private static func commonPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var index = start
    while bytes.count &- index >= 4 {
      let word = UInt32(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self))
      if word & 0xC0E0 == 0x80C0, word & 0x1E != 0 {
        index &+= 2
      } else if word & 0xC0C0F0 == 0x8080E0, word & 0x200F != 0, word & 0x200F != 0x200D {
        // Neither overlong nor half of a surrogate pair.
        index &+= 3
      } else if word & 0x80 == 0, word & 0x8000 != 0 {
        index &+= 1
      } else {
        break
      }
    }
    return index
  }

  /// The length of the valid sequence that starts with the non-ASCII byte at `index`, or 0.
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let left = bytes.count - index
    if first < 0xE0 {
      return first >= 0xC2 && left > 1 && isTail(bytes[index + 1]) ? 2 : 0
    }
    guard left > 2, isTail(bytes[index + 2]) else { return 0 }
    let second = bytes[index + 1]
    if first < 0xF0 {
      let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard first < 0xF5, left > 3, isTail(bytes[index + 3]) else { return 0 }
    let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }

  @inline(__always)
  private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The offset after the ASCII bytes that begin at `start`.
  @inline(__always)
  private static func asciiPrefix(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var index = start
    while bytes.count &- index >= 16 {
      let words = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD2<UInt64>.self)
      let high = words & SIMD2(repeating: 0x8080_8080_8080_8080)
      guard high.x | high.y == 0 else {
        let (first, second) = (UInt64(littleEndian: high.x), UInt64(littleEndian: high.y))
        return index &+ (first != 0 ? first.trailingZeroBitCount / 8 : 8 &+ second.trailingZeroBitCount / 8)
      }
      index &+= 16
    }
    while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
    return index
  }
}
