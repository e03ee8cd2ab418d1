import JourneyDiagnostics
import JourneySyntax

/// A cell of a page: a box, a line, or what holds them, with the object around it if it has one.
struct DrawioCell {
  let id: String
  let range: SourceRange
  /// The label as it is written, which may be HTML.
  let value: String
  let style: DrawioStyle
  let isVertex: Bool
  let isEdge: Bool
  let isVisible: Bool
  let parent: String
  let source: String
  let target: String
  /// The attributes of the object around it, its own id and label included.
  let attributes: [(name: String, value: String)]
  /// Where it stands in what holds it, and how large it is.
  let place: Place

  /// A place and a size, in the units of the page.
  struct Place {
    var x = 0.0
    var y = 0.0
    var width = 0.0
    var height = 0.0
  }

  /// Reads a child of a page's root; nil if it is no cell.
  init?(_ element: XMLDocument.Element) {
    let isBare = element.localName == "mxCell"
    guard let cell = isBare ? element : element.child("mxCell") else { return nil }
    range = element.range
    id = element["id"] ?? cell["id"] ?? ""
    value = (isBare ? cell["value"] : element["label"]) ?? ""
    style = DrawioStyle(cell["style"] ?? "")
    isVertex = cell["vertex"] == "1"
    isEdge = cell["edge"] == "1"
    isVisible = cell["visible"] != "0"
    parent = cell["parent"] ?? ""
    source = cell["source"] ?? ""
    target = cell["target"] ?? ""
    attributes = isBare ? [] : element.attributes
    place = cell.child("mxGeometry").map(Place.init) ?? Place()
  }

  /// The value of an attribute of the object around it; empty without one.
  func attribute(_ name: String) -> String { attributes.first { $0.name == name }?.value ?? "" }

  /// The lines of the label as it is shown.
  var lines: [String] {
    let text = style.isHTML ? ForeignText.withoutTags(value) : value
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension DrawioCell.Place {
  fileprivate init(_ element: XMLDocument.Element) {
    func number(_ name: String) -> Double {
      // What has no size that a page could have is taken for none.
      element[name].flatMap(Double.init).flatMap { $0.magnitude < 1e9 ? $0 : nil } ?? 0
    }
    self.init(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
  }
}

/// How a cell looks: names of styles, and keys with values, between semicolons.
struct DrawioStyle {
  private var names: [Substring] = []
  private var values: [(key: Substring, value: Substring)] = []

  init(_ text: String) {
    for part in text.split(separator: ";") {
      if let sign = part.firstIndex(of: "=") {
        values.append((part[..<sign], part[part.index(after: sign)...]))
      } else {
        names.append(part)
      }
    }
  }

  /// The value of a key, the last if it stands several times; nil without one.
  subscript(key: String) -> Substring? { values.last { $0.key == key }?.value }

  /// Whether the name of a style stands in it, or names its shape.
  func isNamed(_ name: String) -> Bool { names.contains { $0 == name } || self["shape"].map { $0 == name } == true }

  var isHTML: Bool { self["html"] == "1" }

  /// Whether it holds others by its nature.
  var isContainer: Bool { isNamed("swimlane") || isNamed("group") || self["container"] == "1" }

  /// Whether it is a lane that runs from side to side, with its title before it.
  var isRow: Bool { isNamed("swimlane") && self["horizontal"] == "0" }

  /// Whether a line that has it is drawn with an arrow at an end; `usually` tells where nothing is said.
  func hasArrow(_ end: String, usually: Bool) -> Bool { self[end].map { $0 != "none" && !$0.isEmpty } ?? usually }
}
