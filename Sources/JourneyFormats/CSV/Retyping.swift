/// What spreadsheets take text for when they open it: numbers, dates, times and truth values; the text itself is lost then.
enum Retyping {
  /// Whether a spreadsheet would read the text as something that it spells otherwise.
  ///
  /// It is asked about languages that nobody knows, so months are taken from many; a guard too many does no harm.
  static func threatens(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 40 else { return false }
    guard bytes.contains(where: { $0 &- 0x30 < 10 }) else {
      return bytes.count <= 20 && truthValue(String(decoding: bytes, as: UTF8.self)) != nil
    }
    return !isPlainWhole(bytes) && looksTyped(String(decoding: bytes, as: UTF8.self))
  }

  /// What a truth value says, in the words of the Excels of many languages, and in any letter case.
  static func truthValue(_ text: String) -> Bool? {
    let word = text.lowercased()
    if trueWords.contains(word) { return true }
    return falseWords.contains(word) ? false : nil
  }

  private static let trueWords: Set<String> = [
    "true", "wahr", "vrai", "verdadero", "verdadeiro", "vero", "sand", "sann", "sant", "tosi", "tõene", "prawda",
    "истина", "істина", "pravda", "waar", "doğru",
  ]
  private static let falseWords: Set<String> = [
    "false", "falsch", "faux", "falso", "falsk", "usann", "falskt", "epätosi", "väär", "fałsz", "ложь", "хибність",
    "nepravda", "onwaar", "yanlış",
  ]

  /// The first letters of the months (CLDR 45, Gregorian calendar) in the languages that have terms here.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez",
    "maj", "des", "tam", "hel", "maa", "huh", "tou", "kes", "hei", "elo", "syy", "lok", "jou", "jaa", "vee", "juu",
    "det", "fév", "fev", "mär", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic", "set", "out", "sty", "lut",
    "kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru", "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл",
    "авг", "сен", "окт", "ноя", "дек", "січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "гру",
    "ينا", "فبر", "مار", "أبر", "ماي", "يون", "يول", "أغس", "سبت", "أكت", "نوف", "ديس", "ene", "peb", "mar", "abr",
    "may", "hun", "hul", "ago", "set", "okt", "nob", "dis",
  ]

  /// A whole number as it is written anyway, which comes back as it was.
  private static func isPlainWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    return digits.count <= 15 && digits.allSatisfy { $0 &- 0x30 < 10 }
      && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
  }

  /// Digits and the signs of numbers, dates and times, and of words only those that stand in them.
  private static func looksTyped(_ text: String) -> Bool {
    var words: [String] = []
    var isWord = false
    let beginsWithLetter = text.unicodeScalars.first?.properties.isAlphabetic ?? false
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        if !isWord { words.append("") }
        words[words.count - 1].unicodeScalars.append(scalar)
        isWord = true
      } else {
        isWord = false
        let isSign =
          scalar.isASCII ? "0123456789 .,:;/-+()%'$\t\n".unicodeScalars.contains(scalar) : isForeignSign(scalar)
        guard isSign else { return false }
      }
    }
    return words.count <= 4 && words.allSatisfy { isPart($0, isFirst: beginsWithLetter) }
  }

  private static func isForeignSign(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .spaceSeparator || category == .currencySymbol || category == .decimalNumber || scalar == "−"
      || scalar == "’"
  }

  /// A month, half a day, the exponent of a number, or a unit of East Asian dates.
  ///
  /// What begins with a letter can only be a month.
  private static func isPart(_ word: String, isFirst: Bool) -> Bool {
    let word = word.lowercased()
    return months.contains(String(word.prefix(3))) || (!isFirst && ["e", "a", "p", "am", "pm"].contains(word))
      || word.unicodeScalars.allSatisfy { "年月日時时分秒".unicodeScalars.contains($0) }
  }
}
