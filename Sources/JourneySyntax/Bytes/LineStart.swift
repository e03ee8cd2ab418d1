/// Finds the beginning of a line.
enum LineStart {
  /// The offset after the last line break before `offset`.
  static func of(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return start
  }
}
