import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics

/// `cjm templates check`.
struct TemplatesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a folder of templates, or the built-in ones, for translators and for CI.",
    discussion: """
      Finds maps that are not valid, placeholders that are not declared, and in each language texts
      that are missing, extra, empty, still English, in the wrong script, or that lost a placeholder.
      Exit status: 0 all is well; 1 something is wrong; 66 the folder cannot be opened.

      EXAMPLES
        cjm templates check
        cjm templates check templates/
        cjm templates check templates/ --only b2c
      """
  )

  @Argument(
    help: ArgumentHelp("The folder; without one, the built-in templates.", valueName: "folder"), completion: .directory)
  var folder: String?

  @Option(
    parsing: .singleValue, help: ArgumentHelp("Only this template; may be given several times.", valueName: "id"))
  var only: [String] = []

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let catalogue =
        try folder.map { path throws(Failure) in try TemplateFolder(path: path).catalogueFolder() } ?? .builtIn
      if let unknown = only.first(where: { !catalogue.templateIDs.contains($0) }) {
        throw Failure(
          "there is no template '\(unknown)'", status: ExitStatus.usage,
          hint: NearestName.hint(for: unknown, in: catalogue.templateIDs))
      }
      let findings = CatalogueCheck(catalogue).run(ids: only.isEmpty ? nil : only)
      Console.print(error: findings.map(printer.print).joined())
      if findings.contains(where: { $0.hasErrors || strict && $0.warningCount > 0 }) {
        throw Failure.reported(ExitStatus.findings)
      }
      if Console.isInteractive, console.diagnostics == .text {
        Console.print(error: "\(only.isEmpty ? catalogue.templateIDs.count : only.count) templates are in order\n")
      }
    }
  }
}
