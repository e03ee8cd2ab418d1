import CEmbedded

/// A file of Templates/ that stands in the binary.
package struct EmbeddedFile {
  /// The path below Templates/.
  package let path: String
  private let start: UnsafePointer<UInt8>

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var count = 0
    while start[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The paths of all files.
  package static var paths: [String] {
    var paths: [String] = []
    forEach { path, _ in
      paths.append(String(cString: path))
      return true
    }
    return paths
  }

  /// The file at a path, if there is one.
  package init?(_ wanted: String) {
    var found: UnsafePointer<UInt8>?
    Self.forEach { path, text in
      if isSame(path, wanted) { found = text }
      return found == nil
    }
    guard let found else { return nil }
    path = wanted
    start = found
  }

  /// Goes through the table until `body` says that it has seen enough.
  private static func forEach(_ body: (UnsafePointer<CChar>, UnsafePointer<UInt8>) -> Bool) {
    guard let files = cjm_embedded_files() else { return }
    var index = 0
    while let path = files[index].path, let text = files[index].text, body(path, text) { index += 1 }
  }
}

/// Whether a C string says the same as a text; made without a copy, since the table has hundreds of paths.
private func isSame(_ path: UnsafePointer<CChar>, _ wanted: String) -> Bool {
  var index = 0
  for byte in wanted.utf8 {
    guard UInt8(bitPattern: path[index]) == byte else { return false }
    index += 1
  }
  return path[index] == 0
}
