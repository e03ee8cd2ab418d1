/// The findings of one input, in the order they were made, with a cap so that a broken file of any size is told briefly.
public struct Diagnostics: Sendable {
  /// The input they are about.
  public let source: SourceText
  /// The findings that were kept, at most ``limit``.
  public private(set) var findings: [Diagnostic] = []
  /// How many more there were.
  public private(set) var omitted = 0
  /// How many errors there were, the omitted ones included.
  public private(set) var errorCount = 0
  /// How many warnings there were, the omitted ones included.
  public private(set) var warningCount = 0

  /// The most findings that are kept for one input.
  public static let limit = 200

  /// Makes an empty list for an input.
  public init(source: SourceText) {
    self.source = source
  }

  /// Whether anything is wrong enough to stop.
  public var hasErrors: Bool { errorCount > 0 }

  /// Whether more findings are counted and no longer kept, so that a hint for them is work for nothing.
  public var isFull: Bool { findings.count >= Self.limit }

  /// Findings from this offset on are not taken: what stands there is the remains of something that broke off.
  package var end = Int.max

  /// Adds a finding.
  public mutating func add(_ finding: Diagnostic) {
    if let range = finding.range, range.offset >= end { return }
    switch finding.severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .note: break
    }
    if findings.count < Self.limit { findings.append(finding) } else { omitted += 1 }
  }

  /// Adds an error at a place of the input.
  public mutating func error(
    _ message: String, at range: SourceRange?, hint: String? = nil, related: [Diagnostic.Related] = []
  ) {
    add(Diagnostic(.error, message, source: source, range: range, hint: hint, related: related))
  }

  /// Adds a warning at a place of the input.
  public mutating func warn(_ message: String, at range: SourceRange?, hint: String? = nil) {
    add(Diagnostic(.warning, message, source: source, range: range, hint: hint))
  }

  /// Adds a note.
  public mutating func note(_ message: String, at range: SourceRange? = nil, hint: String? = nil) {
    add(Diagnostic(.note, message, source: source, range: range, hint: hint))
  }

  /// The findings in the order of their places, those without a place first.
  public var sorted: [Diagnostic] {
    findings.enumerated()
      .sorted { ($0.element.range?.offset ?? -1, $0.offset) < ($1.element.range?.offset ?? -1, $1.offset) }
      .map(\.element)
  }
}
