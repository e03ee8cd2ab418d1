import JourneyModel
import JourneySyntax

/// Spells the rows of a map as attributes of XML: `cjm_record="step" cjm_row="7" cjm_title="…"`, a space before each.
///
/// All extensions of a record stand in one attribute, since not every name of theirs is one in XML.
final class DrawioRowSink: DrawnRowSink {
  @exclusivity(unchecked) private(set) var text = ByteOutput()
  @exclusivity(unchecked) private(set) var starts: [Int] = []

  /// What stands before the value of each column.
  private static let names = RowLayout.shared.columns.map { " " + DrawnRowNames.attribute($0) + "=\"" }

  func beginRow() { starts.append(text.count) }

  func endRow() {}

  func text(_ column: Int, _ value: String) {
    text.text(Self.names[column])
    XMLText.write(DrawioSpelling.data(value), isAttribute: true, to: &text)
    text.byte(UInt8(ascii: "\""))
  }

  func word(_ column: Int, _ word: StaticString) { text(column, word.description) }

  func bare(_ column: Int, _ value: String) { text(column, value) }

  func extensions(_ prefix: String, _ members: [Extension]) {
    text.text(" " + DrawnRowNames.attribute(prefix + RowLayout.extensionsColumn) + "=\"")
    let object = JSONValue.object(members.map { JSONValue.Member($0.name, $0.value) }).compactText
    XMLText.write(DrawioSpelling.data(object), isAttribute: true, to: &text)
    text.byte(UInt8(ascii: "\""))
  }
}
