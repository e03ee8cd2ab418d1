/// Where columns stand: all equally wide, with gutters between them for lines to run in.
struct Grid {
  /// The space around the drawing's content.
  static let margin = 36.0
  /// The width of the lanes' titles, at the side where reading begins.
  static let labelWidth = 132.0
  /// The space between columns.
  static let gutter = 22.0
  /// The width that a map with few columns is drawn in.
  private static let usualWidth = 1060.0
  private static let columnWidths = 168.0...300.0

  /// How many columns there are; a map without a step is drawn with an empty one.
  let count: Int
  let columnWidth: Double

  init(count: Int) {
    self.count = max(count, 1)
    let share = (Self.usualWidth - Self.labelWidth) / Double(self.count) - Self.gutter
    columnWidth = min(max(share, Self.columnWidths.lowerBound), Self.columnWidths.upperBound)
  }

  /// Where a column begins.
  func x(of column: Int) -> Double {
    Self.margin + Self.labelWidth + Self.gutter + Double(column) * (columnWidth + Self.gutter)
  }

  /// The middle of the gutter before a column.
  func gutter(before column: Int) -> Double { x(of: column) - Self.gutter / 2 }

  /// The width of neighbouring columns with the gutters between them.
  func width(of columns: Int) -> Double { Double(columns) * (columnWidth + Self.gutter) - Self.gutter }

  /// Where lanes begin and end.
  var left: Double { Self.margin }
  var right: Double { x(of: count) }
  var width: Double { right - left }
}
