import JourneyModel
import JourneyTerms

/// Lays a map out: header, stages, steps, lanes, links and legend, from top to bottom.
///
/// Everything is laid out from left to right and mirrored at the end if the map reads the other way. The work is linear in the
/// size of the map.
package struct MapLayout {
  let map: JourneyMap
  let options: DrawingOptions
  let wording: Wording
  let grid: Grid
  var drawing = Drawing()
  /// The lower edge of what has been laid out.
  var y = Grid.margin
  /// The lower edge of the stages' heads, where links of stages begin and end.
  var stageFloor = 0.0
  /// The boxes that links may end at, by id.
  var places: [String: Place] = [:]
  /// Links whose ends are both drawn among stages and steps, and the others.
  var signs = Signs()
  /// The place of each actor in the map, by id.
  let actorNumbers: [String: Int]
  /// The place of each metric in the map, by id.
  let metricNumbers: [String: Int]

  /// A box that a link may end at.
  struct Place {
    enum Kind {
      case stage, step, card, actor
    }

    let kind: Kind
    let box: Int
    /// The columns that it covers.
    let columns: ClosedRange<Int>
    /// The band of a card's lane.
    var band = 0
  }

  /// The drawing of a map.
  package static func drawing(of map: JourneyMap, options: DrawingOptions = DrawingOptions()) -> Drawing {
    var layout = MapLayout(map, options)
    layout.layOut()
    return layout.drawing
  }

  init(_ map: JourneyMap, _ options: DrawingOptions) {
    self.map = map
    self.options = options
    wording = Wording(
      language: map.language, isRightToLeft: options.isRightToLeft ?? Languages.isRightToLeft(map.language))
    grid = Grid(count: map.stages.reduce(0) { $0 + $1.steps.count })
    actorNumbers = Dictionary(map.actors.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    metricNumbers = Dictionary(map.metrics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func layOut() {
    addHeader()
    addStages()
    addLanes()
    addCardLinks()
    addFooter()
    drawing.columns = (0..<grid.count).map { column in
      Rect(x: grid.x(of: column), y: Grid.margin, width: grid.columnWidth, height: y - Grid.margin)
    }
    drawing.size = Size(grid.right + Grid.margin, y + Grid.margin)
    if wording.isRightToLeft { drawing.mirror() }
    drawing.isolateLines()
  }
}

// MARK: - Adding shapes

extension MapLayout {
  @discardableResult
  mutating func add(_ box: Box) -> Int {
    drawing.boxes.append(box)
    return drawing.boxes.count - 1
  }

  /// Adds lines of text without an edge.
  @discardableResult
  mutating func addText(
    _ lines: [String], _ role: Box.Role, _ subject: Subject, x: Double, y: Double, width: Double, font: Font,
    colour: Colour, alignment: TextBlock.Alignment = .left
  ) -> Double {
    guard !lines.isEmpty else { return y }
    let height = font.height(of: lines)
    var box = Box(role: role, subject: subject, frame: Rect(x: x, y: y, width: width, height: height))
    box.text = TextBlock(lines: lines, font: font, colour: colour, alignment: alignment)
    add(box)
    return y + height
  }

  /// Breaks a text for a width and adds it; the result is its lower edge.
  @discardableResult
  mutating func addText(
    _ text: String, _ role: Box.Role, _ subject: Subject, x: Double, y: Double, width: Double, font: Font,
    colour: Colour, alignment: TextBlock.Alignment = .left, most: Int = .max
  ) -> Double {
    guard !text.isEmpty else { return y }
    let lines = LineBreaker.lines(of: text, font: font, width: width, most: most)
    return addText(
      lines, role, subject, x: x, y: y, width: width, font: font, colour: colour, alignment: alignment)
  }

  /// Adds a line; its ends are the boxes that it joins.
  mutating func addPath(
    _ role: Path.Role, _ subject: Subject, from tail: Int, to head: Int, _ points: [Point], stroke: Colour,
    width: Double = 1, dash: Path.Dash = .solid, tip: Point? = nil
  ) {
    var path = Path(role: role, subject: subject, tail: tail, head: head, points: points, stroke: stroke)
    path.width = width
    path.dash = dash
    path.tip = tip
    drawing.paths.append(path)
  }

  /// The colour of an actor.
  func colour(ofActor number: Int) -> Colour {
    (Colour(map.actors[number].color) ?? Palette.actors[number % Palette.actors.count]).legible(on: .white)
  }

  /// Adds a disc with an actor's initials.
  @discardableResult
  mutating func addDisc(_ number: Int, _ subject: Subject, at frame: Rect) -> Int {
    var disc = Box(role: .chip, subject: subject, frame: frame, outline: .circle, fill: colour(ofActor: number))
    let font = Font((frame.height * 0.42).rounded(), .bold)
    disc.text = TextBlock(
      lines: [Self.initials(of: map.actors[number].name)], font: font, colour: .white, alignment: .centre)
    return add(disc)
  }

  /// Adds an image.
  mutating func addImage(_ path: String, _ subject: Subject, in frame: Rect) {
    var box = Box(role: .image, subject: subject, frame: frame)
    box.image = path
    add(box)
  }

  /// One or two letters that stand for a name: of its first and last word before a comma.
  static func initials(of name: String) -> String {
    let words = name.prefix { $0 != "," }.split { $0.isWhitespace || $0 == "-" }.filter { $0.first?.isLetter == true }
    guard let first = words.first?.first else { return name.first.map { String($0) } ?? "" }
    guard words.count > 1, first.isUppercase, let last = words.last?.first, last.isUppercase else {
      return first.uppercased()
    }
    return first.uppercased() + last.uppercased()
  }
}

/// Which signs the drawing uses, for its legend.
struct Signs {
  var moments: Set<Moment> = []
  var hasApproval = false
  var hasDropOff = false
  var hasEnd = false
  var hasOptional = false
  /// Types of drawn links, in the order of their first use.
  var links: [Open<LinkType>] = []
  /// Links with actors for ends, which are told in words.
  var told: [Int] = []

  mutating func note(_ type: Open<LinkType>) {
    if !links.contains(type) { links.append(type) }
  }
}
