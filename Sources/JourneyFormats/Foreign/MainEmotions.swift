import JourneyModel

/// The one emotion of each step, for formats that have room for one: of the primary actor if there is a lane for it, or else of the first
/// lane of emotions that shows what is.
struct MainEmotions {
  /// The ids of the lanes of emotions, the most telling first.
  private let lanes: [String]

  init(_ map: JourneyMap) {
    let primary = map.actors.first(where: \.primary)?.id
    func rank(_ lane: Lane) -> Int {
      lane.state == .future ? 2 : primary != nil && lane.actor == primary ? 0 : 1
    }
    let found = map.lanes.enumerated().filter { $0.element.kind == .emotions }
    lanes = found.sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element.id)
  }

  /// The first card of a step that says an emotion.
  func card(of step: Step) -> Card? { place(in: step).map { step.cards[$0.lane][$0.index] } }

  /// Takes the emotion out of a step, and its text too if that is said elsewhere; what is left is what a format does not carry.
  func remove(from step: inout Step, withText: Bool = false) {
    guard let (lane, index) = place(in: step) else { return }
    var cards = step.cards[lane]
    cards[index].emotion = nil
    if withText { cards[index].text = "" }
    if cards[index] == Card() { cards.remove(at: index) }
    step.cards[lane] = cards
  }

  private func place(in step: Step) -> (lane: String, index: Int)? {
    for lane in lanes {
      if let index = step.cards[lane].firstIndex(where: { $0.emotion != nil }) { return (lane, index) }
    }
    return nil
  }
}
