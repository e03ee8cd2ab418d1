import JourneyModel

/// A small sign in a step's head.
enum StepMark {
  case actor(Int)
  case moreActors(Int)
  case moment(Moment)
  case dropOff(String)
  case subMap(String)
}

extension MapLayout {
  private static let size = 16.0
  private static let font = Font(8, .bold)

  /// The signs of a step, in their order.
  func marks(of step: Step) -> [StepMark] {
    var marks: [StepMark] = step.moments.map { .moment($0) }
    if let dropOff = step.dropOff { marks.append(.dropOff("▾\u{A0}" + wording.percent(dropOff))) }
    let actors = step.actors.compactMap { actorNumbers[$0] }
    if map.actors.count > 1 {
      marks += actors.prefix(6).map { .actor($0) }
      if actors.count > 6 { marks.append(.moreActors(actors.count - 6)) }
    }
    if !step.map.isEmpty { marks.append(.subMap("↳\u{A0}" + step.map)) }
    return marks
  }

  /// The signs in rows that fit a width.
  func markRows(_ marks: [StepMark], width: Double) -> [[StepMark]] {
    var rows: [[StepMark]] = []
    var left = 0.0
    for mark in marks {
      let needed = self.width(of: mark, within: width)
      if rows.isEmpty || left < needed {
        rows.append([])
        left = width
      }
      rows[rows.count - 1].append(mark)
      left -= needed + 4
    }
    return rows
  }

  private func width(of mark: StepMark, within most: Double) -> Double {
    switch mark {
    case .actor, .moment, .moreActors: Self.size
    case .dropOff(let text): min(Self.font.width(of: text) + 12, most)
    case .subMap(let text): min(Self.font.width(of: text) + 4, most)
    }
  }

  /// Adds rows of signs at the lower edge of a step.
  mutating func addMarks(_ rows: [[StepMark]], _ subject: Subject, in frame: Rect) {
    let width = frame.width - 18
    for (row, marks) in rows.enumerated() {
      var x = frame.minX + 9
      let y = frame.maxY - 6 - Double(rows.count - row) * 19 + 3
      for mark in marks {
        let size = self.width(of: mark, within: width)
        addMark(mark, subject, at: Rect(x: x, y: y, width: size, height: Self.size))
        x += size + 4
      }
    }
  }

  private mutating func addMark(_ mark: StepMark, _ subject: Subject, at frame: Rect) {
    switch mark {
    case .actor(let number): addDisc(number, subject, at: frame)
    case .moment(let moment):
      signs.moments.insert(moment)
      addMoment(moment, subject, at: frame)
    case .moreActors(let count):
      addLabel("+\(count)", .chip, subject, at: frame, colour: Palette.muted)
    case .dropOff(let text):
      signs.hasDropOff = true
      addPill(
        LineBreaker.lines(of: text, font: Self.font, width: frame.width - 8, most: 1), .badge, subject, at: frame,
        colour: Palette.pain)
    case .subMap(let text):
      addLabel(text, .note, subject, at: frame, colour: Palette.doing)
    }
  }

  private mutating func addLabel(
    _ text: String, _ role: Box.Role, _ subject: Subject, at frame: Rect, colour: Colour
  ) {
    let lines = LineBreaker.lines(of: text, font: Self.font, width: frame.width, most: 1)
    var box = Box(role: role, subject: subject, frame: frame)
    box.text = TextBlock(lines: lines, font: Self.font, colour: colour)
    add(box)
  }

  /// Adds a rounded label on white.
  @discardableResult
  mutating func addPill(
    _ lines: [String], _ role: Box.Role, _ subject: Subject, at frame: Rect, colour: Colour
  ) -> Int {
    var box = Box(role: role, subject: subject, frame: frame, outline: .rounded, fill: .white)
    (box.stroke, box.strokeWidth) = (colour, 1.2)
    box.text = TextBlock(lines: lines, font: Self.font, colour: colour, alignment: .centre)
    return add(box)
  }

  /// Adds the sign of a moment.
  mutating func addMoment(_ moment: Moment, _ subject: Subject, at frame: Rect) {
    switch moment {
    case .momentOfTruth:
      add(Box(role: .badge, subject: subject, frame: frame, outline: .star, fill: Colour(0xC98A00)))
    case .failPoint:
      var box = Box(role: .badge, subject: subject, frame: frame, outline: .octagon, fill: Palette.pain)
      box.text = TextBlock(lines: ["!"], font: Font(11, .bold), colour: .white, alignment: .centre)
      add(box)
    case .waitPoint: _ = addClock(at: frame.centre, size: 15, subject)
    case .decision:
      var box = Box(role: .badge, subject: subject, frame: frame, outline: .diamond, fill: Colour(0x8F5500))
      box.text = TextBlock(lines: ["?"], font: Font(8.5, .bold), colour: .white, alignment: .centre)
      add(box)
    }
  }
}
