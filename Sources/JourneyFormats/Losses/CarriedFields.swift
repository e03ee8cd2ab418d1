import JourneyModel

/// What a format that does not hold everything holds of a map, field by field.
///
/// Each field is named by its record and its own name. What is not named is lost and counted, so that a field which is new in the
/// model counts as lost in such formats from the day it is stated. A kind of record of which no field is named is lost as a whole.
///
/// ```swift
/// CarriedFields(["map.title", "stage.title", "step.title", "card.text"], lanes: [.actions])
/// ```
///
/// Ids are not named: they say nothing by themselves, and what refers to them is counted.
package struct CarriedFields: Sendable {
  private var names: [String: Set<String>] = [:]
  /// The lane types whose cards are carried; nil if all are.
  private let lanes: Set<LaneType>?

  /// States what is carried; without `lanes`, the cards of every lane.
  package init(_ fields: [String], lanes: Set<LaneType>? = nil) {
    self.lanes = lanes
    for field in fields { insert(field) }
  }

  /// Adds a field, as for a map in which it happens to be carried.
  package mutating func insert(_ field: String) {
    let parts = field.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return }
    names[String(parts[0]), default: []].insert(String(parts[1]))
  }

  /// The fields of a kind of record that are carried; nil if it is lost as a whole.
  func fields(of record: StaticString) -> Set<String>? { names[record.description] }

  /// Whether the cards of a lane are carried.
  func carriesCards(of type: Open<LaneType>) -> Bool {
    guard let lanes else { return true }
    return type.known.map(lanes.contains) ?? false
  }
}
