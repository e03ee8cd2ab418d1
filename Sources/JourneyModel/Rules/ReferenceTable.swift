import JourneyDiagnostics

/// The ids that a map declares and the references it makes, with their places, to be joined once the map is whole.
package struct ReferenceTable {
  private struct Reference {
    let id: String
    let target: ReferenceTarget
    let range: SourceRange
  }

  private struct Declaration {
    let kind: IDKind
    let range: SourceRange?
  }

  /// An id among those that it must not be taken twice with.
  private struct Name: Hashable {
    let id: String
    let space: IDKind

    init(_ id: String, in space: IDKind) {
      self.id = id
      self.space = space
    }

    /// One id stands in few spaces, so the id alone tells names apart well enough.
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  private var declared: [Name: Declaration] = [:]
  private var references: [Reference] = []

  package init() {}

  /// Notes an id; one that is taken already is an error.
  package mutating func declare(
    _ id: String, _ kind: IDKind, at range: SourceRange, diagnostics: inout Diagnostics
  ) {
    let space = kind.space
    guard let first = declared.updateValue(Declaration(kind: kind, range: range), forKey: Name(id, in: space))
    else { return }
    let related = first.range.map { [Diagnostic.Related("\(first.kind.phrase) has this id already", at: $0)] }
    let sharing = space == .step && first.kind != kind ? "stages, steps, cards and actors share one set of ids" : nil
    diagnostics.error("the id '\(id)' stands twice", at: range, hint: sharing, related: related ?? [])
  }

  /// Adds an id that a reader gave by place.
  package mutating func declare(given id: String, _ kind: IDKind) {
    declared[Name(id, in: kind.space)] = Declaration(kind: kind, range: nil)
  }

  /// Notes a reference.
  package mutating func refer(_ id: String, to target: ReferenceTarget, at range: SourceRange) {
    references.append(Reference(id: id, target: target, range: range))
  }

  /// Says which references lead nowhere.
  package func resolve(diagnostics: inout Diagnostics) {
    var candidates: [ReferenceTarget: [String]] = [:]
    for reference in references {
      let declaration = declared[Name(reference.id, in: reference.target.space)]
      if let declaration, reference.target.kinds.contains(declaration.kind) { continue }
      let message =
        declaration.map { "'\(reference.id)' is \($0.kind.phrase), not \(reference.target.phrase)" }
        ?? "there is no \(reference.target.name) '\(reference.id)'"
      diagnostics.error(
        message, at: reference.range,
        hint: diagnostics.isFull ? nil : hint(for: reference, &candidates))
    }
  }

  private func hint(for reference: Reference, _ candidates: inout [ReferenceTarget: [String]]) -> String? {
    let ids = candidates[reference.target] ?? ids(for: reference.target)
    candidates[reference.target] = ids
    if let nearest = NearestName.hint(for: reference.id, in: ids) { return nearest }
    let kind = reference.target == .place ? "places" : "\(reference.target.name)s"
    if ids.isEmpty { return reference.target == .place ? nil : "the map declares no \(kind)" }
    return ids.count <= 12 ? "the \(kind) are \(ids.joined(separator: ", "))" : nil
  }

  private func ids(for target: ReferenceTarget) -> [String] {
    let names = declared.filter { $0.key.space == target.space && target.kinds.contains($0.value.kind) }
    return names.map(\.key.id).sorted()
  }
}

extension ReferenceTarget {
  /// The kind whose set of ids it looks in.
  fileprivate var space: IDKind {
    switch self {
    case .organization: IDKind.organization.space
    case .actor, .card, .place: IDKind.step.space
    case .metric: IDKind.metric.space
    case .source: IDKind.source.space
    }
  }

  /// What it points to, with its article.
  fileprivate var phrase: String { kinds.map(\.phrase).joined(separator: " or ") }
}
