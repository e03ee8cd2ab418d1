import JourneyModel

/// Takes the rows of maps, one after another, and spells them in some syntax.
///
/// Columns are numbers in ``RowLayout/columns``. The cells of a row come in no promised order.
protocol RowSink {
  mutating func beginRow()
  mutating func text(_ column: Int, _ text: String)
  /// A word that is the same in every map.
  mutating func word(_ column: Int, _ word: StaticString)
  /// A number or `true`, spelled as in JSON.
  mutating func bare(_ column: Int, _ text: String)
  /// The extensions of a record, at least one; `prefix` stands before their names, as in `persona.`.
  mutating func extensions(_ prefix: String, _ extensions: [Extension])
  mutating func endRow()
}
