import JourneyModel

/// The links between stages and steps, on tracks between the stages' heads and the steps'.
struct StepLinkPlan {
  /// A link on its track.
  struct Run {
    let link: Int
    let from: Place
    let to: Place
    var track = 0
    /// Where it leaves and arrives.
    var startX = 0.0
    var endX = 0.0

    /// An end: a column's step, or the stage over it.
    struct Place {
      let column: Int
      let isStage: Bool
    }

    var columns: ClosedRange<Int> { min(from.column, to.column)...max(from.column, to.column) }
    var isForward: Bool { from.column < to.column }
    /// The width of a label on the track.
    var room: Double { (endX - startX).magnitude - 14 }
  }

  var runs: [Run] = []
  var trackCount = 0
  /// The height of the labels on the tracks.
  var pillHeight = 15.0

  var trackHeight: Double { pillHeight + 4 }
  /// The distance of the lowest track from the steps.
  var foot: Double { pillHeight / 2 + 8 }
  /// The height that the tracks take.
  var height: Double { trackCount == 0 ? 14 : Double(trackCount - 1) * trackHeight + foot + pillHeight / 2 + 6 }

  /// More tracks than these are not made; links then share one.
  static let mostTracks = 24
}

extension MapLayout {
  private static let pillFont = Font(8, .bold)

  /// Puts each link between stages and steps on a track, short ones near the steps, so that few lines cross.
  mutating func planStepLinks() -> StepLinkPlan {
    var plan = StepLinkPlan()
    let ends = stepLinkEnds
    for (number, link) in map.links.enumerated() {
      guard let from = ends[link.from], let to = ends[link.to], from.column >= 0, to.column >= 0 else { continue }
      plan.runs.append(.init(link: number, from: from, to: to))
    }
    assignTracks(&plan)
    assignPorts(&plan)
    // A label that is too long for its track takes two lines, and then all tracks have room for two.
    for run in plan.runs {
      let text = linkText(map.links[run.link])
      if Self.pillFont.width(of: text) > run.room - 14 { plan.pillHeight = 2 * Self.pillFont.height(of: [text]) + 4 }
    }
    return plan
  }

  private var stepLinkEnds: [String: StepLinkPlan.Run.Place] {
    guard !map.links.isEmpty else { return [:] }
    var ends: [String: StepLinkPlan.Run.Place] = [:]
    for (column, place) in steps.enumerated() {
      ends[map.stages[place.stage].steps[place.step].id] = .init(column: column, isStage: false)
    }
    for (stage, columns) in zip(map.stages, stageColumns) {
      ends[stage.id] = .init(column: (columns.lowerBound + columns.upperBound) / 2, isStage: true)
    }
    ends[""] = nil
    return ends
  }

  private func assignTracks(_ plan: inout StepLinkPlan) {
    let order = plan.runs.indices.sorted {
      (plan.runs[$0].columns.count, $0) < (plan.runs[$1].columns.count, $1)
    }
    /// For each track which halves of columns are taken.
    var taken: [[Bool]] = []
    // With very many long links a shared track costs less than looking for a free one.
    var effort = 4_000_000
    for index in order {
      let columns = plan.runs[index].columns
      let halves =
        columns.count == 1
        ? 2 * columns.lowerBound...2 * columns.lowerBound + 1 : 2 * columns.lowerBound + 1...2 * columns.upperBound
      var track = 0
      while track < taken.count, taken[track][halves].contains(true), effort > 0 {
        effort -= halves.count
        track += 1
      }
      if track == taken.count {
        if track < StepLinkPlan.mostTracks {
          taken.append(Array(repeating: false, count: 2 * grid.count))
        } else {
          track = index % StepLinkPlan.mostTracks
        }
      }
      if effort > 0 {
        for half in halves { taken[track][half] = true }
        effort -= halves.count
      }
      plan.runs[index].track = track
    }
    plan.trackCount = taken.count
  }

