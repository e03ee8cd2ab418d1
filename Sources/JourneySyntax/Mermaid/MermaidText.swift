import JourneyDiagnostics

/// A text of a diagram as it is spelled, without white space around it, and its place.
package struct MermaidText: Sendable {
  /// The text as it is spelled.
  package let spelled: String
  /// Where it stands.
  package let range: SourceRange

  /// What stands where a text must not be empty: an entity for a space without width.
  package static let blank = "#8203;"

  /// Makes a text of a spelling.
  package init(spelled: String, range: SourceRange) {
    self.spelled = spelled
    self.range = range
  }

  /// The text that a reader of the diagram sees, tags left as they are.
  package var text: String { MermaidEntities.decoded(spelled) }

  /// The same with line feeds for `<br>`, and nothing for a zero-width space alone, which stands where a text must not be empty.
  package var shown: String {
    let text = MermaidEntities.decoded(Self.withLineFeeds(spelled))
    return spelled.hasPrefix("#") && text == "\u{200B}" ? "" : text
  }

  /// Whether a scalar is lost at the ends of a text.
  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool { MermaidSpace.contains(scalar) }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      rest = rest[start...]
      if let tag = lineBreak(at: rest) {
        result += "\n"
        rest = rest.dropFirst(tag)
      } else {
        result += "<"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// How many characters `<br>`, `<br/>` or `<br />` takes at the start of a text; nil if there is none.
  private static func lineBreak(at text: Substring) -> Int? {
    guard text.prefix(3).lowercased() == "<br" else { return nil }
    var count = 3
    var rest = text.dropFirst(3)
    while let next = rest.first, next.isWhitespace {
      rest = rest.dropFirst()
      count += 1
    }
    if rest.first == "/" {
      rest = rest.dropFirst()
      count += 1
    }
    return rest.first == ">" ? count + 1 : nil
  }
}

/// Mermaid’s entities: a number or an HTML name between `#` and `;` (packages/mermaid/src/utils.ts, `encodeEntities`).
enum MermaidEntities {
  /// How many bytes the entity at a place takes; nil if there is none.
  static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == UInt8(ascii: "#") else { return nil }
    var index = bytes.startIndex + 1
    while index < bytes.endIndex, MermaidSpace.isWord(bytes[index]) { index += 1 }
    guard index > bytes.startIndex + 1, index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") else { return nil }
    return index + 1 - bytes.startIndex
  }

  /// The text with its entities written out; one that is not known stays.
  static func decoded(_ text: String) -> String {
    guard text.contains("#") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let length = length(bytes[index...]), let decoded = decoded(name: bytes[(index + 1)..<(index + length - 1)]) {
        result += decoded.utf8
        index += length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decoded(name bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return named[String(decoding: bytes, as: UTF8.self)] }
    // Numbers that no character has stand for the replacement character (HTML, section 13.2.5.80).
    let digits = bytes.drop { $0 == 0x30 }
    let number = digits.count > 7 ? nil : UInt32(String(decoding: digits, as: UTF8.self))
    let scalar = number.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    return String(Character(scalar.value == 0 ? "\u{FFFD}" : scalar))
  }

  /// The names that people write (HTML, section 13.5).
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "colon": ":", "semi": ";",
    "comma": ",", "num": "#", "percnt": "%", "excl": "!", "quest": "?", "sol": "/", "bsol": "\\", "lpar": "(",
    "rpar": ")", "lbrack": "[", "lsqb": "[", "rbrack": "]", "rsqb": "]", "lbrace": "{", "lcub": "{", "rbrace": "}",
    "rcub": "}", "ast": "*", "plus": "+", "equals": "=", "period": ".", "lowbar": "_", "dollar": "$", "commat": "@",
    "verbar": "|", "vert": "|", "grave": "`", "Tab": "\t", "NewLine": "\n", "hyphen": "‐", "dash": "‐", "ndash": "–",
    "mdash": "—", "hellip": "…", "bull": "•", "middot": "·", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "copy": "©", "reg": "®",
    "trade": "™", "deg": "°", "times": "×", "divide": "÷", "plusmn": "±", "infin": "∞", "hearts": "♥", "check": "✓",
    "cross": "✗", "star": "☆", "starf": "★", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "shy": "\u{AD}",
    "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "ZeroWidthSpace": "\u{200B}", "iexcl": "¡", "iquest": "¿",
    "szlig": "ß", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "aring": "å",
    "Aring": "Å", "aelig": "æ", "AElig": "Æ", "oslash": "ø", "Oslash": "Ø", "eacute": "é", "egrave": "è",
    "agrave": "à", "aacute": "á", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "uacute": "ú", "iacute": "í",
  ]
}
