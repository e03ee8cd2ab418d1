import ArgumentParser
import JourneyCatalogue
import JourneyFormats

/// `cjm schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of maps or of templates.",
    discussion: """
      Editors complete and check maps with it: name it in the first line of a YAML file,
      # yaml-language-server: $schema=journeymap.v1.schema.json
      or let 'cjm convert --schema' write that line.

      EXAMPLES
        cjm schema > journeymap.v1.schema.json
        cjm schema template > template.v1.schema.json
      """
  )

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case map, template
  }

  @Argument(help: ArgumentHelp("What the schema describes.", valueName: "map|template"))
  var kind = Kind.map

  func run() throws {
    try Console.output(kind == .map ? MapSchema.text : TemplateSchema.text)
  }
}
