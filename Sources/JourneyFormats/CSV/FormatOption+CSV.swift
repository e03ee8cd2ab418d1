import JourneyDiagnostics

extension FormatOption {
  /// The byte between cells.
  public static let delimiter = FormatOption(
    "delimiter", "Separate cells by this character, such as ';' or 'tab'.", .text(placeholder: "character"),
    uses: [.reading, .writing],
    problem: { text in
      CSVSettings.delimiter(text) == nil
        ? "takes one ASCII character other than letters, digits and '\"', or the word tab" : nil
    })

  /// The encoding of input that is neither UTF-8 nor UTF-16.
  public static let encoding = FormatOption(
    "encoding", "Read input in this encoding instead of UTF-8.", .choice(TextEncoding.allCases.map(\.rawValue)),
    uses: [.reading])

  /// The mark before a number's fraction.
  public static let decimal = FormatOption(
    "decimal", "Read and write numbers with this mark before the fraction.", .choice([",", "."]),
    uses: [.reading, .writing])

  /// Whether the output is made for Excel.
  public static let excel = FormatOption(
    "excel", "Write what the Excel of the map's language opens with a double click.", .flag, uses: [.writing])

  /// Whether cells that a spreadsheet would run are left as they are.
  public static let noFormulaGuard = FormatOption(
    "no-formula-guard", "Read and write cells that begin with '=', '+', '-' or '@' as they are.", .flag,
    uses: [.reading, .writing])
}
