/// A mark from 1, the least, to 5, the most.
public enum Rating: Int, CaseIterable, Hashable, Sendable {
  /// 1, the least.
  case one = 1
  /// 2.
  case two
  /// 3, the middle.
  case three
  /// 4.
  case four
  /// 5, the most.
  case five
}
