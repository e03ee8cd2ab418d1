/// What a link says of the two places it joins.
public enum LinkType: String, Vocabulary {
  /// One comes after the other.
  case next
  /// One of several ways on.
  case choice
  /// The way back to an earlier place.
  case loop
  /// What is told back.
  case feedback
  /// One actor hands over to another.
  case handoff
  /// One cannot be without the other.
  case dependency
  /// One makes the other possible.
  case supports
  /// One sets off the other.
  case triggers
  /// One sways the other.
  case influences
  /// One actor answers to another.
  case reportsTo = "reports-to"

  /// What one of the words is called.
  public static let name = "link type"
}

/// Whether feedback follows an agreed form.
public enum Formality: String, Vocabulary {
  /// In an agreed form at agreed times.
  case formal
  /// As it comes.
  case informal

  /// What one of the words is called.
  public static let name = "formality"
}
