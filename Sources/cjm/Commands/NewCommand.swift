import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// `cjm new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a map from a template.",
    discussion: """
      The map comes in your language, ready to be worked on: questions in its cells, typical
      touchpoints, a plausible emotion curve. On a terminal the command asks for what stands in the
      blanks; with --set or --defaults it asks nothing. 'cjm templates' lists the templates.

      EXAMPLES
        cjm new b2c -o journey.yaml
        cjm new b2b --lang nb --set product=\"Trivsel\" --set company=Acme -o kjopsreise.yaml
        cjm new service-blueprint --lang ja --defaults --to json
      """
  )

  @Argument(help: ArgumentHelp("The template.", valueName: "id"), completion: .custom { _, _, _ in Catalogue().ids })
  var id: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Fill a blank, as in product=shoes; may be given several times.", valueName: "name=text"))
  var settings: [String] = []

  @Flag(help: "Fill the other blanks with their defaults, and ask nothing.")
  var defaults = false

  @Option(help: ArgumentHelp("Make it a map of what is or of what is wished for.", valueName: "current|future"))
  var state: MapState?

  @Option(help: ArgumentHelp("Say who the journey is for.", valueName: "b2b|b2c|b2b2c|internal|public"))
  var market: Market?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(
    help: ArgumentHelp("Write in this format; otherwise as the file's ending says, or YAML.", valueName: "format"))
  var to: Format?

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @OptionGroup(title: "Catalogue")
  var catalogue: CatalogueOptions

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<WritingScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let format = try TargetFormat.of(output, named: to, usual: .yaml)
      try formats.values.check(readBy: format, writtenBy: format)
      try refuseExistingFile()
      let catalogue = try self.catalogue.catalogue()
      let template = try catalogue.localized(id, for: self.catalogue, printer: printer)
      var blanks = BlankFilling(template: template)
      for setting in settings { try blanks.set(setting) }
      if settings.isEmpty, !defaults, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 { try blanks.ask() }
      var map = template.makeMap(filling: blanks.values)
      if output != "-" { map.id = Formats.mapID(forFile: output) }
      for advice in Axes(state: state, market: market).apply(to: &map) {
        Console.print(error: printer.print(Diagnostic(.note, advice)))
      }
      try MapOutput(format: format, values: formats.values, printer: printer).write([map], to: output)
    }
  }

  /// A map that somebody has worked on is not replaced by an empty one.
  private func refuseExistingFile() throws(Failure) {
    var status = stat()
    guard !force, output != "-", lstat(output, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    throw Failure(
      "'\(output)' is there already", status: ExitStatus.cannotCreate, hint: "replace it with --force")
  }
}

extension MapState: ExpressibleByArgument {}
extension Market: ExpressibleByArgument {}
