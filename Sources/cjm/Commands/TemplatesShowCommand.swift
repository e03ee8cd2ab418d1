import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneyTerms

/// `cjm templates show`.
struct TemplatesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a template holds, as text or as a map with its defaults.",
    discussion: """
      EXAMPLES
        cjm templates show b2c
        cjm templates show b2c --lang da
        cjm templates show b2c --to dot | dot -Tpng -o b2c.png
      """
  )

  @Argument(help: ArgumentHelp("The template.", valueName: "id"), completion: .custom { _, _, _ in Catalogue().ids })
  var id: String

  @Option(help: ArgumentHelp("Print the map in this format instead.", valueName: "format"))
  var to: Format?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the map to this file.", valueName: "file"), completion: .file())
  var output = "-"

  @OptionGroup(title: "Catalogue")
  var options: CatalogueOptions

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<WritingScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let template = try options.catalogue().localized(id, for: options, printer: printer)
      if to != nil || output != "-" {
        let format = try TargetFormat.of(output, named: to)
        try formats.values.check(readBy: format, writtenBy: format)
        try MapOutput(format: format, values: formats.values, printer: printer).write([template.makeMap()], to: output)
      } else {
        do { try Console.output(template.description) } catch { throw Failure.reported(ExitStatus.ioError) }
      }
    }
  }
}

extension Template {
  /// The template in words, its structure with the terms of its language.
  fileprivate var description: String {
    let terms = Terms.in(language)
    var text = "\(entry.name) (\(entry.id))\n\n\(entry.summary)\n"
    if !entry.whenToUse.isEmpty { text += entry.whenToUse + "\n" }
    let axes = [
      map.kind.map { terms.term(for: $0) }, map.state.map { terms.term(for: $0) },
      map.market.map { terms.term(for: $0) },
    ]
    text +=
      "\n"
      + TextTable.text([
        ["kind", axes.compactMap { $0 }.joined(separator: ", ")],
        ["tags", entry.tags.joined(separator: ", ")],
        ["languages", languages.joined(separator: ", ")],
      ])
    text +=
      "\nPLACEHOLDERS\n" + TextTable.text(entry.placeholders.map { ["  " + $0.name, $0.prompt, "[\($0.default)]"] })
    let filled = makeMap()
    text += "\nACTORS\n"
    text += TextTable.text(
      filled.actors.map { actor in
        ["  " + actor.name, actor.roles.map { terms.term(for: $0) }.joined(separator: ", ")]
      })
    text += "\nSTAGES\n"
    for stage in filled.stages {
      text += "  \(stage.title)\n"
      for step in stage.steps where step.title != stage.title { text += "    \(step.title)\n" }
    }
    text += "\nLANES\n"
    for lane in filled.lanes {
      let actor = filled.actors.first { $0.id == lane.actor }.map { " (\($0.name))" } ?? ""
      text += "  \(lane.title.isEmpty ? terms.term(for: lane.kind) : lane.title)\(actor)\n"
      if let line = lane.lineBelow { text += "  ── \(terms.term(for: line)) ──\n" }
    }
    return text + "\nStart with: cjm new \(entry.id) --lang \(language) -o \(entry.id).yaml\n"
  }
}
