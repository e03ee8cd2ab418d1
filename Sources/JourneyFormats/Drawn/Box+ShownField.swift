import JourneyLayout
import JourneyModel

extension Box {
  /// Which field of its record a box shows that does not carry the record's row.
  func shownField(in map: JourneyMap) -> StaticString? {
    switch (role, subject) {
    case (.title, .map): "title"
    case (.name, .actor(let number)): isWhole(map.actors[number].name) ? "name" : nil
    case (.about, .step(let stage, let step)): isWhole(map.stages[stage].steps[step].description) ? "description" : nil
    case (.emotion, .card): "emotion"
    case (.pill, .link(let number)):
      // A label that was too long for its line ends with an ellipsis of ours.
      text?.lines.last?.hasSuffix("…") == map.links[number].label.hasSuffix("…") ? "label" : nil
    default: nil
    }
  }

  /// Whether it shows all of a text, so that what is written there can take its place.
  private func isWhole(_ whole: String) -> Bool {
    LabelMark.mark(of: text?.lines ?? []) == LabelMark.mark(of: [whole])
  }
}
