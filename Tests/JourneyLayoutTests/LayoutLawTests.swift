import JourneyModel
import Testing

@testable import JourneyLayout

/// What holds of every picture, whatever the map.
@Suite struct LayoutLawTests {

  @Test(arguments: PictureMaps.seeds)
  func `nothing overlaps that should stand apart`(seed: UInt64) {
    let drawing = MapLayout.drawing(of: PictureMaps.map(seed: seed))
    let cards = drawing.boxes.filter { $0.role == .card }.map(\.frame)
    expectApart(cards + drawing.boxes.filter { $0.role == .step || $0.role == .pill }.map(\.frame))
    expectApart(drawing.boxes.filter { $0.role == .lane || $0.role == .group || $0.role == .line }.map(\.frame))
  }

  @Test(arguments: PictureMaps.seeds)
  func `texts of a curve stand apart from each other and from its dots`(seed: UInt64) {
    let drawing = MapLayout.drawing(of: PictureMaps.map(seed: seed))
    let dots = drawing.boxes.filter { $0.role == .emotion && $0.outline == .circle }.map(\.frame)
    let texts = drawing.boxes.filter {
      ($0.role == .emotion && $0.outline != .circle) || ($0.role == .quote && $0.subject.isCard)
    }.map(\.frame)
    expectApart(texts)
    for text in texts { #expect(!dots.contains { $0.overlaps(text) }, "a text stands on a dot at \(text)") }
  }

  @Test(arguments: PictureMaps.seeds)
  func `no text leaves its box`(seed: UInt64) {
    for box in MapLayout.drawing(of: PictureMaps.map(seed: seed)).boxes {
      guard let text = box.text else { continue }
      let room = box.frame.width - 2 * text.inset
      for line in text.lines where line.unicodeScalars.count > 1 {
        #expect(text.font.width(of: line) <= room + 0.01, "\(box.role) '\(line)' is wider than \(room)")
      }
      #expect(text.font.height(of: text.lines) + text.room <= box.frame.height + 0.01, "\(box.role) \(text.lines)")
    }
  }

  @Test(arguments: PictureMaps.seeds)
  func `columns are equal, and everything lies on the sheet`(seed: UInt64) {
    let map = PictureMaps.map(seed: seed)
    let drawing = MapLayout.drawing(of: map)
    #expect(drawing.columns.count == map.stages.reduce(0) { $0 + $1.steps.count })
    #expect(Set(drawing.columns.map(\.width)).count == 1)
    let sheet = Rect(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
    for box in drawing.boxes { #expect(sheet.contains(box.frame), "\(box.role) at \(box.frame)") }
    for band in drawing.bands { #expect(sheet.contains(band.frame), "\(band.role) at \(band.frame)") }
    for path in drawing.paths {
      for point in path.points + [path.tip].compactMap({ $0 }) {
        #expect((0...sheet.width).contains(point.x) && (0...sheet.height).contains(point.y), "\(path.role) at \(point)")
      }
    }
  }

  @Test(arguments: PictureMaps.seeds)
  func `rows lie on each other without a gap`(seed: UInt64) {
    let rows = MapLayout.drawing(of: PictureMaps.map(seed: seed)).bands
      .filter { [.lane, .group, .line].contains($0.role) }.map(\.frame).sorted { $0.minY < $1.minY }
    for (one, next) in zip(rows, rows.dropFirst()) { #expect((one.maxY - next.minY).magnitude < 0.001) }
    #expect(Set(rows.map(\.width)).count <= 1)
  }

  @Test(arguments: PictureMaps.seeds)
  func `lines of a blueprint cross all columns`(seed: UInt64) {
    let drawing = MapLayout.drawing(of: PictureMaps.map(seed: seed))
    let left = drawing.columns.map(\.minX).min() ?? 0
    let right = drawing.columns.map(\.maxX).max() ?? 0
    for path in drawing.paths where path.role == .line {
      let xs = path.points.map(\.x)
      #expect((xs.min() ?? .infinity) <= left && (xs.max() ?? 0) >= right)
    }
  }

  @Test(arguments: PictureMaps.seeds)
  func `links run beside cards, except under those that cover several columns`(seed: UInt64) {
    let drawing = MapLayout.drawing(of: PictureMaps.map(seed: seed))
    let width = (drawing.columns.first?.width ?? 0) + 1
    let cards = drawing.boxes.enumerated().filter {
      ($0.element.role == .card || $0.element.role == .step) && $0.element.frame.width < width
    }
    for path in drawing.paths where path.role == .link {
      for (index, card) in cards where index != path.tail && index != path.head {
        let inner = Rect(
          x: card.frame.minX + 1, y: card.frame.minY + 1, width: card.frame.width - 2, height: card.frame.height - 2)
        #expect(
          !path.points.contains { inner.covers($0) }, "link \(path.subject) crosses \(card.frame): \(path.points)")
      }
    }
  }

  @Test(arguments: PictureMaps.seeds)
  func `right to left is the mirror image`(seed: UInt64) {
    var map = PictureMaps.map(seed: seed)
    // English words on both sides, since arrows and dates in words differ by direction.
    map.language = "en"
    for index in map.actors.indices { map.actors[index].name = "Ada" }
    var options = DrawingOptions()
    options.isRightToLeft = false
    let one = MapLayout.drawing(of: map, options: options)
    options.isRightToLeft = true
    let other = MapLayout.drawing(of: map, options: options)
    #expect(other.isMirrored && one.size == other.size)
    for (left, right) in zip(one.bands, other.bands) { expectMirrored(left.frame, right.frame, in: one.size) }
    for (left, right) in zip(one.boxes, other.boxes) where left.role != .legend {
      expectMirrored(left.frame, right.frame, in: one.size)
    }
  }

  private func expectMirrored(_ one: Rect, _ other: Rect, in size: Size) {
    #expect((one.minX - (size.width - other.maxX)).magnitude < 0.001)
    #expect(one.minY == other.minY && (one.width - other.width).magnitude < 0.001 && one.height == other.height)
  }

  /// Sweeps from top to bottom, so that a large map costs little.
  private func expectApart(_ frames: [Rect]) {
    let sorted = frames.sorted { $0.minY < $1.minY }
    for (index, one) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.minY >= one.maxY { break }
        #expect(!one.overlaps(other), "\(one) overlaps \(other)")
      }
    }
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
