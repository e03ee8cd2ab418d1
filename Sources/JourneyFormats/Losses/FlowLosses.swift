import JourneyLayout
import JourneyModel

extension LossCount {
  /// Takes out of a map what its flow shows, and counts the links that do not lead from step to step.
  ///
  /// A flow shows decisions by shapes, ends by what nothing leads on from, and that a link is one of the sequence by its line.
  mutating func takeFlow(from map: inout JourneyMap) {
    let steps = Set(map.stages.lazy.flatMap(\.steps).map(\.id))
    for stage in map.stages.indices {
      for step in map.stages[stage].steps.indices {
        map.stages[stage].steps[step].moments.removeAll { $0 == .decision }
        map.stages[stage].steps[step].end = false
      }
    }
    let count = map.links.count
    map.links.removeAll { !steps.contains($0.from) || !steps.contains($0.to) }
    for index in map.links.indices where map.links[index].replacesSequence { map.links[index].type = Open() }
    add(count - map.links.count, "link not between steps", "links not between steps")
  }
}
