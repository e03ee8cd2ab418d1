/// Writes records of CSV one after another, cell by cell.
package struct CSVWriter {
  /// How records are spelled.
  package struct Style: Sendable {
    /// The byte between cells.
    package var delimiter = UInt8(ascii: ",")
    /// Whether records end with a carriage return and a line feed, as RFC 4180 has them, or with a line feed.
    package var usesCarriageReturns = false

    package init() {}
  }

  private let output: UnsafeMutablePointer<ByteOutput>
  private let style: Style
  private var isFirst = true

  package init(output: UnsafeMutablePointer<ByteOutput>, style: Style) {
    self.output = output
    self.style = style
  }

  /// Writes a cell.
  package mutating func cell(_ text: String) {
    var text = text
    text.withUTF8 { cell($0) }
  }

  /// Writes a cell.
  package mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>) {
    beginCell()
    CSVText.write(bytes, delimiter: style.delimiter, to: &output.pointee)
  }

  /// Writes empty cells.
  package mutating func emptyCells(_ count: Int) {
    guard count > 0 else { return }
    output.pointee.repeated(style.delimiter, isFirst ? count - 1 : count)
    isFirst = false
  }

  /// Ends the record.
  package mutating func endRecord() {
    output.pointee.literal(style.usesCarriageReturns ? "\r\n" : "\n")
    isFirst = true
    output.pointee.checkpoint()
  }

  private mutating func beginCell() {
    if isFirst { isFirst = false } else { output.pointee.byte(style.delimiter) }
  }
}
