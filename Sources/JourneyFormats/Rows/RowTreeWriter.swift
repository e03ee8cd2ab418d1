import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Turns the rows of maps into the tree that documents of the same maps would have.
///
/// Fields come in the order of the model, whatever the order of the columns, so that reading takes one visit a record. Their kinds
/// decide whether a cell is text, a number, a list or JSON.
struct RowTreeWriter<Source: RowSource> {
  /// The rows of the map at hand, and which belongs below which.
  private var heads: [RowHeads.Head] = []
  private var outline = RowOutline(rowCount: 0)
  private let source: Source
  private let header: RowHeader
  private let values: RowValueWriter
  private let builder: TreeBuilder
  private let layout = RowLayout.shared
  /// The names of the fields, as keys.
  private let keys: [TreeBuilder.Word]
  /// The cells of the rows that are open, the innermost last.
  private var cells: [RowCell] = []
  /// For each field the number of its cell among ``cells``; −1 for none.
  ///
  /// Rows that are open together are of different kinds and so have different fields.
  private var found: [Int]
  /// The field that holds what a card says.
  private let cardText: Int
  /// The extensions of the rows that are open.
  private var extensionCells: [(field: Int, cell: RowCell)] = []
  private var diagnostics: Diagnostics

  init(_ source: Source, header: RowHeader, values: RowValueWriter, diagnostics: Diagnostics) {
    self.source = source
    self.header = header
    self.values = values
    self.diagnostics = diagnostics
    builder = values.builder
    keys = layout.fields.map { [builder] field in builder.word(field.name) }
    found = Array(repeating: -1, count: layout.fields.count)
    cardText = layout.fields(of: .card).first { [layout] in layout.fields[$0].column == RowColumn.text } ?? -1
  }

  /// Adds the document of a map.
  mutating func add(_ heads: [RowHeads.Head], _ outline: RowOutline, diagnostics: inout Diagnostics) {
    self.heads = heads
    self.outline = outline
    self.diagnostics = diagnostics
    write(.map, row: outline.map, place: -1)
    diagnostics = self.diagnostics
  }

  /// Hands over the tree of all documents.
  func tree() -> SyntaxTree { builder.tree(source: values.text) }

  // MARK: Rows

  /// Writes a row as a mapping, with all rows below it.
  ///
  /// - Parameters:
  ///   - kind: What the row describes.
  ///   - row: Its number in ``heads``; −1 where the map has no row.
  ///   - place: Of a stage or a step its number in the outline.
  private mutating func write(_ kind: RowKind, row: Int32, place: Int32) {
    let (start, extensionStart) = (cells.count, extensionCells.count)
    let fields = layout.fields(of: kind)
    if row >= 0 { open(kind, Int(heads[Int(row)].row)) }
    if kind == .card, cells.count == start + 1, extensionCells.count == extensionStart, found[cardText] == start {
      // A card that is only text is a text.
      builder.range = cells[start].range
      builder.scalar(cells[start].text, .quoted, in: values.bytes)
    } else {
      builder.begin(.mapping)
      if kind == .map, found[fields.lowerBound] < 0 {
        builder.add(keys[fields.lowerBound])
        builder.bare("1")
      }
      write(fields, place: place)
      builder.end()
    }
    close(start, extensionStart, kind)
  }

  /// Finds the cells of a row.
  private mutating func open(_ kind: RowKind, _ row: Int) {
    let source = source
    let header = header
    builder.range = source.range(ofRow: row)
    source.forEachCell(ofRow: row) { cell in
      let field = header.field(cell.column, of: kind)
      if field < 0 {
        if !header.has(cell.column, kind), !isOwnID(cell, row) {
          header.refuse(cell, of: kind, diagnostics: &diagnostics)
        }
      } else if layout.fields[field].value == .extensions {
        extensionCells.append((field, cell))
        mark(field)
      } else {
        found[field] = cells.count
        cells.append(cell)
        mark(field)
      }
    }
  }

  /// Notes that there is something in the field that holds another one.
  private mutating func mark(_ field: Int) {
    let outer = layout.fields[field].outer
    if outer >= 0 { found[outer] = 0 }
  }

  private mutating func close(_ start: Int, _ extensionStart: Int, _ kind: RowKind) {
    while cells.count > start, let cell = cells.popLast() { clear(header.field(cell.column, of: kind)) }
    while extensionCells.count > extensionStart, let member = extensionCells.popLast() { clear(member.field) }
  }

  private mutating func clear(_ field: Int) {
    found[field] = -1
    let outer = layout.fields[field].outer
    if outer >= 0 { found[outer] = -1 }
  }

