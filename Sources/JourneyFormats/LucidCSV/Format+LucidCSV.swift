import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// The process CSV of Lucidchart: a row for each page, shape and line.
  public static let lucidCSV = Format(
    name: "lucid-csv",
    summary: "Lucidchart’s CSV of shapes and lines",
    fileExtensions: [],
    holdsSeveral: true,
    carries: [.titles, .stages, .steps, .links],
    options: [.delimiter, .encoding],
    recognize: { source in
      // Most files are something else, and their first line would be read as a row for nothing.
      guard source.bytes.prefix(4096).firstRange(ofBytes: LucidColumns.library) != nil else { return .none }
      let header = Set(CSVReader.header(of: source))
      return LucidColumns.telling.allSatisfy(header.contains) ? .certain : .none
    },
    read: { source, options in LucidCSVReader.read(source, options) },
    printTree: { source, options, output in CSVTableFormat.printTree(source, options, to: &output) },
    write: { maps, options, output in LucidCSVWriter.write(&maps, options, to: &output) }
  )
}

/// The columns of Lucidchart’s CSV, which vary and are found by name.
struct LucidColumns {
  static let id = "Id"
  static let name = "Name"
  static let library = "Shape Library"
  static let page = "Page ID"
  static let containedBy = "Contained By"
  static let source = "Line Source"
  static let destination = "Line Destination"
  static let sourceArrow = "Source Arrow"
  static let destinationArrow = "Destination Arrow"
  static let comments = "Comments"
  /// A column of our own, with the ids of stages and steps; Lucidchart keeps it as data of the shapes.
  static let own = "cjm id"

  /// What no other table has together.
  static let telling = [id, library, source, destination]

  /// All that Lucidchart itself writes; what others there are is data of the shapes.
  static let known: Set<String> = [
    id, name, library, page, containedBy, "Group", source, destination, sourceArrow, destinationArrow, "Tags",
    "Status", comments, own,
  ]

  private var places: [String: Int] = [:]
  /// The text areas, in their order.
  private(set) var texts: [Int] = []
  /// The columns with data of the shapes.
  private(set) var custom: [(name: String, place: Int)] = []

  /// Finds the columns in a header.
  init(_ header: [String]) {
    for (place, cell) in header.enumerated() {
      let name = ForeignText.trimmed(cell)
      if name.hasPrefix("Text Area ") {
        texts.append(place)
      } else if Self.known.contains(name) {
        if places[name] == nil { places[name] = place }
      } else if !name.isEmpty {
        custom.append((name, place))
      }
    }
  }

  /// The place of a column; nil if there is none.
  subscript(name: String) -> Int? { places[name] }
}
