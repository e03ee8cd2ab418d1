/// Where a writer puts its bytes: collected in memory, or passed on in large pieces.
package struct ByteOutput: ~Copyable {
  @usableFromInline var buffer: GrowingBuffer<UInt8>
  private let threshold: Int
  private let drain: (UnsafeBufferPointer<UInt8>) -> Bool
  /// Whether a piece could not be passed on; what is written after that is dropped.
  package private(set) var hasFailed = false

  /// Collects everything; ``takeBytes()`` gives it.
  package init() {
    buffer = GrowingBuffer(capacity: 4096)
    threshold = .max
    drain = { _ in true }
  }

  /// Passes pieces of about `threshold` bytes to `drain`, which says whether it took them.
  package init(threshold: Int = 1 << 18, drain: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) {
    buffer = GrowingBuffer(capacity: min(threshold, 1 << 14))
    self.threshold = threshold
    self.drain = drain
  }

  deinit { buffer.free() }

  @inlinable @inline(__always)
  package mutating func byte(_ byte: UInt8) {
    buffer.append(byte)
  }

  @inlinable
  package mutating func bytes(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    buffer.append(contentsOf: bytes, count: count)
  }

  @inlinable
  package mutating func literal(_ text: StaticString) {
    buffer.append(contentsOf: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      if let base = bytes.baseAddress { buffer.append(contentsOf: base, count: bytes.count) }
    }
  }

  package mutating func spaces(_ count: Int) {
    for _ in 0..<count { buffer.append(0x20) }
  }

  /// Passes on what there is once it is worth a system call; writers call it between records.
  @inlinable @inline(__always)
  package mutating func checkpoint() {
    if buffer.count >= flushSize { flush() }
  }

  @usableFromInline var flushSize: Int { threshold }

  /// Passes on everything.
  @usableFromInline
  package mutating func flush() {
    if !hasFailed, buffer.count > 0, threshold != .max {
      hasFailed = !drain(UnsafeBufferPointer(start: buffer.base, count: buffer.count))
      buffer.count = 0
    } else if hasFailed {
      buffer.count = 0
    }
  }

  /// What was collected; the output is empty afterwards.
  package mutating func takeBytes() -> [UInt8] {
    defer { buffer.count = 0 }
    return Array(UnsafeBufferPointer(start: buffer.base, count: buffer.count))
  }
}
