import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

extension Console {
  /// Prints a text to standard output.
  static func output(_ text: String) throws {
    try reporting(DiagnosticPrinter(style: .text(colour: false))) { () throws(Failure) in
      _ = try OutputFile(path: "-").write { output in
        output.text(text)
        return []
      }
    }
  }

  /// Runs a command's work, prints what went wrong and ends with its status.
  static func reporting(_ printer: DiagnosticPrinter, _ body: () throws(Failure) -> Void) throws {
    do throws(Failure) {
      try body()
    } catch {
      if !error.isReported { print(error: printer.print(error.diagnostic)) }
      throw error.status
    }
  }
}

extension InputFile {
  /// Reads the maps of the file.
  func reading(from format: Format?, limits: ReadingLimits, tellsOfComments: Bool) throws(Failure) -> Reading {
    let source = try source(limits: limits)
    let format = try source.format(named: format)
    guard let read = format.read else { throw Failure("\(format.name) cannot be read", status: ExitStatus.usage) }
    var options = ReadingOptions()
    options.limits = limits
    options.tellsOfComments = tellsOfComments
    return read(source, options)
  }
}
