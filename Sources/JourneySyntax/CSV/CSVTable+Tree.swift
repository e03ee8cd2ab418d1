import JourneyDiagnostics

extension CSVTable {
  /// Writes the records as they are, as one JSON array of arrays of text on one line.
  package func printTree(to output: inout ByteOutput) {
    withView { view in
      output.byte(UInt8(ascii: "["))
      for row in 0..<view.rowCount {
        if row > 0 { output.byte(UInt8(ascii: ",")) }
        view.print(row: row, to: &output)
        output.checkpoint()
      }
      output.literal("]\n")
    }
  }
}

extension CSVView {
  fileprivate func print(row: Int, to output: inout ByteOutput) {
    var column = 0
    func fill(to end: Int, _ output: inout ByteOutput) {
      while column < end {
        output.literal(column == 0 ? "\"\"" : ",\"\"")
        column += 1
      }
    }
    output.byte(UInt8(ascii: "["))
    for index in cells(ofRow: row) {
      fill(to: self[index].column, &output)
      if column > 0 { output.byte(UInt8(ascii: ",")) }
      JSONText.write(text(self[index]), to: &output)
      column += 1
    }
    fill(to: width(ofRow: row), &output)
    output.byte(UInt8(ascii: "]"))
  }
}
