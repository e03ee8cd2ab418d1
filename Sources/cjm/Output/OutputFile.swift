import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// Where a result goes: standard output, a file that is replaced when the result is whole, or something special like a pipe.
struct OutputFile {
  /// The path; `-` is standard output.
  let path: String
  /// Whether the bytes must be on the disk before the name changes.
  ///
  /// A batch can be run again and goes without.
  var isDurable = true

  /// Writes what `body` writes; an old file stays as it is until the new one is whole.
  func write(_ body: (inout ByteOutput) -> [Loss]) throws(Failure) -> [Loss] {
    if path == "-" { return try write(to: STDOUT_FILENO, body) }
    // A link is written through: its target is replaced, and the link stays.
    let target = try resolvedPath()
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw failure("is a folder", hint: "end it with '/' to write a file for each input into it")
    }
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeDirectly(to: target, body) }
    if exists, access(target, W_OK) != 0 { throw failure("cannot be written: \(systemMessage())") }
    return try replace(target, mode: exists ? status.st_mode & 0o7777 : nil, body)
  }

  /// The file that the path stands for in the end, which need not be there yet.
  private func resolvedPath() throws(Failure) -> String {
    var target = path
    for _ in 0..<40 {
      var status = stat()
      guard lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return target }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(target, &buffer, buffer.count)
      guard length > 0 else { return target }
      let link = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
      let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
      target = link.hasPrefix("/") ? link : folder + link
    }
    throw failure("cannot be opened: \(systemMessage(ELOOP))")
  }

  private func writeDirectly(to path: String, _ body: (inout ByteOutput) -> [Loss]) throws(Failure) -> [Loss] {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("cannot be opened: \(systemMessage())") }
    defer { close(descriptor) }
    return try write(to: descriptor, body)
  }

  private func replace(
    _ target: String, mode: mode_t?, _ body: (inout ByteOutput) -> [Loss]
  ) throws(Failure) -> [Loss] {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    let name = target.lastIndex(of: "/").map { String(target[target.index(after: $0)...]) } ?? target
    let temporary = TemporaryFile(in: folder, for: name, mode: mode ?? 0o666)
    guard let temporary else { throw failure("cannot be created: \(systemMessage())") }
    defer { temporary.discard() }
    let losses = try write(to: temporary.descriptor, savesEarly: isDurable, body)
    // What the umask took from the mode of the file that is replaced is given back.
    guard mode.map({ fchmod(temporary.descriptor, $0) == 0 }) ?? true,
      !isDurable || fsync(temporary.descriptor) == 0 || errno == EINVAL, temporary.move(to: target)
    else { throw failure("cannot be written: \(systemMessage())", status: ExitStatus.ioError) }
    return losses
  }

  /// How many bytes are written before the disk is set to work on them.
  private static let savingSize = 4 << 20

  private func write(
    to descriptor: Int32, savesEarly: Bool = false, _ body: (inout ByteOutput) -> [Loss]
  ) throws(Failure) -> [Loss] {
    var code: Int32 = 0
    var unsaved = 0..<0
    var output = ByteOutput { bytes in
      guard FileBytes.write(bytes, to: descriptor) else {
        code = errno
        return false
      }
      unsaved = unsaved.lowerBound..<unsaved.upperBound + bytes.count
      if savesEarly, unsaved.count >= Self.savingSize {
        FileBytes.startSaving(descriptor, unsaved)
        unsaved = unsaved.upperBound..<unsaved.upperBound
      }
      return true
    }
    let losses = body(&output)
    output.flush()
    guard output.hasFailed else { return losses }
    // Whoever closed the pipe has what they wanted.
    if code == EPIPE { exit(0) }
    throw failure("cannot be written: \(systemMessage(code))", status: ExitStatus.ioError)
  }

  private func failure(
    _ message: String, status: ExitCode = ExitStatus.cannotCreate, hint: String? = nil
  ) -> Failure {
    let name = path == "-" ? "<stdout>" : path
    return Failure(message, status: status, hint: hint, source: SourceText(name: name, utf8: []))
  }
}
