/// Something to tell about an input: what is wrong, where, and what to do about it.
public struct Diagnostic: Error, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// The input cannot be used as it is.
    case error
    /// The input was read, but something in it was repaired, dropped or looks wrong.
    case warning
    /// Good to know; nothing is wrong.
    case note
  }

  /// Another place that belongs to the same finding, such as the first of two equal keys.
  public struct Related: Sendable {
    /// What stands there.
    public let message: String
    /// Where it is.
    public let range: SourceRange
  }

  /// How much it matters.
  public let severity: Severity
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// The input it is about; nil for something about the command as a whole.
  public let source: SourceText?
  /// Where it is; nil for something about the whole input.
  public let range: SourceRange?
  /// What to do about it, in one sentence without a full stop.
  public let hint: String?
  /// Other places that belong to it.
  public let related: [Related]

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ message: String, source: SourceText? = nil, range: SourceRange? = nil,
    hint: String? = nil, related: [Related] = []
  ) {
    self.severity = severity
    self.message = message
    self.source = source
    self.range = range
    self.hint = hint
    self.related = related
  }
}

extension Diagnostic.Related {
  /// Names another place.
  public init(_ message: String, at range: SourceRange) {
    self.init(message: message, range: range)
  }
}
