import Synchronization

/// A file beside its target that takes the target's name once it is whole, and is gone if that does not happen.
final class TemporaryFile {
  let descriptor: Int32
  private var path: UnsafeMutablePointer<CChar>?
  private let slot: Int?

  /// Creates a file of a mode, which the umask may cut down.
  ///
  /// It has that mode from the start: `mkstemp` makes another one, and to put that right needs the umask, which threads share.
  init?(in folder: String, for name: String, mode: mode_t) {
    // A name may be as long as the system allows; ours must not be longer.
    let stem = folder + "." + String(decoding: name.utf8.prefix(200), as: UTF8.self) + ".cjm-"
    guard let file = Self.create(stem, mode) else { return nil }
    descriptor = file.descriptor
    path = file.path
    slot = Interruption.register(file.path)
  }

  private static func create(
    _ stem: String, _ mode: mode_t
  ) -> (descriptor: Int32, path: UnsafeMutablePointer<CChar>)? {
    for _ in 0..<100 {
      guard let path = strdup(stem + String(UInt64.random(in: 0...UInt64.max), radix: 36)) else { return nil }
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (descriptor, path) }
      let code = errno
      free(path)
      errno = code
      guard code == EEXIST else { return nil }
    }
    return nil
  }

  /// Gives the file its target's name.
  func move(to target: String) -> Bool {
    guard let path, rename(path, target) == 0 else { return false }
    release()
    return true
  }

  /// Closes the file, and removes it if it did not come to be the target.
  func discard() {
    close(descriptor)
    if let path { unlink(path) }
    release()
  }

  private func release() {
    if let slot { Interruption.unregister(slot) }
    free(path)
    path = nil
  }
}

/// Removes temporary files when the command is interrupted.
enum Interruption {
  private static let capacity = 64
  /// The paths to remove.
  ///
  /// A signal handler may take no lock, so it reads plain memory that is never freed.
  nonisolated(unsafe) private static let paths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    paths.initialize(repeating: nil, count: capacity)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number) { number in
        for index in 0..<Interruption.capacity {
          if let path = Interruption.paths[index] { unlink(path) }
        }
        _ = signal(number, SIG_DFL)
        raise(number)
      }
    }
    return paths
  }()
  private static let lock = Mutex(())

  static func register(_ path: UnsafeMutablePointer<CChar>) -> Int? {
    lock.withLock { _ in
      guard let slot = (0..<capacity).first(where: { paths[$0] == nil }) else { return nil }
      paths[slot] = path
      return slot
    }
  }

  static func unregister(_ slot: Int) {
    lock.withLock { _ in paths[slot] = nil }
  }
}
