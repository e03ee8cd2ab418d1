import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// `cjm strings` and what stands below it.
struct StringsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strings",
    abstract: "Carry a map's texts to a translator and back.",
    discussion: """
      EXAMPLES
        cjm strings export map.yaml --to csv -o texts.csv
        cjm strings apply map.yaml texts.csv --lang fr -o carte.yaml
      """,
    subcommands: [StringsExportCommand.self, StringsApplyCommand.self]
  )
}

/// `cjm strings export`.
struct StringsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a map's texts into a file for a translator.",
    discussion: """
      Each text goes by its path, such as stages.awareness.title, so that it finds its way back. In
      CSV a translator fills the column 'translation'; in YAML the texts are replaced.

      EXAMPLES
        cjm strings export map.yaml --to csv -o texts.csv
        cjm strings export map.yaml --to yaml
      """
  )

  @Argument(help: ArgumentHelp("The map; '-' is standard input.", valueName: "map"), completion: .file())
  var input: String

  @Option(help: ArgumentHelp("How to write the texts.", valueName: "csv|yaml"))
  var to: StringsFile.Spelling?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @OptionGroup(title: "Reading")
  var reading: MapReadingOptions

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let spelling = try spelling()
      let (map, _) = try reading.work(on: input, printer).readOne()
      let bytes = StringsFile.export(map, as: spelling)
      _ = try OutputFile(path: output).write { output in
        bytes.withUnsafeBufferPointer { bytes in
          if let base = bytes.baseAddress { output.bytes(base, bytes.count) }
        }
        return []
      }
    }
  }

  private func spelling() throws(Failure) -> StringsFile.Spelling {
    if let to { return to }
    switch Formats.fileExtension(of: output) {
    case "csv": return .csv
    case "yaml", "yml": return .yaml
    default: throw Failure("no format to write", status: ExitStatus.usage, hint: "name one with --to: csv, yaml")
    }
  }
}

/// `cjm strings apply`.
struct StringsApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Put a translator's texts into a map.",
    discussion: """
      Takes the file that 'cjm strings export' wrote, CSV or YAML. Texts without a translation stay
      as they are and are counted; a path that the map does not have is an error.

      EXAMPLES
        cjm strings apply map.yaml texts.csv --lang fr -o carte.yaml
      """
  )

  @Argument(help: ArgumentHelp("The map; '-' is standard input.", valueName: "map"), completion: .file())
  var input: String

  @Argument(help: ArgumentHelp("The file with the texts.", valueName: "texts"), completion: .file())
  var texts: String

  @Option(help: ArgumentHelp("The language of the texts, which the map then has.", valueName: "language"))
  var lang: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(help: ArgumentHelp("Write in this format; otherwise in that of the map.", valueName: "format"))
  var format: Format?

  @OptionGroup(title: "Reading")
  var reading: MapReadingOptions

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func validate() throws {
    if let lang, !TextRules.isLanguageTag(lang) {
      throw ValidationError("--lang takes a language tag such as en, nb or pt-BR, not '\(lang)'")
    }
  }

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let work = reading.work(on: input, printer)
      var (map, source) = try work.readOne()
      var (file, diagnostics) = StringsFile.read(try InputFile(path: texts).source(ReadingOptions()))
      let missing = diagnostics.hasErrors ? 0 : file.apply(to: &map, diagnostics: &diagnostics)
      Console.print(error: printer.print(diagnostics))
      guard !diagnostics.hasErrors else { throw Failure.reported(ExitStatus.badInput) }
      if missing > 0 {
        let count = missing == 1 ? "1 text has" : "\(missing) texts have"
        Console.print(error: printer.print(Diagnostic(.note, "\(count) no translation and stay as they are")))
      }
      if let lang { map.language = lang }
      let target = try TargetFormat.of(output, named: format, usual: source.canWrite ? source : .yaml)
      try MapOutput(format: target, values: FormatOptionValues(), printer: printer).write([map], to: output)
    }
  }
}

/// How a command reads the map it works on.
struct MapReadingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Read the map in this format.", valueName: "format"))
  var from: Format?

  @OptionGroup
  var formats: FormatOptions<ReadingScope>

  @OptionGroup
  var limits: LimitOptions

  /// The work on a file.
  func work(on input: String, _ printer: DiagnosticPrinter) -> MapWork {
    MapWork(input: input, from: from, values: formats.values, limits: limits.limits, printer: printer)
  }
}

extension StringsFile.Spelling: ExpressibleByArgument {}
