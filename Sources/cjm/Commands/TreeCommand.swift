import ArgumentParser
import JourneyDiagnostics
import JourneyFormats

/// `cjm tree`.
struct TreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Print what a file says before any meaning, as JSON, a line for each document.",
    discussion: """
      Shows what the reader of a syntax understood: anchors and merge keys written out, scalars by
      the core schema of YAML 1.2. The file need not be a journey map.

      EXAMPLES
        cjm tree map.yaml | jq .
        printf 'a: [no, 0x1F]' | cjm tree --from yaml
      """
  )

  @Argument(help: ArgumentHelp("The file to read; '-' is standard input.", valueName: "input"), completion: .file())
  var input = "-"

  @Option(help: ArgumentHelp("Read it in this format.", valueName: "format"))
  var from: Format?

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<ReadingScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      var options = ReadingOptions()
      options.limits = limits.limits
      options.values = formats.values
      let source = try InputFile(path: input).source(options, format: from)
      let format = try source.format(named: from)
      guard let printTree = format.printTree else {
        throw Failure("\(format.name) cannot be read", status: ExitStatus.usage)
      }
      try options.values.check(readBy: format)
      var hasErrors = false
      _ = try OutputFile(path: "-").write { output in
        let diagnostics = printTree(source, options, &output)
        Console.print(error: printer.print(diagnostics))
        hasErrors = diagnostics.hasErrors
        return []
      }
      if hasErrors { throw Failure.reported(ExitStatus.badInput) }
    }
  }
}
