import JourneyDiagnostics
import JourneyTerms

/// Which rows and columns of a table are what: title, stages, steps, lanes, actors.
///
/// It is told with stages as columns; a table with stages as rows is turned first.
struct MatrixOutline {
  typealias Row = [Matrix.Cell]

  /// The rows above the heading.
  private(set) var preamble: [Row] = []
  /// The rows of stages and steps; none if the table begins with a lane.
  private(set) var headings: [Row] = []
  /// The rows below.
  private(set) var lanes: [Row] = []
  private(set) var laneColumn = 0
  private(set) var groupColumn: Int?
  private(set) var actorColumn: Int?

  /// The first column of cards.
  var firstColumn: Int { max(laneColumn, actorColumn ?? 0) + 1 }

  /// States what is known: rows of headings, and of lanes that are named in the first column.
  init(headings: [Row], lanes: [Row]) {
    self.headings = headings
    self.lanes = lanes
  }

  /// Understands a table; nil, with an error, if there is nothing in it that a journey map has.
  init?(of table: Matrix, diagnostics: inout Diagnostics) {
    let table = table.compacted()
    guard let first = table.rows.first?.first else { return nil }
    var rows = table.rows
    if let heading = Self.laneHeading(of: rows) {
      preamble = Array(rows[..<heading])
      rows = Matrix(rows: Array(rows[heading...])).compacted().transposed().rows
    }
    guard let start = findHeading(rows) else {
      diagnostics.error(
        "nothing in this table is a stage or a lane of a journey map", at: first.range,
        hint: "put lanes such as Actions or Touchpoints into the first column, or 'Stage' into the cell above them")
      return nil
    }
    preamble += rows[..<start]
    takeHeadings(from: &rows, at: start)
    lanes = rows
    if let extra = lanes.first, headings.count == 2, !hasLabel(extra) {
      diagnostics.error(
        "this is a third row of headings, and a map has two: stages and steps",
        at: extra.first?.range,
        hint: "join it with the row above, or give it a name in its first cell to make it a lane")
      return nil
    }
    findActors()
  }

  /// Whether a row says something of the map as a whole: labels, each with a value beside it.
  static func isLabelled(_ row: Row) -> Bool {
    guard let first = row.first, row.count >= 2, row.count <= 12, MatrixLabel(first.text) != nil else { return false }
    return row.count == 2 || LaneHeading(first.text).type == nil
  }

  /// How many of the cells of a row head lanes.
  static func headings(in row: Row) -> Int {
    row.prefix(200).reduce(0) { $0 + (LaneHeading($1.text).type == nil ? 0 : 1) }
  }

  /// The row that heads the lanes of a table with stages as rows; nil if lanes are rows.
  private static func laneHeading(of rows: [Row]) -> Int? {
    let counts = rows.prefix(30).map { $0.isLone ? 0 : headings(in: $0) }
    guard let most = counts.max(), most > 0, let row = counts.firstIndex(of: most) else { return nil }
    let isNamed = rows[row].prefix(2).contains { MatrixWords.corner($0.text) == .stage }
    guard most >= 2 || isNamed else { return nil }
    let across = (0...1).map { column in lanes(of: rows, in: column) }.max() ?? 0
    return most > across ? row : nil
  }

  /// How many rows have a lane's heading in a column.
  private static func lanes(of rows: [Row], in column: Int) -> Int {
    rows.prefix(500).reduce(0) { count, row in
      count + (row.cell(in: column).map { LaneHeading($0.text).type == nil ? 0 : 1 } ?? 0)
    }
  }

  /// The number of the row of stages, and with it the column of the lanes; `rows.count` is never one.
  private mutating func findHeading(_ rows: [Row]) -> Int? {
    let counts = [Self.lanes(of: rows, in: 0), Self.lanes(of: rows, in: 1)]
    laneColumn = counts[1] > counts[0] ? 1 : 0
    if let (row, column) = namedHeading(rows) {
      if column == 1 {
        laneColumn = 1
      } else if let beside = rows[row].cell(in: 1), MatrixWords.corner(beside.text) != .lane {
        laneColumn = 0
      }
      return row
    }
    let firstLane = rows.firstIndex { isLane($0) }
    let above = rows[..<min(firstLane ?? rows.count, 60)]
    let candidates = above.indices.filter { !rows[$0].isLone && !Self.isLabelled(rows[$0]) }
    let cornerless = candidates.first { (rows[$0].first?.column ?? 0) > laneColumn }
    let widest = candidates.filter { rows[$0].count > 2 }.max { rows[$0].count < rows[$1].count }
    guard let firstLane else {
      guard let heading = cornerless ?? widest, hasStageTerms(rows[heading]) else { return nil }
      return heading
    }
    if let heading = cornerless ?? widest { return heading }
    // A single stage stands alone in its row.
    let isHeaded = firstLane > 0 && (rows[firstLane - 1].last?.column ?? 0) > laneColumn
    return isHeaded && !Self.isLabelled(rows[firstLane - 1]) ? firstLane - 1 : firstLane
  }

