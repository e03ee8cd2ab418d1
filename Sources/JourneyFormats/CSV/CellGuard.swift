/// The apostrophe that keeps a spreadsheet from running or retyping a cell.
///
/// It is put before a cell that needs it and before one that begins with an apostrophe itself. It is taken off where what follows
/// needs it; so `'tis` in a table that somebody typed keeps its apostrophe.
package enum CellGuard {
  static let mark = UInt8(ascii: "'")

  /// Whether a cell is written with a guard.
  static func isNeeded(_ bytes: UnsafeBufferPointer<UInt8>, guardsRetyping: Bool) -> Bool {
    guard let first = bytes.first else { return false }
    return first == mark || isFormula(bytes, first) || (guardsRetyping && Retyping.threatens(bytes))
  }

  /// The cell without its guard, if it has one.
  @inline(__always)
  static func removed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.first == mark ? removedMark(bytes) : bytes
  }

  /// The text with a guard if it needs one.
  package static func guarded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { isNeeded($0, guardsRetyping: false) } ? "'" + text : text
  }

  /// The text without its guard, if it has one.
  package static func unguarded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: removed($0), as: UTF8.self) }
  }

  private static func removedMark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let rest = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    return isNeeded(rest, guardsRetyping: true) ? rest : bytes
  }

  /// Whether a spreadsheet would run the cell: what OWASP lists under "CSV injection", full-width signs included.
  ///
  /// A number, such as `-5`, does no harm.
  private static func isFormula(_ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(bytes.dropFirst())
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D and U+FF20 in UTF-8.
      bytes.count > 2 && (bytes[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[2]))
    default: false
    }
  }

  /// Digits, perhaps with a fraction.
  private static func isNumber(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var marks = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") { marks += 1 } else if byte &- 0x30 > 9 { return false }
    }
    return marks < 2 && bytes.first.map { $0 &- 0x30 < 10 } ?? false
  }
}
