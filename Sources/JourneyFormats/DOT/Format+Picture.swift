import JourneyLayout

extension Format {
  /// A picture that scales, for web pages.
  public static let svg = picture("svg", "SVG: a picture for web pages and the wall, drawn by Graphviz")

  /// A picture of points.
  public static let png = picture("png", "PNG: a picture of points, drawn by Graphviz")

  /// A picture on a page.
  public static let pdf = picture("pdf", "PDF: a picture to print, drawn by Graphviz")

  private static func picture(_ name: String, _ summary: String) -> Format {
    Format(
      name: name, summary: summary, fileExtensions: [name], holdsSeveral: false,
      carries: Set(Aspect.allCases.filter { $0 != .attributes }), options: FormatOption.drawing,
      refusal: { maps, values in DrawingOptions.refusal(of: values, for: maps) }, program: .graphviz(name),
      write: { maps, options, output in DOTDrawing.write(&maps, options, to: &output) })
  }
}
