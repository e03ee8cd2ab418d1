import JourneyModel
import Testing

@testable import JourneyLayout

/// What holds of every picture, whatever the map.
@Suite struct LayoutLawTests {
  /// Each picture is laid out once for all laws.
  private static let drawings: [UInt64: Drawing] = Dictionary(
    uniqueKeysWithValues: PictureMaps.seeds.map { ($0, MapLayout.drawing(of: PictureMaps.map(seed: $0))) })

  private func drawing(_ seed: UInt64) -> Drawing { Self.drawings[seed] ?? Drawing() }

  @Test(arguments: PictureMaps.seeds)
  func `nothing overlaps that should stand apart`(seed: UInt64) {
    let boxes = drawing(seed).boxes
    expectApart(boxes.filter { [.card, .step, .pill].contains($0.role) }.map(\.frame))
    expectApart(boxes.filter { [.lane, .group, .line].contains($0.role) }.map(\.frame))
  }

  @Test(arguments: PictureMaps.seeds)
  func `texts of a curve stand apart from each other and from its dots`(seed: UInt64) {
    let boxes = drawing(seed).boxes
    let dots = boxes.filter { $0.outline == .circle && ($0.role == .emotion || $0.role == .card) }.map(\.frame)
    let texts = boxes.filter { $0.fill == nil && $0.subject.isCard && ($0.role == .card || $0.role == .quote) }
      .map(\.frame)
    expectApart(texts)
    #expect(texts.filter { text in dots.contains { $0.overlaps(text) } } == [])
  }

  @Test(arguments: PictureMaps.seeds)
  func `no text leaves its box`(seed: UInt64) {
    var wide: [String] = []
    var high: [String] = []
    for box in drawing(seed).boxes {
      guard let text = box.text else { continue }
      let room = box.frame.width - 2 * text.inset + 0.01
      // One letter stands even where there is no room for any.
      wide += text.lines.filter { $0.unicodeScalars.count > 1 && text.font.width(of: $0) > room }
      if text.font.height(of: text.lines) + text.room > box.frame.height + 0.01 { high += text.lines }
    }
    #expect(wide == [])
    #expect(high == [])
  }

  @Test(arguments: PictureMaps.seeds)
  func `columns are equal, and everything lies on the sheet`(seed: UInt64) {
    let drawing = drawing(seed)
    #expect(drawing.columns.count == PictureMaps.map(seed: seed).stages.reduce(0) { $0 + $1.steps.count })
    #expect(Set(drawing.columns.map(\.width)).count == 1)
    let sheet = Rect(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
    #expect((drawing.boxes.map(\.frame) + drawing.bands.map(\.frame)).filter { !sheet.contains($0) } == [])
    let points = drawing.paths.flatMap { $0.points + [$0.tip].compactMap { $0 } }
    #expect(points.filter { !(0...sheet.width).contains($0.x) || !(0...sheet.height).contains($0.y) } == [])
  }

  @Test(arguments: PictureMaps.seeds)
  func `rows lie on each other without a gap`(seed: UInt64) {
    let rows = drawing(seed).bands.filter { [.lane, .group, .line].contains($0.role) }.map(\.frame)
      .sorted { $0.minY < $1.minY }
    #expect(zip(rows, rows.dropFirst()).filter { ($0.maxY - $1.minY).magnitude > 0.001 }.map(\.0) == [])
    #expect(Set(rows.map(\.width)).count <= 1)
  }

  @Test(arguments: PictureMaps.seeds)
  func `lines of a blueprint cross all columns`(seed: UInt64) {
    let drawing = drawing(seed)
    let left = drawing.columns.map(\.minX).min() ?? 0
    let right = drawing.columns.map(\.maxX).max() ?? 0
    for path in drawing.paths where path.role == .line {
      let xs = path.points.map(\.x)
      #expect((xs.min() ?? .infinity) <= left && (xs.max() ?? 0) >= right)
    }
  }

  /// A link passes under a card that covers several columns, since that leaves it no gutter; and it reaches a dot of a curve across
  /// the open ground of its row, where only texts stand.
  @Test(arguments: PictureMaps.seeds)
  func `links run beside cards, except under those that cover several columns`(seed: UInt64) {
    let drawing = drawing(seed)
    let width = (drawing.columns.first?.width ?? 0) + 1
    let cards = drawing.boxes.indices.filter { index in
      let box = drawing.boxes[index]
      return box.fill != nil && box.outline == .rectangle && box.frame.width < width
        && (box.role == .card || box.role == .step)
    }
    for path in drawing.paths where path.role == .link {
      let crossed = cards.filter { index in
        let frame = drawing.boxes[index].frame
        let inner = Rect(x: frame.minX + 1, y: frame.minY + 1, width: frame.width - 2, height: frame.height - 2)
        return index != path.tail && index != path.head && path.points.contains { inner.covers($0) }
      }
      #expect(crossed.map { drawing.boxes[$0].frame } == [], "the link \(path.subject) crosses cards")
    }
  }

  @Test(arguments: PictureMaps.seeds.prefix(15))
  func `right to left is the mirror image`(seed: UInt64) {
    var map = PictureMaps.map(seed: seed)
    // Words of one width on both sides, since arrows and dates in words differ by direction.
    map.language = "en"
    for index in map.actors.indices { map.actors[index].name = "Ada" }
    var options = DrawingOptions()
    options.isRightToLeft = false
    let one = MapLayout.drawing(of: map, options: options)
    options.isRightToLeft = true
    let other = MapLayout.drawing(of: map, options: options)
    #expect(other.isMirrored && one.size == other.size)
    let pairs =
      zip(one.bands, other.bands).map { ($0.frame, $1.frame) }
      + zip(one.boxes, other.boxes).filter { $0.0.role != .legend }.map { ($0.frame, $1.frame) }
    let unlike = pairs.filter { left, right in
      (left.minX - (one.size.width - right.maxX)).magnitude > 0.001 || left.minY != right.minY
        || (left.width - right.width).magnitude > 0.001 || left.height != right.height
    }
    #expect(unlike.map(\.0) == [])
  }

  /// Sweeps from top to bottom, so that a large map costs little.
  private func expectApart(_ frames: [Rect]) {
    let sorted = frames.sorted { $0.minY < $1.minY }
    var overlapping: [Rect] = []
    for (index, one) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.minY >= one.maxY { break }
        if one.overlaps(other) { overlapping += [one, other] }
      }
    }
    #expect(overlapping == [])
  }
}

extension Subject {
  fileprivate var isCard: Bool { if case .card = self { true } else { false } }
}

extension Rect {
  fileprivate func covers(_ point: Point) -> Bool {
    point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
  }
}
