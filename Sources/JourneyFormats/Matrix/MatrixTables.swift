import JourneyTerms

extension Matrix {
  /// The tables that stand below one another in a sheet, each with the rows above it that say what it is.
  ///
  /// People put a table for today above one for tomorrow. A new one begins after an empty row, with a heading; a heading that stands
  /// again, as for printing, is left out.
  func tables() -> [Matrix] {
    var tables: [Matrix] = []
    var current = TableInProgress()
    var isAfterGap = false
    for (index, row) in rows.enumerated() {
      guard !row.isEmpty else {
        isAfterGap = true
        continue
      }
      let isAgain = current.repeatsHeading(row)
      if isAgain ? isAfterGap && hasKnownLane(after: index, of: current) : beginsTable(at: index, isAfterGap, current) {
        tables.append(Matrix(rows: current.rows))
        current = TableInProgress()
      } else if isAgain {
        continue
      }
      current.add(row)
      isAfterGap = false
    }
    if !current.rows.isEmpty { tables.append(Matrix(rows: current.rows)) }
    return tables
  }

  /// Whether what follows a gap is another table: a heading of stages, perhaps below a title.
  private func beginsTable(at start: Int, _ isAfterGap: Bool, _ table: TableInProgress) -> Bool {
    if table.isWhole, table.isOtherHeading(rows[start]) { return true }
    guard isAfterGap, table.isWhole || table.isNamed else { return false }
    var hasTitle = false
    for index in start..<min(start + 10, rows.count) {
      guard let first = rows[index].first else { continue }
      if rows[index].isLone {
        if first.column == 0, LaneHeading(first.text).type != nil || MatrixWords.line(first.text) != nil {
          return false
        }
        hasTitle = true
      } else if MatrixOutline.isLabelled(rows[index]) {
        hasTitle = true
      } else {
        let corner = MatrixWords.corner(first.text)
        if corner == .stage || (corner == .step && table.isWhole) { return true }
        guard table.isWhole else { return false }
        if MatrixOutline.headings(in: rows[index]) >= 2 { return true }
        guard first.column > 0 else { return false }
        return hasTitle || hasKnownLane(after: index, of: table)
      }
    }
    return false
  }

  /// Whether the row that follows is a lane that a table has already.
  private func hasKnownLane(after index: Int, of table: TableInProgress) -> Bool {
    let next = rows[(index + 1)...].first { !$0.isEmpty }?.first
    return next.flatMap { LaneHeading($0.text).term }.map { table.lanes.contains($0.key) } ?? false
  }
}

/// The rows of a table as far as they have been seen.
private struct TableInProgress {
  private(set) var rows: [[Matrix.Cell]] = []
  /// The terms of its lanes.
  private(set) var lanes: Set<String> = []
  /// The rows that head it, if a word says so.
  private var headings: [[Matrix.Cell]] = []
  private var hasHeading = false
  private var hasLane = false

  /// Whether it has a heading and a lane, so that another heading begins another table.
  var isWhole: Bool { hasHeading && hasLane }

  /// Whether a word says which row is its heading.
  var isNamed: Bool { !headings.isEmpty }

  mutating func add(_ row: [Matrix.Cell]) {
    rows.append(row)
    // What begins late is no heading; and nobody asks for the lanes of what is that long.
    guard rows.count <= 200, let first = row.first, !row.isLone, !MatrixOutline.isLabelled(row) || isWhole else {
      return
    }
    let corner = MatrixWords.corner(first.text)
    if headings.count < 2, corner == .stage || corner == .step { headings.append(row) }
    let heading = LaneHeading(first.text)
    if hasHeading, heading.type != nil, let key = heading.term?.key {
      lanes.insert(key)
      hasLane = true
    } else if hasHeading, !headings.isEmpty, first.column == 0, corner == nil {
      hasLane = true
    }
    let isHeading = corner == .stage || corner == .step || first.column > 0 || (row.count > 2 && heading.type == nil)
    hasHeading = hasHeading || isHeading
    if MatrixOutline.headings(in: row) >= 2 { (hasHeading, hasLane) = (true, true) }
  }

  /// Whether a row is one of the headings again.
  func repeatsHeading(_ row: [Matrix.Cell]) -> Bool {
    isWhole && headings.contains { isSame($0, row) }
  }

  /// Whether a row begins as the heading does and goes on otherwise.
  func isOtherHeading(_ row: [Matrix.Cell]) -> Bool {
    guard let heading = headings.first?.first, let first = row.first, row.count > 1 else { return false }
    return heading.column == first.column && heading.text == first.text
  }

  private func isSame(_ left: [Matrix.Cell], _ right: [Matrix.Cell]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.column == $1.column && $0.text == $1.text }
  }
}
