import ArgumentParser

/// Why the command ended, by the numbers of sysexits(3).
enum ExitStatus {
  /// Something was found: an invalid map, or a loss or repair that `--strict` does not allow.
  static let findings = ExitCode(1)
  /// The command line cannot be followed.
  static let usage = ExitCode(64)
  /// The input cannot be read as what it should be.
  static let badInput = ExitCode(65)
  /// An input cannot be opened.
  static let noInput = ExitCode(66)
  /// An output cannot be created.
  static let cannotCreate = ExitCode(73)
  /// Reading or writing broke off.
  static let ioError = ExitCode(74)

  /// Ends the process; the parser's own way would first make help for an error that has no message.
  static func end(with status: ExitCode) -> Never { exit(status.rawValue) }

  /// The one to tell of two: what is wrong with the files outweighs what is wrong in them.
  static func worse(_ left: ExitCode, _ right: ExitCode) -> ExitCode {
    left.rawValue >= right.rawValue ? left : right
  }
}
