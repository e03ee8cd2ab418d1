import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneyTerms

/// `cjm translate`.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Put the words that the field knows into another language; your own texts stay and are listed.",
    discussion: """
      Translates standard titles of lanes and stages, roles, channels and emotions, and what still is
      the text of the template that the map was made from. For your own texts, 'cjm strings export'
      writes a file for a translator, and 'cjm strings apply' puts it back.

      EXAMPLES
        cjm translate map.yaml --to nb -o map.nb.yaml
        cjm translate map.yaml --to ja --quiet | cjm convert --to dot
      """
  )

  @Argument(help: ArgumentHelp("The file to read; '-' is standard input.", valueName: "map"), completion: .file())
  var input: String

  @Option(
    help: ArgumentHelp("The language, such as nb or pt-BR.", valueName: "language"), completion: .list(Languages.all))
  var to: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file; '-' is standard output.", valueName: "file"),
    completion: .file())
  var output = "-"

  @Option(help: ArgumentHelp("Read the map in this format.", valueName: "format"))
  var from: Format?

  @Option(help: ArgumentHelp("Write in this format; otherwise in that of the map.", valueName: "format"))
  var format: Format?

  @Flag(name: .shortAndLong, help: "Do not list the texts that stay.")
  var quiet = false

  @OptionGroup(title: "Catalogue")
  var folders: TemplateFolderOptions

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<ConversionScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      guard let language = Languages.serving(to) else {
        throw Failure(
          "there are no words in '\(to)'", status: ExitStatus.usage,
          hint: NearestName.hint(for: to, in: Languages.all)
            ?? "the languages are \(Languages.all.joined(separator: ", "))")
      }
      let catalogue = try folders.catalogue()
      let work = MapWork(input: input, from: from, values: formats.values, limits: limits.limits, printer: printer)
      try work.run(output: output, format: format) { map throws(Failure) in
        guard let translation = Translation.of(map, into: language, catalogue: catalogue) else { return map }
        if !quiet { tell(of: translation.kept, in: map, printer) }
        return translation.map
      }
    }
  }

  private func tell(of kept: [(path: String, text: String)], in map: JourneyMap, _ printer: DiagnosticPrinter) {
    guard !kept.isEmpty else { return }
    let count = kept.count == 1 ? "1 text of your own stays" : "\(kept.count) texts of your own stay"
    let hint = "'cjm strings export' writes them into a file for a translator"
    var text = printer.print(Diagnostic(.note, "\(count) as written in '\(map.id)'", hint: hint))
    for (path, words) in kept { text += printer.print(Diagnostic(.note, "\(path): \(words)")) }
    Console.print(error: text)
  }
}
