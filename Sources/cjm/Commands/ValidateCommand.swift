import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax
import Synchronization

/// `cjm validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say what is wrong with maps.",
    discussion: """
      Reports everything that is wrong, at its line and column, and says nothing if nothing is.
      Exit status: 0 all maps are valid; 1 some are not; 65 a file cannot be read as its format;
      66 a file cannot be opened.

      EXAMPLES
        cjm validate map.yaml
        cjm validate --diagnostics json maps/*.yaml
      """
  )

  @Argument(help: ArgumentHelp("The files to check; '-' is standard input.", valueName: "input"), completion: .file())
  var inputs: [String]

  @Option(help: ArgumentHelp("Read them in this format.", valueName: "format"))
  var from: Format?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<ReadingScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run() throws {
    let printer = console.printer
    let worst = Mutex(ExitCode.success)
    let maps = Mutex(0)
    var options = ReadingOptions()
    options.limits = limits.limits
    options.values = formats.values
    Batch.run(inputs) { [from, strict, options] path in
      Self.check(path, from: from, strict: strict, options: options, printer: printer)
    } finish: { outcome in
      Console.print(error: outcome.text)
      worst.withLock { $0 = ExitStatus.worse($0, outcome.status) }
      maps.withLock { $0 += outcome.maps }
    }
    let status = worst.withLock { $0 }
    guard status == .success else { throw status }
    if Console.isInteractive, console.diagnostics == .text {
      let count = maps.withLock { $0 }
      Console.print(error: count == 1 ? "1 map is valid\n" : "\(count) maps are valid\n")
    }
  }

  private struct Outcome {
    var text = ""
    var status = ExitCode.success
    var maps = 0
  }

  private static func check(
    _ path: String, from: Format?, strict: Bool, options: ReadingOptions, printer: DiagnosticPrinter
  ) -> Outcome {
    do throws(Failure) {
      let reading = try InputFile(path: path).reading(from: from, options)
      let diagnostics = reading.diagnostics
      var outcome = Outcome(text: printer.print(diagnostics), maps: reading.maps.count)
      if reading.isUnreadable {
        outcome.status = ExitStatus.badInput
      } else if diagnostics.hasErrors || strict && diagnostics.warningCount > 0 {
        outcome.status = ExitStatus.findings
      }
      return outcome
    } catch {
      return Outcome(text: printer.print(error.diagnostic), status: error.status)
    }
  }
}
