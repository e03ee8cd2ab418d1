/// What a reader takes before it says that an input is too much; each with the reason in the threat it stops.
public struct ReadingLimits: Sendable {
  /// The deepest nesting of containers; libyaml's scanner slows down with the square of it.
  public var depth = 512
  /// The most bytes of one input.
  public var inputBytes = 1 << 30
  /// The most nodes that aliases and merge keys may add: a few hundred bytes can stand for billions.
  public var expandedNodes = 1_000_000
  /// The most bytes of text that aliases and merge keys may add.
  public var expandedBytes = 64 << 20

  /// The largest nesting that ``depth`` can be raised to; what is below it is walked with the machine's own stack.
  public static let deepest = 4096
  /// The largest input that ``inputBytes`` can be raised to: offsets in a tree have 32 bits.
  public static let largestInput = Int(UInt32.max) - 1

  /// The usual limits.
  public init() {}
}
