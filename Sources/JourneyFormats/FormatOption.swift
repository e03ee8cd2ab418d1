/// Something that can be asked of a format, stated beside the format that knows it.
///
/// The command's options, their help and completion come from the options that the formats in ``Formats/all`` list. Formats may
/// share an option; an option is known by its name.
///
/// ```swift
/// var options = WritingOptions()
/// options.values[.schema] = "journeymap.v1.schema.json"
/// ```
public struct FormatOption: Sendable {
  /// What an option takes.
  public enum Kind: Sendable {
    /// Nothing: it is given or not.
    case flag
    /// A text; `placeholder` stands for it in help.
    case text(placeholder: String)
    /// One of some words.
    case choice([String])
    /// Texts, one each time that it is given.
    case list(placeholder: String)
  }

  /// When a format asks for an option.
  public enum Use: Sendable {
    /// When it reads.
    case reading
    /// When it writes.
    case writing
  }

  /// The name, without the dashes of the command line.
  public let name: String
  /// What it does, in a sentence.
  public let about: String
  /// What it takes.
  public let kind: Kind
  /// When it is asked for.
  public let uses: Set<Use>
  /// What is wrong with a value, in words that follow the option's name; nil if nothing is.
  package let problem: @Sendable (String) -> String?

  /// States an option.
  package init(
    _ name: String, _ about: String, _ kind: Kind, uses: Set<Use>,
    problem: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.name = name
    self.about = about
    self.kind = kind
    self.uses = uses
    self.problem = problem
  }
}

/// What has been asked of formats, by option.
public struct FormatOptionValues: Sendable {
  private var texts: [String: [String]] = [:]

  /// Nothing is asked.
  public init() {}

  /// The text given for an option, of several the last.
  public subscript(option: FormatOption) -> String? {
    get { texts[option.name]?.last }
    set { texts[option.name] = newValue.map { [$0] } }
  }

  /// Whether a flag is given.
  public func isOn(_ option: FormatOption) -> Bool { texts[option.name] != nil }

  /// Gives a flag.
  public mutating func turnOn(_ option: FormatOption) { texts[option.name] = [] }

  /// All texts given for an option, in their order.
  public func all(_ option: FormatOption) -> [String] { texts[option.name] ?? [] }

  /// Gives texts for an option, in their order.
  public mutating func set(_ option: FormatOption, to values: [String]) {
    texts[option.name] = values.isEmpty ? nil : values
  }

  /// The names of the options that are given, in alphabetical order.
  public var names: [String] { texts.keys.sorted() }
}

extension Formats {
  /// Every option of every format once, in the order of the formats.
  public static var options: [FormatOption] {
    var names: Set<String> = []
    return all.flatMap(\.options).filter { names.insert($0.name).inserted }
  }
}
