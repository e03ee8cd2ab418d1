extension Wording {
  /// A duration of ISO 8601 in short words: `P1DT2H` as "1 d 2 h".
  func duration(_ text: String) -> String {
    var parts: [String] = []
    var number = ""
    var isClock = false
    for character in text.dropFirst() {
      if character == "T" {
        isClock = true
      } else if character.isNumber || character == "." {
        number.append(character)
      } else if let unit = Self.unit(character, isClock: isClock) {
        parts.append(number + (units.isJoined ? "" : "\u{A0}") + units.names[unit])
        number = ""
      }
    }
    return parts.isEmpty ? text : parts.joined(separator: " ")
  }

  /// The place of a unit in ``units``.
  private static func unit(_ letter: Character, isClock: Bool) -> Int? {
    switch letter {
    case "Y": 0
    case "M": isClock ? 5 : 1
    case "W": 2
    case "D": 3
    case "H": 4
    case "S": 6
    default: nil
    }
  }

  /// Years, months, weeks, days, hours, minutes and seconds in forms that need no plural (after Unicode CLDR, units, narrow), and
  /// whether they stand right after their number.
  private var units: (names: [String], isJoined: Bool) {
    switch terms.language {
    case "nb": (["år", "md.", "u", "d", "t", "min", "s"], false)
    case "da": (["år", "md.", "u", "d", "t", "min", "s"], false)
    case "sv": (["år", "mån", "v", "d", "tim", "min", "s"], false)
    case "fi": (["v", "kk", "vk", "pv", "t", "min", "s"], false)
    case "et": (["a", "kuu", "näd", "p", "t", "min", "s"], false)
    case "ru": (["г.", "мес.", "нед.", "дн.", "ч", "мин", "с"], false)
    case "uk": (["р.", "міс.", "тиж.", "дн.", "год", "хв", "с"], false)
    case "pl": (["r.", "mies.", "tyg.", "d.", "godz.", "min", "s"], false)
    case "de": (["J", "Mon.", "Wo.", "T", "Std.", "Min.", "Sek."], false)
    case "fr": (["a", "mois", "sem.", "j", "h", "min", "s"], false)
    case "es": (["a", "m.", "sem.", "d", "h", "min", "s"], false)
    case "pt-BR": (["a", "m.", "sem.", "d", "h", "min", "s"], false)
    case "fil": (["taon", "buwan", "linggo", "araw", "oras", "min.", "seg."], false)
    case "ja": (["年", "か月", "週間", "日", "時間", "分", "秒"], true)
    case "zh-Hans": (["年", "个月", "周", "天", "小时", "分钟", "秒"], true)
    case "ar": (["سنة", "شهر", "أسبوع", "يوم", "ساعة", "دقيقة", "ثانية"], false)
    default: (["y", "mo", "wk", "d", "h", "min", "s"], false)
    }
  }
}
