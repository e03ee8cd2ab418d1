/// A map as a table for people, before anybody has spelled its cells.
struct MatrixSheet {
  /// A cell that says something.
  struct Cell {
    let column: Int
    let text: String
  }

  /// The rows above the table: a title, or a label and its value.
  var preamble: [[String]] = []
  /// The rows of stages and steps.
  var headings: [[Cell]] = []
  /// The rows of the lanes, and of the lines between them.
  var lanes: [[Cell]] = []
  /// How many columns it has.
  var width = 0
}
