/// Where the lines of a source text begin, made once to place any number of offsets.
public struct LineTable: Sendable {
  private let source: SourceText
  private let starts: [Int]

  /// Reads the text once, as far as the last offset that will be asked for.
  public init(_ source: SourceText, upTo end: Int = .max) {
    self.source = source
    var starts = [0]
    source.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<min(bytes.count, max(end, 0)) {
        let byte = bytes[index]
        guard byte <= 0x0D else { continue }
        let isBreak = byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
        if isBreak { starts.append(index + 1) }
      }
    }
    self.starts = starts
  }

  /// The line and column of a byte offset; an offset past the end is the end.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), source.bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for index in starts[low]..<offset where source.bytes[index] & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: low + 1, column: column)
  }
}
