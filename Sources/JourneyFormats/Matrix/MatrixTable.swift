import JourneyDiagnostics
import JourneyModel

/// One table of a matrix: where its heads, lanes and stages are.
struct MatrixTable {
  /// What stands before the table, a row each.
  var preface: [[Matrix.Cell]]
  /// The table, with stages as columns.
  var matrix: Matrix
  /// How many of the first rows are heads: one of stages, and perhaps one of steps.
  var headCount = 1
  /// Whether the second column names actors.
  var hasActors = false

  /// The first column of stages.
  var firstStage: Int { hasActors ? 2 : 1 }

  /// Divides a matrix into its tables, each with what stands before it.
  static func all(in matrix: Matrix) -> [MatrixTable] {
    var tables: [MatrixTable] = []
    var preface: [[Matrix.Cell]] = []
    for block in blocks(of: matrix) {
      let lead = block.prefix { isPreface($0) }
      let rest = Array(block.dropFirst(lead.count))
      if rest.isEmpty || (tables.isEmpty && rest.count < 2 && !block.isEmpty && lead.isEmpty && block.count == 1) {
        preface += block
      } else if let last = tables.indices.last, preface.isEmpty, lead.isEmpty, !isHead(rest) {
        tables[last].matrix.rows += rest
      } else {
        tables.append(MatrixTable(preface: preface + lead, matrix: Matrix(rows: rest)))
        preface = []
      }
    }
    // What stands after the last table belongs to it.
    if let last = tables.indices.last { tables[last].matrix.rows += preface }
    return tables.map(\.oriented)
  }

  /// Runs of rows that say something.
  private static func blocks(of matrix: Matrix) -> [[[Matrix.Cell]]] {
    var blocks: [[[Matrix.Cell]]] = [[]]
    for row in matrix.rows {
      if row.allSatisfy(\.isEmpty) {
        if blocks.last?.isEmpty == false { blocks.append([]) }
      } else {
        blocks[blocks.count - 1].append(row)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// Whether a row is no part of a table: one cell, or a word for a field of the map with its text.
  private static func isPreface(_ row: [Matrix.Cell]) -> Bool {
    let texts = row.filter { !$0.isEmpty }
    if texts.count == 1 { return row.first?.isEmpty == false && !MatrixWords.isLane(texts[0].text) }
    guard texts.count == 2, row.first?.isEmpty == false else { return false }
    let key = MatrixWords.field(texts[0].text)
    return key != nil && key != "map.stage" && key != "map.step" && MatrixWords.lane(texts[1].text) == nil
  }

  /// Whether rows begin with a head: a first row whose first cell is empty or no lane, above rows of lanes.
  private static func isHead(_ rows: [[Matrix.Cell]]) -> Bool {
    guard let head = rows.first, let corner = head.first, MatrixWords.lane(corner.text) == nil, rows.count > 1 else {
      return false
    }
    if corner.isEmpty { return head.count > 2 && rows[1].first.map { MatrixWords.lane($0.text) != nil } ?? false }
    return MatrixWords.isStageOrStep(corner.text) || head.filter { MatrixWords.lane($0.text) != nil }.count >= 2
  }

  /// The table with stages as columns, its heads and its column of actors found.
  private var oriented: MatrixTable {
    var table = self
    let down = matrix.rows.dropFirst().filter { $0.first.map { MatrixWords.lane($0.text) != nil } ?? false }.count
    let across =
      matrix.rows.prefix(2).map { $0.dropFirst().filter { MatrixWords.lane($0.text) != nil }.count }.max() ?? 0
    if across > down { table.matrix = matrix.transposed }
    table.findHeads()
    return table
  }

  private mutating func findHeads() {
    let count = matrix.rows.dropFirst().prefix { row in
      guard let first = row.first else { return true }
      return first.isEmpty || MatrixWords.isStageOrStep(first.text)
    }.count
    headCount = min(1 + count, matrix.rows.count)
    hasActors = hasActorColumn
  }

  private var hasActorColumn: Bool {
    let heads = (0..<headCount).map { matrix[$0, 1] }
    if heads.contains(where: { MatrixWords.isActor($0.text) }) { return true }
    // A stage has a head; a column of names has none.
    return heads.allSatisfy(\.isEmpty) && (headCount..<matrix.rows.count).contains { !matrix[$0, 1].isEmpty }
      && matrix.width > 2
  }
}
