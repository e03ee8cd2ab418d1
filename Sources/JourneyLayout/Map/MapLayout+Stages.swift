import JourneyModel

/// Measures of the columns' heads.
private enum Heads {
  static let stageFont = Font(13, .bold)
  static let noteFont = Font(9)
  static let goalFont = Font(9.5)
  static let stepFont = Font(10.5, .bold)
  static let descriptionFont = Font(9)
  static let inset = 12.0
  /// How far a stage's tip reaches into the gutter, and the gap before the next.
  static let tip = 13.0
  static let gap = 3.0
}

extension MapLayout {
  /// The heads of the columns: stages, their goals, the links between steps, the steps and when they happen.
  mutating func addStages() {
    let stages = addStageHeads()
    addGoals(under: stages)
    addSteps()
    addTimes()
    y += 10
  }

  /// The columns of each stage.
  var stageColumns: [ClosedRange<Int>] {
    var first = 0
    return map.stages.map { stage in
      defer { first += stage.steps.count }
      return first...max(first, first + stage.steps.count - 1)
    }
  }

  /// Stages as arrows that follow each other, as high as the fullest.
  private mutating func addStageHeads() -> [Int] {
    let ranges = stageColumns
    let widths = ranges.map { grid.width(of: $0.count) }
    let titles = map.stages.indices.map { index in
      LineBreaker.lines(
        of: map.stages[index].title, font: Heads.stageFont, width: widths[index] - 2 * Heads.inset - Heads.tip)
    }
    let notes = map.stages.map(stageNote)
    let titleHeight = titles.map { Heads.stageFont.height(of: $0) }.max() ?? 0
    let noteHeight = notes.contains { !$0.isEmpty } ? Heads.noteFont.height(of: notes) / Double(notes.count) + 2 : 0
    let height = max(titleHeight + noteHeight + 16, 38)
    var boxes: [Int] = []
    // A later stage lies under the tip of the one before it.
    for index in map.stages.indices.reversed() {
      let x = grid.x(of: ranges[index].lowerBound) - (index == 0 ? 0 : Grid.gutter - Heads.gap)
      let end = grid.x(of: ranges[index].upperBound) + grid.columnWidth
      let frame = Rect(x: x, y: y, width: end - x, height: height)
      var head = Box(role: .stage, subject: .stage(index), frame: frame, fill: Palette.stage)
      head.text = TextBlock(
        lines: titles[index], font: Heads.stageFont, colour: .white, alignment: .centre,
        inset: Heads.inset)
      if !notes[index].isEmpty { head.text?.room = noteHeight }
      let box = add(head)
      boxes.append(box)
      if !notes[index].isEmpty {
        let noteY = y + height - 8 - Heads.noteFont.height(of: [notes[index]])
        let lines = LineBreaker.lines(
          of: notes[index], font: Heads.noteFont, width: frame.width - 2 * Heads.inset, most: 1)
        addText(
          lines, .note, .stage(index), x: x + Heads.inset, y: noteY, width: frame.width - 2 * Heads.inset,
          font: Heads.noteFont, colour: map.stages[index].approval ? Palette.stageMark : Palette.stageNote,
          alignment: .centre)
      }
      addTip(index, x: end, height: height)
      if !map.stages[index].id.isEmpty {
        places[map.stages[index].id] = Place(kind: .stage, box: box, columns: ranges[index])
      }
      if map.stages[index].approval { signs.hasApproval = true }
    }
    y += height
    return boxes.reversed()
  }

  /// Light lines through all lanes where one stage ends and the next begins.
  mutating func addStageBounds(from top: Double) {
    guard !drawing.boxes.isEmpty else { return }
    for columns in stageColumns.dropFirst() {
      let start = Point(grid.gutter(before: columns.lowerBound), top)
      addPath(
        .grid, .map, from: 0, to: 0, [start] + Path.line(from: start, to: Point(start.x, y)), stroke: Palette.paper,
        width: 2.5)
    }
  }

  private mutating func addTip(_ index: Int, x: Double, height: Double) {
    // Half a point of overlap, lest the seam shows.
    let frame = Rect(x: x - 0.5, y: y, width: Heads.tip + 0.5, height: height)
    if index + 1 < map.stages.count {
      var notch = Box(role: .stageTip, subject: .stage(index), frame: frame, outline: .rightTip, fill: Palette.paper)
      notch.frame.minX += Heads.gap
      add(notch)
    }
    add(Box(role: .stageTip, subject: .stage(index), frame: frame, outline: .rightTip, fill: Palette.stage))
  }

