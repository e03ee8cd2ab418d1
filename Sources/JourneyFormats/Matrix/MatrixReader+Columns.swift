import JourneyDiagnostics
import JourneyModel
import JourneyTerms

extension MatrixReader {
  /// Where the cards of a column go: into a step, or into a stage as a whole.
  struct Place {
    let stage: Int
    let step: Int?
  }

  /// A stage and its columns.
  private struct Span {
    let title: String
    var columns: Range<Int>
  }

  /// What stands for a title that there is not.
  static let untitled = "…"

  /// Makes the stages and steps, and says for each column where its cards go.
  mutating func readColumns(_ outline: MatrixOutline) -> [Place?] {
    let width = (outline.headings + outline.lanes).reduce(0) { max($0, ($1.last?.column ?? -1) + 1) }
    var places = [Place?](repeating: nil, count: width)
    let first = outline.firstColumn
    guard first < width else { return places }
    let stages = Self.texts(outline.headings.first, width)
    let steps = outline.headings.count == 2 ? Self.texts(outline.headings[1], width) : nil
    voteForStages(outline, stages)
    let headed = (first..<width).last { stages[$0] != nil || steps?[$0] != nil } ?? first - 1
    let hasGaps = headed > first && (first...headed).contains { stages[$0] == nil }
    for span in Self.spans(stages, from: first, mergesEqual: steps != nil && !hasGaps) {
      var stage = Stage()
      stage.title = Self.title(span.title)
      addSteps(to: &stage, span, steps, &places)
      map.stages.append(stage)
    }
    if !hasGaps { tellOfColumnsWithoutHeading(outline, after: headed) }
    return places
  }

  private static func texts(_ row: [Matrix.Cell]?, _ width: Int) -> [String?] {
    var texts = [String?](repeating: nil, count: width)
    for cell in row ?? [] { texts[cell.column] = cell.text }
    return texts
  }

  private static func title(_ text: String) -> String { text == untitled || text == "..." ? "" : text }

  /// The stages with their columns: an empty heading belongs to the stage on its left, and where no heading is empty, so does an
  /// equal one above another step.
  private static func spans(_ stages: [String?], from first: Int, mergesEqual: Bool) -> [Span] {
    var spans: [Span] = []
    for column in first..<stages.count {
      if let last = spans.last, stages[column] == nil || (mergesEqual && stages[column] == last.title) {
        spans[spans.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        spans.append(Span(title: stages[column] ?? "", columns: column..<(column + 1)))
      }
    }
    return spans
  }

  private mutating func addSteps(to stage: inout Stage, _ span: Span, _ steps: [String?]?, _ places: inout [Place?]) {
    let number = map.stages.count
    let hasTitles = steps.map { steps in span.columns.contains { steps[$0] != nil } } ?? false
    for column in span.columns {
      let title = steps?[column]
      if hasTitles, title == nil {
        // Before the first step stands what concerns the whole stage; later, a step is as wide as its merged cells.
        places[column] = Place(stage: number, step: stage.steps.isEmpty ? nil : stage.steps.count - 1)
        continue
      }
      var step = Step()
      step.title = title.map(Self.title) ?? (span.columns.count == 1 ? stage.title : "")
      stage.steps.append(step)
      places[column] = Place(stage: number, step: stage.steps.count - 1)
    }
  }

  private mutating func voteForStages(_ outline: MatrixOutline, _ stages: [String?]) {
    for row in outline.headings {
      if let cell = row.first, cell.column <= outline.laneColumn, let key = TermIndex.of("map")[cell.text] {
        votes.add(key, cell.text)
      }
    }
    for title in stages[outline.firstColumn...].prefix(50).compactMap({ $0 }) {
      if let key = TermIndex.of("stage")[title] { votes.add(key, title) }
    }
  }

  private mutating func tellOfColumnsWithoutHeading(_ outline: MatrixOutline, after headed: Int) {
    guard !outline.headings.isEmpty else {
      return diagnostics.warn(
        "no row of stages stands above the lanes", at: outline.lanes.first?.first?.range,
        hint: "name the stages in the first row")
    }
    var told: Set<Int> = []
    for row in outline.lanes {
      for cell in row.reversed().prefix(while: { $0.column > headed && $0.column >= outline.firstColumn })
      where told.insert(cell.column).inserted {
        let stage = map.stages.last?.title ?? ""
        diagnostics.warn(
          "no heading stands above this column, so it becomes a step of the stage '\(stage)'", at: cell.range,
          hint: "name the stage in the first row")
      }
    }
  }
}
