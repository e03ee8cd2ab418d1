/// The scale on which a format always measures emotions, against our own from −2 to +2.
struct RatingScale {
  /// The marks that stand for −2 and +2.
  let marks: ClosedRange<Double>

  /// From 1 to 5: Mermaid’s scores, and the ratings of many forms.
  static let oneToFive = RatingScale(marks: 1...5)

  /// The emotion of a mark; nil outside of the scale.
  func emotion(of mark: Double) -> Double? {
    marks.contains(mark) ? Self.rounded((mark - marks.lowerBound) / step - 2) : nil
  }

  /// The mark for an emotion.
  func mark(of emotion: Double) -> Double { Self.rounded((emotion + 2) * step + marks.lowerBound) }

  /// What one point of ours is on the scale.
  private var step: Double { (marks.upperBound - marks.lowerBound) / 4 }

  /// Without the dust that shifting decimals leaves: 4.1 is 1.1, not 1.0999999999999996.
  private static func rounded(_ value: Double) -> Double {
    guard value.magnitude < 1e6 else { return value }
    return (value * 1e9).rounded() / 1e9 + 0
  }
}
