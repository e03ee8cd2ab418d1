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
    write: { maps, options, output in CSVGridFormat.write(maps, options, to: &output) }
  )
}

/// The reading and writing of the grid.
enum CSVGridFormat {
  static func recognize(_ source: SourceText) -> Format.Confidence {
    let sample = CSVGridSample(source)
    guard sample.isTable, !CSVReader.header(of: source).contains(CSVTableFormat.record) else { return .none }
    return sample.laneCount >= 2 ? .certain : .possible
  }

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let settings = CSVSettings(options.values)
    let delimiter = settings.delimiter ?? CSVGridSample(source).delimiter
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else {
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: table.isTruncated)
    }
    let matrix = Matrix(table, isGuarded: settings.isGuarded)
    let readsComma = settings.decimal.map { $0 == UInt8(ascii: ",") } ?? (table.delimiter != UInt8(ascii: ","))
    let name = Formats.mapID(forFile: source.name)
    let maps = MatrixReader.maps(in: matrix, name: name, readsComma: readsComma, &diagnostics)
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  static func write(_ maps: [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    let settings = CSVSettings(writing: options, language: maps.first?.language ?? "")
    let decimal = settings.decimal == UInt8(ascii: ",") ? "," : "."
    withUnsafeMutablePointer(to: &output) { output in
      if settings.isForExcel { output.pointee.text("\u{FEFF}") }
      var writer = CSVWriter(output: output, style: settings.style)
      for (place, map) in maps.enumerated() {
        if place > 0 { writer.endRecord() }
        for row in MatrixWriter(map, decimal: decimal).rows {
          for cell in row { writer.cell(settings.isGuarded ? CellGuard.guarded(cell) : cell) }
          writer.endRecord()
        }
      }
    }
    var losses = LossCount()
    for map in maps { count(map, in: &losses) }
    return losses.all
  }

  private static let carried = CarriedFields([
    "map.title", "map.language", "stage.title", "step.title", "lane.type", "lane.title", "lane.actor", "lane.state",
    "actor.name", "card.text", "card.emotion",
  ])

  private static func count(_ map: JourneyMap, in losses: inout LossCount) {
    var map = map
    losses.count(&map, carrying: carried)
    let actors = Set(map.lanes.map(\.actor))
    losses.add(map.actors.filter { !actors.contains($0.id) }.count, "actor without a lane", "actors without a lane")
    let emotions = Set(map.lanes.filter { $0.kind == LaneType.emotions }.map(\.id))
    let cells = map.stages.flatMap { [$0.cards] + $0.steps.map(\.cards) }.flatMap(\.cells)
    let scores = cells.filter { !emotions.contains($0.lane) }.flatMap(\.cards).filter { $0.emotion != nil }.count
    losses.add(scores, "score outside the lanes of emotions", "scores outside the lanes of emotions")
  }
}

extension Matrix {
  /// The cells of a table, without guards and spaces around them.
  init(_ table: CSVTable, isGuarded: Bool) {
    rows = table.withView { view in
      (0..<view.rowCount).map { row in
        (0..<view.usedWidth(ofRow: row)).map { column in
          let text = view.text(row: row, column: column)
          return Cell(
            text: ForeignText.trimmed(isGuarded ? CellGuard.unguarded(text) : text),
            range: view.range(row: row, column: column))
        }
      }
    }
  }
}
