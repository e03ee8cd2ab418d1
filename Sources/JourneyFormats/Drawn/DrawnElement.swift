import JourneyDiagnostics

/// A page, box or line of a drawing, as far as it says something of a map.
struct DrawnElement {
  /// A value for a column.
  struct Value {
    let column: Int
    let text: String
    let range: SourceRange
  }

  /// What a message calls it.
  let phrase: String
  let range: SourceRange
  var cells: [Value] = []
  /// Whether it carries the row of a record.
  var isRow = false
  /// Whether the drawing put it there.
  var isOurs = false
  /// The label, if it is not the one that was drawn.
  var edit: LabelEdit?
}
