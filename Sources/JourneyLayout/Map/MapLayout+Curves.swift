import JourneyModel

/// Measures of the curves.
private enum Plot {
  /// The height of one step of the scale from −2 to +2.
  static let unit = 24.0
  static let height = 4 * unit
  static let dot = 24.0
  static let labelFont = Font(9, .bold)
  static let quoteFont = Font(8.5, .italic)
}

/// A curve: the feelings of one actor in one lane.
private struct Series {
  let lane: Int
  let actor: Int?
  let colour: Colour
  let isFuture: Bool
  var points: [CurvePoint] = []
}

/// A feeling at its place on the axis; `y` counts from the axis' upper end.
private struct CurvePoint {
  let entry: LaneEntry
  let slot: CurveSlot
  var centre: Point
  /// Whether the curve runs through it; a card without a number only says something.
  let isScored: Bool
}

/// A part of a column: feelings of one curve in one column stand side by side.
private struct CurveSlot: Hashable, Comparable {
  let column: Int
  let number: Int
  let left: Double
  let width: Double

  static func < (one: CurveSlot, two: CurveSlot) -> Bool { (one.column, one.number) < (two.column, two.number) }
}

/// The text beside a feeling.
private struct CurveLabel {
  let text: [String]
  let quote: [String]

  var height: Double { Plot.labelFont.height(of: text) + Plot.quoteFont.height(of: quote) }
  var isEmpty: Bool { text.isEmpty && quote.isEmpty }
}

extension MapLayout {
  /// Adds the curves of a row over their axis, and gives the height they take.
  mutating func addCurves(_ row: LaneRow, _ entries: [[LaneEntry]], title: Int, band: Int) -> Double {
    let series = makeSeries(row, entries)
    let curves = series.map { MonotoneCurve(through: $0.points.filter(\.isScored).map(\.centre)) }
    var labels = placeLabels(series, curves)
    let highest = labels.map(\.y).min() ?? 0
    let lowest = labels.map { $0.y + $0.label.height }.max() ?? Plot.height
    let plotTop = y + 10 + max(Plot.dot / 2, -highest)
    let height = plotTop - y + max(lowest, Plot.height + Plot.dot / 2) + 10
    addAxis(plotTop: plotTop, title: title, lane: row.lanes[0])
    let legend = addCurveLegend(row, series, title: title)
    for (number, one) in series.enumerated() {
      addCurve(one, curves[number], plotTop: plotTop, isAlone: series.count == 1, band: band)
    }
    labels.sort { ($0.series, $0.point) < ($1.series, $1.point) }
    for label in labels {
      let one = series[label.series]
      let point = one.points[label.point]
      let colour = series.count == 1 && one.actor == nil ? Palette.ink : one.colour.legible(on: row.ground)
      let (x, width) = (point.slot.left, point.slot.width)
      let bottom = addText(
        label.label.text, .card, point.entry.subject, x: x, y: plotTop + label.y, width: width,
        font: Plot.labelFont, colour: colour, alignment: .centre)
      addText(
        label.label.quote, .quote, point.entry.subject, x: x, y: bottom, width: width, font: Plot.quoteFont,
        colour: Palette.muted, alignment: .centre)
    }
    return max(height, legend - y + 8)
  }

  /// Curves by lane and, within a lane, by the actor that a card names.
  private func makeSeries(_ row: LaneRow, _ entries: [[LaneEntry]]) -> [Series] {
    struct Key: Hashable {
      let series: Int
      let column: Int
    }
    var series: [Series] = []
    var members: [(series: Int, entry: LaneEntry, column: Int, slot: Int)] = []
    var slots: [Key: Int] = [:]
    var slotCounts: [Int: Int] = [:]
    for lane in row.lanes {
      var numbers: [Int?: Int] = [:]
      for entry in entries[lane] {
        let actor = actorNumbers[entry.card.actor] ?? actorNumbers[map.lanes[lane].actor]
        let number = numbers[actor] ?? series.count
        if number == series.count {
          numbers[actor] = number
          series.append(
            Series(
              lane: lane, actor: actor, colour: curveColour(map.lanes[lane], actor),
              isFuture: map.lanes[lane].state == .future))
        }
        // What covers several columns stands in the middle one.
        let column = entry.column + (entry.span - 1) / 2
        let slot = slots[Key(series: number, column: column), default: 0]
        slots[Key(series: number, column: column)] = slot + 1
        slotCounts[column] = max(slotCounts[column, default: 0], slot + 1)
        members.append((number, entry, column, slot))
      }
    }
    for member in members {
      let share = grid.columnWidth / Double(slotCounts[member.column] ?? 1)
      let left = grid.x(of: member.column) + Double(member.slot) * share
      let value = min(max(member.entry.card.emotion ?? 0, -2), 2)
      series[member.series].points.append(
        CurvePoint(
          entry: member.entry,
          slot: CurveSlot(column: member.column, number: member.slot, left: left + 2, width: max(share - 4, 1)),
          centre: Point(left + share / 2, (2 - value) * Plot.unit), isScored: member.entry.card.emotion != nil))
    }
    for index in series.indices { series[index].points.sort { $0.slot < $1.slot } }
    return series
  }

