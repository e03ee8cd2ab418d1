import JourneyDiagnostics

/// The YAML that stands between lines of dashes at the head of a text in another language, as of Markdown or Mermaid.
package enum FrontMatter {
  /// Reads it from its part of a source; nil, with a warning at its place, if that cannot be done.
  ///
  /// Ranges of the tree count from the beginning of the part.
  package static func read(
    in source: SourceText, at range: SourceRange, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> SyntaxTree? {
    let yaml = SourceText(
      name: source.name, utf8: Array(source.bytes[range.offset..<min(range.end, source.bytes.count)]))
    var found = Diagnostics(source: yaml)
    let tree = YAMLReader.read(yaml, limits: limits, diagnostics: &found)
    guard let finding = found.findings.first else { return tree }
    diagnostics.warn(
      "the front matter cannot be read: \(finding.message)",
      at: (finding.range ?? SourceRange(offset: 0)).moved(by: range.offset), hint: finding.hint)
    return nil
  }
}
