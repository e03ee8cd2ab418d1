/// The languages of the terms and templates, and which of them serves someone who asked for another.
public enum Languages {
  /// The languages there are, as BCP 47 tags, English first.
  public static let all: [String] = [
    "en", "nb", "da", "sv", "fi", "et", "ru", "fil", "de", "fr", "es", "pt-BR", "pl", "uk", "ja", "zh-Hans", "ar",
  ]

  /// Languages that stand in for others: by macrolanguage and parent locale (Unicode CLDR, supplemental data, languageAlias and
  /// parentLocales), and where only one written form of a language is there.
  private static let parents: [String: String] = [
    "no": "nb", "nn": "nb", "tl": "fil", "pt": "pt-BR", "zh": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
    "zh-my": "zh-Hans",
  ]

  /// The language that serves a tag best, or nil if none does.
  ///
  /// Lookup by RFC 4647, section 3.4: subtags are taken off from the end. A script that is not the language’s usual one is never
  /// taken off, so that `zh-Hant` and `sr-Latn` do not come to mean another script.
  ///
  /// ```swift
  /// Languages.serving("nn-NO")  // "nb"
  /// Languages.serving("zh-Hant")  // nil
  /// ```
  public static func serving(_ tag: String) -> String? {
    var subtags = tag.lowercased().split(separator: "-").map(String.init)
    if subtags.first == "zh", subtags.contains(where: { ["hant", "tw", "hk", "mo"].contains($0) }) { return nil }
    while !subtags.isEmpty {
      let candidate = subtags.joined(separator: "-")
      if let exact = all.first(where: { $0.lowercased() == candidate }) { return exact }
      if let parent = parents[candidate] { return parent }
      guard let last = subtags.popLast() else { return nil }
      if last.count == 4, last.allSatisfy(\.isLetter), !isUsualScript(last, of: subtags.first ?? "") { return nil }
    }
    return nil
  }

  /// Whether texts in a language run from right to left (Unicode CLDR, layout/orientation).
  public static func isRightToLeft(_ tag: String) -> Bool {
    let subtags = tag.lowercased().split(separator: "-").map(String.init)
    if let script = subtags.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "aran"].contains(script)
    }
    return ["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].contains(subtags.first ?? "")
  }

  /// The tag that the environment asks for (POSIX: LC_ALL, LC_MESSAGES, LANG), or nil if it names no language.
  ///
  /// ```swift
  /// Languages.requested(by: ["LANG": "nb_NO.UTF-8"])  // "nb-NO"
  /// ```
  public static func requested(by environment: [String: String]) -> String? {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let value else { return nil }
    let name = value.prefix { $0 != "." && $0 != "@" }
    guard name != "C", name != "POSIX" else { return nil }
    return name.split(separator: "_").joined(separator: "-")
  }

  private static func isUsualScript(_ script: String, of language: String) -> Bool {
    switch language {
    case "ru", "uk": script == "cyrl"
    case "ar": script == "arab"
    case "ja": script == "jpan"
    case "zh": script == "hans"
    default: script == "latn"
    }
  }
}
