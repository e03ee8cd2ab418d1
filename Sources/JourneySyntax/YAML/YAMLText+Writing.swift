extension YAMLText {
  /// Writes a text as a value, with its line break; blocks are indented to `column`.
  package static func write(_ text: String, column: Int, to output: inout ByteOutput) {
    text.withBytes { bytes in
      guard let base = bytes.baseAddress, bytes.count > 0 else { return output.literal("\"\"\n") }
      switch style(of: bytes) {
      case .plain:
        output.bytes(base, bytes.count)
        output.byte(0x0A)
      case .singleQuoted:
        singleQuoted(bytes, to: &output)
        output.byte(0x0A)
      case .doubleQuoted:
        doubleQuoted(bytes, to: &output)
        output.byte(0x0A)
      case .literal(let indicator):
        output.literal(indicator)
        output.byte(0x0A)
        lines(bytes, column: column, to: &output)
      case .folded(let breaks):
        output.literal(">-\n")
        folded(bytes, at: breaks, column: column, to: &output)
      }
    }
  }

  /// Writes a text as a key, which stands on one line.
  package static func writeKey(_ text: String, to output: inout ByteOutput) {
    text.withBytes { bytes in
      guard let base = bytes.baseAddress, bytes.count > 0 else { return output.literal("\"\"") }
      switch style(of: bytes) {
      // libyaml takes a simple key of up to 1024 characters; a longer one needs the '? ' that our callers write.
      case .plain: output.bytes(base, bytes.count)
      case .singleQuoted: singleQuoted(bytes, to: &output)
      case .doubleQuoted, .literal, .folded: doubleQuoted(bytes, to: &output)
      }
    }
  }

  private static func singleQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteOutput) {
    output.byte(UInt8(ascii: "'"))
    for byte in bytes {
      if byte == UInt8(ascii: "'") { output.byte(byte) }
      output.byte(byte)
    }
    output.byte(UInt8(ascii: "'"))
  }

  private static func doubleQuoted(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteOutput) {
    guard let base = bytes.baseAddress else { return output.literal("\"\"") }
    output.byte(UInt8(ascii: "\""))
    var search = QuotedSpecials()
    var start = 0
    var index = 0
    while true {
      index = WordScan.first(&search, in: base, from: index, to: bytes.count)
      guard index < bytes.count else { break }
      let length = escapedInQuotes(bytes, at: index)
      if length > 0 {
        output.bytes(base + start, index - start)
        escape(UnsafeBufferPointer(start: base + index, count: length), to: &output)
        start = index + length
      }
      index += max(length, 1)
    }
    output.bytes(base + start, bytes.count - start)
    output.byte(UInt8(ascii: "\""))
  }

  /// The bytes of a character that is escaped in double quotes, or 0.
  private static func escapedInQuotes(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case 0xC2, 0xE2, 0xEF: escapedLength(bytes, at: index)
    default: 0
    }
  }

  private static func escape(_ character: UnsafeBufferPointer<UInt8>, to output: inout ByteOutput) {
    for scalar in String(decoding: character, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": output.literal("\\\"")
      case "\\": output.literal("\\\\")
      case "\n": output.literal("\\n")
      case "\t": output.literal("\\t")
      case "\r": output.literal("\\r")
      case "\u{0}"..<"\u{A0}": escape(scalar, digits: 2, "x", to: &output)
      default: escape(scalar, digits: 4, "u", to: &output)
      }
    }
  }

  private static func escape(_ scalar: Unicode.Scalar, digits: Int, _ letter: String, to output: inout ByteOutput) {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    output.text("\\" + letter + String(repeating: "0", count: digits - hex.count) + hex)
  }

  /// The lines of a literal block; empty ones stay empty.
  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>, column: Int, to output: inout ByteOutput) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if end > start { output.spaces(column) }
      output.bytes(base + start, end - start)
      output.byte(0x0A)
      start = end + 1
    }
  }

  private static func folded(
    _ bytes: UnsafeBufferPointer<UInt8>, at breaks: [Int], column: Int, to output: inout ByteOutput
  ) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    for end in breaks + [bytes.count] {
      output.spaces(column)
      output.bytes(base + start, end - start)
      output.byte(0x0A)
      start = end + 1
    }
  }
}
