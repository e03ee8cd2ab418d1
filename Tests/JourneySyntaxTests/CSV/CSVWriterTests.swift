import JourneyDiagnostics
import JourneySyntax
import Testing

/// What the CSV writer spells, the reader reads.
@Suite struct CSVWriterTests {
  static let texts = [
    "", "a", " a ", "a,b", "a;b", "a\tb", "\"", "\"\"", "a\"b", "\n", "a\nb", "a\r\nb", "\r", "é,日本語", "'", "=1",
    "sep=;",
    String(repeating: "long \"quoted\", text\n", count: 40),
  ]

  static func write(_ rows: [[String]], _ style: CSVWriter.Style) -> String {
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = CSVWriter(output: output, style: style)
      for row in rows {
        for cell in row { writer.cell(cell) }
        writer.endRecord()
      }
    }
    return String(decoding: output.takeBytes(), as: UTF8.self)
  }

  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")], [false, true])
  func whatIsWrittenIsRead(delimiter: UInt8, usesCarriageReturns: Bool) {
    var style = CSVWriter.Style()
    style.delimiter = delimiter
    style.usesCarriageReturns = usesCarriageReturns
    let rows = (1...6).map { width in (0..<40).map { Self.texts[($0 * width) % Self.texts.count] } }
    let source = SourceText(name: "t", Self.write(rows, style))
    var diagnostics = Diagnostics(source: source)
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    let read = table.withView { view in
      (0..<view.rowCount).map { row in (0..<view.width(ofRow: row)).map { view.text(row: row, column: $0) } }
    }
    #expect(read == rows)
    #expect(diagnostics.findings.isEmpty)
  }

  @Test func quotesAreFew() {
    var style = CSVWriter.Style()
    style.delimiter = UInt8(ascii: ";")
    #expect(Self.write([["a", "b,c", "d;e", "f\"g", ""], ["h\ni"]], style) == "a;b,c;\"d;e\";\"f\"\"g\";\n\"h\ni\"\n")
  }
}
