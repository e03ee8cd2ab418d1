/// What kind of party an actor is.
public enum ActorKind: String, Vocabulary {
  /// A human being or a role that one has.
  case person
  /// A company, an authority, a team.
  case organization
  /// Software or a machine.
  case system

  /// What one of the words is called.
  public static let name = "actor kind"
}

/// On whose side an actor stands.
public enum ActorSide: String, Vocabulary {
  /// The side that is served.
  case customer
  /// The side that serves.
  case provider
  /// A side that serves together with the provider.
  case partner
  /// Anyone else.
  case external

  /// What one of the words is called.
  public static let name = "side"
}

/// What part an actor plays.
public enum ActorRole: String, Vocabulary {
  /// The one who is served.
  case customer
  /// The one who buys.
  case buyer
  /// The one who uses what was bought.
  case endUser = "end-user"
  /// The one who decides.
  case decisionMaker = "decision-maker"
  /// The one whose word counts.
  case influencer
  /// The one who puts it to work.
  case implementer
  /// The one who leads.
  case manager
  /// The one who starts it.
  case initiator
  /// The one who has to agree.
  case approver
  /// The one who lets through or keeps out.
  case gatekeeper
  /// The one who works there.
  case employee

  /// What one of the words is called.
  public static let name = "role"
}
