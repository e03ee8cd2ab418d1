import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// CSV, the long table: a row for each record, and nothing lost.
  public static let csv = Format(
    name: "csv",
    summary: "CSV, the long table: a row for each record",
    fileExtensions: ["csv", "tsv"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.delimiter, .encoding, .decimal, .excel, .noFormulaGuard],
    recognize: { source in
      CSVReader.header(of: source).contains(CSVTableFormat.record) ? .certain : .none
    },
    read: { source, options in CSVTableFormat.read(source, options) },
    printTree: { source, options, output in CSVTableFormat.printTree(source, options, to: &output) },
    write: { maps, options, output in CSVTableFormat.write(&maps, options, to: &output) }
  )
}

/// The reading and writing of the long table.
enum CSVTableFormat {
  /// The column that no other table has.
  static let record = RowColumn.names[RowColumn.record]

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let (documents, isTruncated) = documents(source, options, diagnostics: &diagnostics)
    let maps = documents.map { $0.map(diagnostics: &diagnostics) }
    return Reading(maps: maps, diagnostics: diagnostics, isUnreadable: isTruncated)
  }

  /// The documents that a table describes; the table itself is gone then, before the maps take their place.
  private static func documents(
    _ source: SourceText, _ options: ReadingOptions, diagnostics: inout Diagnostics
  ) -> ([RowDocument], isTruncated: Bool) {
    let settings = CSVSettings(options.values)
    let table = CSVReader.read(source, delimiter: settings.delimiter, diagnostics: &diagnostics)
    let documents = table.withView { view -> [RowDocument] in
      let rows = CSVRowSource(view, delimiter: table.delimiter, settings: settings)
      guard rows.columns.contains(where: { $0.name == record }) else {
        if !diagnostics.hasErrors { refuseHeader(rows, diagnostics: &diagnostics) }
        return []
      }
      rows.refuseLongRows(diagnostics: &diagnostics)
      return RowReader.documents(
        rows, from: source, limits: options.limits, isTruncated: table.isTruncated, diagnostics: &diagnostics)
    }
    return (documents, table.isTruncated)
  }

  private static func refuseHeader(_ rows: CSVRowSource, diagnostics: inout Diagnostics) {
    guard let first = rows.columns.first else { return diagnostics.error("the input is empty", at: nil) }
    diagnostics.error(
      "there is no column '\(record)', which says what each row describes", at: first.range,
      hint: "the columns begin with \(RowColumn.names.filter { $0 != "map" }.joined(separator: ", "))")
  }

  static func printTree(_ source: SourceText, _ options: ReadingOptions, to output: inout ByteOutput) -> Diagnostics {
    var diagnostics = Diagnostics(source: source)
    let delimiter = CSVSettings(options.values).delimiter
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    if !diagnostics.hasErrors { table.printTree(to: &output) }
    return diagnostics
  }

  static func write(_ maps: inout [JourneyMap], _ options: WritingOptions, to output: inout ByteOutput) -> [Loss] {
    let names = maps.count > 1 ? names(of: maps) : nil
    var uses = RowWriter(sink: CSVColumnUse())
    for index in maps.indices { uses.write(&maps[index], name: names?[index]) }
    let settings = CSVSettings(writing: options, language: maps.first?.language ?? "")
    let longTexts = withUnsafeMutablePointer(to: &output) { output in
      let sink = CSVTableSink(output: output, settings: settings, use: uses.sink)
      var rows = RowWriter(sink: sink)
      for index in maps.indices { rows.write(&maps[index], name: names?[index]) }
      return sink.longTexts
    }
    guard longTexts > 0 else { return [] }
    let text = "of more than 32,767 characters"
    return [Loss(longTexts, "text \(text)", "texts \(text)", fate: "cut short by Excel")]
  }

  /// A name for each map in the column `map`: its id, with a number where another map has the same.
  private static func names(of maps: [JourneyMap]) -> [String] {
    var taken = Set(maps.map(\.id))
    var seen: Set<String> = [""]
    return maps.map { map in
      if seen.insert(map.id).inserted { return map.id }
      let base = map.id.isEmpty ? "map" : map.id
      var number = 2
      while !taken.insert("\(base)-\(number)").inserted { number += 1 }
      return "\(base)-\(number)"
    }
  }
}
