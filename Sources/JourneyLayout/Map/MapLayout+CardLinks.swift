import JourneyModel

extension MapLayout {
  /// Draws the links that begin or end at a card, in the gutters between columns and along the edges of lanes.
  mutating func addCardLinks() {
    var number = 0
    for (index, link) in map.links.enumerated() {
      guard let from = places[link.from], let to = places[link.to] else { continue }
      if from.kind == .actor || to.kind == .actor {
        signs.told.append(index)
        continue
      }
      guard from.kind == .card || to.kind == .card, from.box != to.box else { continue }
      signs.note(link.type)
      // Neighbours keep apart by running beside each other.
      addCardLink(index, from, to, offset: Double(number % 3 - 1) * 4)
      number += 1
    }
  }

  private mutating func addCardLink(_ index: Int, _ from: Place, _ to: Place, offset: Double) {
    let link = map.links[index]
    let (source, target) = (drawing.boxes[from.box].frame, drawing.boxes[to.box].frame)
    let leavesRight = to.columns.upperBound >= from.columns.lowerBound
    let look = LinkLook(link)
    var corners: [Point] = []
    var (exitX, exitGutter) = (source.midX, source.midX)
    if from.kind == .card {
      exitX = leavesRight ? source.maxX : source.minX
      exitGutter = gutter(of: from, right: leavesRight) + offset
      corners = [Point(exitX, source.midY), Point(exitGutter, source.midY)]
    }
    guard to.kind == .card else {
      // Up the gutter, along under the head, and up into it.
      let floor = floor(of: to)
      let runY = floor + 9 + offset / 2
      let x = target.midX + target.width * 0.18
      let tip = Point(x, floor + 1)
      corners += [Point(exitGutter, runY), Point(x, runY), Point(x, tip.y + Path.arrowLength)]
      return addLink(index, from.box, to.box, corners, tip: tip, look: look)
    }
    let entersLeft = from.kind == .card ? to.columns.lowerBound > from.columns.upperBound : true
    let entryGutter = gutter(of: to, right: !entersLeft) + offset
    let edge = entersLeft ? target.minX - 1 : target.maxX + 1
    let end = Point(edge + (entersLeft ? -Path.arrowLength : Path.arrowLength), target.midY)
    if from.kind == .card {
      if (entryGutter - exitGutter).magnitude > 1 {
        let runY = laneEdge(of: to, towards: source) + offset / 2
        corners += [Point(exitGutter, runY), Point(entryGutter, runY)]
      }
    } else {
      let x = source.midX + source.width * 0.3
      let floor = floor(of: from)
      let runY = floor + 8 + offset / 2
      corners = [Point(x, floor), Point(x, runY), Point(entryGutter, runY)]
    }
    corners += [Point(entryGutter, target.midY), end]
    addLink(index, from.box, to.box, corners, tip: Point(edge, target.midY), look: look)
  }

  /// The lower edge of a stage or step.
  private func floor(of place: Place) -> Double {
    place.kind == .stage ? stageFloor : drawing.boxes[place.box].frame.maxY
  }

  /// The middle of the gutter beside a place.
  private func gutter(of place: Place, right: Bool) -> Double {
    grid.gutter(before: right ? place.columns.upperBound + 1 : place.columns.lowerBound)
  }

  /// The edge of a card's lane on the side of another, where no card stands.
  private func laneEdge(of place: Place, towards other: Rect) -> Double {
    let lane = drawing.bands[place.band].frame
    return other.midY < lane.midY ? lane.minY + 3 : lane.maxY - 3
  }

  private mutating func addLink(
    _ index: Int, _ from: Int, _ to: Int, _ corners: [Point], tip: Point, look: LinkLook
  ) {
    addPath(
      .link, .link(index), from: from, to: to, Path.rounded(corners), stroke: look.colour, width: min(look.width, 1.2),
      dash: look.dash, tip: tip)
  }
}