  /// Whether a row of a stage says its own id in the column `stage` and so on, which is no mistake.
  private func isOwnID(_ cell: RowCell, _ row: Int) -> Bool {
    guard case .place(let column) = header.roles[cell.column],
      column == RowColumn.stage || column == RowColumn.step || column == RowColumn.lane
    else { return false }
    var isOwn = false
    source.forEachCell(ofRow: row) { other in
      if other.column == header.idColumn { isOwn = other.isText(cell.text) }
    }
    return isOwn
  }

  // MARK: Fields

  private mutating func write(_ fields: Range<Int>, place: Int32) {
    var field = fields.lowerBound
    while field < fields.upperBound {
      let inner = layout.fields[field].innerCount
      let number = found[field]
      switch layout.fields[field].value {
      case .text: if number >= 0 { scalar(field, cells[number], .quoted, nil) }
      case .date: if number >= 0 { scalar(field, cells[number], .quoted, .date) }
      case .number: if number >= 0 { scalar(field, cells[number], .plain, .number) }
      case .flag: if number >= 0 { scalar(field, cells[number], .plain, .flag) }
      case .list: if number >= 0 { list(field, cells[number]) }
      case .record:
        if number >= 0 {
          builder.add(keys[field])
          builder.begin(.mapping)
          write(field + 1..<field + 1 + inner, place: place)
          builder.end()
        }
      case .records(let kind): records(field, kind, place: place)
      case .cards: cards(field, place: place, hasExtensions: number >= 0)
      case .extensions: extensions(field)
      }
      field += 1 + inner
    }
  }

  private mutating func scalar(
    _ field: Int, _ cell: RowCell, _ kind: SyntaxNode.Kind, _ value: RowLayout.Value?
  ) {
    builder.range = cell.range
    builder.add(keys[field])
    if let value, let text = source.respelled(cell, as: value, diagnostics: &diagnostics) {
      builder.scalar(text, kind)
    } else {
      builder.scalar(cell.text, kind, in: values.bytes)
    }
  }

  private mutating func records(_ field: Int, _ kind: RowKind, place: Int32) {
    switch kind {
    case .stage:
      list(field, of: outline.stages.count) { writer, index in
        let stage = writer.outline.stages[index]
        writer.write(.stage, row: writer.outline.places[Int(stage)].row, place: stage)
      }
    case .step:
      guard place >= 0, outline.places[Int(place)].firstStep >= 0 else { return }
      builder.add(keys[field])
      builder.begin(.sequence)
      var step = outline.places[Int(place)].firstStep
      while step >= 0 {
        write(.step, row: outline.places[Int(step)].row, place: step)
        step = outline.places[Int(step)].nextStep
      }
      builder.end()
    case .map, .organization, .actor, .lane, .card, .link, .metric, .source:
      list(field, of: outline.rows[Int(kind.rawValue)].count) { writer, index in
        writer.write(kind, row: writer.outline.rows[Int(kind.rawValue)][index], place: -1)
      }
    }
  }

  private mutating func list(_ field: Int, of count: Int, _ item: (inout RowTreeWriter, Int) -> Void) {
    guard count > 0 else { return }
    builder.add(keys[field])
    builder.begin(.sequence)
    for index in 0..<count { item(&self, index) }
    builder.end()
  }

  private mutating func cards(_ field: Int, place: Int32, hasExtensions: Bool) {
    guard place >= 0 else { return }
    var cell = outline.places[Int(place)].firstCell
    guard cell >= 0 || hasExtensions else { return }
    builder.add(keys[field])
    builder.begin(.mapping)
    while cell >= 0 {
      let group = outline.cells[Int(cell)]
      let lane = outline.lanes[Int(group.lane)]
      builder.range = lane.range
      builder.scalar(lane.text, .quoted, in: values.bytes)
      builder.begin(.sequence)
      var card = group.first
      while card >= 0 {
        write(.card, row: card, place: -1)
        card = outline.nextCard[Int(card)]
      }
      builder.end()
      cell = group.next
    }
    if hasExtensions { extensions(field + 1) }
    builder.end()
  }

  private mutating func list(_ field: Int, _ cell: RowCell) {
    builder.range = cell.range
    builder.add(keys[field])
    values.list(cell, diagnostics: &diagnostics)
  }

  private mutating func extensions(_ field: Int) {
    for member in extensionCells where member.field == field {
      builder.range = member.cell.range
      switch header.roles[member.cell.column] {
      case .extension(let name):
        builder.text(name)
        let spelling = source.respelled(member.cell, as: .extensions, diagnostics: &diagnostics)
        values.json(member.cell, spelling, diagnostics: &diagnostics)
      case .extensions: values.members(member.cell, diagnostics: &diagnostics)
      case .place, .field, .unknown, .nameless: continue
      }
    }
  }
}