  /// What stands small under a stage's title.
  private func stageNote(_ stage: Stage) -> String {
    var parts: [String] = []
    if stage.approval { parts.append("✓\u{A0}" + wording.term("map.approval")) }
    if !stage.duration.isEmpty { parts.append(wording.duration(stage.duration)) }
    return parts.joined(separator: "  ·  ")
  }

  private mutating func addGoals(under stages: [Int]) {
    guard map.stages.contains(where: { !$0.goals.isEmpty }) else { return }
    let ranges = stageColumns
    let texts = map.stages.indices.map { index in
      map.stages[index].goals.flatMap {
        LineBreaker.lines(of: $0, font: Heads.goalFont, width: grid.width(of: ranges[index].count) - 20)
      }
    }
    let height = (texts.map { Heads.goalFont.height(of: $0) }.max() ?? 0) + 10
    y += 3
    addRowTitle(wording.term("map.goal"), height: height)
    for index in map.stages.indices {
      let frame = Rect(
        x: grid.x(of: ranges[index].lowerBound), y: y, width: grid.width(of: ranges[index].count), height: height)
      var box = Box(role: .note, subject: .stage(index), frame: frame, fill: Palette.goal)
      box.text = TextBlock(
        lines: texts[index], font: Heads.goalFont, colour: Palette.muted, alignment: .centre, inset: 8)
      add(box)
    }
    y += height
  }

  /// The title of a row that is not a lane.
  private mutating func addRowTitle(_ title: String, height: Double) {
    let font = Font(9.5, .bold)
    let lines = LineBreaker.lines(of: title, font: font, width: Grid.labelWidth - 10, most: 2)
    addText(
      lines, .note, .map, x: grid.left, y: y + (height - font.height(of: lines)) / 2, width: Grid.labelWidth,
      font: font, colour: Palette.muted, alignment: .right)
  }

  // MARK: - Steps

  /// The steps in their order, with the stages they belong to.
  var steps: [(stage: Int, step: Int)] {
    map.stages.indices.flatMap { stage in map.stages[stage].steps.indices.map { (stage, $0) } }
  }

  private mutating func addSteps() {
    let steps = steps
    let width = grid.columnWidth - 2 * 9
    let contents = steps.map { place in
      let step = map.stages[place.stage].steps[place.step]
      return StepContent(
        title: LineBreaker.lines(of: step.title, font: Heads.stepFont, width: width),
        about: LineBreaker.lines(of: step.description, font: Heads.descriptionFont, width: width, most: 3),
        marks: marks(of: step))
    }
    stageFloor = y
    let lanes = planStepLinks()
    y += lanes.height
    let rows = contents.map { markRows($0.marks, width: width) }
    let heights = contents.indices.map { contents[$0].textHeight + 15 + Double(rows[$0].count) * 19 }
    let height = max(heights.max() ?? 0, 34)
    // Titles stand on one line across all steps.
    let isPlain = contents.indices.allSatisfy { contents[$0].about.isEmpty && rows[$0].isEmpty }
    var boxes: [Int] = []
    for column in steps.indices {
      let step = map.stages[steps[column].stage].steps[steps[column].step]
      boxes.append(addStep(step, steps[column], column, contents[column], rows[column], height, isPlain: isPlain))
    }
    addSequence(boxes, height: height)
    y += height
    addStepLinks(lanes, stepTop: y - height)
  }

  private mutating func addStep(
    _ step: Step, _ place: (stage: Int, step: Int), _ column: Int, _ content: StepContent, _ rows: [[StepMark]],
    _ height: Double, isPlain: Bool
  ) -> Int {
    let subject = Subject.step(stage: place.stage, step: place.step)
    let frame = Rect(x: grid.x(of: column), y: y, width: grid.columnWidth, height: height)
    var box = Box(role: .step, subject: subject, frame: frame, fill: Palette.step)
    if step.optional {
      box.stroke = Palette.muted
      box.isDashed = true
      signs.hasOptional = true
    }
    box.text = TextBlock(
      lines: content.title, font: Heads.stepFont, colour: Palette.ink, place: isPlain ? .middle : .top, inset: 9)
    let index = add(box)
    if !step.id.isEmpty { places[step.id] = Place(kind: .step, box: index, columns: column...column) }
    addText(
      content.about, .about, subject, x: frame.minX + 9, y: y + 11 + Heads.stepFont.height(of: content.title),
      width: frame.width - 18, font: Heads.descriptionFont, colour: Palette.muted)
    addMarks(rows, subject, in: frame)
    return index
  }

