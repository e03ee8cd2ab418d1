import ArgumentParser

/// The command.
@main
struct CJM: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cjm",
    abstract: "Customer journey maps as plain text: convert, check and describe them.",
    discussion: """
      EXAMPLES
        cjm validate map.yaml
        cjm convert map.yaml -o map.json
        cjm convert maps/*.yaml -o json/ --to json
        cat map.json | cjm convert --to yaml

      A map is a file in any format that 'cjm formats' lists. '-' is standard input or output.
      """,
    version: Version.number,
    subcommands: [
      ConvertCommand.self, ValidateCommand.self, FormatsCommand.self, TreeCommand.self, SchemaCommand.self,
    ]
  )
}

/// The version of the command.
enum Version {
  static let number = "0.1.0"
}
