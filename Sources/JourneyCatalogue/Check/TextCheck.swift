import JourneyDiagnostics

/// What is wrong with one text of a language, compared with its English.
struct TextCheck {
  let language: String
  /// Texts that are the same as in English on purpose.
  let unchanged: Set<String>

  /// A finding without its place.
  struct Finding: Equatable {
    let severity: Diagnostic.Severity
    let message: String
    var hint: String?
  }

  /// Words that no text of another language has, but English ones often do.
  private static let englishWords: Set<Substring> = [
    "the", "with", "your", "what", "which", "this", "that", "from", "how", "does",
  ]

  /// Everything that is wrong with a text.
  func findings(in text: String, english: String) -> [Finding] {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return [Finding(severity: .error, message: "the text is empty")]
    }
    var findings = blanks(text, english)
    let words = Blanks.replacing(in: text) { _ in "0" }
    findings += typography(words)
    if let finding = mixedWord(words) { findings.append(finding) }
    if let finding = wrongScript(words) { findings.append(finding) }
    if findings.allSatisfy({ $0.severity != .error }), let finding = untranslated(words, text, english) {
      findings.append(finding)
    }
    return findings
  }

  private func blanks(_ text: String, _ english: String) -> [Finding] {
    let wanted = Blanks.names(in: english).sorted()
    let found = Blanks.names(in: text).sorted()
    guard wanted != found else { return [] }
    let lost = Set(wanted).subtracting(found).sorted().map { "{{\($0)}}" }
    let extra = Set(found).subtracting(wanted).sorted().map { "{{\($0)}}" }
    if !lost.isEmpty {
      return [
        Finding(
          severity: .error, message: "the placeholder \(lost.joined(separator: ", ")) is lost",
          hint: extra.isEmpty ? nil : "\(extra.joined(separator: ", ")) stands here instead")
      ]
    }
    if !extra.isEmpty {
      return [
        Finding(
          severity: .error, message: "the placeholder \(extra.joined(separator: ", ")) is not in the English text")
      ]
    }
    return [Finding(severity: .error, message: "a placeholder stands here more or less often than in the English text")]
  }

  private func typography(_ text: String) -> [Finding] {
    var findings: [Finding] = []
    if text.contains("\"") {
      findings.append(
        Finding(severity: .warning, message: "straight quotation marks", hint: "use those of the language, such as “ ”")
      )
    }
    if text.contains("'") {
      findings.append(Finding(severity: .warning, message: "a straight apostrophe", hint: "write ’"))
    }
    if text.contains("  ") { findings.append(Finding(severity: .warning, message: "two spaces after each other")) }
    return findings
  }

  private func mixedWord(_ text: String) -> Finding? {
    for word in text.split(whereSeparator: { !$0.isLetter }) {
      let scripts = Script.all(in: word)
      if scripts.contains(.latin), scripts.contains(.cyrillic) || scripts.contains(.greek) {
        return Finding(
          severity: .error, message: "the word '\(word)' mixes letters of two scripts",
          hint: "some Latin letters look like Cyrillic ones: type the word anew")
      }
    }
    return nil
  }

  private func wrongScript(_ text: String) -> Finding? {
    let usual = Script.usual(in: language)
    guard let main = usual.first else { return nil }
    // Latin words stand in texts of every language: names, abbreviations, what the profession says in English.
    let foreign = Script.all(in: text).subtracting(usual).subtracting([.latin])
    guard let script = foreign.map(\.rawValue).sorted().first else { return nil }
    return Finding(severity: .error, message: "\(script) letters stand in a text whose script is \(main.rawValue)")
  }

  private func untranslated(_ words: String, _ text: String, _ english: String) -> Finding? {
    guard words.contains(where: \.isLetter), !unchanged.contains(text) else { return nil }
    let hint = "translate it, or list it in unchanged/\(language).txt if the profession says it so"
    if text == english { return Finding(severity: .error, message: "the text is still English", hint: hint) }
    let usual = Script.usual(in: language)
    if !usual.isEmpty, Script.all(in: words).isDisjoint(with: usual) {
      return Finding(severity: .error, message: "the text has no \(usual[0].rawValue) letters", hint: hint)
    }
    let found = words.lowercased().split { !$0.isLetter }.filter(Self.englishWords.contains)
    if found.count >= 2 { return Finding(severity: .error, message: "the text looks English", hint: hint) }
    return nil
  }
}
