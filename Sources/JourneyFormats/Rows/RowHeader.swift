import JourneyDiagnostics
import JourneyModel

/// What the columns of a source mean.
struct RowHeader {
  /// What stands in a column.
  enum Role {
    /// Where the row belongs: a column of ``RowColumn``.
    case place(Int)
    /// A field that records of some kinds have.
    case field
    /// The value of an extension.
    case `extension`(name: String)
    /// Several extensions, as one JSON object.
    case extensions
    /// Nothing that is known; it has been told.
    case unknown
    /// The column has no name, so nothing may stand in it.
    case nameless
  }

  /// The role of each column.
  private(set) var roles: [Role] = []
  /// For each kind of row and then each column the field that stands there, as a number in ``RowLayout/fields``; −1 for none.
  private(set) var fields: [Int32]
  private let columns: [RowSourceColumn]
  /// The column of the ids; −1 for none.
  private(set) var idColumn = -1
  /// For each column of ``RowColumn`` up to the lane's the one in the source; −1 for none.
  private(set) var placeColumns = Array(repeating: -1, count: RowColumn.lane + 1)
  /// The number after the last of those columns.
  private(set) var placeEnd = 0

  /// Learns the columns; what is wrong with them is added to `diagnostics`.
  init(_ columns: [RowSourceColumn], diagnostics: inout Diagnostics) {
    self.columns = columns
    let layout = RowLayout.shared
    let known = Dictionary(uniqueKeysWithValues: layout.columns.enumerated().map { ($1, $0) })
    var first: [String: Int] = [:]
    fields = Array(repeating: -1, count: columns.count * RowKind.allCases.count)
    for (number, column) in columns.enumerated() {
      if !column.name.isEmpty, let other = first.updateValue(number, forKey: column.name) {
        diagnostics.error(
          "the column '\(column.name)' stands twice", at: column.range,
          related: [Diagnostic.Related("it stands here first", at: columns[other].range)])
        roles.append(.unknown)
      } else {
        roles.append(learn(column, number, known[column.name], layout, &diagnostics))
      }
    }
  }

  private mutating func learn(
    _ column: RowSourceColumn, _ number: Int, _ known: Int?, _ layout: RowLayout, _ diagnostics: inout Diagnostics
  ) -> Role {
    if let known {
      if known <= RowColumn.lane {
        placeColumns[known] = number
        placeEnd = number + 1
      }
      if RowColumn.isPlace(known) { return .place(known) }
      if known == RowColumn.id { idColumn = number }
      assign(number) { layout.fields[$0].column == known }
      return .field
    }
    if column.name.isEmpty { return .nameless }
    let (prefix, name) = Self.extensionName(in: column.name)
    if let name, assign(number, where: { layout.fields[$0].value == .extensions && layout.prefixes[$0] == prefix }) {
      return name == RowLayout.extensionsColumn ? .extensions : .extension(name: name)
    }
    let names = diagnostics.isFull ? [] : layout.columns + [RowLayout.extensionsColumn]
    diagnostics.error(
      "unknown column '\(column.name)'", at: column.range,
      hint: NearestName.hint(for: column.name, in: names) ?? "a column of your own begins with 'x-' and holds JSON")
    return .unknown
  }

  /// Notes the fields that stand in a column; false if there are none.
  @discardableResult
  private mutating func assign(_ column: Int, where isMeant: (Int) -> Bool) -> Bool {
    let layout = RowLayout.shared
    var isAny = false
    for kind in RowKind.allCases {
      for field in layout.fields(of: kind) where isMeant(field) {
        fields[Int(kind.rawValue) * columns.count + column] = Int32(field)
        isAny = true
      }
    }
    return isAny
  }

  /// The name of an extension at the end of a column's name, with what stands before it; names may hold dots themselves.
  private static func extensionName(in column: String) -> (prefix: String, name: String?) {
    if column.hasPrefix("x-") || column == RowLayout.extensionsColumn { return ("", column) }
    guard let dot = column.utf8.firstIndex(of: UInt8(ascii: ".")) else { return ("", nil) }
    let name = String(column[column.index(after: dot)...])
    let isName = name.hasPrefix("x-") || name == RowLayout.extensionsColumn
    return (String(column[...dot]), isName ? name : nil)
  }

  /// The field of a kind that stands in a column; −1 for none.
  @inline(__always)
  func field(_ column: Int, of kind: RowKind) -> Int { Int(fields[Int(kind.rawValue) * columns.count + column]) }

  /// Whether something can stand in a column of a kind of rows.
  func has(_ column: Int, _ kind: RowKind) -> Bool {
    guard case .place(let place) = roles[column] else { return field(column, of: kind) >= 0 }
    return switch place {
    case RowColumn.stage: kind == .step || kind == .card
    case RowColumn.step, RowColumn.lane: kind == .card
    default: true
    }
  }

  /// Says that a cell stands in a column where rows of its kind have nothing.
  func refuse(_ cell: RowCell, of kind: RowKind, diagnostics: inout Diagnostics) {
    switch roles[cell.column] {
    case .unknown: return
    case .nameless:
      diagnostics.error(
        "a cell stands in a column without a name", at: cell.range, hint: "name the column, or empty the cell")
    case .place, .field, .extension, .extensions:
      let name = columns[cell.column].name
      let owners = RowKind.allCases.filter { has(cell.column, $0) }.map { "\($0.name)" }
      diagnostics.error(
        "a row with record '\(kind.name)' has no '\(name)'", at: cell.range,
        hint: owners.isEmpty
          ? "empty the cell" : "empty the cell; only \(owners.joined(separator: ", ")) rows have it")
    }
  }
}
