import JourneyModel
import JourneyTerms

/// What the drawing itself says, in the map's language.
struct Wording {
  let terms: Terms
  let isRightToLeft: Bool

  init(language: String, isRightToLeft: Bool) {
    terms = Terms.in(language)
    self.isRightToLeft = isRightToLeft
  }

  /// The arrow that points on in the direction of reading.
  var arrow: String { isRightToLeft ? "←" : "→" }

  /// A date, which keeps the order of its parts between Arabic letters (Unicode Standard Annex 9, rules W2 and W4).
  func date(_ text: String) -> String { isRightToLeft ? "\u{200E}" + text : text }

  /// What a lane is called.
  func title(of lane: Lane) -> String {
    if !lane.title.isEmpty { return lane.title }
    let kind = lane.kind
    return kind == .custom ? lane.id : terms.term(for: kind)
  }

  /// The term with a key.
  func term(_ key: String) -> String { terms[key] ?? key }

  /// A share as a percentage (Unicode CLDR, percentFormat).
  func percent(_ share: Double) -> String {
    let number = decimal(share * 100, places: 1)
    switch terms.language {
    case "da", "de", "es", "fi", "fr", "nb", "ru", "sv": return number + "\u{A0}%"
    case "ar": return number + "٪"
    default: return number + "%"
    }
  }

  /// A number with the language's decimal separator (Unicode CLDR, symbols), rounded to some places.
  func decimal(_ number: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (number * scale).rounded()
    guard scaled.magnitude < 1e15 else { return "\(number)" }
    let whole = Int(scaled.magnitude)
    var text = "\(whole / Int(scale))"
    var fraction = whole % Int(scale)
    if fraction != 0 {
      var digits = places
      while fraction % 10 == 0 {
        fraction /= 10
        digits -= 1
      }
      let tail = String(fraction)
      text += usesComma ? "," : "."
      text += String(repeating: "0", count: digits - tail.utf8.count) + tail
    }
    return scaled < 0 ? "\u{2212}" + text : text
  }

  /// A feeling with its sign.
  func emotion(_ value: Double) -> String {
    let text = decimal(value, places: 1)
    return value > 0 && text != "0" ? "+" + text : text
  }

  private var usesComma: Bool {
    switch terms.language {
    case "en", "fil", "ja", "zh-Hans", "ar": false
    default: true
    }
  }
}
