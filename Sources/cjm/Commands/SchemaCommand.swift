import ArgumentParser
import JourneyFormats

/// `cjm schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema (2020-12) of the map format.",
    discussion: """
      Editors complete and check maps with it: name it in the first line of a YAML file,
      # yaml-language-server: $schema=journeymap.v1.schema.json
      or let 'cjm convert --schema' write that line.

      EXAMPLES
        cjm schema > journeymap.v1.schema.json
      """
  )

  func run() throws {
    try Console.output(MapSchema.text)
  }
}
