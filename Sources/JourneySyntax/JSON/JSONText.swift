/// The spelling of text in JSON (RFC 8259, section 7).
@usableFromInline
package enum JSONText {
  /// The text that a string's inside stands for.
  ///
  /// The escapes are known to be well-formed; half of a surrogate pair becomes U+FFFD, which readers that need
  /// exact text have refused before.
  @usableFromInline
  package static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { target in
      var written = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "\\"), index < bytes.count else {
          target[written] = byte
          written += 1
          continue
        }
        let escape = bytes[index]
        index += 1
        if escape == UInt8(ascii: "u") {
          let scalar = takeScalar(bytes, &index)
          for unit in UTF8.encode(scalar).unsafelyUnwrappedOrReplacement {
            target[written] = unit
            written += 1
          }
        } else {
          target[written] = plain(escape)
          written += 1
        }
      }
      return written
    }
  }

  /// The value of the four hexadecimal digits at `index`, or nil.
  package static func hex4(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for digit in bytes[index..<index + 4] {
      guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(nibble)
    }
    return value
  }

  private static func plain(_ escape: UInt8) -> UInt8 {
    switch escape {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: escape
    }
  }

  private static func takeScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    guard let unit = hex4(bytes, index) else { return "\u{FFFD}" }
    index += 4
    guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
      let low = hex4(bytes, index + 2), low & 0xFC00 == 0xDC00
    else { return "\u{FFFD}" }
    index += 6
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
  }
}

extension Optional<UTF8.EncodedScalar> {
  /// Every scalar value has an encoding; the standard library's signature does not say so.
  fileprivate var unsafelyUnwrappedOrReplacement: UTF8.EncodedScalar { self ?? UTF8.encodedReplacementCharacter }
}
