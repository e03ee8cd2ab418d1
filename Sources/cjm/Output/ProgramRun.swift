import JourneyFormats

/// A run of an external program, which reads all of its input from a file and whose output is taken as it comes.
struct ProgramRun {
  private let program: ExternalProgram

  init(_ program: ExternalProgram) {
    self.program = program
  }

  /// What the program makes of an input.
  func output(for input: [UInt8]) throws(Failure) -> [UInt8] {
    // Files instead of pipes for what goes in and for its messages: the program may take them in any order.
    guard let source = tmpfile(), let messages = tmpfile() else { throw failure("a temporary file") }
    defer {
      fclose(source)
      fclose(messages)
    }
    guard input.withUnsafeBufferPointer({ FileBytes.write($0, to: fileno(source)) }),
      lseek(fileno(source), 0, SEEK_SET) == 0
    else { throw failure("a temporary file") }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw failure("a pipe") }
    // Programs that run at the same time must not hold this one's pipe open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child: pid_t
    do throws(Failure) {
      child = try start(input: fileno(source), output: ends[1], errors: fileno(messages))
    } catch {
      close(ends[1])
      throw error
    }
    close(ends[1])
    let deadline = Self.now + program.seconds * 1000
    let bytes = read(ends[0], until: deadline)
    let status = wait(for: child, until: deadline)
    guard let bytes, let status else {
      throw Failure(
        "\(program.program) took longer than \(program.seconds) seconds and was stopped", status: ExitStatus.ioError,
        hint: "draw less of the map, with --only or --hide")
    }
    guard status == 0, !bytes.isEmpty else { throw complaint(messages) }
    return bytes
  }

  // MARK: - The process

  private func start(input: Int32, output: Int32, errors: Int32) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { throw failure("a process") }
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      guard posix_spawn_file_actions_adddup2(&actions, descriptor, target) == 0 else { throw failure("a process") }
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = ([program.program] + program.arguments).map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program.program, &actions, nil, &arguments, environ)
    if code == 0 { return child }
    throw code == ENOENT
      ? Failure(
        "this needs \(program.name), and there is no program '\(program.program)'", status: ExitStatus.cannotCreate,
        hint: program.installation)
      : Failure("\(program.program) cannot be run: \(systemMessage(code))", status: ExitStatus.cannotCreate)
  }

  /// What comes out of the pipe until it is closed; nil if that takes too long.
  private func read(_ descriptor: Int32, until deadline: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let remaining = deadline - Self.now
      guard remaining > 0 else { return nil }
      let ready = poll(&event, 1, Int32(clamping: remaining))
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      let count = Platform.read(descriptor, &buffer)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// The program's exit status; nil if it has to be stopped.
  private func wait(for child: pid_t, until deadline: Int) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return -1 }
      if Self.now >= deadline {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return nil
      }
      usleep(2000)
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  // MARK: - What went wrong

  private func failure(_ what: String) -> Failure {
    Failure("\(what) for \(program.program) cannot be made: \(systemMessage())", status: ExitStatus.ioError)
  }

  /// The first line that the program said, for what it could not do.
  private func complaint(_ messages: UnsafeMutablePointer<FILE>) -> Failure {
    _ = lseek(fileno(messages), 0, SEEK_SET)
    let bytes = FileBytes.read(fileno(messages), limit: 1 << 16) ?? []
    let text = String(decoding: bytes, as: UTF8.self)
    let line =
      text.split(whereSeparator: \.isNewline).first { $0.contains("rror") }
      ?? text.split(whereSeparator: \.isNewline).first
    return Failure(
      "\(program.program) failed\(line.map { ": \($0)" } ?? "")", status: ExitStatus.ioError)
  }
}
