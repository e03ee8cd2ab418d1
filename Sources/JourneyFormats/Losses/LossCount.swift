import JourneyModel

/// Counts what a format leaves out of a map, in the words of those who made it.
enum LossCount {
  /// What of a map is left out.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - carries: Whether the format carries the entry of the flat form at a path; asked of every entry.
  /// - Returns: The losses, each kind once, in the order in which a map has them.
  static func of(_ map: JourneyMap, carries: (FlatEntry) -> Bool) -> [Loss] {
    let lanes = Dictionary(map.lanes.map { ($0.id, $0.kind) }) { first, _ in first }
    var counts: [String: Int] = [:]
    var order: [String] = []
    var records: Set<[String]> = []
    for entry in map.flatEntries where !carries(entry) {
      guard let (kind, record) = kind(of: entry.path, lanes) else { continue }
      if let record, !records.insert(record + [kind]).inserted { continue }
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: 0] += 1
    }
    return order.map { Loss(kind: $0, count: counts[$0] ?? 0) }
  }

  /// What somebody would call the loss of an entry, and the record that is counted for it, where that is not the entry itself.
  private static func kind(of path: [String], _ lanes: [String: Open<LaneType>]) -> (String, record: [String]?)? {
    guard let first = path.first, let field = path.last else { return nil }
    if path.contains(where: { $0.hasPrefix("x-") }) { return ("extensions", nil) }
    switch first {
    case "journeymap", "id": return nil
    case "organizations", "links", "metrics", "sources": return (first, Array(path.prefix(2)))
    case "actors":
      if field == "id" { return nil }
      return path.count == 3 && field == "name" ? ("actors", nil) : ("details of actors", nil)
    case "lanes": return field == "id" || field == "type" ? nil : ("details of lanes", nil)
    case "stages":
      if let cards = path.firstIndex(of: "cards"), cards + 2 < path.count {
        return card(path, cards: cards, lanes)
      }
      let isStep = path.count > 3 && path[2] == "steps"
      if field == "id" { return nil }
      if field == "title" { return (isStep ? "steps" : "stages", nil) }
      return (isStep ? "details of steps" : "details of stages", nil)
    default: return ("details of the map", nil)
    }
  }

  private static func card(
    _ path: [String], cards: Int, _ lanes: [String: Open<LaneType>]
  ) -> (String, record: [String]?)? {
    switch path[cards + 3 < path.count ? cards + 3 : cards + 2] {
    case "id": return nil
    case "text": return (plural(lanes[path[cards + 1]]), nil)
    case "emotion": return ("emotion scores", nil)
    default: return ("details of cards", nil)
    }
  }

  /// What the cards of a lane are called.
  private static func plural(_ type: Open<LaneType>?) -> String {
    switch type?.known {
    case .custom, nil: "cards of other lanes"
    case .frontstage, .backstage, .evidence, .technology, .information, .feedback, .people, .duration, .intensity:
      "\(type?.text ?? "") cards"
    case .image: "images"
    case .owner: "owners"
    case .says, .does: "cards of what is \(type?.known == .says ? "said" : "done")"
    case .some(let word): word.rawValue.split(separator: "-").joined(separator: " ")
    }
  }
}
