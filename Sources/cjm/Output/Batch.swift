import Synchronization

/// Does the same with many items, on as many threads as there are processors, and hands over the results in order.
enum Batch {
  /// The stack of a thread, as large as a main thread's: readers walk down nested values on it.
  private static let stackSize = 8 << 20

  /// Runs `work` for every item and `finish` for each result, one at a time and in the order of the items.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], work: @escaping @Sendable (Item) -> Result,
    finish: @escaping @Sendable (Result) -> Void
  ) {
    let workers = min(workerCount, items.count)
    guard workers > 1 else {
      for item in items { finish(work(item)) }
      return
    }
    let state = Mutex(State<Result>())
    let next = Atomic(0)
    let loop: @Sendable () -> Void = {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        let result = work(items[index])
        state.withLock { state in
          state.waiting[index] = result
          while let ready = state.waiting.removeValue(forKey: state.finished) {
            finish(ready)
            state.finished += 1
          }
        }
      }
    }
    withoutActuallyEscaping(loop) { loop in
      let threads = (1..<workers).compactMap { _ in start(loop) }
      loop()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private struct State<Result: Sendable> {
    var finished = 0
    /// Results that came before their turn; never more than there are threads.
    var waiting: [Int: Result] = [:]
  }

  /// How many threads to use: as many as processors, or what the environment variable `CJM_WORKERS` says.
  private static var workerCount: Int {
    if let text = getenv("CJM_WORKERS"), let count = Int(String(cString: text)), count > 0 { return count }
    return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private final class Job {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let job = Unmanaged.passRetained(Job(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = pthread_create(&thread, &attributes, run, job.toOpaque())
    guard status == 0 else {
      job.release()
      return nil
    }
    return thread
  }

  #if canImport(Darwin)
    private static let run: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { context in
      Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
      return nil
    }
  #else
    private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body() }
      return nil
    }
  #endif
}