  private func curveColour(_ lane: Lane, _ actor: Int?) -> Colour {
    Colour(lane.color)?.legible(on: .white) ?? actor.map { colour(ofActor: $0) } ?? Palette.doing
  }

  // MARK: - Labels

  private struct PlacedLabel {
    let series: Int
    let point: Int
    let label: CurveLabel
    /// The upper edge, from the axis' upper end.
    let y: Double
  }

  /// Puts the texts of each column above and below all curves there: those of the higher feelings above.
  private func placeLabels(_ series: [Series], _ curves: [MonotoneCurve]) -> [PlacedLabel] {
    var slots: [CurveSlot: [(series: Int, point: Int)]] = [:]
    for (number, one) in series.enumerated() {
      for point in one.points.indices { slots[one.points[point].slot, default: []].append((number, point)) }
    }
    var placed: [PlacedLabel] = []
    for (slot, members) in slots.sorted(by: { $0.key < $1.key }) { place(members, in: slot, series, curves, &placed) }
    return placed
  }

  private func place(
    _ members: [(series: Int, point: Int)], in slot: CurveSlot, _ series: [Series], _ curves: [MonotoneCurve],
    _ placed: inout [PlacedLabel]
  ) {
    let labels = members.map { member in
      (series: member.series, point: member.point, label: label(of: series[member.series].points[member.point]))
    }.filter { !$0.label.isEmpty }
    guard !labels.isEmpty else { return }
    var extent = 0.0...0.0
    var isFirst = true
    func cover(_ low: Double, _ high: Double) {
      extent = isFirst ? low...high : min(extent.lowerBound, low)...max(extent.upperBound, high)
      isFirst = false
    }
    let width = labels.map { measure($0.label) }.max() ?? 0
    let middle = slot.left + slot.width / 2
    let reach = (middle - width / 2 - 3)...(middle + width / 2 + 3)
    for curve in curves { if let range = curve.extent(over: reach) { cover(range.lowerBound, range.upperBound) } }
    for member in members {
      let point = series[member.series].points[member.point]
      if point.isScored { cover(point.centre.y - Plot.dot / 2, point.centre.y + Plot.dot / 2) }
    }
    if isFirst { extent = Plot.height / 2...Plot.height / 2 }
    let order = labels.sorted {
      let (one, two) = (series[$0.series].points[$0.point].centre.y, series[$1.series].points[$1.point].centre.y)
      return (one, $0.series, $0.point) < (two, $1.series, $1.point)
    }
    var above = order.count / 2
    if order.count % 2 == 1 {
      // The odd one goes where it stands nearer to its dot.
      let y = series[order[above].series].points[order[above].point].centre.y
      let (up, down) = (y - extent.lowerBound, extent.upperBound - y)
      if up < down || (up == down && y <= Plot.height / 2) { above += 1 }
    }
    var top = extent.lowerBound - 2
    for one in order[..<above].reversed() {
      top -= one.label.height
      placed.append(PlacedLabel(series: one.series, point: one.point, label: one.label, y: top))
      top -= 2
    }
    var bottom = extent.upperBound + 2
    for one in order[above...] {
      placed.append(PlacedLabel(series: one.series, point: one.point, label: one.label, y: bottom))
      bottom += one.label.height + 2
    }
  }

  private func label(of point: CurvePoint) -> CurveLabel {
    let width = min(point.slot.width, 170)
    let text = point.entry.card.text
    let quote = point.entry.card.quote
    return CurveLabel(
      text: text.isEmpty ? [] : LineBreaker.lines(of: text, font: Plot.labelFont, width: width),
      quote: quote.isEmpty ? [] : LineBreaker.lines(of: quoted(quote), font: Plot.quoteFont, width: width, most: 4))
  }

  private func measure(_ label: CurveLabel) -> Double {
    max(
      label.text.map { Plot.labelFont.width(of: $0) }.max() ?? 0,
      label.quote.map { Plot.quoteFont.width(of: $0) }.max() ?? 0)
  }

  // MARK: - Drawing

  private mutating func addAxis(plotTop: Double, title: Int, lane: Int) {
    let left = grid.left + Grid.labelWidth
    for (share, fill) in [(0.0, Colour(0xF0F7F2)), (0.5, Colour(0xFCF2EF))] {
      let frame = Rect(
        x: left, y: plotTop + share * Plot.height, width: grid.right - left, height: Plot.height / 2)
      drawing.bands.append(Band(role: .zone, subject: .lane(lane), frame: frame, fill: fill))
    }
    for step in 0...4 {
      let lineY = plotTop + Double(step) * Plot.unit
      let start = Point(grid.x(of: 0) - 2, lineY)
      addPath(
        .grid, .lane(lane), from: title, to: title,
        [start] + Path.line(from: start, to: Point(grid.right, lineY)),
        stroke: step == 2 ? Palette.faint : Palette.hairline, width: step == 2 ? 1.2 : 0.7)
      if step.isMultiple(of: 2) { addFace(2 - step, at: Point(grid.gutter(before: 0), lineY), lane: lane) }
    }
  }

