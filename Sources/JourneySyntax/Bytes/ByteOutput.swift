/// Where a writer puts its bytes: collected in memory, or passed on in large pieces.
@usableFromInline
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
    text.withBytes { bytes in
      if let base = bytes.baseAddress { buffer.append(contentsOf: base, count: bytes.count) }
    }
  }

  /// The digits of a whole number; mostly there is one.
  package mutating func number(_ number: Int) {
    if 0..<10 ~= number { byte(UInt8(ascii: "0") + UInt8(number)) } else { text(String(number)) }
  }

  package mutating func repeated(_ byte: UInt8, _ count: Int) {
    guard count > 0 else { return }
    reserve(count).initialize(repeating: byte, count: count)
    buffer.count += count
  }

  package mutating func spaces(_ count: Int) {
    guard count > 0 else { return }
    blank(reserve(count + 8), count)
    buffer.count += count
  }

  /// A line feed and the indentation of the next line.
  package mutating func lineBreak(indent: Int) {
    let target = reserve(indent + 9)
    target.initialize(to: 0x0A)
    blank(target + 1, indent)
    buffer.count += indent + 1
  }

  /// Writes spaces, eight at a time, and so up to seven more than were asked for.
  @inline(__always)
  private func blank(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) {
    var index = 0
    while index < count {
      UnsafeMutableRawPointer(target + index).storeBytes(of: 0x2020_2020_2020_2020, as: UInt64.self)
      index &+= 8
    }
  }

  /// A literal after spaces and before one more byte, as `  key:` is.
  package mutating func literal(_ text: StaticString, indent: Int, tail: UInt8) {
    let length = text.utf8CodeUnitCount
    let target = reserve(indent + length + 9)
    blank(target, indent)
    (target + indent).initialize(from: text.utf8Start, count: length)
    (target + indent + length).initialize(to: tail)
    buffer.count += indent + length + 1
  }

  /// A literal between two bytes of the same kind and a tail of up to two, as `"key": ` is.
  package mutating func literal(_ text: StaticString, quote: UInt8, tail: StaticString) {
    let (length, tailLength) = (text.utf8CodeUnitCount, tail.utf8CodeUnitCount)
    let target = reserve(length + 2 + tailLength)
    target.initialize(to: quote)
    (target + 1).initialize(from: text.utf8Start, count: length)
    (target + 1 + length).initialize(to: quote)
    (target + 2 + length).initialize(from: tail.utf8Start, count: tailLength)
    buffer.count += length + 2 + tailLength
  }

  /// Bytes between two bytes of the same kind.
  package mutating func bytes(_ bytes: UnsafePointer<UInt8>, _ count: Int, quote: UInt8) {
    let target = reserve(count + 2)
    target.initialize(to: quote)
    (target + 1).initialize(from: bytes, count: count)
    (target + 1 + count).initialize(to: quote)
    buffer.count += count + 2
  }

  /// Where the next bytes go, with room for `count` of them.
  @inline(__always)
  private mutating func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if buffer.count + count > buffer.capacity { buffer.grow(by: count) }
    return buffer.base + buffer.count
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

  /// How many bytes are collected.
  package var count: Int { buffer.count }

  /// Passes some of the collected bytes on to another output.
  package func copy(_ range: Range<Int>, to output: inout ByteOutput) {
    guard range.lowerBound >= 0, range.upperBound <= buffer.count else { return }
    output.buffer.append(contentsOf: buffer.base + range.lowerBound, count: range.count)
  }

  /// What was collected; the output is empty afterwards.
  package mutating func takeBytes() -> [UInt8] {
    defer { buffer.count = 0 }
    return Array(UnsafeBufferPointer(start: buffer.base, count: buffer.count))
  }
}
