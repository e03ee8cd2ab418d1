import JourneyModel

/// Measures of lanes and cards.
enum Cells {
  static let font = Font(10)
  static let noteFont = Font(8)
  static let inset = 10.0
  static let edge = 5.0
  /// The space between cards of a cell, and between cards and their lane's edges.
  static let spacing = 6.0
  static let padding = 11.0
  static let leastHeight = 36.0
  static let imageHeight = 96.0
}

/// A row of the picture: a lane, or several that share an axis.
struct LaneRow {
  let lanes: [Int]
  let isCurve: Bool
  let accent: Colour
  let ground: Colour
}

extension MapLayout {
  /// The lanes from top to bottom, each a band with its title and its cards.
  mutating func addLanes() {
    let top = y
    defer { addStageBounds(from: top) }
    let entries = laneEntries()
    var group = ""
    for row in laneRows(entries) {
      let lane = map.lanes[row.lanes[0]]
      if lane.group != group, !lane.group.isEmpty { addGroup(lane, row.lanes[0]) }
      group = lane.group
      let top = y
      let band = drawing.bands.count
      let ground = row.ground.mixed(with: row.accent, share: 0.09)
      for (role, width, fill) in [
        (Band.Role.lane, grid.width, row.ground), (.title, Grid.labelWidth, ground), (.stripe, 5, row.accent),
      ] {
        drawing.bands.append(
          Band(
            role: role, subject: .lane(row.lanes[0]), frame: Rect(x: grid.left, y: top, width: width, height: 0),
            fill: fill))
      }
      // The title comes first, so that the lines of the row can hang on it.
      let title = addLaneTitle(row, ground: ground)
      let content =
        row.isCurve
        ? addCurves(row, entries, title: title, band: band)
        : addCards(entries[row.lanes[0]], row, band: band)
      let height = max(content, drawing.boxes[title].frame.height + 2 * Cells.padding, Cells.leastHeight)
      for band in band..<band + 3 { drawing.bands[band].frame.height = height }
      if !row.isCurve { centreTitle(from: title, top: top, height: height) }
      y = top + height
      for index in row.lanes {
        if let line = map.lanes[index].lineBelow { addBlueprintLine(line, index) }
      }
    }
  }

  /// Rows in the order of the lanes; curves that follow each other share an axis.
  private func laneRows(_ entries: [[LaneEntry]]) -> [LaneRow] {
    var rows: [LaneRow] = []
    for index in drawnLanes {
      let lane = map.lanes[index]
      let isCurve = isCurve(lane, entries[index])
      let accent = laneAccent(lane)
      if isCurve, let last = rows.last, last.isCurve, let previous = last.lanes.last,
        map.lanes[previous].group == lane.group, map.lanes[previous].lineBelow == nil
      {
        rows[rows.count - 1] = LaneRow(
          lanes: last.lanes + [index], isCurve: true, accent: Palette.feeling, ground: last.ground)
      } else {
        rows.append(
          LaneRow(
            lanes: [index], isCurve: isCurve, accent: accent,
            ground: isCurve ? Colour(0xFAFAF8) : accent.mixed(with: .white, share: 0.925)))
      }
    }
    return rows
  }

  private func isCurve(_ lane: Lane, _ entries: [LaneEntry]) -> Bool {
    switch lane.display {
    case .curve: true
    case .list: false
    case nil: lane.kind == LaneType.emotions && entries.contains { $0.card.emotion != nil }
    }
  }

  /// The colour of a lane: its own, in an emotion lane its actor's, else its type's.
  func laneAccent(_ lane: Lane) -> Colour {
    if let colour = Colour(lane.color) { return colour.legible(on: .white) }
    if lane.kind == LaneType.emotions, let number = actorNumbers[lane.actor] { return colour(ofActor: number) }
    return Palette.accent(of: lane.kind)
  }

  // MARK: - Titles and lines

