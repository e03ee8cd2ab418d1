import JourneyDiagnostics

extension String {
  /// Makes text of bytes that are known to be valid UTF-8, as those of a source are between any two of its characters.
  @usableFromInline
  package init(valid bytes: UnsafeBufferPointer<UInt8>) {
    self.init(valid: bytes, isASCII: UTF8Check.isASCII(bytes))
  }

  /// Makes text of valid UTF-8 of which it is known whether all of it is ASCII.
  ///
  /// The bytes are not checked again: that would be a tenth of the cost of reading a map.
  package init(valid bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    #if compiler(>=6.2)
      if #available(macOS 26, *) {
        self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
        return
      }
    #endif
    self.init(decoding: bytes, as: UTF8.self)
  }

  /// Gives the bytes of the text to `body`, without the copy that `withUTF8`, which may change the text, is made on.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var text = self
    return text.withUTF8(body)
  }
}
