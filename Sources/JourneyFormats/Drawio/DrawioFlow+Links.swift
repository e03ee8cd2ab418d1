import JourneyModel

extension DrawioFlow {
  /// What leads from one step to another, in the direction of the arrows.
  mutating func edges() -> [FlowMap.Edge] {
    var labels: [Int: [Int]] = [:]
    for cell in cells.indices where cells[cell].isVertex && outline.isShown[cell] {
      if let parent = outline.parents[cell], cells[parent].isEdge { labels[parent, default: []].append(cell) }
    }
    struct Ends: Hashable {
      let from: Int
      let to: Int
    }
    var edges: [FlowMap.Edge] = []
    var known: Set<Ends> = []
    for cell in cells.indices where cells[cell].isEdge && outline.isShown[cell] {
      guard let tail = step(at: cells[cell].source, isTail: true),
        let head = step(at: cells[cell].target, isTail: false)
      else {
        diagnostics.warn(
          "this line does not lead from one box to another; it is left out", at: cells[cell].range,
          hint: "in draw.io, pull its ends onto the boxes until these light up")
        continue
      }
      let link = link(of: [cell] + (labels[cell] ?? []))
      let hasStart = cells[cell].style.hasArrow("startArrow", usually: false)
      let hasEnd = cells[cell].style.hasArrow("endArrow", usually: true)
      let ways = hasStart && !hasEnd ? [(head, tail)] : hasStart ? [(tail, head), (head, tail)] : [(tail, head)]
      for (from, to) in ways {
        // Drawn twice, a line says no more than once; one from a box to what is in it says nothing.
        if link == Link(), !known.insert(Ends(from: from, to: to)).inserted { continue }
        if from == to, cells[cell].source != cells[cell].target { continue }
        edges.append(FlowMap.Edge(from: from, to: to, link: link))
      }
    }
    return edges
  }

  /// The step at an end of a line: of a box around several the one where a line leaves it, or reaches it.
  private func step(at id: String, isTail: Bool) -> Int? {
    guard let cell = outline.numbers[id], outline.isShown[cell] else { return nil }
    return stepOf[cell] ?? held[cell].map { isTail ? $0.upperBound : $0.lowerBound }
  }

  private mutating func link(of parts: [Int]) -> Link {
    var link = Link()
    var conditions: [String] = []
    for part in parts {
      let text = text(of: part)
      if text.isEmpty { continue }
      if let share = Share.of(text) {
        link.probability = link.probability ?? share
      } else if let (rest, share) = Share.split(text) {
        link.probability = link.probability ?? share
        if !rest.isEmpty { conditions.append(rest) }
      } else {
        conditions.append(text)
      }
    }
    link.condition = conditions.joined(separator: ", ")
    if let line = parts.first { link.extensions = extensions(of: cells[line]) }
    return link
  }
}
