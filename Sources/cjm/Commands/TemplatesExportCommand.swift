import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics

/// `cjm templates export`.
struct TemplatesExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a template's files into a folder, to start one of your own from.",
    discussion: """
      Writes FOLDER/ID/template.yaml and a file for each language. Change them, give the template an
      id of its own, and use the folder with --templates FOLDER or CJM_TEMPLATES.

      EXAMPLES
        cjm templates export b2c -o templates/
        cjm templates check templates/
        cjm new b2c --templates templates/
      """
  )

  @Argument(help: ArgumentHelp("The template.", valueName: "id"), completion: .custom { _, _, _ in Catalogue().ids })
  var id: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
  var output: String

  @Flag(help: "Replace files that are there already.")
  var force = false

  @OptionGroup(title: "Catalogue")
  var options: CatalogueOptions

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let catalogue = try options.catalogue()
      let files: [(name: String, text: SourceText)]
      do throws(TemplateFault) {
        files = try catalogue.files(of: id)
      } catch {
        throw Failure(error, printer: printer)
      }
      let folder = (output.hasSuffix("/") ? output : output + "/") + id + "/"
      try OutputFolder.make(folder)
      for file in files where !force && OutputFolder.isTaken(folder + file.name) {
        throw Failure(
          "'\(folder)\(file.name)' is there already", status: ExitStatus.cannotCreate,
          hint: "replace such files with --force")
      }
      for file in files {
        _ = try OutputFile(path: folder + file.name).write { output in
          output.text(file.text.text)
          return []
        }
      }
      if Console.isInteractive { Console.print(error: "\(files.count) files are in \(folder)\n") }
    }
  }
}

extension SourceText {
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
