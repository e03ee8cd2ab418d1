import ArgumentParser
import JourneyFormats
import Synchronization

/// Which of the formats' options a command takes.
protocol FormatOptionScope {
  static var uses: Set<FormatOption.Use> { get }
}

/// The options of a command that only reads.
enum ReadingScope: FormatOptionScope {
  static let uses: Set<FormatOption.Use> = [.reading]
}

/// The options of a command that only writes.
enum WritingScope: FormatOptionScope {
  static let uses: Set<FormatOption.Use> = [.writing]
}

/// The options of a command that reads and writes.
enum ConversionScope: FormatOptionScope {
  static let uses: Set<FormatOption.Use> = [.reading, .writing]
}

/// The options that the formats declare, as options of the command line.
///
/// The argument parser finds the members of a group by reflection. This group has none of its own: it reflects as one member for
/// each option of ``Formats/options``, so that a format's option stands nowhere but with its format.
struct FormatOptions<Scope: FormatOptionScope>: ParsableArguments, CustomReflectable {
  private(set) var values = FormatOptionValues()

  private static var options: [FormatOption] {
    NamedOptions.among(Formats.options).filter { !$0.uses.isDisjoint(with: Scope.uses) }
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for option in Self.options {
      let key = Key(stringValue: option.name)
      switch option.kind {
      case .flag:
        if try container.decode(Flag<Bool>.self, forKey: key).wrappedValue { values.turnOn(option) }
      case .text, .choice:
        values[option] = try container.decode(Option<String?>.self, forKey: key).wrappedValue
      case .list:
        values.set(option, to: try container.decode(Option<[String]>.self, forKey: key).wrappedValue)
      }
    }
  }

  var customMirror: Mirror {
    Mirror(self, children: Self.options.map { (label: $0.name, value: Self.definition(of: $0)) })
  }

  func validate() throws {
    for option in Self.options {
      for value in values.all(option) {
        if case .choice(let words) = option.kind, !words.contains(value) {
          throw ValidationError("--\(option.name) is one of \(words.joined(separator: ", ")), not '\(value)'")
        }
        if let problem = option.problem(value) { throw ValidationError("--\(option.name) \(problem)") }
      }
    }
  }

  private static func definition(of option: FormatOption) -> Any {
    let name = NameSpecification.customLong(option.name)
    let formats = Formats.all.filter { $0.takes(option.name) }.map(\.name)
    let about = "\(option.about) (\(formats.joined(separator: ", ")))"
    switch option.kind {
    case .flag: return Flag(wrappedValue: false, name: name, help: ArgumentHelp(about))
    case .text(let placeholder):
      return Option<String?>(name: name, help: ArgumentHelp(about, valueName: placeholder))
    case .choice(let words):
      return Option<String?>(
        name: name, help: ArgumentHelp(about, valueName: words.joined(separator: "|")), completion: .list(words))
    case .list(let placeholder):
      return Option<[String]>(
        wrappedValue: [], name: name, parsing: .singleValue, help: ArgumentHelp(about, valueName: placeholder))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// Which of the formats' options are set up: all, or while a command line is tried only those that it names.
enum NamedOptions {
  private static let names = Mutex<Set<String>?>(nil)

  /// Runs `body` with the options that stand in some arguments.
  static func only<Result>(in arguments: [String], _ body: () -> Result) -> Result {
    let named = arguments.filter { $0.hasPrefix("--") }.map { $0.dropFirst(2).prefix { $0 != "=" } }
    names.withLock { $0 = Set(named.map(String.init)) }
    defer { names.withLock { $0 = nil } }
    return body()
  }

  static func among(_ options: [FormatOption]) -> [FormatOption] {
    names.withLock { $0 }.map { names in options.filter { names.contains($0.name) } } ?? options
  }
}

extension FormatOptionValues {
  /// Refuses options that neither format at hand knows, since an option without effect is a mistake.
  func check(readBy source: Format, writtenBy target: Format? = nil) throws(Failure) {
    for name in names where !source.takes(name, for: .reading) && target?.takes(name, for: .writing) != true {
      let formats = target.map { source.name == $0.name ? [source.name] : [source.name, $0.name] } ?? [source.name]
      throw Failure(
        "\(formats.joined(separator: " to ")) has no option --\(name)", status: ExitStatus.usage,
        hint: "it belongs to \(Formats.all.filter { $0.takes(name) }.map(\.name).joined(separator: ", "))")
    }
  }
}

extension Format {
  fileprivate func takes(_ name: String, for use: FormatOption.Use? = nil) -> Bool {
    options.contains { option in option.name == name && use.map(option.uses.contains) ?? true }
  }
}
