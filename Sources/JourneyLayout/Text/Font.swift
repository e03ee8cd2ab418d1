/// A face at a size.
///
/// The family is the reader's sans-serif; widths are those of the widest of the usual ones (``AdvanceBlock``), so a text that
/// fits by them fits in each.
package struct Font: Hashable, Sendable {
  package enum Face: Hashable, Sendable {
    case regular, bold, italic
  }

  package var size: Double
  package var face: Face

  package init(_ size: Double, _ face: Face = .regular) {
    self.size = size
    self.face = face
  }

  /// What every width is multiplied with, since hinting and kerning differ from the tables.
  static let slack = 1.02

  /// Fiftieths of an em that fit into a width.
  func units(in width: Double) -> Int {
    Int((min(max(width, 0), 1e9) / size / Self.slack * 50).rounded(.down))
  }

  /// The width of a number of fiftieths of an em.
  func width(ofUnits units: Int) -> Double { Double(units) / 50 * size * Self.slack }

  /// The width of a line of text.
  package func width(of line: String) -> Double {
    var units = 0
    for scalar in line.unicodeScalars { units += TextClass.advance(of: scalar, isBold: face == .bold) }
    return width(ofUnits: units)
  }

  /// The height of a number of lines, each as high as the tallest font that its letters may come from.
  package func height(of lines: [String]) -> Double {
    var sum = 0.0
    for line in lines { sum += TextClass.lineHeight(of: line) }
    return sum * size
  }
}
