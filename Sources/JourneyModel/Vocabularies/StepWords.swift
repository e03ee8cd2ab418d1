/// What makes a step stand out.
public enum Moment: String, Vocabulary {
  /// Here the journey is won or lost.
  case momentOfTruth = "moment-of-truth"
  /// Here it often goes wrong.
  case failPoint = "fail-point"
  /// Here one waits.
  case waitPoint = "wait-point"
  /// Here one decides.
  case decision

  /// What one of the words is called.
  public static let name = "moment"
}
