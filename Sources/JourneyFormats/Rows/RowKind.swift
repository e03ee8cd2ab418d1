import JourneyModel

/// What a row describes: one record of the model.
///
/// A map is also a list of rows: the map's own, then a row for each record in the order of the map, each step's cards under it. Rows
/// of a table and the attributes of a drawing are spellings of this one form.
enum RowKind: UInt8, CaseIterable {
  case map, organization, actor, lane, stage, step, card, link, metric, source

  /// The word that a row's `record` says, which is the record's own name.
  var name: StaticString {
    switch self {
    case .map: JourneyMap.name
    case .organization: Organization.name
    case .actor: Actor.name
    case .lane: Lane.name
    case .stage: Stage.name
    case .step: Step.name
    case .card: Card.name
    case .link: Link.name
    case .metric: Metric.name
    case .source: Source.name
    }
  }

  /// The kind of the rows for a type of records.
  init?<Item: Record>(_: Item.Type) {
    let name = Item.name.description
    guard let kind = Self.allCases.first(where: { $0.name.description == name }) else { return nil }
    self = kind
  }

  /// Whether rows of other kinds belong to it.
  var hasChildren: Bool { self == .map || self == .stage || self == .step }
}

/// The columns that say where a row belongs, and those that a reader of a table looks for first.
///
/// They have the same numbers in ``RowLayout/columns``.
enum RowColumn {
  /// What the row describes: a ``RowKind``.
  static let record = 0
  /// To which map the row belongs, where there are several.
  static let map = 1
  /// The number of the row, by which rows that were sorted otherwise find back.
  static let row = 2
  static let id = 3
  /// The id of the stage that a step or a card belongs to.
  static let stage = 4
  /// The id of the step that a card belongs to; a card of a whole stage has none.
  static let step = 5
  /// The id of the lane that a card belongs to.
  static let lane = 6
  static let text = 9

  /// The names of the columns that come first.
  static let names = ["record", "map", "row", "id", "stage", "step", "lane", "actor", "title", "text"]

  /// Whether a column says something of the row's place rather than of its record.
  static func isPlace(_ column: Int) -> Bool { column <= lane && column != id }
}
