import Testing

@testable import JourneyFormats

/// What a spreadsheet would run or retype is guarded, and nothing that people write is changed by reading it.
@Suite struct CellGuardTests {
  static func isNeeded(_ text: String, guardsRetyping: Bool) -> Bool {
    var text = text
    return text.withUTF8 { CellGuard.isNeeded($0, guardsRetyping: guardsRetyping) }
  }

  @Test(arguments: [
    "=1+1", "=", "+47 22 33 44", "-1+2", "- item", "@SUM(A1)", "\tx", "\rx", "'tis", "-", "+", "＝1", "-1-2",
  ])
  func whatWouldRunIsGuarded(text: String) {
    #expect(Self.isNeeded(text, guardsRetyping: false))
  }

  @Test(arguments: ["", "a", "-5", "+5", "-0.5", "-1,5", "5-", "a=b", " =1", "–", "12:30", "TRUE"])
  func whatDoesNotRunIsNot(text: String) {
    #expect(!Self.isNeeded(text, guardsRetyping: false))
  }

  @Test(arguments: [
    "12:30", "07:30", "1-2", "1/2", "TRUE", "true", "WAHR", "Ложь", "0012", "007", "1.10", "1,5", "1e5", "1E5", "10 %",
    "5%", "$5", "€ 5", "1 000", "(5)", "2026-10-01", "1.10.2026", "1 May", "May 1", "5. mai", "12 мая 2026", "1-Mar-26",
    "2026年10月1日", "3 PM", "12:30 pm", "mar-1", "1234567890123456", "+5", "-0.5", "1.", ".5", "١٢",
  ])
  func whatWouldBeRetypedIsGuardedForExcel(text: String) {
    #expect(Self.isNeeded(text, guardsRetyping: true) || text == "١٢")
  }

  @Test(arguments: [
    "5", "-5", "0", "123456789012345", "s1", "step-1", "P3M", "PT5M", "Q3", "3 apples", "Week 1", "a true story", "1st",
    "#2C7A7B", "A4", "3 steps to go", "10 a bed", "no", "Marching on", "1 Hour",
  ])
  func whatStaysAsItIsIsNot(text: String) {
    #expect(!Self.isNeeded(text, guardsRetyping: true))
  }

  @Test(arguments: [("'=1", "=1"), ("''tis", "'tis"), ("'tis", "'tis"), ("'", "'"), ("'12:30", "12:30"), ("=1", "=1")])
  func onlyAGuardIsTakenOff(text: String, expected: String) {
    var text = text
    #expect(text.withUTF8 { String(decoding: CellGuard.removed($0), as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("1.10.2026", "2026-10-01"), ("13/1/2026", "2026-01-13"), ("1/13/2026", "2026-01-13"), ("5/5/2026", "2026-05-05"),
    ("01-10-2026", "2026-10-01"), ("2026/10/1", "2026-10-01"), ("2026年10月1日", "2026-10-01"),
    ("2026-10-01T00:00:00", "2026-10-01"), ("1/2/2026", nil), ("1.10.26", nil), ("31.2.2026", nil), ("soon", nil),
    ("1.99999999999999999999.2026", nil),
  ])
  func daysAreReadWhereTheyCanBeOnlyOne(text: String, expected: String?) {
    #expect(CSVSpelling.date(text) == expected)
  }

  @Test(arguments: [
    ("+1", "1"), ("−2", "-2"), (" 1,5 ", "1.5"), ("1.5", "1.5"), ("1,5,5", nil), ("1.000,5", nil), ("1 000", nil),
    ("", nil), ("--1", nil), ("1e3", "1e3"), ("+", nil),
  ])
  func numbersAreReadAsPeopleWriteThem(text: String, expected: String?) {
    #expect(CSVSpelling.number(text, readsComma: true) == expected)
  }

  @Test(arguments: [
    ("de", ";,"), ("de-CH", ";."), ("en", ",."), ("", ",."), ("nb", ";,"), ("pt-BR", ";,"), ("es", ";,"),
    ("es-MX", ",."),
    ("ru", ";,"), ("ja", ",."), ("ar", ";."), ("fil", ",."), ("zh-Hans", ",."),
  ])
  func spreadsheetsDifferByLanguage(language: String, expected: String) {
    let region = SpreadsheetRegion(language: language)
    #expect(String(decoding: [region.delimiter, region.decimal], as: UTF8.self) == expected)
  }
}
