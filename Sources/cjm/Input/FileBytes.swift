import JourneySyntax

/// Reading and writing of whole files through descriptors.
enum FileBytes {
  /// Reads up to `limit` bytes and one more, so that the caller sees whether there was more; nil on an error.
  ///
  /// The size of a file is only what is to be expected: a file can grow, and some that the system makes up have none.
  static func read(_ descriptor: Int32, size: Int? = nil, limit: Int) -> [UInt8]? {
    let expected = size ?? 0
    let most = limit == .max ? limit : limit + 1
    var failed = false
    var bytes: [UInt8] = []
    var capacity = min(max(expected + 1, 1 << 16), most)
    while !failed {
      let start = bytes.count
      var isDone = false
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        guard let base = buffer.baseAddress else { return }
        HugePages.advise(base, count: capacity)
        while count < capacity {
          #if canImport(Darwin)
            let length = Darwin.read(descriptor, base + count, capacity - count)
          #elseif canImport(Glibc)
            let length = Glibc.read(descriptor, base + count, capacity - count)
          #else
            let length = Musl.read(descriptor, base + count, capacity - count)
          #endif
          if length == 0 { isDone = true }
          if length < 0, errno == EINTR { continue }
          if length < 0 { failed = true }
          guard length > 0 else { break }
          count += length
        }
      }
      if start == 0 { bytes = chunk } else { bytes += chunk }
      if isDone || bytes.count >= most { break }
      capacity = min(max(bytes.count, 1 << 16), most - bytes.count)
    }
    return failed ? nil : bytes
  }

  /// Lets the system begin to put a part of what was written on the disk, so that less is left to wait for at the end.
  ///
  /// That the bytes will not be needed is what Linux takes as a reason to write them out at once.
  static func startSaving(_ descriptor: Int32, _ range: Range<Int>) {
    #if !canImport(Darwin)
      _ = posix_fadvise(descriptor, off_t(range.lowerBound), off_t(range.count), POSIX_FADV_DONTNEED)
    #endif
  }

  /// Writes everything; false on an error, which `errno` names.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var written = 0
    while written < bytes.count {
      #if canImport(Darwin)
        let length = Darwin.write(descriptor, base + written, bytes.count - written)
      #elseif canImport(Glibc)
        let length = Glibc.write(descriptor, base + written, bytes.count - written)
      #else
        let length = Musl.write(descriptor, base + written, bytes.count - written)
      #endif
      if length < 0, errno == EINTR { continue }
      guard length > 0 else { return false }
      written += length
    }
    return true
  }
}
