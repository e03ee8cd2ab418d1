#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Large pages for large blocks of memory.
///
/// A block of 50 MB is else handed out in thousands of small pages, each with an interruption of its own when it is first touched;
/// for a huge map that would be a quarter of the time.
package enum HugePages {
  /// The size from which a block is worth it: smaller ones could be less than one large page.
  private static let threshold = 8 << 20

  /// Asks the system to hand out a fresh block in large pages, where it can.
  package static func advise(_ block: UnsafeMutableRawPointer, count: Int) {
    #if !canImport(Darwin)
      guard count >= threshold else { return }
      let start = UInt(bitPattern: block)
      let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
      let aligned = (start + page - 1) / page * page
      // It is advice: where it is not taken, all goes on as before.
      madvise(UnsafeMutableRawPointer(bitPattern: aligned), Int(start + UInt(count) - aligned), MADV_HUGEPAGE)
    #endif
  }
}
