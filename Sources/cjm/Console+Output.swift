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
  /// Reads the maps of the file; `target` is the format they go to, since an option may be meant for that one alone.
  func reading(
    from format: Format?, _ options: ReadingOptions, target: Format? = nil
  ) throws(Failure) -> Reading {
    let source = try source(options, format: format)
    return try source.reading(as: source.format(named: format), options, target: target)
  }
}

extension SourceText {
  /// Reads the maps of the text in a format.
  func reading(as format: Format, _ options: ReadingOptions, target: Format? = nil) throws(Failure) -> Reading {
    guard let read = format.read else { throw Failure("\(format.name) cannot be read", status: ExitStatus.usage) }
    try options.values.check(readBy: format, writtenBy: target)
    return read(self, options)
  }
}
