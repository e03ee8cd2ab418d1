import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// Why a command could not do what it was asked, with the status to end with.
struct Failure: Error {
  let diagnostic: Diagnostic
  let status: ExitCode
  /// Whether the user has been told already.
  var isReported = false

  /// Ends the command with a status after everything has been told.
  static func reported(_ status: ExitCode) -> Failure {
    var failure = Failure("", status: status)
    failure.isReported = true
    return failure
  }

  init(_ message: String, status: ExitCode, hint: String? = nil, source: SourceText? = nil) {
    diagnostic = Diagnostic(.error, message, source: source, hint: hint)
    self.status = status
  }

  init(_ diagnostic: Diagnostic, status: ExitCode) {
    self.diagnostic = diagnostic
    self.status = status
  }
}

/// A file to read, or standard input.
struct InputFile {
  /// The path as it was given; `-` is standard input.
  let path: String

  /// What it is called in findings.
  var name: String { path == "-" ? "<stdin>" : path }

  /// Reads the text; `format` is the one that it is known to have.
  func source(_ options: ReadingOptions, format: Format? = nil) throws(Failure) -> SourceText {
    let bytes = try read(limit: options.limits.inputBytes)
    let formats = format.map { [$0] } ?? Formats.ending(path)
    let takesEncoding =
      formats.isEmpty || formats.contains { $0.options.contains { $0.name == FormatOption.encoding.name } }
    let encoding = options.values[.encoding].flatMap(TextEncoding.init)
    do throws(Diagnostic) {
      return try SourceText(
        name: name, decoding: bytes, encoding: encoding,
        advice: takesEncoding
          ? "save the file as UTF-8, or name its encoding with --encoding" : "save the file as UTF-8")
    } catch {
      let readers = formats.isEmpty ? Formats.all : formats
      if encoding == nil, let named = readers.lazy.compactMap({ $0.namedEncoding(bytes) }).first,
        let source = try? SourceText(name: name, decoding: bytes, encoding: named)
      {
        return source
      }
      throw Failure(error, status: ExitStatus.badInput)
    }
  }

  private func read(limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw failure("cannot be opened: \(systemMessage())", status: ExitStatus.noInput)
    }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw failure("is a folder", status: ExitStatus.noInput, hint: "name the files in it: \(path)/*.yaml")
    }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    guard let bytes = FileBytes.read(descriptor, size: size, limit: limit) else {
      throw failure("cannot be read: \(systemMessage())", status: ExitStatus.ioError)
    }
    guard bytes.count <= limit else {
      throw failure(
        "is larger than \(limit) bytes", status: ExitStatus.badInput, hint: "raise the limit with --max-input")
    }
    return bytes
  }

  private func failure(_ message: String, status: ExitCode, hint: String? = nil) -> Failure {
    Failure(message, status: status, hint: hint, source: SourceText(name: name, utf8: []))
  }
}

extension SourceText {
  /// The format of a source: the one that was named, or the one it looks like.
  func format(named format: Format?) throws(Failure) -> Format {
    if let format { return format }
    do throws(Formats.Unrecognized) {
      return try Formats.detect(self)
    } catch {
      throw Failure(error.message, status: ExitStatus.badInput, hint: error.hint, source: self)
    }
  }
}