  /// A face that shows a feeling: 2, 0 or −2.
  private mutating func addFace(_ value: Int, at centre: Point, lane: Int) {
    let size = 17.0
    let colour = Palette.valence(Double(value))
    var face = Box(
      role: .axis, subject: .lane(lane), frame: Rect(around: centre, width: size, height: size), outline: .circle)
    (face.stroke, face.strokeWidth) = (colour, 1.4)
    let box = add(face)
    for side in [-1.0, 1.0] {
      let eye = Point(centre.x + side * size * 0.18, centre.y - size * 0.13)
      add(
        Box(
          role: .axis, subject: .lane(lane), frame: Rect(around: eye, width: 2, height: 2), outline: .circle,
          fill: colour))
    }
    let bend = Double(value) / 2 * size * 0.2
    let (half, mouthY) = (size * 0.24, centre.y + size * 0.2 - bend * 0.4)
    let points = [
      Point(centre.x - half, mouthY), Point(centre.x - half * 0.5, mouthY + bend),
      Point(centre.x + half * 0.5, mouthY + bend), Point(centre.x + half, mouthY),
    ]
    addPath(.mark, .lane(lane), from: box, to: box, points, stroke: colour, width: 1.4)
  }

  private mutating func addCurve(_ series: Series, _ curve: MonotoneCurve, plotTop: Double, isAlone: Bool, band: Int) {
    var boxes: [Int] = []
    for point in series.points where point.isScored {
      guard let emotion = point.entry.card.emotion else { continue }
      let centre = Point(point.centre.x, plotTop + point.centre.y)
      var dot = Box(
        role: point.entry.card.text.isEmpty ? .card : .emotion, subject: point.entry.subject,
        frame: Rect(around: centre, width: Plot.dot, height: Plot.dot), outline: .circle,
        fill: isAlone ? Palette.valence(emotion) : series.colour)
      (dot.stroke, dot.strokeWidth) = (.white, 1.5)
      dot.text = TextBlock(
        lines: [wording.emotion(emotion)], font: Font(8.5, .bold), colour: .white, alignment: .centre)
      let box = add(dot)
      boxes.append(box)
      if !point.entry.card.id.isEmpty {
        places[point.entry.card.id] = Place(
          kind: .card, box: box, columns: point.slot.column...point.slot.column, band: band)
      }
    }
    guard let first = boxes.first, let last = boxes.last, boxes.count > 1 else { return }
    let points = curve.bezier.map { Point($0.x, plotTop + $0.y) }
    addPath(
      .curve, .lane(series.lane), from: first, to: last, points, stroke: series.colour, width: 2.4,
      dash: series.isFuture ? .dashed : .solid)
  }

  /// Names the curves of a row under its title, and gives the lower edge.
  private mutating func addCurveLegend(_ row: LaneRow, _ series: [Series], title: Int) -> Double {
    let font = Font(9)
    var bottom = drawing.boxes[title].frame.maxY + 4
    let isNamed = series.contains { $0.actor != nil } || row.lanes.count > 1
    guard isNamed else { return bottom }
    for one in series {
      let name = seriesName(one, isShared: row.lanes.count > 1)
      guard !name.isEmpty else { continue }
      let lines = LineBreaker.lines(of: name, font: font, width: Self.titleWidth - 21, most: 3)
      let middle = bottom + font.height(of: lines) / 2
      let start = Point(grid.left + Self.titleInset, middle)
      add(
        Box(
          role: .legend, subject: .lane(one.lane),
          frame: Rect(around: Point(start.x + 8, middle), width: 7, height: 7), outline: .circle, fill: one.colour))
      // A line under the title's ground would not be seen: a box stands for it.
      for part in one.isFuture ? [0.0, 12.0] : [0.0] {
        add(
          Box(
            role: .legend, subject: .lane(one.lane),
            frame: Rect(x: start.x + part, y: middle - 1.1, width: one.isFuture ? 4 : 16, height: 2.2),
            fill: one.colour))
      }
      bottom =
        addText(
          lines, .legend, .lane(one.lane), x: start.x + 21, y: bottom, width: Self.titleWidth - 21, font: font,
          colour: Palette.ink) + 3
    }
    return bottom
  }

  private func seriesName(_ series: Series, isShared: Bool) -> String {
    var parts: [String] = []
    if let actor = series.actor { parts.append(map.actors[actor].name) }
    if isShared {
      let lane = map.lanes[series.lane]
      if let state = lane.state { parts.append(wording.terms.term(for: state)) }
      if parts.isEmpty { parts.append(wording.title(of: lane)) }
    }
    return parts.joined(separator: " · ")
  }
}
