import ArgumentParser
import JourneyDiagnostics

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
      NewCommand.self, TemplatesCommand.self, ConvertCommand.self, ValidateCommand.self, TranslateCommand.self,
      StringsCommand.self, FormatsCommand.self, TreeCommand.self, SchemaCommand.self,
    ]
  )
}

extension CJM {
  /// Runs the command line, and prints what the parser has to say as safely as everything else.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitCode {
      // A command has told everything before it throws its status.
      ExitStatus.end(with: status)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status != .success {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.printable($0) }
        if !message.isEmpty { Console.print(error: lines.joined(separator: "\n") + "\n") }
      } else if (try? Console.output(message + "\n")) == nil {
        ExitStatus.end(with: ExitStatus.ioError)
      }
      ExitStatus.end(with: status)
    }
  }
}

/// The version of the command.
enum Version {
  static let number = "0.1.0"
}
