import JourneyDiagnostics
import JourneyLayout
import JourneyModel

extension FormatOption {
  /// How a map is drawn.
  public static let dotStyle = FormatOption(
    "dot-style", "Draw a map for the wall, or the flow of its steps.", .choice(DrawingStyle.allCases.map(\.rawValue)),
    uses: [.writing])

  /// Lanes that are not drawn.
  public static let hide = FormatOption(
    "hide", "Leave this lane out of the picture, by its id or type.", .list(placeholder: "lane"), uses: [.writing])

  /// The only lanes that are drawn.
  public static let only = FormatOption(
    "only", "Draw only this lane, by its id or type.", .list(placeholder: "lane"), uses: [.writing])

  /// The only actors whose lanes are drawn.
  public static let actor = FormatOption(
    "actor", "Draw only what is this actor's or nobody's, by the actor's id.", .list(placeholder: "id"),
    uses: [.writing])

  /// Whether a picture may load others.
  public static let allowExternal = FormatOption(
    "allow-external", "Let the picture show the images that the map names.", .flag, uses: [.writing])

  /// What can be asked of a picture.
  static let drawing: [FormatOption] = [.dotStyle, .hide, .only, .actor, .allowExternal]
}

/// How a map is drawn.
enum DrawingStyle: String, CaseIterable {
  /// Stages and lanes as a matrix, every place fixed.
  case wall
  /// Steps and what is in them as a graph that Graphviz lays out.
  case flow
}

extension DrawingOptions {
  /// What is asked of a picture.
  init(_ values: FormatOptionValues) {
    self.init()
    hiddenLanes = Set(values.all(.hide))
    onlyLanes = Set(values.all(.only))
    actors = Set(values.all(.actor))
    showsImages = values.isOn(.allowExternal)
  }

  /// What is wrong with a choice: a lane or an actor that none of the maps has.
  static func refusal(
    of values: FormatOptionValues, for maps: [JourneyMap]
  ) -> (message: String, hint: String?)? {
    let lanes = maps.flatMap(\.lanes).flatMap { [$0.id, $0.kind.text] }
    let actors = maps.flatMap(\.actors).map(\.id)
    for (option, ids) in [(FormatOption.hide, lanes), (.only, lanes), (.actor, actors)] {
      for name in values.all(option) where !ids.contains(name) {
        let kind = option.name == FormatOption.actor.name ? "actor" : "lane"
        let known = Set(ids).sorted()
        return (
          "--\(option.name): there is no \(kind) '\(name)'",
          NearestName.hint(for: name, in: known)
            ?? (known.isEmpty || known.count > 20 ? nil : "the \(kind)s are \(known.joined(separator: ", "))")
        )
      }
    }
    return nil
  }
}
