import JourneyModel

/// What of a map is drawn, in which words and colours, without any place: for drawings that lay themselves out.
package struct MapContent: Sendable {
  private let layout: MapLayout
  private let numbers: [String: Int]
  /// The lanes that are drawn, in their order.
  package let lanes: [Int]

  package init(of map: JourneyMap, options: DrawingOptions) {
    layout = MapLayout(map, options)
    lanes = layout.drawnLanes
    numbers = Dictionary(lanes.map { (map.lanes[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether it runs from right to left.
  package var isRightToLeft: Bool { layout.wording.isRightToLeft }

  /// The place of a lane in the map; nil if it is not drawn.
  package func number(ofLane id: String) -> Int? { numbers[id] }

  package func title(ofLane number: Int) -> String { layout.wording.title(of: layout.map.lanes[number]) }

  package func accent(ofLane number: Int) -> Colour { layout.laneAccent(layout.map.lanes[number]) }

  package func colour(ofActor number: Int) -> Colour { layout.colour(ofActor: number) }

  package func isDrawn(_ card: Card) -> Bool { layout.isDrawn(card) }

  package func look(of card: Card, lane: Int) -> CardLook {
    CardLook(card, lane: layout.map.lanes[lane], accent: accent(ofLane: lane), in: layout)
  }

  /// What is written at a link.
  package func text(of link: Link) -> String { layout.linkText(link) }

  /// The lines of a text in a box of the usual width.
  package func lines(_ text: String, font: Font = Font(10)) -> [String] {
    LineBreaker.lines(of: text, font: font, width: 140)
  }

  /// A line in its isolate, if it needs one.
  package func isolated(_ line: String) -> String { Drawing.isolated(line, isRightToLeft: isRightToLeft) }
}
