import ArgumentParser
import JourneyCatalogue
import JourneyDiagnostics
import JourneyModel
import JourneyTerms

/// `cjm templates list`, which is also `cjm templates`.
struct TemplatesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the templates, in your language.",
    discussion: """
      EXAMPLES
        cjm templates
        cjm templates --lang ar
        cjm templates --tag emotions --market b2c
        cjm templates --json | jq -r '.[].id'
      """
  )

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only those with this tag; of several tags they have all.", valueName: "tag"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Only those for this market.", valueName: "b2b|b2c|b2b2c|internal|public"))
  var market: Market?

  @Flag(help: "Print the list as JSON.")
  var json = false

  @OptionGroup(title: "Catalogue")
  var options: CatalogueOptions

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let templates = try chosen(printer)
      let text = json ? JSONValue.array(templates.map(\.summary)).text + "\n" : table(of: templates)
      do { try Console.output(text) } catch { throw Failure.reported(ExitStatus.ioError) }
    }
  }

  private func chosen(_ printer: DiagnosticPrinter) throws(Failure) -> [Template] {
    let catalogue = try options.catalogue()
    var templates: [Template] = []
    for id in catalogue.ids {
      do throws(TemplateFault) {
        templates.append(try catalogue.template(id, language: options.language))
      } catch {
        throw Failure(error, printer: printer)
      }
    }
    // English as a whole is only a substitute if no template has the language.
    if let best = templates.first(where: { $0.language != "en" }) ?? templates.first,
      let note = options.note(on: best.language, of: best.languages)
    {
      Console.print(error: printer.print(note))
    }
    let found = templates.filter { template in
      tag.allSatisfy(template.entry.tags.contains) && (market == nil || template.map.market == market)
    }
    if found.isEmpty, let unknown = tag.first(where: { tag in !templates.contains { $0.entry.tags.contains(tag) } }) {
      let tags = Set(templates.flatMap(\.entry.tags)).sorted()
      throw Failure(
        "no template has the tag '\(unknown)'", status: ExitStatus.findings,
        hint: NearestName.hint(for: unknown, in: tags) ?? "the tags are \(tags.joined(separator: ", "))")
    }
    return found
  }

  private func table(of templates: [Template]) -> String {
    let rows = templates.map { template in
      [
        template.entry.id, template.entry.name,
        template.entry.summary
          + (template.folder.map { " (\($0)\(template.overridesBuiltIn ? ", in place of the built-in" : ""))" } ?? ""),
      ]
    }
    return TextTable.text([["ID", "NAME", "SUMMARY"]] + rows)
  }
}

extension Template {
  /// What a program wants to know of it.
  var summary: JSONValue {
    .object([
      .init("id", .string(entry.id)),
      .init("name", .string(entry.name)),
      .init("summary", .string(entry.summary)),
      .init("whenToUse", .string(entry.whenToUse)),
      .init("tags", .array(entry.tags.map(JSONValue.string))),
      .init("kind", map.kind.map { .string($0.rawValue) } ?? .null),
      .init("state", map.state.map { .string($0.rawValue) } ?? .null),
      .init("market", map.market.map { .string($0.rawValue) } ?? .null),
      .init("language", .string(language)),
      .init("languages", .array(languages.map(JSONValue.string))),
      .init(
        "placeholders",
        .array(
          entry.placeholders.map {
            .object([
              .init("name", .string($0.name)), .init("prompt", .string($0.prompt)),
              .init("default", .string($0.default)),
            ])
          })),
      .init("folder", folder.map(JSONValue.string) ?? .null),
      .init("overridesBuiltIn", .boolean(overridesBuiltIn)),
    ])
  }
}
