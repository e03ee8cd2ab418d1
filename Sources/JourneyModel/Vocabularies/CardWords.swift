/// By which way customer and provider meet.
public enum Channel: String, Vocabulary {
  /// A website.
  case website
  /// E-mail.
  case email
  /// Social media.
  case socialMedia = "social-media"
  /// An app on a phone or tablet.
  case mobileApp = "mobile-app"
  /// A telephone call.
  case phone
  /// A shop or branch.
  case store
  /// A fair, a talk, a party.
  case event
  /// A chat, with a person or a machine.
  case chat
  /// A search engine.
  case search
  /// Reviews by others.
  case reviews
  /// An advertisement.
  case advertisement
  /// Meeting in person.
  case faceToFace = "face-to-face"

  /// What one of the words is called.
  public static let name = "channel"
}

/// Whether a touchpoint is online.
public enum TouchpointMode: String, Vocabulary {
  /// On a screen.
  case online
  /// Anywhere else.
  case offline
  /// Both at once.
  case hybrid

  /// What one of the words is called.
  public static let name = "mode"
}

/// How a provider can shape a touchpoint.
public enum Influence: String, Vocabulary {
  /// It is in the provider’s own hands.
  case direct
  /// Others decide on it.
  case indirect

  /// What one of the words is called.
  public static let name = "influence"
}

/// Whose a touchpoint is.
public enum Ownership: String, Vocabulary {
  /// The provider’s own.
  case brand
  /// A partner’s.
  case partner
  /// The customer’s own.
  case customer
  /// Third parties’, such as review sites and friends.
  case social

  /// What one of the words is called.
  public static let name = "ownership"
}

/// What became of a planned touchpoint.
public enum Usage: String, Vocabulary {
  /// It is planned.
  case planned
  /// It was used.
  case used
  /// It was there and was not used.
  case unused
  /// It was not there.
  case missing
  /// It did not work.
  case failed
  /// It came at another time than planned.
  case outOfOrder = "out-of-order"
  /// It was not planned.
  case adHoc = "ad-hoc"

  /// What one of the words is called.
  public static let name = "usage"
}

/// The feeling that moves someone to act.
public enum Trigger: String, Vocabulary {
  /// Joy.
  case joy
  /// Convenience.
  case convenience
  /// Fear.
  case fear
  /// Fear of missing out.
  case fomo
  /// Trust.
  case trust

  /// What one of the words is called.
  public static let name = "trigger"
}
