/// The scripts that the languages of templates are written in (Unicode Standard Annex 24, by block).
enum Script: String {
  case latin = "Latin"
  case cyrillic = "Cyrillic"
  case greek = "Greek"
  case arabic = "Arabic"
  case hebrew = "Hebrew"
  case japanese = "Japanese"
  case han = "Chinese"
  case hangul = "Korean"

  /// The script of a letter; nil for what is shared by all, such as digits and punctuation.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x590...0x5FF: self = .hebrew
    case 0x620...0x64A, 0x66E...0x6D3, 0x750...0x77F: self = .arabic
    case 0x3041...0x30FF: self = .japanese
    case 0x3400...0x9FFF, 0x20000...0x2FFFF: self = .han
    case 0xAC00...0xD7A3: self = .hangul
    default: return nil
    }
  }

  /// The scripts of a language’s own words, the usual one first; empty if they are not known here.
  static func usual(in language: String) -> [Script] {
    let primary = language.lowercased().prefix { $0 != "-" }
    switch primary {
    case "ru", "uk", "bg", "be", "mk": return [.cyrillic]
    case "ar", "fa", "ur": return [.arabic]
    case "he": return [.hebrew]
    case "el": return [.greek]
    case "ja": return [.japanese, .han]
    case "zh": return [.han]
    case "ko": return [.hangul, .han]
    case "en", "nb", "nn", "no", "da", "sv", "fi", "et", "fil", "tl", "de", "fr", "es", "pt", "pl", "it", "nl", "is",
      "lv",
      "lt", "cs", "sk", "hu", "ro", "hr", "sl", "tr", "id", "ms", "vi":
      return [.latin]
    default: return []
    }
  }

  /// The scripts of the letters of a text.
  static func all(in text: some StringProtocol) -> Set<Script> {
    Set(text.unicodeScalars.compactMap { Script($0) })
  }
}
