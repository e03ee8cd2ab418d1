import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// Writes maps that a command made.
struct MapOutput {
  let format: Format
  let values: FormatOptionValues
  let printer: DiagnosticPrinter

  /// Writes the maps, and tells what the format could not hold.
  func write(_ maps: [JourneyMap], to path: String) throws(Failure) {
    let conversion = Conversion(
      from: nil, to: format, strict: false, values: values, limits: ReadingLimits(), printer: printer)
    var maps = maps
    var outcome = Conversion.Outcome()
    conversion.write(&maps, to: OutputFile(path: path), &outcome)
    Console.print(error: outcome.text)
    guard outcome.status == .success else { throw Failure.reported(outcome.status) }
  }
}
