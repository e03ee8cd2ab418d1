import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// What each row describes and to which map it belongs, in the order of the rows' numbers.
struct RowHeads {
  /// One row.
  struct Head {
    let row: Int32
    let kind: RowKind
  }

  /// The rows of one map.
  struct Group {
    /// What stands in the rows' column `map`.
    let name: String
    var heads: [Head] = []
    /// Whether one of them is the row of the map itself.
    var hasMap = false
  }

  private(set) var groups: [Group] = []
  private var numbers: [String: Int] = [:]

  /// Looks at the rows of a source; what is wrong is added to `diagnostics`.
  init<Source: RowSource>(_ source: Source, _ header: RowHeader, diagnostics: inout Diagnostics) {
    var heads: [Head] = []
    var order: [Double] = []
    heads.reserveCapacity(source.rowCount)
    order.reserveCapacity(source.rowCount)
    let (recordColumn, rowColumn) = (header.placeColumns[RowColumn.record], header.placeColumns[RowColumn.row])
    var isSorted = true
    for row in 0..<source.rowCount {
      var record: RowCell?
      var number: RowCell?
      source.forEachCell(ofRow: row, before: header.placeEnd) { cell in
        if cell.column == recordColumn { record = cell } else if cell.column == rowColumn { number = cell }
      }
      guard let kind = Self.kind(record, like: heads.last?.kind, row: row, source, diagnostics: &diagnostics) else {
        continue
      }
      // A row without a number was added by hand and stays below the row that it stands below.
      let last = order.last ?? -Double.infinity
      let place = number.map { Self.number($0, source, diagnostics: &diagnostics) } ?? last
      if place < last { isSorted = false }
      order.append(place)
      heads.append(Head(row: Int32(truncatingIfNeeded: row), kind: kind))
    }
    if !isSorted {
      heads = heads.indices.sorted { (order[$0], $0) < (order[$1], $1) }.map { heads[$0] }
    }
    group(heads, source, header, diagnostics: &diagnostics)
  }

  /// Puts the rows of each map together; a row that names none belongs to the map of the row above.
  private mutating func group<Source: RowSource>(
    _ heads: [Head], _ source: Source, _ header: RowHeader, diagnostics: inout Diagnostics
  ) {
    let column = header.placeColumns[RowColumn.map]
    if column < 0, !heads.isEmpty { groups = [Group(name: "", heads: heads)] }
    var group = 0
    for head in heads {
      if column >= 0 {
        var map: RowCell?
        source.forEachCell(ofRow: Int(head.row), before: column + 1) { if $0.column == column { map = $0 } }
        if let map, groups.isEmpty || !map.isText(groups[group].name) {
          group = self.group(named: map.string)
        } else if groups.isEmpty {
          groups.append(Group(name: ""))
        }
        groups[group].heads.append(head)
      }
      guard head.kind == .map else { continue }
      if groups[group].hasMap {
        diagnostics.error(
          "a second map begins here", at: source.range(ofRow: Int(head.row)),
          hint: column >= 0
            ? "in the column 'map', the rows of each map have a name of their own"
            : "with a column 'map', each row can say to which map it belongs")
      }
      groups[group].hasMap = true
    }
  }

  private mutating func group(named name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = groups.count
    groups.append(Group(name: name))
    return groups.count - 1
  }

  /// What a row describes; nil if it is blank or says nothing that is known.
  private static func kind<Source: RowSource>(
    _ cell: RowCell?, like last: RowKind?, row: Int, _ source: Source, diagnostics: inout Diagnostics
  ) -> RowKind? {
    if let cell {
      if let last, cell.isText(last.name) { return last }
      if let kind = RowKind.allCases.first(where: { cell.isText($0.name) }) { return kind }
    }
    let names = diagnostics.isFull ? [] : RowKind.allCases.map { $0.name.description }
    if let cell {
      diagnostics.error(
        "unknown record '\(cell.string)'", at: cell.range,
        hint: NearestName.hint(for: cell.string, in: names) ?? "it is one of \(names.joined(separator: ", "))")
    } else {
      var isBlank = true
      source.forEachCell(ofRow: row) { _ in isBlank = false }
      if isBlank { return nil }
      diagnostics.error(
        "this row does not say what it describes", at: source.range(ofRow: row),
        hint: "'record' is one of \(names.joined(separator: ", "))")
    }
    return nil
  }

  private static func number<Source: RowSource>(
    _ cell: RowCell, _ source: Source, diagnostics: inout Diagnostics
  ) -> Double {
    if case .number(let number) = JSONNumber.value(of: cell.text) { return number }
    let text = source.respelled(cell, as: .number, diagnostics: &diagnostics) ?? cell.string
    if JSONNumber.isNumber(text), let number = Double(text) { return number }
    diagnostics.error(
      "'row' is a number, not '\(cell.string)'", at: cell.range,
      hint: "number the rows in the order that they should have, or leave the cell empty")
    return 0
  }
}

extension RowCell {
  func isText(_ other: StaticString) -> Bool {
    isText(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }

  func isText(_ other: String) -> Bool {
    var other = other
    return other.withUTF8 { isText($0) }
  }

  func isText(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == other.count else { return false }
    for index in 0..<text.count where text[index] != other[index] { return false }
    return true
  }
}