  /// Adds the title of a row, at the row's upper edge.
  private mutating func addLaneTitle(_ row: LaneRow, ground: Colour) -> Int {
    let first = row.lanes[0]
    let font = Font(11, .bold)
    let lines = LineBreaker.lines(of: wording.title(of: map.lanes[first]), font: font, width: Self.titleWidth)
    var box = Box(
      role: .lane, subject: .lane(first),
      frame: Rect(
        x: grid.left + Self.titleInset, y: y + Cells.padding, width: Self.titleWidth, height: font.height(of: lines)))
    box.text = TextBlock(lines: lines, font: font, colour: row.accent.legible(on: ground))
    return add(box)
  }

  static let titleInset = 14.0
  static let titleWidth = Grid.labelWidth - titleInset - 6

  /// Moves a title to the middle of its row, with the name of the lane's actor below it if the group does not say it.
  private mutating func centreTitle(from title: Int, top: Double, height: Double) {
    guard case .lane(let index) = drawing.boxes[title].subject else { return }
    let font = Font(9)
    let lane = map.lanes[index]
    var note: [String] = []
    if map.actors.count > 1, let number = actorNumbers[lane.actor], map.actors[number].name != lane.group {
      note = LineBreaker.lines(of: map.actors[number].name, font: font, width: Self.titleWidth, most: 2)
    }
    let block = drawing.boxes[title].frame.height + font.height(of: note)
    let start = top + max((height - block) / 2, 2)
    drawing.boxes[title].frame.minY = start
    addText(
      note, .note, .lane(index), x: grid.left + Self.titleInset, y: drawing.boxes[title].frame.maxY,
      width: Self.titleWidth, font: font, colour: Palette.muted)
  }

  private mutating func addGroup(_ lane: Lane, _ index: Int) {
    let font = Font(10.5, .bold)
    let lines = LineBreaker.lines(of: lane.group, font: font, width: grid.width - 20, most: 2)
    let height = font.height(of: lines) + 12
    let frame = Rect(x: grid.left, y: y, width: grid.width, height: height)
    drawing.bands.append(Band(role: .group, subject: .lane(index), frame: frame, fill: Palette.paper))
    let width = min((lines.map { font.width(of: $0) }.max() ?? 0) + 2, grid.width - 20)
    var box = Box(
      role: .group, subject: .lane(index),
      frame: Rect(x: grid.left, y: y + 7, width: width, height: font.height(of: lines)))
    let actor = actorNumbers[lane.actor].flatMap { map.actors[$0].name == lane.group ? $0 : nil }
    box.text = TextBlock(
      lines: lines, font: font, colour: actor.map { colour(ofActor: $0) } ?? Palette.ink, place: .middle)
    let title = add(box)
    let start = Point(box.frame.maxX + 8, box.frame.midY)
    addPath(
      .grid, .lane(index), from: title, to: title,
      [start] + Path.line(from: start, to: Point(grid.right, start.y)), stroke: Palette.hairline, width: 1)
    y += height
  }

  private mutating func addBlueprintLine(_ line: BlueprintLine, _ lane: Int) {
    let font = Font(8, .bold)
    let lines = LineBreaker.lines(
      of: wording.terms.term(for: line), font: font, width: Grid.labelWidth - 4, most: 3)
    let height = max(font.height(of: lines) + 8, 22)
    let frame = Rect(x: grid.left, y: y, width: grid.width, height: height)
    drawing.bands.append(Band(role: .line, subject: .lane(lane), frame: frame, fill: Palette.paper))
    var box = Box(
      role: .line, subject: .lane(lane),
      frame: Rect(x: grid.left, y: y, width: Grid.labelWidth, height: height))
    box.text = TextBlock(lines: lines, font: font, colour: Palette.ink)
    let title = add(box)
    let start = Point(grid.left + Grid.labelWidth + 4, frame.midY)
    addPath(
      .line, .lane(lane), from: title, to: title,
      [start] + Path.line(from: start, to: Point(grid.right, start.y)), stroke: Palette.ink,
      width: line == .visibility ? 1.8 : 1.3, dash: line == .interaction ? .solid : .dashed)
    y += height
  }

