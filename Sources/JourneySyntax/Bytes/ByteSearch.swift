#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where the bytes of a word stand first; nil if nowhere.
  ///
  /// The standard library's search for any elements takes hundreds of times as long, which every recognition of a format would pay.
  package func firstRange(ofBytes word: String) -> Range<Int>? {
    var word = word
    let found = word.withUTF8 { word in
      withContiguousStorageIfAvailable { bytes in
        Self.place(of: word, in: bytes)
      }
    }
    guard let place = found ?? nil else { return nil }
    return startIndex + place..<startIndex + place + word.utf8.count
  }

  private static func place(of word: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let wordBase = word.baseAddress, let first = word.first else { return nil }
    var start = 0
    while start + word.count <= bytes.count {
      guard let hit = memchr(base + start, Int32(first), bytes.count - word.count - start + 1) else { return nil }
      let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if memcmp(base + place, wordBase, word.count) == 0 { return place }
      start = place + 1
    }
    return nil
  }
}
