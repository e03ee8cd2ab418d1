import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// A way to spell journey maps: everything the tool knows of it, as one value in ``Formats/all``.
///
/// The command line, its help, detection by ending and content, the documentation's table and the round-trip tests come from
/// these values; a new format is one folder and one line in that list.
public struct Format: Sendable {
  /// The name for `--from` and `--to`.
  public let name: String
  /// What it is, in a line.
  public let summary: String
  /// The endings of its files, without a dot, the usual one first.
  ///
  /// Formats of one family share endings; content decides then. A format without any lives in files of others and is told by its
  /// content alone.
  public let fileExtensions: [String]
  /// Whether one file can hold several maps.
  public let holdsSeveral: Bool
  /// What of a map it carries.
  public let carries: Set<Aspect>
  /// What can be asked of it when it reads or writes.
  public let options: [FormatOption]
  /// How sure it is that some text is of this format.
  public let recognize: @Sendable (SourceText) -> Confidence
  /// The encoding that a text itself names in bytes that are not UTF-8; nil if it names none.
  public let namedEncoding: @Sendable ([UInt8]) -> TextEncoding?
  /// Reads maps; nil if that cannot be done.
  public let read: (@Sendable (SourceText, ReadingOptions) -> Reading)?
  /// Prints what the syntax half of the reader understands, as JSON; nil if there is no reader.
  package let printTree: (@Sendable (SourceText, ReadingOptions, inout ByteOutput) -> Diagnostics)?
  /// What is wrong with options for the maps at hand, as a message and a hint; nil if nothing is.
  package let refusal: (@Sendable ([JourneyMap], FormatOptionValues) -> (message: String, hint: String?)?)?
  /// What makes the output of what is written; nil if that is the output.
  public let program: ExternalProgram?
  /// Writes maps; nil if that cannot be done.
  package let write: (@Sendable (inout [JourneyMap], WritingOptions, inout ByteOutput) -> [Loss])?

  /// States a format; what is left out it does not do.
  init(
    name: String, summary: String, fileExtensions: [String], holdsSeveral: Bool, carries: Set<Aspect>,
    options: [FormatOption] = [], recognize: @escaping @Sendable (SourceText) -> Confidence = { _ in .none },
    namedEncoding: @escaping @Sendable ([UInt8]) -> TextEncoding? = { _ in nil },
    read: (@Sendable (SourceText, ReadingOptions) -> Reading)? = nil,
    printTree: (@Sendable (SourceText, ReadingOptions, inout ByteOutput) -> Diagnostics)? = nil,
    refusal: (@Sendable ([JourneyMap], FormatOptionValues) -> (message: String, hint: String?)?)? = nil,
    program: ExternalProgram? = nil,
    write: (@Sendable (inout [JourneyMap], WritingOptions, inout ByteOutput) -> [Loss])? = nil
  ) {
    self.name = name
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.holdsSeveral = holdsSeveral
    self.carries = carries
    self.options = options
    self.recognize = recognize
    self.namedEncoding = namedEncoding
    self.read = read
    self.printTree = printTree
    self.refusal = refusal
    self.program = program
    self.write = write
  }

  /// Whether maps can be written.
  public var canWrite: Bool { write != nil }

  /// Whether reading what was written gives an equal map.
  public var isLossless: Bool { carries.count == Aspect.allCases.count }

  /// How sure a format is of a text.
  public enum Confidence: Int, Comparable, Sendable {
    /// It is something else.
    case none
    /// It could be.
    case possible
    /// It looks like a journey map in this format.
    case certain

    /// Whether one is less sure than another.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
  }

  /// A part of a map that a format carries or loses.
  public enum Aspect: String, CaseIterable, Sendable {
    /// The map's title.
    case titles
    /// The stages.
    case stages
    /// The steps in them.
    case steps
    /// Who takes part.
    case actors
    /// The emotions.
    case emotions
    /// The touchpoints.
    case touchpoints
    /// Cards of other lanes.
    case cards = "other cards"
    /// Links between places.
    case links
    /// Metrics.
    case metrics
    /// Every other field, extensions included.
    case attributes
  }
}

/// How to read.
public struct ReadingOptions: Sendable {
  /// What a reader takes before it says that an input is too much.
  public var limits = ReadingLimits()
  /// Whether to say that comments, or the looks of a drawing, are left behind, as someone who converts a file wants to know.
  public var tellsOfComments = false
  /// What is asked of the format.
  public var values = FormatOptionValues()

  /// The usual options.
  public init() {}
}

/// How to write.
public struct WritingOptions: Sendable {
  /// What is asked of the format.
  public var values = FormatOptionValues()
  /// The ending of the file that is written, by which a format's spellings may differ, as `tsv` from `csv`.
  public var fileExtension: String?

  /// The usual options.
  public init() {}
}

/// What a reader made of a source.
public struct Reading: Sendable {
  /// The maps; as far as they could be read if there are errors.
  public var maps: [JourneyMap]
  /// What there is to say.
  public var diagnostics: Diagnostics
  /// Whether the text is not even of the format.
  public var isUnreadable: Bool

  /// Makes a reading.
  public init(maps: [JourneyMap], diagnostics: Diagnostics, isUnreadable: Bool = false) {
    self.maps = maps
    self.diagnostics = diagnostics
    self.isUnreadable = isUnreadable
  }
}

/// Something that a format could not hold.
public struct Loss: Hashable, Sendable {
  /// What was left out, in the number of its count: "links", or "link" where it is one.
  public let kind: String
  /// How many of them.
  public let count: Int
  /// What becomes of them: they are not carried, or they are and some program that opens the file will not keep them.
  public let fate: String

  /// Makes a loss of one or several things.
  public init(_ count: Int, _ singular: String, _ plural: String, fate: String = "not carried") {
    self.count = count
    kind = count == 1 ? singular : plural
    self.fate = fate
  }
}

extension Format {
  /// Writes maps into memory.
  ///
  /// ```swift
  /// if let (bytes, losses) = Format.json.bytes(of: [map]), losses.isEmpty { … }
  /// ```
  ///
  /// - Returns: The bytes, and what the format could not hold; nil if the format has no writer, or an external program.
  public func bytes(of maps: [JourneyMap], options: WritingOptions = WritingOptions()) -> (
    bytes: [UInt8], losses: [Loss]
  )? {
    guard let write, program == nil else { return nil }
    var maps = maps
    var output = ByteOutput()
    let losses = write(&maps, options, &output)
    return (output.takeBytes(), losses)
  }

  /// Reads maps from a text.
  public func maps(from text: String, name: String = "<text>", options: ReadingOptions = ReadingOptions()) -> Reading? {
    read?(SourceText(name: name, text), options)
  }
}
