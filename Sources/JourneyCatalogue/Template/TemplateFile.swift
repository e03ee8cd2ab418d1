import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// A template in English: what `template.yaml` holds.
struct TemplateFile: Record {
  var catalogue: CatalogueEntry?
  var map: JourneyMap?

  static var name: StaticString { "template" }
  static var about: StaticString { "A template: its entry in the catalogue, and a map with blanks in its texts." }

  mutating func visit<Visitor: FieldVisitor>(_ visitor: inout Visitor) {
    visitor.record("catalogue", &catalogue, "What the catalogue says of the template.")
    visitor.record("map", &map, "The map, in English, with blanks such as `{{product}}` in its texts.")
  }
}

/// The JSON Schema of `template.yaml`, made from the field statements.
public enum TemplateSchema {
  /// The schema as text.
  public static var text: String {
    RecordSchema.of(TemplateFile.self, name: "template", title: "Template of a journey map").text + "\n"
  }
}

extension TemplateFile {
  /// Reads a file and checks it as far as it can be checked alone.
  static func read(_ source: SourceText) -> (file: TemplateFile, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics(source: source)
    let tree = YAMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    return tree.withView { view in
      let reading = MapReading(view: view, isTruncated: tree.isTruncated, diagnostics: diagnostics)
      let file = tree.roots.first.map { Self.file(at: view.resolve($0), in: reading) } ?? TemplateFile()
      if tree.roots.isEmpty, !tree.isTruncated { reading.diagnostics.error("the file is empty", at: nil) }
      return (file, reading.diagnostics)
    }
  }

  private static func file(at root: Int, in reading: MapReading) -> TemplateFile {
    let view = reading.view
    var file = TemplateFile()
    guard view[root].kind == .mapping else {
      reading.error("a template is a mapping with the keys 'catalogue' and 'map'", at: root)
      return file
    }
    for (key, value) in view.members(of: root) {
      switch view.scalarText(key) {
      case "catalogue" where file.catalogue == nil: file.catalogue = reading.readRecord(CatalogueEntry.self, at: value)
      case "map" where file.map == nil: file.map = reading.readMap(at: value, name: "map")
      case "catalogue", "map": reading.error("this key stands twice", at: key)
      default: reading.error("unknown key", at: key, hint: "a template has the keys 'catalogue' and 'map'")
      }
    }
    if file.catalogue == nil { reading.error("'catalogue' is missing", at: root) }
    if file.map == nil { reading.error("'map' is missing", at: root) }
    return file
  }
}

extension TreeView {
  /// The keys and values of a mapping, in their order.
  func members(of mapping: Int) -> [(key: Int, value: Int)] {
    var members: [(Int, Int)] = []
    var key = mapping + 1
    while key < next(mapping) {
      members.append((key, next(key)))
      key = next(next(key))
    }
    return members
  }
}
