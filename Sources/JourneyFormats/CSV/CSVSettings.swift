import JourneySyntax

/// How cells are spelled: what the options of the CSV formats ask for.
struct CSVSettings: Sendable {
  /// The byte between cells; nil if it shows in the text, or a comma.
  var delimiter: UInt8?
  /// The mark before a number's fraction; nil if both are read and a point is written.
  var decimal: UInt8?
  /// Whether cells that a spreadsheet would run are guarded.
  var isGuarded = true
  /// Whether text that a spreadsheet would take for a number, a date or a truth value is guarded too.
  var guardsRetyping = false
  /// Whether a byte order mark comes first and records end as on Windows.
  var isForExcel = false

  /// What is asked for.
  init(_ values: FormatOptionValues) {
    delimiter = values[.delimiter].flatMap(Self.delimiter)
    decimal = values[.decimal]?.utf8.first
    isGuarded = !values.isOn(.noFormulaGuard)
  }

  /// What is asked for when maps in a language are written.
  init(writing options: WritingOptions, language: String) {
    self.init(options.values)
    if options.fileExtension == "tsv" { delimiter = delimiter ?? 0x09 }
    guard options.values.isOn(.excel) else { return }
    isForExcel = true
    guardsRetyping = isGuarded
    let region = SpreadsheetRegion(language: language)
    delimiter = delimiter ?? region.delimiter
    if delimiter != UInt8(ascii: ",") { decimal = decimal ?? region.decimal }
  }

  /// How records are written.
  var style: CSVWriter.Style {
    var style = CSVWriter.Style()
    if let delimiter { style.delimiter = delimiter }
    style.usesCarriageReturns = isForExcel
    return style
  }

  /// The byte that an option's text names.
  static func delimiter(_ text: String) -> UInt8? {
    if text == "tab" || text == "\\t" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte == 0x09 || (0x20..<0x7F).contains(byte) else {
      return nil
    }
    let isWordOrQuote = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "\"")
    return isWordOrQuote || byte == UInt8(ascii: "'") ? nil : byte
  }
}

/// What spreadsheets of a language have between cells and before fractions.
struct SpreadsheetRegion {
  let delimiter: UInt8
  let decimal: UInt8

  /// Languages with a decimal comma (CLDR 45, numbers), where the comma cannot part cells.
  private static let commas: Set<String> = [
    "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "tr", "uk", "uz", "vi",
  ]
  /// Regions of those languages with a decimal point.
  private static let points: Set<String> = [
    "es-419", "es-do", "es-gt", "es-hn", "es-mx", "es-ni", "es-pa", "es-pe", "es-pr", "es-sv", "es-us",
  ]
  /// Languages and regions with a decimal point and yet a semicolon between cells.
  private static let semicolons: Set<String> = ["ar", "de-ch", "de-li", "it-ch"]

  init(language: String) {
    let tag = language.lowercased()
    let base = String(tag.prefix { $0 != "-" })
    let hasSemicolon = Self.semicolons.contains(tag) || Self.semicolons.contains(base)
    let hasComma = Self.commas.contains(base) && !Self.points.contains(tag) && !hasSemicolon
    delimiter = UInt8(ascii: hasComma || hasSemicolon ? ";" : ",")
    decimal = UInt8(ascii: hasComma ? "," : ".")
  }
}
