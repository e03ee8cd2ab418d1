/// What of a map is drawn, and how.
package struct DrawingOptions: Sendable {
  /// The ids or types of lanes that are left out.
  package var hiddenLanes: Set<String> = []
  /// The ids or types of the only lanes that are drawn; empty for all.
  package var onlyLanes: Set<String> = []
  /// The ids of the only actors whose lanes and cards are drawn, beside those that are nobody's; empty for all.
  package var actors: Set<String> = []
  /// Whether the map runs from right to left; nil lets its language say.
  package var isRightToLeft: Bool?

  /// Whether images that the map names are shown.
  package var showsImages = false

  package init() {}
}
