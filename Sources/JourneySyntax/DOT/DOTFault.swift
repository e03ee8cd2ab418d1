import JourneyDiagnostics

/// What stops the reading of a DOT text.
struct DOTFault: Error {
  let message: String
  let range: SourceRange
  let hint: String?
  let related: [Diagnostic.Related]

  init(_ message: String, at range: SourceRange, hint: String? = nil, related: [Diagnostic.Related] = []) {
    self.message = message
    self.range = range
    self.hint = hint
    self.related = related
  }
}
