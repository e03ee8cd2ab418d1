import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// What each row is and to which map it belongs, in the order that the rows number.
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
    let order = Self.order(source, header, diagnostics: &diagnostics)
    let hasMaps = header.roles.contains { if case .place(RowColumn.map) = $0 { true } else { false } }
    var group = 0
    for index in 0..<source.rowCount {
      let row = order?[index] ?? index
      var record: RowCell?
      var map: RowCell?
      var isBlank = true
      source.forEachCell(ofRow: row) { cell in
        isBlank = false
        guard case .place(let column) = header.roles[cell.column] else { return }
        if column == RowColumn.record { record = cell } else if column == RowColumn.map { map = cell }
      }
      if isBlank { continue }
      guard let kind = Self.kind(record, row: row, source, diagnostics: &diagnostics) else { continue }
      if let map, groups.isEmpty || !map.isText(groups[group].name) {
        group = self.group(named: map.string)
      } else if groups.isEmpty {
        groups.append(Group(name: ""))
      }
      if kind == .map {
        if groups[group].hasMap {
          diagnostics.error(
            "a second map begins here", at: source.range(ofRow: row),
            hint: hasMaps
              ? "in the column 'map', the rows of each map have a name of their own"
              : "with a column 'map', each row can say to which map it belongs")
        }
        groups[group].hasMap = true
      }
      groups[group].heads.append(Head(row: Int32(truncatingIfNeeded: row), kind: kind))
    }
  }

  private mutating func group(named name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = groups.count
    groups.append(Group(name: name))
    return groups.count - 1
  }

  private static func kind<Source: RowSource>(
    _ cell: RowCell?, row: Int, _ source: Source, diagnostics: inout Diagnostics
  ) -> RowKind? {
    if let cell, let kind = RowKind.allCases.first(where: { cell.isText($0.name) }) { return kind }
    let names = RowKind.allCases.map { $0.name.description }
    guard let cell else {
      diagnostics.error(
        "this row does not say what it describes", at: source.range(ofRow: row),
        hint: "'record' is one of \(names.joined(separator: ", "))")
      return nil
    }
    diagnostics.error(
      "unknown record '\(cell.string)'", at: cell.range,
      hint: NearestName.hint(for: cell.string, in: names) ?? "it is one of \(names.joined(separator: ", "))")
    return nil
  }

  /// The rows in the order of their numbers; nil if they stand so already.
  ///
  /// A row without a number was added by hand and stays below the row that it stands below.
  private static func order<Source: RowSource>(
    _ source: Source, _ header: RowHeader, diagnostics: inout Diagnostics
  ) -> [Int]? {
    let column = header.roles.firstIndex { if case .place(RowColumn.row) = $0 { true } else { false } }
    guard let column else { return nil }
    var numbers: [Double] = []
    numbers.reserveCapacity(source.rowCount)
    var last = -Double.infinity
    var isSorted = true
    for row in 0..<source.rowCount {
      var cell: RowCell?
      source.forEachCell(ofRow: row) { if $0.column == column { cell = $0 } }
      if let cell {
        let number = number(cell, source, diagnostics: &diagnostics)
        if number < last { isSorted = false }
        last = number
      }
      numbers.append(last)
    }
    return isSorted ? nil : numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
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
