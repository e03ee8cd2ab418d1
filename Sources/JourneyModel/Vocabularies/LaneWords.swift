/// What a lane is about.
public enum LaneType: String, Vocabulary {
  /// What is done.
  case actions
  /// How it is done, as can be observed.
  case behaviours
  /// What goes through the mind.
  case thoughts
  /// What is felt, from very bad (−2) to very good (+2).
  case emotions
  /// Where customer and provider meet.
  case touchpoints
  /// By which way they meet.
  case channels
  /// What is needed.
  case needs
  /// What drives.
  case motivations
  /// What is expected.
  case expectations
  /// What hurts.
  case painPoints = "pain-points"
  /// What could be made better.
  case opportunities
  /// What answers a pain point.
  case solutions
  /// What is asked.
  case questions
  /// What speaks against it.
  case objections
  /// What is looked for or given.
  case information
  /// What is told back.
  case feedback
  /// What was said, word for word.
  case quotes
  /// What can be seen and touched of the service.
  case evidence
  /// What the provider does in sight of the customer.
  case frontstage
  /// What the provider does out of sight.
  case backstage
  /// What others do so that the provider can.
  case supportProcesses = "support-processes"
  /// Who takes part in delivering.
  case people
  /// Which rules apply.
  case policies
  /// Which systems are used.
  case technology
  /// Which processes run.
  case processes
  /// What is measured.
  case metrics
  /// How long it takes.
  case duration
  /// How strong it is.
  case intensity
  /// What it looks like.
  case image
  /// Who is responsible.
  case owner
  /// What the person says (empathy map).
  case says
  /// What the person does (empathy map).
  case does
  /// Anything else.
  case custom

  /// What one of the words is called.
  public static let name = "lane type"
}

/// How a lane is drawn.
public enum LaneDisplay: String, Vocabulary {
  /// Card by card.
  case list
  /// As a curve over the steps.
  case curve

  /// What one of the words is called.
  public static let name = "display"
}

/// The line of a service blueprint that runs below a lane.
public enum BlueprintLine: String, Vocabulary {
  /// Between what the customer does and what the provider does in sight.
  case interaction
  /// Between what the customer can see and what not.
  case visibility
  /// Between those who deliver and those who support them.
  case internalInteraction = "internal-interaction"
  /// Between those who plan and those who do.
  case implementation

  /// What one of the words is called.
  public static let name = "line"
}