  /// Arrows from each step to the next, where nothing says otherwise.
  private mutating func addSequence(_ boxes: [Int], height: Double) {
    let leaving = Set(map.links.lazy.filter(\.replacesSequence).map(\.from))
    let steps = steps
    let middle = y + height / 2
    for column in steps.indices {
      let step = map.stages[steps[column].stage].steps[steps[column].step]
      let x = grid.x(of: column) + grid.columnWidth
      if step.end {
        addEnd(.step(stage: steps[column].stage, step: steps[column].step), of: boxes[column], at: Point(x, middle))
      } else if column + 1 < steps.count, !leaving.contains(step.id) {
        let start = Point(x + 2, middle)
        let tip = Point(grid.x(of: column + 1) - 2, middle)
        let end = Point(tip.x - Path.arrowLength, middle)
        addPath(
          .next, .step(stage: steps[column].stage, step: steps[column].step), from: boxes[column],
          to: boxes[column + 1], [start] + Path.line(from: start, to: end), stroke: Palette.muted, width: 1.4,
          tip: tip)
      }
    }
  }

  private mutating func addEnd(_ subject: Subject, of step: Int, at edge: Point) {
    let frame = Rect(around: Point(edge.x + Grid.gutter / 2, edge.y), width: 11, height: 11)
    var stop = Box(role: .badge, subject: subject, frame: frame, outline: .circle, fill: .white)
    (stop.stroke, stop.strokeWidth) = (Palette.ink, 3)
    let box = add(stop)
    let end = Point(frame.minX - 1, edge.y)
    addPath(
      .mark, subject, from: step, to: box, [edge] + Path.line(from: edge, to: end), stroke: Palette.muted, width: 1.4)
    signs.hasEnd = true
  }

  // MARK: - When

  /// A line of time under the steps, once one of them says when it happens or how long it takes.
  private mutating func addTimes() {
    let steps = steps
    let (font, width) = (Font(9, .bold), grid.columnWidth - 16)
    let texts = steps.map { place in
      let step = map.stages[place.stage].steps[place.step]
      let parts = [step.time, step.duration.isEmpty ? "" : wording.duration(step.duration)].filter { !$0.isEmpty }
      let line = parts.joined(separator: "  ·  ")
      let fits = font.width(of: line) <= width
      return LineBreaker.lines(of: fits ? line : parts.joined(separator: "\n"), font: font, width: width, most: 3)
    }
    guard steps.indices.contains(where: { !texts[$0].isEmpty }) else { return }
    let lineY = y + 14
    let clock = addClock(at: Point(grid.gutter(before: 0), lineY), size: 15, .map)
    let start = Point(drawing.boxes[clock].frame.maxX, lineY)
    addPath(
      .grid, .map, from: clock, to: clock, [start] + Path.line(from: start, to: Point(grid.right, lineY)),
      stroke: Palette.faint, width: 1.5)
    var bottom = lineY + 4
    for column in steps.indices where !texts[column].isEmpty {
      let subject = Subject.step(stage: steps[column].stage, step: steps[column].step)
      let x = grid.x(of: column) + 9
      add(
        Box(
          role: .badge, subject: subject, frame: Rect(around: Point(x + 4, lineY), width: 8, height: 8),
          outline: .circle, fill: Palette.muted))
      bottom = max(
        bottom,
        addText(
          texts[column], .note, subject, x: x, y: lineY + 6, width: width, font: font,
          colour: Palette.muted))
    }
    y = bottom
  }

  /// Adds a clock, and gives the box of its face.
  ///
  /// The hands are boxes, since paths lie under boxes.
  mutating func addClock(at centre: Point, size: Double, _ subject: Subject) -> Int {
    var face = Box(
      role: .badge, subject: subject, frame: Rect(around: centre, width: size, height: size), outline: .circle,
      fill: .white)
    (face.stroke, face.strokeWidth) = (Palette.muted, 1.6)
    let box = add(face)
    let (hand, width) = (size * 0.3, 1.4)
    let hands = [
      Rect(x: centre.x - width / 2, y: centre.y - hand, width: width, height: hand + width / 2),
      Rect(x: centre.x - width / 2, y: centre.y - width / 2, width: hand * 0.8 + width / 2, height: width),
    ]
    for frame in hands { add(Box(role: .badge, subject: subject, frame: frame, fill: Palette.muted)) }
    return box
  }
}

/// What stands in a step's head.
private struct StepContent {
  let title: [String]
  let about: [String]
  let marks: [StepMark]

  var textHeight: Double {
    Heads.stepFont.height(of: title) + (about.isEmpty ? 0 : Heads.descriptionFont.height(of: about) + 2)
  }
}

extension Link {
  /// Whether it takes the place of "the next step" (the model's rule of sequence).
  package var replacesSequence: Bool { type == LinkType.next || type == LinkType.choice || type == LinkType.loop }
}