  /// Spreads the ends of links over the upper edges of steps: those that run to the left over the left half, the longest nearest
  /// to the middle, so that links of one step do not cross.
  private func assignPorts(_ plan: inout StepLinkPlan) {
    struct Port {
      let run: Int
      let isStart: Bool
      let track: Int
    }
    var left: [Int: [Port]] = [:]
    var right: [Int: [Port]] = [:]
    for (index, run) in plan.runs.enumerated() {
      let isLoop = run.from.column == run.to.column
      let start = Port(run: index, isStart: true, track: run.track)
      let end = Port(run: index, isStart: false, track: run.track)
      if run.isForward || isLoop {
        right[run.from.column, default: []].append(start)
        left[run.to.column, default: []].append(end)
      } else {
        left[run.from.column, default: []].append(start)
        right[run.to.column, default: []].append(end)
      }
    }
    let half = grid.columnWidth / 2 - 10
    for (sides, sign) in [(left, -1.0), (right, 1.0)] {
      for (column, ports) in sides {
        let middle = grid.x(of: column) + grid.columnWidth / 2
        let sorted = ports.sorted { ($0.track, $0.run) < ($1.track, $1.run) }
        for (index, port) in sorted.enumerated() {
          let distance = half * (0.7 - 0.6 * Double(index + 1) / Double(sorted.count + 1))
          let x = middle + sign * distance
          if port.isStart { plan.runs[port.run].startX = x } else { plan.runs[port.run].endX = x }
        }
      }
    }
  }

  /// Draws the planned links between the stages' heads and the steps.
  mutating func addStepLinks(_ plan: StepLinkPlan, stepTop: Double) {
    for run in plan.runs {
      let link = map.links[run.link]
      signs.note(link.type)
      let trackY = stepTop - plan.foot - Double(run.track) * plan.trackHeight
      let ceiling = stepTop - plan.height
      let start = Point(run.startX, run.from.isStage ? ceiling : stepTop)
      let target = Point(run.endX, run.to.isStage ? ceiling : stepTop)
      // An arrow between two stages leaves and arrives from below; else the way is up, along the track and down.
      let tip = Point(target.x, target.y + (run.to.isStage ? 1 : -1))
      let end = Point(target.x, tip.y + (run.to.isStage ? Path.arrowLength : -Path.arrowLength))
      let corners = [start, Point(start.x, trackY), Point(end.x, trackY), end]
      let look = LinkLook(link)
      addPath(
        .link, .link(run.link), from: box(of: link.from), to: box(of: link.to), Path.rounded(corners),
        stroke: look.colour, width: look.width, dash: look.dash, tip: tip)
      addPill(for: run, link, y: trackY, colour: look.colour)
    }
  }

  private func box(of id: String) -> Int { places[id]?.box ?? 0 }

  /// Probability and label near where the link leaves, on its track.
  private mutating func addPill(for run: StepLinkPlan.Run, _ link: Link, y: Double, colour: Colour) {
    let text = linkText(link)
    guard !text.isEmpty else { return }
    let lines = LineBreaker.lines(of: text, font: Self.pillFont, width: run.room - 14, most: 2)
    let width = (lines.map { Self.pillFont.width(of: $0) }.max() ?? 0) + 14
    guard run.room > 20 else { return }
    let x = run.startX < run.endX ? run.startX + 8 : run.startX - 8 - width
    let height = lines.count > 1 ? Self.pillFont.height(of: lines) + 4 : 15
    addPill(
      lines, .pill, .link(run.link), at: Rect(x: x, y: y - height / 2, width: width, height: height), colour: colour)
  }

  /// What is written at a link.
  func linkText(_ link: Link) -> String {
    [link.probability.map { wording.percent($0) } ?? "", link.label].filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

/// How a link is drawn.
package struct LinkLook {
  package let colour: Colour
  package var width = 1.4
  package var dash = Path.Dash.solid

  package init(_ link: Link) {
    self.init(link.type)
    if let probability = link.probability { width = 1 + 1.6 * min(max(probability, 0), 1) }
  }

  init(_ type: Open<LinkType>) {
    colour = Palette.link(type)
    switch type.known {
    case .next, .choice, .loop: break
    case .handoff: width = 2
    case .feedback, .influences, .reportsTo, nil: dash = .dashed
    case .dependency, .supports, .triggers: dash = .dotted
    }
  }
}
