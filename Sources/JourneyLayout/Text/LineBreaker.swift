/// Breaks a text into lines that fit a width.
///
/// Lines end at spaces, after hyphens, and between the letters of scripts that put no space between words, there as JIS X 4051
/// forbids (no line begins with `、` or ends with `（`). A word too long for a line is cut.
package struct LineBreaker {
  private let font: Font
  private let limit: Int
  private var lines: [String] = []

  private init(font: Font, width: Double) {
    self.font = font
    limit = max(font.units(in: width), 1)
  }

  /// The lines of a text; of more than `most` lines the last one kept ends with an ellipsis.
  package static func lines(of text: String, font: Font, width: Double, most: Int = .max) -> [String] {
    guard !text.isEmpty else { return [] }
    var breaker = LineBreaker(font: font, width: width)
    breaker.breakLines(text.unicodeScalars)
    if breaker.lines.count > most { breaker.cut(to: most) }
    return breaker.lines
  }

  private mutating func breakLines(_ text: String.UnicodeScalarView) {
    let isBold = font.face == .bold
    let hyphen = TextClass.advance(of: "-", isBold: isBold)
    var start = text.startIndex
    /// Where the line may end and the next may begin, and how far it reaches by then.
    var end: String.Index?
    var (next, widthAtNext, endsWithHyphen) = (start, 0, false)
    var width = 0
    var previous = BreakClass.space
    var index = start
    while index < text.endIndex {
      let scalar = text[index]
      var current = TextClass.breakClass(of: scalar)
      // A sign before a number and a dash that begins a word belong to what follows.
      if current == .hyphen, previous == .space || previous == .opening { current = .letter }
      let after = text.index(after: index)
      if current == .lineEnd {
        add(text[start..<index])
        (start, end, width, previous) = (after, nil, 0, .space)
        index = after
        continue
      }
      let advance = TextClass.advance(of: scalar, isBold: isBold)
      if current == .space {
        if previous != .space { end = index }
        width += advance
        (next, widthAtNext, endsWithHyphen) = (after, width, false)
      } else {
        if index > start, Self.mayBreak(between: previous, and: current) {
          (end, next, widthAtNext, endsWithHyphen) = (index, index, width, false)
        } else if current == .softHyphen, width + hyphen <= limit, index > start {
          (end, next, widthAtNext, endsWithHyphen) = (index, after, width, true)
        }
        if width + advance > limit, advance > 0 {
          if let lineEnd = end, lineEnd > start {
            add(text[start..<lineEnd], hyphen: endsWithHyphen)
            (start, width) = (next, width - widthAtNext)
          }
          if width + advance > limit, index > start {
            add(text[start..<index])
            (start, width) = (index, 0)
          }
          end = nil
        }
        width += advance
      }
      previous = current
      index = after
    }
    add(text[start...])
    while lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
  }

  private static func mayBreak(between one: BreakClass, and two: BreakClass) -> Bool {
    switch (one, two) {
    case (.opening, _), (.glue, _), (_, .closing), (_, .glue), (.space, _), (_, .softHyphen): false
    case (.ideograph, _), (_, .ideograph): true
    case (.closing, .opening): true
    case (.hyphen, .letter), (.hyphen, .opening): true
    default: false
    }
  }

  private mutating func add(_ line: Substring.UnicodeScalarView, hyphen: Bool = false) {
    var rest = line
    while let last = rest.last, TextClass.breakClass(of: last) == .space { rest.removeLast() }
    var text = String(rest)
    // What would break out of a line's isolate, or show as a box, is not drawn.
    if !text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 }) {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: rest.lazy.filter { !Self.isHidden($0.value) }.map { $0 == "\t" ? " " : $0 })
      text = String(scalars)
    }
    lines.append(hyphen ? text + "-" : text)
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x200B, 0x202A...0x202E, 0x2028, 0x2029, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private mutating func cut(to count: Int) {
    lines.removeSubrange(max(count, 1)...)
    guard var last = lines.popLast() else { return }
    while !last.isEmpty, font.width(of: last + "…") > font.width(ofUnits: limit) || last.last == " " {
      last.removeLast()
    }
    lines.append(last + "…")
  }
}
