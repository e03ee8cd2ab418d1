extension Format {
  /// The CSV that draw.io makes a diagram of.
  public static let drawioCSV = Format(
    name: "drawio-csv",
    summary: "draw.io’s CSV, from which it makes a flow of stages and steps",
    fileExtensions: [],
    holdsSeveral: false,
    carries: [.titles, .stages, .steps, .emotions, .touchpoints, .cards, .links],
    write: { maps, _, output in DrawioCSVWriter.write(&maps, to: &output) }
  )
}
