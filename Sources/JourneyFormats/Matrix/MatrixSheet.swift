/// A map as a table for people, before anybody has spelled its cells.
struct MatrixSheet {
  /// A cell that says something.
  struct Cell {
    let column: Int
    let text: String
    /// Where cards lead, by their number in the cell.
    var addresses: [Int: String] = [:]
  }

  /// The first rows above the table: the title, perhaps with the kind before it, the state and the description.
  var preamble: [[String]] = []
  /// The rows below them, each a label and its value.
  var labels: [[String]] = []
  /// The rows of stages and steps.
  var headings: [[Cell]] = []
  /// The rows of the lanes, and of the lines between them.
  var lanes: [[Cell]] = []
  /// How many columns it has.
  var width = 0
  /// How many of them head the rows.
  var headCount = 1
  /// Whether its words tell the language of the map.
  var tellsLanguage = false
}