  /// The row whose first cells say that it is the one of the stages, or of the steps below it, and the column that says so.
  private func namedHeading(_ rows: [Row]) -> (row: Int, column: Int)? {
    var lone: (row: Int, column: Int)?
    for (number, row) in rows.prefix(60).enumerated() {
      // The value beside a label can be any word.
      if row.count == 2, Self.isLabelled(row) { continue }
      guard let cell = row.prefix(2).first(where: { isStageOrStep($0.text) }), cell.column < 2 else { continue }
      // Beside a lane it is a card.
      if let first = row.first, first.column < cell.column, LaneHeading(first.text).type != nil { continue }
      if row.isLone {
        lone = lone ?? (number, cell.column)
        continue
      }
      let isStep = MatrixWords.corner(cell.text) == .step
      if isStep, number > 0, let above = rows[number - 1].first, above.column > cell.column,
        !rows[number - 1].isLone || row.count == 2
      {
        return (number - 1, cell.column)
      }
      return (number, cell.column)
    }
    return lone
  }

  private func isStageOrStep(_ text: String) -> Bool {
    let corner = MatrixWords.corner(text)
    return corner == .stage || corner == .step
  }

  private func isLane(_ row: Row) -> Bool {
    guard let cell = row.cell(in: laneColumn) else { return false }
    let heading = LaneHeading(cell.text)
    // "Owner" names a lane, and also the owner of the map.
    return heading.type != nil && !(heading.type == .owner && Self.isLabelled(row))
  }

  private func hasStageTerms(_ row: Row) -> Bool {
    row.prefix(200).reduce(0) { $0 + (TermIndex.of("stage")[$1.text] == nil ? 0 : 1) } >= 2
  }

  private func hasLabel(_ row: Row) -> Bool {
    row.first.map { $0.column <= laneColumn } ?? false
  }

  /// Takes the one or two rows of headings, and all above them, off the rows.
  private mutating func takeHeadings(from rows: inout [Row], at start: Int) {
    var end = start
    if !isLane(rows[start]) || isStageOrStep(rows[start].first?.text ?? "") {
      headings.append(rows[start])
      end += 1
      if end < rows.count, !hasLabel(rows[end]) || isStepHeading(rows[end]) {
        headings.append(rows[end])
        end += 1
      }
    }
    rows.removeSubrange(..<end)
  }

  private func isStepHeading(_ row: Row) -> Bool {
    row.cell(in: laneColumn).map { MatrixWords.corner($0.text) == .step } ?? false
  }

  /// Finds the column of the actors and the one of the groups, which stand on either side of the lanes.
  private mutating func findActors() {
    func heads(_ column: Int) -> [Matrix.Cell] { headings.compactMap { $0.cell(in: column) } }
    func areActors(_ column: Int) -> Bool { heads(column).contains { MatrixWords.corner($0.text) == .actor } }
    if laneColumn == 1 {
      if areActors(0) { actorColumn = 0 } else { groupColumn = 0 }
    }
    let next = laneColumn + 1
    guard actorColumn == nil else { return }
    let isHeaded = !heads(next).isEmpty
    let isUsed = lanes.contains { $0.cell(in: next) != nil }
    let isLast = !headings.contains { ($0.last?.column ?? 0) > next }
    if areActors(next) || (!isHeaded && isUsed && !isLast) || repeatLanes(with: next) { actorColumn = next }
  }

  /// Whether lanes stand again and again, each time with another short text beside them that others have too: an actor.
  private func repeatLanes(with column: Int) -> Bool {
    guard lanes.count >= 3, lanes.count <= 500 else { return false }
    var pairs: Set<[String]> = []
    var names: Set<String> = []
    var actors: [String: Int] = [:]
    for row in lanes {
      guard let lane = row.cell(in: laneColumn), let actor = row.cell(in: column), actor.text.utf8.count <= 60,
        pairs.insert([lane.text, actor.text]).inserted
      else { return false }
      names.insert(lane.text)
      actors[actor.text, default: 0] += 1
    }
    return names.count < lanes.count && actors.count > 1 && actors.values.allSatisfy { $0 > 1 }
  }
}
