/// A program that turns what a format writes into what the user asked for: a picture.
///
/// It reads standard input and writes standard output. The command runs it; the library only says what is to be run.
public struct ExternalProgram: Sendable {
  /// What people call the software.
  public let name: String
  /// The program, as the shell finds it.
  public let program: String
  /// The arguments.
  public let arguments: [String]
  /// How to get it.
  public let installation: String
  /// How many seconds it may take.
  public let seconds: Int

  /// The `dot` of Graphviz, with a kind of output.
  static func graphviz(_ kind: String) -> ExternalProgram {
    ExternalProgram(
      name: "Graphviz", program: "dot", arguments: ["-T\(kind)"],
      installation: "install it with 'apt install graphviz', 'dnf install graphviz' or 'brew install graphviz'",
      seconds: 120)
  }
}
