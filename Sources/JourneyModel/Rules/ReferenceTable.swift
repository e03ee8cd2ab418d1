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

  private var declared: [IDKind: [String: Declaration]] = [:]
  private var references: [Reference] = []

  package init() {}

  /// Notes an id; one that is taken already is an error.
  package mutating func declare(
    _ id: String, _ kind: IDKind, at range: SourceRange, diagnostics: inout Diagnostics
  ) {
    let space = kind.space
    guard let first = declared[space, default: [:]].updateValue(Declaration(kind: kind, range: range), forKey: id)
    else { return }
    let related = first.range.map { [Diagnostic.Related("\(first.kind.phrase) has this id already", at: $0)] }
    let sharing = space == .step && first.kind != kind ? "stages, steps, cards and actors share one set of ids" : nil
    diagnostics.error("the id '\(id)' stands twice", at: range, hint: sharing, related: related ?? [])
  }

  /// Adds an id that a reader gave by place.
  package mutating func declare(given id: String, _ kind: IDKind) {
    declared[kind.space, default: [:]][id] = Declaration(kind: kind, range: nil)
  }

  /// Notes a reference.
  package mutating func refer(_ id: String, to target: ReferenceTarget, at range: SourceRange) {
    references.append(Reference(id: id, target: target, range: range))
  }

  /// Says which references lead nowhere.
  package func resolve(diagnostics: inout Diagnostics) {
    var candidates: [ReferenceTarget: [String]] = [:]
    for reference in references {
      let declaration = reference.target.space.flatMap { declared[$0]?[reference.id] }
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
    (target.space.flatMap { declared[$0] } ?? [:])
      .filter { target.kinds.contains($0.value.kind) }.keys.sorted()
  }
}

extension ReferenceTarget {
  fileprivate var space: IDKind? { kinds.first?.space }

  /// What it points to, with its article.
  fileprivate var phrase: String { kinds.map(\.phrase).joined(separator: " or ") }
}
