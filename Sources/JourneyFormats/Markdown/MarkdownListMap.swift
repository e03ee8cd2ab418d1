import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Makes a table of lists: a column for each step, a row for each lane.
struct MarkdownListMap {
  private struct Column {
    var stage: Int
    /// The step; nil for what concerns a whole stage.
    var step: Matrix.Cell?
  }

  private struct Lane {
    let label: Matrix.Cell
    /// The cards of each column.
    var cells: [Int: (texts: [String], links: [(text: String, address: String)], range: SourceRange)] = [:]
  }

  private let document: MarkdownDocument
  private var stages: [Matrix.Cell] = []
  private var columns: [Column] = []
  private var lanes: [Lane] = []
  private var laneNumbers: [String: Int] = [:]
  /// What the lists say of the map.
  private(set) var labels: [(label: String, value: String)] = []
  private var diagnostics: Diagnostics
  private var isToldOfActions = false

  /// What a list that names no lane is taken for.
  private static let usual = LaneType.actions.rawValue

  static func table(
    of lists: [MarkdownList], in document: MarkdownDocument, _ diagnostics: inout Diagnostics
  ) -> (outline: MatrixOutline, labels: [(label: String, value: String)]) {
    var builder = MarkdownListMap(document, diagnostics)
    for list in lists { builder.add(list) }
    diagnostics = builder.diagnostics
    return (builder.outline, builder.labels)
  }

  private init(_ document: MarkdownDocument, _ diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
  }

  private mutating func add(_ list: MarkdownList) {
    let names = list.names.map(cell)
    if let stage = names.first, stage.text != stages.last?.text || names.count == 1 { beginStage(stage) }
    if names.count > 1, let step = names.last { beginStep(step) }
    let stageDepth = names.isEmpty ? max(list.laneDepth - 2, 1) : 0
    var lane: (number: Int, depth: Int)?
    for item in list.items {
      if let open = lane, item.depth > open.depth {
        add([item.text], item, to: open.number)
        continue
      }
      lane = nil
      if item.depth == list.laneDepth || (item.depth == list.laneDepth - 1 && item.isLane && item.depth > stageDepth) {
        lane = (beginLane(item), item.depth)
      } else if item.depth == 1, stageDepth == 1, let (_, value) = MatrixLabel.split(item.text) {
        labels.append((item.label, value))
      } else if item.depth == stageDepth {
        beginStage(Self.cell(item))
      } else if item.depth > stageDepth, item.depth < list.laneDepth {
        beginStep(Self.cell(item))
      }
    }
  }

  private func cell(_ heading: MarkdownHeading) -> Matrix.Cell {
    let lines = document.blocks[heading.block].lines
    let text = ForeignText.trimmed(MarkdownText(lines, in: document).text)
    return Matrix.Cell(column: 0, text: text, range: lines.first ?? SourceRange(offset: 0))
  }

  private static func cell(_ item: MarkdownList.Item) -> Matrix.Cell {
    Matrix.Cell(column: 0, text: item.text, range: item.range)
  }

  // MARK: - Parts

  private mutating func beginStage(_ title: Matrix.Cell) {
    stages.append(title)
  }

  private mutating func beginStep(_ title: Matrix.Cell) {
    if stages.isEmpty { beginStage(Matrix.Cell(column: 0, text: MatrixReader.untitled, range: title.range)) }
    columns.append(Column(stage: stages.count - 1, step: title))
  }

  /// Begins a lane in the column that is open, with the cards that stand beside its name.
  private mutating func beginLane(_ item: MarkdownList.Item) -> Int {
    if stages.isEmpty { beginStage(Matrix.Cell(column: 0, text: MatrixReader.untitled, range: item.range)) }
    if columns.last?.stage != stages.count - 1 { columns.append(Column(stage: stages.count - 1, step: nil)) }
    let hasLabel = item.isLane || item.text.count > item.label.count
    guard hasLabel else {
      tellOfNoLane(item)
      let number = number(ofLane: Self.usual, at: item.range)
      add([item.text], item, to: number)
      return number
    }
    let number = number(ofLane: ForeignText.trimmed(item.label), at: item.range)
    let value = item.cell.drop { $0 != ":" && $0 != "：" }.dropFirst()
    add(CellText.items(of: ForeignText.trimmed(value)).map(\.text), item, to: number)
    return number
  }

  private mutating func number(ofLane label: String, at range: SourceRange) -> Int {
    if let number = laneNumbers[label] { return number }
    laneNumbers[label] = lanes.count
    lanes.append(Lane(label: Matrix.Cell(column: 0, text: label, range: range)))
    return lanes.count - 1
  }

  private mutating func add(_ texts: [String], _ item: MarkdownList.Item, to lane: Int) {
    guard !texts.isEmpty else { return }
    let column = columns.count - 1
    var cell = lanes[lane].cells[column] ?? ([], [], item.range)
    // Taken out, so that it is not copied for each of its cards.
    lanes[lane].cells[column] = nil
    cell.texts += texts
    cell.links += item.links
    lanes[lane].cells[column] = cell
  }

  private mutating func tellOfNoLane(_ item: MarkdownList.Item) {
    guard !isToldOfActions else { return }
    isToldOfActions = true
    diagnostics.warn(
      "this item names no lane and is read as an action, as others like it are", at: item.range,
      hint: "write the lane before it, as in 'Thoughts: …'")
  }

  // MARK: - The table

  private var outline: MatrixOutline {
    var stageRow: [Matrix.Cell] = []
    var stepRow: [Matrix.Cell] = []
    var places = [Int](repeating: 0, count: columns.count)
    let columnsOf = Dictionary(grouping: columns.indices) { columns[$0].stage }
    var next = 1
    for (number, stage) in stages.enumerated() {
      stageRow.append(Matrix.Cell(column: next, text: stage.text, range: stage.range))
      let own = columnsOf[number] ?? []
      for column in own {
        if let step = columns[column].step {
          stepRow.append(Matrix.Cell(column: next, text: step.text, range: step.range))
        }
        places[column] = next
        next += 1
      }
      if own.isEmpty { next += 1 }
    }
    let rows = lanes.map { lane in
      let cells = lane.cells.map { column, cell in
        Matrix.Cell(column: places[column], text: CellText.written(cell.texts), range: cell.range, links: cell.links)
      }
      return [lane.label] + cells.sorted { $0.column < $1.column }
    }
    return MatrixOutline(headings: stepRow.isEmpty ? [stageRow] : [stageRow, stepRow], lanes: rows)
  }
}
