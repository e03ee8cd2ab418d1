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
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments == ["--version"] { return answer(Version.number) }
      var command = try command(for: arguments)
      try command.run()
    } catch let status as ExitCode {
      // A command has told everything before it throws its status.
      ExitStatus.end(with: status)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success { return answer(message) }
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.printable($0) }
      if !message.isEmpty { Console.print(error: lines.joined(separator: "\n") + "\n") }
      ExitStatus.end(with: status)
    }
  }

  /// What a command line asks for.
  ///
  /// The parser looks up the types of all that it could meet, which takes longer than to convert a small map. So a command that is
  /// named at once is first tried alone, and with those options of formats that are named. What that does not take, be it
  /// a mistake or a question for help, is parsed anew with all that there is.
  private static func command(for arguments: [String]) throws -> any ParsableCommand {
    if let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
      type.configuration.subcommands.isEmpty
    {
      let command = NamedOptions.only(in: arguments) { try? type.parseAsRoot(Array(arguments.dropFirst())) }
      if let command, Swift.type(of: command) == type { return command }
    }
    return try parseAsRoot(arguments)
  }

  private static func answer(_ text: String) {
    let isPrinted = (try? Console.output(text + "\n")) != nil
    ExitStatus.end(with: isPrinted ? .success : ExitStatus.ioError)
  }
}

/// The version of the command.
enum Version {
  static let number = "0.1.0"
}
