/// What kind of map it is.
public enum MapKind: String, Vocabulary {
  /// Someone reaching a goal, stage by stage.
  case journey
  /// A day of someone, brand or no brand.
  case dayInTheLife = "day-in-the-life"
  /// A journey with all that delivers it, before and behind the line of visibility.
  case serviceBlueprint = "service-blueprint"
  /// How people live through something, with no particular product.
  case experienceMap = "experience-map"
  /// What someone says, thinks, does and feels, in no order of time.
  case empathyMap = "empathy-map"

  /// What one of the words is called.
  public static let name = "kind"
}

/// Whether the map shows what is or what is wished for.
public enum MapState: String, Vocabulary {
  /// As it is today.
  case current
  /// As it should become.
  case future

  /// What one of the words is called.
  public static let name = "state"
}

/// Who the journey is for.
public enum Market: String, Vocabulary {
  /// Organizations that buy.
  case b2b
  /// People who buy.
  case b2c
  /// Organizations that serve people through other organizations.
  case b2b2c
  /// Employees.
  case `internal`
  /// Citizens.
  case `public`

  /// What one of the words is called.
  public static let name = "market"
}

/// What a statement rests on.
public enum Basis: String, Vocabulary {
  /// What the team believes.
  case assumption
  /// Some evidence.
  case partial
  /// Research.
  case research

  /// What one of the words is called.
  public static let name = "basis"
}

/// How far a map has come.
public enum MapStatus: String, Vocabulary {
  /// Being written.
  case draft
  /// Being reviewed.
  case review
  /// Agreed on.
  case approved
  /// Kept for the record.
  case archived

  /// What one of the words is called.
  public static let name = "status"
}
