extension JSONText {
  /// Writes text as a JSON string; everything but quotes, backslashes and controls stands as it is.
  package static func write(_ text: String, to output: inout ByteOutput) {
    text.withBytes { bytes in
      guard let base = bytes.baseAddress else { return output.literal("\"\"") }
      let special = WordScan.firstJSONSpecial(base, from: 0, to: bytes.count)
      if special == bytes.count {
        output.bytes(base, special, quote: UInt8(ascii: "\""))
      } else {
        writeEscaped(bytes, from: special, to: &output)
      }
    }
  }

  /// Writes text whose first byte to escape stands at `special`.
  private static func writeEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, from special: Int, to output: inout ByteOutput
  ) {
    guard let base = bytes.baseAddress else { return }
    output.byte(UInt8(ascii: "\""))
    var start = 0
    var special = special
    while special < bytes.count {
      output.bytes(base + start, special - start)
      writeEscape(base[special], to: &output)
      start = special + 1
      special = WordScan.firstJSONSpecial(base, from: start, to: bytes.count)
    }
    output.bytes(base + start, bytes.count - start)
    output.byte(UInt8(ascii: "\""))
  }

  private static func writeEscape(_ byte: UInt8, to output: inout ByteOutput) {
    output.byte(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.byte(byte)
    case 0x0A: output.byte(UInt8(ascii: "n"))
    case 0x0D: output.byte(UInt8(ascii: "r"))
    case 0x09: output.byte(UInt8(ascii: "t"))
    default:
      output.literal("u00")
      output.byte(hexDigit(byte >> 4))
      output.byte(hexDigit(byte & 15))
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
