/// A key beginning with `x-` and its value, which every lossless format carries exactly.
public struct Extension: Hashable, Sendable {
  /// The key, `x-` included.
  public var name: String
  /// The value.
  public var value: JSONValue

  /// Makes an extension; `name` begins with `x-`.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

/// Any JSON value, exactly: the order of keys and the spelling of numbers are part of it.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number as it is spelled, by RFC 8259's grammar.
  case number(String)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Keys with values in order, no key twice.
  case object([Member])

  /// A key of an object and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}
