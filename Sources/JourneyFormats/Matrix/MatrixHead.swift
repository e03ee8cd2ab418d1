import JourneyModel

/// What is said of a map outside of its table.
struct MatrixHead {
  var title = ""
  /// The language of the map; empty if its words shall tell it.
  var language = ""
  var kind: MapKind?
  var state: MapState?
  var description = ""
  /// Labels as they are spelled, each with its value.
  var labels: [(label: String, value: String)] = []
}
