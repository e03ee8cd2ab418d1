import JourneyDiagnostics
import JourneySyntax

/// A task as it was probably meant: people write its parts in other orders, and other things in their places.
struct MermaidTask {
  var title: MermaidText
  var actors: [MermaidText] = []
  /// From −2 to +2.
  var emotion: Double?
  /// A word for the emotion.
  var feeling: MermaidText?
  /// What Mermaid ignores.
  var note: MermaidText?

  /// Takes a task, and warns where it is not what Mermaid would take it for.
  init(_ task: MermaidJourney.Task, isTurned: Bool, diagnostics: inout Diagnostics) {
    title = task.name
    let fields = Self.withoutComment(task.fields, diagnostics: &diagnostics)
    guard let first = fields.first else { return }
    var actors = fields.count > 1 ? fields[1] : nil
    if MermaidJourney.Task.number(first.spelled) == nil, let second = actors,
      let score = MermaidJourney.Task.number(second.spelled)
    {
      diagnostics.warn(
        "the score stands after the actor", at: second.range, hint: "write 'task: score: actor'")
      emotion = Self.emotion(score, at: second.range, &diagnostics)
      actors = first
    } else if let score = Self.score(first, &diagnostics) {
      emotion = Self.emotion(score, at: first.range, &diagnostics)
    } else if first.spelled.isEmpty {
      if fields.count > 1 {
        diagnostics.warn(
          "no score stands here, which Mermaid takes for 0", at: task.name.range,
          hint: "scores go from 1, bad, to 5, good")
      }
    } else if let value = FeelingWords.emotion(of: first.spelled) {
      diagnostics.warn(
        "'\(first.shown)' is no score; it is read as \(Self.spelled(value))", at: first.range,
        hint: "scores go from 1, bad, to 5, good")
      emotion = value
      feeling = first
    } else {
      let isActor = actors == nil
      diagnostics.warn(
        "'\(first.shown)' is no score" + (isActor ? "; it is read as an actor" : ""), at: first.range,
        hint: "scores go from 1, bad, to 5, good")
      if isActor { actors = first }
    }
    take(actors, isTurned: isTurned, diagnostics: &diagnostics)
    if fields.count > 2 { takeNote(fields[2...], diagnostics: &diagnostics) }
  }

  private mutating func take(_ field: MermaidText?, isTurned: Bool, diagnostics: inout Diagnostics) {
    guard let field else { return }
    if isTurned {
      actors = [title]
      title = field
    } else if feeling == nil, FeelingWords.emotion(of: field.spelled) != nil {
      diagnostics.warn(
        "'\(field.shown)' stands where actors stand; it is read as the emotion in words", at: field.range,
        hint: "write 'task: score: actor'")
      feeling = field
    } else {
      actors = field.divided(at: UInt8(ascii: ",")).filter { !$0.spelled.isEmpty }
    }
  }

  private mutating func takeNote(_ fields: ArraySlice<MermaidText>, diagnostics: inout Diagnostics) {
    let parts = fields.filter { !$0.spelled.isEmpty }
    guard let first = parts.first, let last = parts.last else { return }
    note = MermaidText(
      spelled: parts.map(\.spelled).joined(separator: ": "),
      range: SourceRange(offset: first.range.offset, length: last.range.end - first.range.offset))
    diagnostics.warn(
      "Mermaid ignores what stands after the actors; it is read as the step's description", at: first.range,
      hint: "write '#58;' for a ':' in a text")
  }

  /// The fields without what was meant as a comment at the end of the line.
  private static func withoutComment(_ fields: [MermaidText], diagnostics: inout Diagnostics) -> [MermaidText] {
    guard let place = fields.firstIndex(where: { $0.spelled.contains(" %%") }),
      let start = fields[place].spelled.firstRange(of: " %%")?.lowerBound
    else { return fields }
    let kept = fields[place].spelled[..<start]
    let range = fields[place].range
    diagnostics.warn(
      "Mermaid knows comments only in lines of their own",
      at: SourceRange(offset: range.offset + kept.utf8.count + 1, length: range.length - kept.utf8.count - 1),
      hint: "put it into a line of its own")
    let field = MermaidText(
      spelled: ForeignText.trimmed(kept), range: SourceRange(offset: range.offset, length: kept.utf8.count))
    return fields[..<place] + [field]
  }

  // MARK: - Scores

  /// The number that a score is, also with a decimal comma, or of five as in `4/5`.
  private static func score(_ text: MermaidText, _ diagnostics: inout Diagnostics) -> Double? {
    if let number = MermaidJourney.Task.number(text.spelled) { return number }
    let whole = text.spelled.hasSuffix("/5") ? String(text.spelled.dropLast(2)) : text.spelled
    let spelled = whole.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    guard let number = MermaidJourney.Task.number(ForeignText.trimmed(spelled)) else { return nil }
    diagnostics.warn(
      "'\(text.spelled)' is no number to Mermaid; it is read as \(JSONNumber.spelling(number))", at: text.range,
      hint: "write '\(JSONNumber.spelling(number))'")
    return number
  }

  private static func emotion(_ score: Double, at range: SourceRange, _ diagnostics: inout Diagnostics) -> Double? {
    let scale = RatingScale.oneToFive
    if let emotion = scale.emotion(of: score) { return emotion }
    let nearest = min(max(score, scale.marks.lowerBound), scale.marks.upperBound)
    diagnostics.warn(
      "the score \(JSONNumber.spelling(score)) is not between 1 and 5; it is read as \(JSONNumber.spelling(nearest))",
      at: range, hint: "scores go from 1, bad, to 5, good")
    return scale.emotion(of: nearest)
  }

  private static func spelled(_ emotion: Double) -> String {
    JSONNumber.spelling(RatingScale.oneToFive.mark(of: emotion))
  }
}

extension MermaidJourney {
  /// Whether its tasks read `actor: score: task`: few names before the score, and another one after it every time.
  var isTurned: Bool {
    guard tasks.count > 2 else { return false }
    var names: Set<String> = []
    var actors: Set<String> = []
    for task in tasks {
      guard task.fields.count > 1, MermaidJourney.Task.number(task.fields[0].spelled) != nil else { return false }
      let actor = task.fields[1].spelled
      guard !actor.isEmpty, !actor.contains(","), FeelingWords.emotion(of: actor) == nil else { return false }
      names.insert(task.name.spelled)
      actors.insert(actor)
    }
    return actors.count == tasks.count && names.count * 2 <= tasks.count && names.isDisjoint(with: actors)
      && actors.contains { $0.contains(" ") || $0.utf8.contains { $0 >= 0xE2 } } && !names.contains(MermaidText.blank)
  }
}
