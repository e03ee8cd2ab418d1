#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A growing block of plain values that is handed over without a copy when it is done.
///
/// An `Array` would copy on growth and hold both blocks meanwhile; `realloc` moves pages instead, which keeps the peak of
/// memory at the size of the data.
@usableFromInline
package struct GrowingBuffer<Element: BitwiseCopyable> {
  @usableFromInline package private(set) var base: UnsafeMutablePointer<Element>
  @usableFromInline package private(set) var capacity: Int
  @usableFromInline package var count = 0

  /// Makes an empty buffer; the caller frees it with ``free()`` or hands it to an owner that does.
  package init(capacity: Int) {
    self.capacity = max(capacity, 16)
    base = Self.resize(nil, to: self.capacity)
    advise()
  }

  @inlinable
  package mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  @inlinable
  package mutating func append(contentsOf source: UnsafePointer<Element>, count length: Int) {
    if count + length > capacity { grow(by: length) }
    (base + count).initialize(from: source, count: length)
    count += length
  }

  @usableFromInline
  mutating package func grow(by length: Int) {
    capacity = max(capacity + capacity / 2, count + length)
    base = Self.resize(base, to: capacity)
    advise()
  }

  private func advise() {
    HugePages.advise(base, count: capacity * MemoryLayout<Element>.stride)
  }

  /// Gives back what is not in use.
  package mutating func trim() {
    capacity = max(count, 1)
    base = Self.resize(base, to: capacity)
  }

  package func free() {
    Self.release(base)
  }

  private static func release(_ pointer: UnsafeMutablePointer<Element>) {
    #if canImport(Darwin)
      Darwin.free(pointer)
    #elseif canImport(Glibc)
      Glibc.free(pointer)
    #elseif canImport(Musl)
      Musl.free(pointer)
    #endif
  }

  private static func resize(_ pointer: UnsafeMutablePointer<Element>?, to capacity: Int) -> UnsafeMutablePointer<
    Element
  > {
    guard let moved = realloc(pointer, capacity * MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    return moved.bindMemory(to: Element.self, capacity: capacity)
  }
}
