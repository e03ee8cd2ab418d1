import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// CSV, the grid that people draw in spreadsheets: stages across, lanes down.
  public static let csvGrid = Format(
    name: "csv-grid",
    summary: "CSV, the grid that people draw in spreadsheets",
    fileExtensions: ["csv", "tsv"],
    holdsSeveral: true,
    carries: [.titles, .stages, .steps, .actors, .emotions, .touchpoints, .cards],
    options: [.delimiter, .encoding, .decimal, .excel, .noFormulaGuard],
    recognize: { source in CSVGridFormat.recognize(source) },
    read: { source, options in CSVGridFormat.read(source, options) },
    printTree: { source, options, output in CSVTableFormat.printTree(source, options, to: &output) },
    write: { maps, options, output in CSVGridFormat.write(&maps, options, to: &output) }
  )
}

/// The reading and writing of grids.
enum CSVGridFormat {
  /// Sure where a beginning has lanes; what its name calls a table may still be one.
  static func recognize(_ source: SourceText) -> Format.Confidence {
    guard !CSVReader.header(of: source).contains(CSVTableFormat.record) else { return .none }
    let isNamed = Format.csvGrid.fileExtensions.contains(Formats.fileExtension(of: source.name) ?? "")
    let hasLanes = CSVGridSample(source).laneCount >= 2
    // The tables of Markdown have bars between their cells too.
    if hasLanes, isNamed || MarkdownFormat.recognize(source) == .none { return .certain }
    return isNamed ? .possible : .none
  }

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let settings = CSVSettings(options.values)
    // Unlike the long table, a grid may begin with a title, which shows no delimiter or another.
    let delimiter = settings.delimiter ?? CSVGridSample(source).delimiter
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    let matrix = table.withView { Self.matrix(of: $0, settings, &diagnostics) }
    guard !diagnostics.hasErrors else {
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: table.isTruncated)
    }
    let comma = UInt8(ascii: ",")
    let readsComma = settings.decimal.map { $0 == comma } ?? (table.delimiter != comma)
    let maps = MatrixReader.maps(
      of: matrix, name: Formats.mapID(forFile: source.name), readsComma: readsComma, diagnostics: &diagnostics)
    if maps.isEmpty, !diagnostics.hasErrors { diagnostics.error("the input is empty", at: nil) }
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  private static func matrix(
    of view: CSVView, _ settings: CSVSettings, _ diagnostics: inout Diagnostics
  ) -> Matrix {
    var matrix = Matrix()
    matrix.rows.reserveCapacity(view.rowCount)
    for row in 0..<view.rowCount {
      var cells: [Matrix.Cell] = []
      for number in view.cells(ofRow: row) {
        let cell = view[number]
        let bytes = settings.isGuarded ? CellGuard.removed(view.bytes(cell)) : view.bytes(cell)
        let range = view.range(cell)
        let text = ForeignText.clean(String(decoding: bytes, as: UTF8.self), at: range, &diagnostics) ?? ""
        if !text.isEmpty { cells.append(Matrix.Cell(column: cell.column, text: text, range: range)) }
      }
      matrix.rows.append(cells)
    }
    return matrix
  }

  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    let settings = CSVSettings(writing: options, language: maps.first?.language ?? "")
    if settings.isForExcel { output.literal("\u{FEFF}") }
    var losses = LossCount()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = CSVWriter(output: output, style: settings.style)
      let decimal = Character(Unicode.Scalar(settings.decimal ?? UInt8(ascii: ".")))
      for index in maps.indices {
        if index > 0 { writer.endRecord() }
        write(MatrixWriter.sheet(of: &maps[index], decimal: decimal, losses: &losses), settings, to: &writer)
      }
    }
    return losses.all
  }

  private static func write(_ sheet: MatrixSheet, _ settings: CSVSettings, to writer: inout CSVWriter) {
    func write(_ text: String) {
      var text = text
      let isGuarded =
        settings.isGuarded && text.withUTF8 { CellGuard.isNeeded($0, guardsRetyping: settings.guardsRetyping) }
      writer.cell(isGuarded ? "'" + text : text)
    }
    let preamble = sheet.preamble + sheet.labels
    for row in preamble {
      for text in row { write(text) }
      writer.endRecord()
    }
    if !preamble.isEmpty { writer.endRecord() }
    for row in sheet.headings + sheet.lanes {
      var next = 0
      for cell in row {
        writer.emptyCells(cell.column - next)
        write(cell.text)
        next = cell.column + 1
      }
      writer.emptyCells(sheet.width - next)
      writer.endRecord()
    }
  }
}
