import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// What a command does that reads a file of maps, changes each and writes them again.
struct MapWork {
  let input: String
  let from: Format?
  let values: FormatOptionValues
  let limits: ReadingLimits
  let printer: DiagnosticPrinter

  /// Reads the maps, changes each by `body`, and writes them in a format, or in their own.
  func run(
    output: String, format: Format?, _ body: (JourneyMap) throws(Failure) -> JourneyMap
  ) throws(Failure) {
    let (maps, source) = try read(target: format)
    var changed: [JourneyMap] = []
    for map in maps { changed.append(try body(map)) }
    let target = try TargetFormat.of(output, named: format, usual: source.canWrite ? source : .yaml)
    try MapOutput(format: target, values: values, printer: printer).write(changed, to: output)
  }

  /// Reads the one map of the input.
  func readOne() throws(Failure) -> (map: JourneyMap, format: Format) {
    let (maps, format) = try read()
    guard let map = maps.first, maps.count == 1 else {
      throw Failure(
        "'\(input)' holds \(maps.count) maps", status: ExitStatus.badInput,
        hint: "write a file for each with 'cjm convert'")
    }
    return (map, format)
  }

  /// Reads the maps of the input, which must be valid, and says in which format they are.
  func read(target: Format? = nil) throws(Failure) -> (maps: [JourneyMap], format: Format) {
    var options = ReadingOptions()
    options.limits = limits
    options.values = values
    let source = try InputFile(path: input).source(options, format: from)
    let format = try source.format(named: from)
    let reading = try source.reading(as: format, options, target: target ?? format)
    Console.print(error: printer.print(reading.diagnostics))
    if reading.diagnostics.hasErrors { throw Failure.reported(ExitStatus.badInput) }
    return (reading.maps, format)
  }
}
