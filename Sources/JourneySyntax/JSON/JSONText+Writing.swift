extension JSONText {
  /// Writes text as a JSON string; everything but quotes, backslashes and controls stands as it is.
  package static func write(_ text: String, to output: inout ByteOutput) {
    var text = text
    output.byte(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      var index = 0
      while index < bytes.count {
        let special = WordScan.firstJSONSpecial(base, from: index, to: bytes.count)
        output.bytes(base + index, special - index)
        guard special < bytes.count else { break }
        writeEscape(base[special], to: &output)
        index = special + 1
      }
    }
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
