/// The words that a field may hold, each stated once.
///
/// A closed vocabulary has these words and no others. In an open one, ``Open``, these are the words that are known: they have
/// terms in every language, and any other word is kept as it is.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases: Sendable {
  /// What one of the words is called, as in "unknown mode": singular, lower case.
  static var name: String { get }
}

/// A word of an open vocabulary: a known one or any other.
///
/// ```swift
/// let channel: Open<Channel> = "carrier-pigeon"
/// channel.known  // nil
/// channel.text   // "carrier-pigeon"
/// ```
public struct Open<Words: Vocabulary>: Hashable, Sendable {
  /// The word as it is written; empty says nothing.
  public var text: String

  /// Holds a word as it is written.
  @inlinable
  public init(_ text: String = "") {
    self.text = text
  }

  /// Holds a known word.
  public init(_ word: Words) {
    text = word.rawValue
  }

  /// The known word, if it is one.
  public var known: Words? { Words(rawValue: text) }

  /// Whether it says nothing.
  @inlinable
  public var isEmpty: Bool { text.isEmpty }
}

extension Open: ExpressibleByStringLiteral {
  /// Holds a word as it is written.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Open {
  /// Whether the word is a certain known one.
  public static func == (left: Open, right: Words) -> Bool { left.text == right.rawValue }
}
