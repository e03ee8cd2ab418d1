/// What a metric is a measure of.
public enum MetricGroup: String, Vocabulary {
  /// Money that comes in.
  case revenue
  /// Customers who stay.
  case retention
  /// How close the two sides are.
  case relationship
  /// How content customers are.
  case satisfaction
  /// How often they come back and recommend.
  case loyalty
  /// What they do.
  case behaviour
  /// What a customer is worth over the years.
  case lifetimeValue = "lifetime-value"
  /// How many go on to the next step.
  case conversion

  /// What one of the words is called.
  public static let name = "metric group"
}

/// What kind of evidence a source is.
public enum SourceKind: String, Vocabulary {
  /// Talks with people.
  case interview
  /// Questions to many.
  case survey
  /// What systems record.
  case analytics
  /// What customers publish.
  case review
  /// What customers complain of.
  case complaint
  /// What customers ask for help with.
  case support
  /// A study of the market.
  case marketStudy = "market-study"
  /// An analysis of the industry.
  case industryAnalysis = "industry-analysis"
  /// A comparison with competitors.
  case competitorComparison = "competitor-comparison"
  /// Watching people.
  case observation
  /// Work with colleagues or customers in a room.
  case workshop

  /// What one of the words is called.
  public static let name = "source kind"
}

/// Where a source comes from.
public enum SourceOrigin: String, Vocabulary {
  /// From the organization itself.
  case `internal`
  /// From outside.
  case external

  /// What one of the words is called.
  public static let name = "origin"
}
