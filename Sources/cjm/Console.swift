import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// How findings are shown; the options of every command that reads files.
struct ConsoleOptions: ParsableArguments {
  enum Style: String, OptionWord {
    case text, json
  }

  enum Colour: String, OptionWord {
    case auto, always, never
  }

  @Option(help: ArgumentHelp("Show findings as text or as one JSON object a line.", valueName: "text|json"))
  var diagnostics = Style.text

  @Option(
    help: ArgumentHelp("Colour findings; auto: on a terminal, unless NO_COLOR is set.", valueName: "auto|always|never"))
  var color = Colour.auto

  var printer: DiagnosticPrinter {
    DiagnosticPrinter(style: diagnostics == .json ? .json : .text(colour: usesColour))
  }

  private var usesColour: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
        && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? true
    }
  }
}

/// Standard error.
enum Console {
  /// Prints a text; what cannot be printed there cannot be told anywhere.
  static func print(error text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = FileBytes.write(bytes, to: STDERR_FILENO)
    }
  }

  /// Whether somebody looks on.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }
}

/// The limits of the readers as options.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Take nesting of up to N levels (512).", valueName: "n"))
  var maxDepth: Int?

  @Option(help: ArgumentHelp("Take inputs of up to N bytes (1 GiB).", valueName: "n"))
  var maxInput: Int?

  @Option(help: ArgumentHelp("Let aliases stand for up to N nodes (1000000).", valueName: "n"))
  var maxAliasNodes: Int?

  @Option(help: ArgumentHelp("Let aliases stand for up to N bytes of text (64 MiB).", valueName: "n"))
  var maxAliasBytes: Int?

  func validate() throws {
    if let maxDepth, !(1...ReadingLimits.deepest).contains(maxDepth) {
      throw ValidationError("--max-depth takes a number from 1 to \(ReadingLimits.deepest)")
    }
    if let maxInput, !(1...ReadingLimits.largestInput).contains(maxInput) {
      throw ValidationError("--max-input takes a number from 1 to \(ReadingLimits.largestInput)")
    }
    if let maxAliasNodes, !(0...(Int(UInt32.max))).contains(maxAliasNodes) {
      throw ValidationError("--max-alias-nodes takes a number from 0 to \(UInt32.max)")
    }
    if let maxAliasBytes, !(0...(1 << 40)).contains(maxAliasBytes) {
      throw ValidationError("--max-alias-bytes takes a number from 0 to \(1 << 40)")
    }
  }

  var limits: ReadingLimits {
    var limits = ReadingLimits()
    if let maxDepth { limits.depth = maxDepth }
    if let maxInput { limits.inputBytes = maxInput }
    if let maxAliasNodes { limits.expandedNodes = maxAliasNodes }
    if let maxAliasBytes { limits.expandedBytes = maxAliasBytes }
    return limits
  }
}

/// A word out of a few, as an option's value.
///
/// What the parser would look up in the words' type at each start, is said here.
protocol OptionWord: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension OptionWord {
  init?(argument: String) {
    self.init(rawValue: argument)
  }

  static var allValueStrings: [String] { allCases.map { $0.rawValue } }

  static var allValueDescriptions: [String: String] { [:] }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var defaultValueDescription: String { rawValue }
}

extension Format: ExpressibleByArgument {
  /// The format with a name, as an option's value.
  public init?(argument: String) {
    guard let format = Formats.named(argument) else { return nil }
    self = format
  }

  /// The names that an option takes.
  public static var allValueStrings: [String] { Formats.all.map(\.name) }

  /// The name, as help shows it.
  public var defaultValueDescription: String { name }
}
