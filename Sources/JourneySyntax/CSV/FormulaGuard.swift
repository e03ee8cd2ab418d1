/// Keeps spreadsheets from running a cell as a formula: an apostrophe before it, which is taken off again when it is read.
package enum FormulaGuard {
  /// The text with a guard if it needs one; one that begins with an apostrophe gets one more.
  package static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text without its guard.
  package static func unguarded(_ text: String) -> String { text.hasPrefix("'") ? String(text.dropFirst()) : text }

  private static func needsGuard(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "'"), 0x09: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !JSONNumber.isNumber(text.dropFirst())
    default: return false
    }
  }
}
