import JourneyModel
import JourneyTerms

extension MatrixWriter {
  /// Where the cards of the stages and steps go.
  struct Columns {
    /// For each stage the column of what concerns all of it, and the first column of its steps.
    var stages: [(whole: Int?, first: Int)] = []
  }

  /// Writes the rows of stages and steps, and says where their cards go.
  mutating func writeHeadings(_ stages: [Stage]) -> Columns {
    let hasSteps = stages.contains { !Self.isSingle($0) }
    let titles = stages.map { Self.heading($0.title) }
    let hasGaps = stages.contains { $0.steps.count + ($0.cards.cells.isEmpty ? 0 : 1) > 1 }
    // Where every heading says something, equal ones are one stage; an empty one tells that they are not.
    let hasEqual = hasSteps && !hasGaps && zip(titles, titles.dropFirst()).contains(where: ==)
    var columns = Columns()
    var stageRow = corner("map.stage")
    if let actorColumn { stageRow.append(.init(column: actorColumn, text: term("map.actor"))) }
    var stepRow = hasSteps ? corner("map.step") : []
    var next = firstColumn
    for (number, stage) in stages.enumerated() {
      let hasWhole = !stage.cards.cells.isEmpty || (hasEqual && number == 0)
      stageRow.append(.init(column: next, text: titles[number]))
      if let key = TermIndex.of("stage")[stage.title] { votes.add(key, stage.title) }
      columns.stages.append((hasWhole ? next : nil, next + (hasWhole ? 1 : 0)))
      next += hasWhole ? 1 : 0
      for step in stage.steps {
        if hasSteps { stepRow.append(.init(column: next, text: Self.heading(step.title))) }
        next += 1
      }
      if stage.steps.isEmpty {
        if hasSteps { stepRow.append(.init(column: next, text: titles[number])) }
        next += 1
      }
    }
    sheet.headings = hasSteps ? [stageRow, stepRow] : [stageRow]
    sheet.width = max(next, 2)
    return columns
  }

  private mutating func corner(_ key: String) -> [MatrixSheet.Cell] {
    votes.add(key, term(key))
    return [MatrixSheet.Cell(column: laneColumn, text: term(key))]
  }

  /// Whether a stage is one column whose step needs no title of its own.
  private static func isSingle(_ stage: Stage) -> Bool {
    guard stage.cards.cells.isEmpty, stage.steps.count <= 1 else { return false }
    return stage.steps.first.map { $0.title.isEmpty || $0.title == stage.title } ?? true
  }

  private static func heading(_ title: String) -> String {
    let title = ForeignText.trimmed(title)
    return title.isEmpty ? MatrixReader.untitled : title
  }
}
