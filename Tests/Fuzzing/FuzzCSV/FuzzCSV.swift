import FuzzSupport
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// Where the package manager expects the program to begin.
@_cdecl("FuzzCSV_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments) { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let source = try? SourceText(name: "fuzz", decoding: bytes) {
      checkRecords(source)
      checkExcel(source)
    }
    return fuzzRoundTrip(start, count, through: .csv)
  }
}

/// Records that are written read as they were.
private func checkRecords(_ source: SourceText) {
  var diagnostics = Diagnostics(source: source)
  let table = CSVReader.read(source, diagnostics: &diagnostics)
  guard !diagnostics.hasErrors else { return }
  let records = texts(of: table)
  var output = ByteOutput()
  withUnsafeMutablePointer(to: &output) { output in
    var style = CSVWriter.Style()
    style.delimiter = table.delimiter
    var writer = CSVWriter(output: output, style: style)
    for record in records {
      for cell in record { writer.cell(cell) }
      writer.endRecord()
    }
  }
  let written = SourceText(name: "fuzz", utf8: output.takeBytes())
  var again = Diagnostics(source: written)
  // A first record `sep=;` would be taken for what it says.
  let isSeparator = records.first?.first?.lowercased().hasPrefix("sep=") == true
  precondition(
    isSeparator || texts(of: CSVReader.read(written, delimiter: table.delimiter, diagnostics: &again)) == records,
    "what was written reads otherwise")
  table.printTree(to: &output)
}

private func texts(of table: CSVTable) -> [[String]] {
  table.withView { view in
    (0..<view.rowCount).map { row in (0..<min(view.width(ofRow: row), 1000)).map { view.text(row: row, column: $0) } }
  }
}

/// Maps that are written for Excel read as they were.
private func checkExcel(_ source: SourceText) {
  guard let reading = Format.csv.read?(source, ReadingOptions()), !reading.diagnostics.hasErrors else { return }
  var options = WritingOptions()
  options.values.turnOn(.excel)
  guard let (written, _) = Format.csv.bytes(of: reading.maps, options: options),
    let text = try? SourceText(name: "fuzz", decoding: written)
  else { return }
  precondition(Format.csv.read?(text, ReadingOptions()).maps == reading.maps, "what was written reads otherwise")
}