  // MARK: - Cards

  /// Adds the cards of a lane below each other in their columns, and gives the height they take.
  private mutating func addCards(_ entries: [LaneEntry], _ row: LaneRow, band: Int) -> Double {
    var skyline = Skyline()
    let top = y + Cells.padding
    var bottom = top - Cells.spacing
    for entry in entries {
      let look = CardLook(entry.card, lane: map.lanes[row.lanes[0]], accent: row.accent, in: self)
      let width = grid.width(of: entry.span)
      let textWidth = width - 2 * Cells.inset
      let lines = LineBreaker.lines(of: look.text, font: look.font, width: textWidth)
      let notes = LineBreaker.lines(of: look.note, font: Cells.noteFont, width: textWidth, most: 4)
      let noteHeight = Cells.noteFont.height(of: notes)
      let imageHeight = options.showsImages && !entry.card.image.isEmpty ? Cells.imageHeight : 0
      let height = max(look.font.height(of: lines) + noteHeight + imageHeight + 2 * Cells.edge, 22)
      let offset = skyline.place(at: entry.column, span: entry.span, height: height + Cells.spacing)
      let frame = Rect(x: grid.x(of: entry.column), y: top + offset, width: width, height: height)
      addCard(entry, look, lines, notes, (noteHeight, imageHeight), frame, band: band)
      bottom = max(bottom, frame.maxY)
    }
    return bottom + Cells.padding - y
  }

  private mutating func addCard(
    _ entry: LaneEntry, _ look: CardLook, _ lines: [String], _ notes: [String], _ room: (note: Double, image: Double),
    _ frame: Rect, band: Int
  ) {
    var box = Box(role: .card, subject: entry.subject, frame: frame, fill: look.fill)
    (box.stroke, box.strokeWidth, box.isDashed) = (look.stroke, look.isDashed ? 1.2 : 0.8, look.isDashed)
    box.accent = look.accent
    box.url = entry.card.url
    box.text = TextBlock(
      lines: lines, font: look.font, colour: Palette.ink, inset: Cells.inset)
    box.text?.room = room.note + room.image
    let index = add(box)
    if !entry.card.id.isEmpty {
      places[entry.card.id] = Place(
        kind: .card, box: index, columns: entry.column...(entry.column + entry.span - 1), band: band)
    }
    if room.image > 0 {
      let image = Rect(
        x: frame.minX + Cells.inset, y: frame.maxY - Cells.edge - room.note - room.image,
        width: frame.width - 2 * Cells.inset, height: room.image - Cells.edge)
      addImage(entry.card.image, entry.subject, in: image)
    }
    if room.note > 0 {
      addText(
        notes, .note, entry.subject, x: frame.minX + Cells.inset, y: frame.maxY - Cells.edge - room.note,
        width: frame.width - 2 * Cells.inset, font: Cells.noteFont, colour: look.noteColour)
    }
  }
}

/// How high the cards in the columns reach, from a column on.
///
/// Columns before the one at hand are forgotten, so that each placement costs what it covers up.
struct Skyline {
  private struct Segment {
    var end: Int
    var height: Double
  }

  /// From the last column to the one at hand, which is at the end of the array.
  private var segments: [Segment] = []

  /// Places something on what is there in some columns, none of them before those of the last call, and gives where it begins.
  mutating func place(at column: Int, span: Int, height: Double) -> Double {
    let end = column + span
    while let last = segments.last, last.end <= column { segments.removeLast() }
    var offset = 0.0
    var reached = column
    while reached < end, let last = segments.last {
      offset = max(offset, last.height)
      reached = last.end
      guard last.end <= end else { break }
      segments.removeLast()
    }
    segments.append(Segment(end: end, height: offset + height))
    return offset
  }
}
