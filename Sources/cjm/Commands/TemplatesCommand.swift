import ArgumentParser

/// `cjm templates` and what stands below it.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "List, show, check and export the templates that 'cjm new' starts from.",
    discussion: """
      EXAMPLES
        cjm templates
        cjm templates --lang et --tag b2b
        cjm templates show service-blueprint --lang fr
        cjm templates show b2b --to dot | dot -Tpng -o b2b.png
        cjm templates export b2c -o templates/
        cjm templates check templates/
      """,
    subcommands: [
      TemplatesListCommand.self, TemplatesShowCommand.self, TemplatesCheckCommand.self, TemplatesExportCommand.self,
    ],
    defaultSubcommand: TemplatesListCommand.self
  )
}
