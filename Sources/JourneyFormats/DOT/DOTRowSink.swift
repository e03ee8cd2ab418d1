import JourneyModel
import JourneySyntax

/// Spells the rows of a map as attributes: `cjm_record=step, cjm_row=7, cjm_title="…"`.
///
/// A column's name has an underscore for its dot, which no field's name has. All extensions of a record stand in one attribute, since
/// Graphviz keeps a place for every name of an attribute in every node.
final class DOTRowSink: DrawnRowSink {
  /// The attributes of all rows, each row beginning with its `cjm_record`.
  @exclusivity(unchecked) private(set) var text = ByteOutput()
  /// Where each row begins in the text; one more than there are rows.
  @exclusivity(unchecked) private(set) var starts: [Int] = []
  @exclusivity(unchecked) private var isFirst = true

  /// What stands before the value of each column.
  private static let names: [[UInt8]] = RowLayout.shared.columns.map { column in
    Array((DrawnRowNames.attribute(column) + "=").utf8)
  }

  func beginRow() {
    starts.append(text.count)
    isFirst = true
  }

  func endRow() {}

  func text(_ column: Int, _ value: String) {
    begin(column)
    quoted(value)
  }

  func word(_ column: Int, _ word: StaticString) {
    begin(column)
    text.literal(word)
  }

  func bare(_ column: Int, _ value: String) {
    begin(column)
    // Numbers with an exponent are not numerals in DOT (“The DOT Language”, graphviz.org).
    if value.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
      || value == "true"
    {
      text.text(value)
    } else {
      quoted(value)
    }
  }

  func extensions(_ prefix: String, _ members: [Extension]) {
    separate()
    text.text(DrawnRowNames.attribute(prefix + RowLayout.extensionsColumn))
    text.byte(UInt8(ascii: "="))
    quoted(JSONValue.object(members.map { JSONValue.Member($0.name, $0.value) }).compactText)
  }

  private func begin(_ column: Int) {
    separate()
    Self.names[column].withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { text.bytes(base, bytes.count) }
    }
  }

  private func separate() {
    if !isFirst { text.literal(", ") }
    isFirst = false
  }

  private func quoted(_ value: String) {
    text.byte(UInt8(ascii: "\""))
    DOTSpelling.data(value, to: &text)
    text.byte(UInt8(ascii: "\""))
  }
}
