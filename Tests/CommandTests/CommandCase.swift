import Foundation
import Testing

/// A whole-command case: a Markdown file whose fenced blocks say what is run, on what, and what comes of it.
///
/// The blocks are `command` (one line for the shell), `input NAME` (a file beside it), `output`, `errors` and `status`; absent
/// ones are empty, or 0.
struct CommandCase: Sendable, CustomTestStringConvertible {
  let file: URL
  var command = ""
  var inputs: [(name: String, text: String)] = []
  var outcome = CommandOutcome()

  var testDescription: String { file.deletingPathExtension().lastPathComponent }

  /// All cases, in the order of their names.
  static let all: [CommandCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.compactMap { try? CommandCase($0) }
  }()

  private init(_ file: URL) throws {
    self.file = file
    var block: (info: String, lines: [String])?
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("````") else {
        block?.lines.append(String(line))
        continue
      }
      if let ended = block { take(ended.info, ended.lines) }
      block = block == nil ? (String(line.dropFirst(4)), []) : nil
    }
  }

  private mutating func take(_ info: String, _ lines: [String]) {
    let text = lines.map { $0 + "\n" }.joined()
    switch info {
    case "command": command = lines.joined(separator: "\n")
    case "output": outcome.output = text
    case "errors": outcome.errors = text
    case "status": outcome.status = Int32(lines.first ?? "") ?? 0
    default: inputs.append((String(info.dropFirst("input ".count)), text))
    }
  }

  /// The file with another outcome.
  func text(with outcome: CommandOutcome) -> String {
    var blocks = [("command", command + "\n")]
    blocks += inputs.map { ("input " + $0.name, $0.text) }
    if !outcome.output.isEmpty { blocks.append(("output", outcome.output)) }
    if !outcome.errors.isEmpty { blocks.append(("errors", outcome.errors)) }
    if outcome.status != 0 { blocks.append(("status", "\(outcome.status)\n")) }
    return blocks.map { "````\($0)\n\($1)````\n" }.joined(separator: "\n")
  }
}

/// What came of a command.
struct CommandOutcome: Equatable {
  var output = ""
  var errors = ""
  var status: Int32 = 0
}

extension CommandCase {
  /// Runs the command in a folder of its own.
  func run() throws -> CommandOutcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cjm-case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for input in inputs { try Data(input.text.utf8).write(to: folder.appending(path: input.name)) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "(\(command)) >.output 2>.errors"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    environment["PATH"] = products + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func read(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return CommandOutcome(
      output: try read(".output"), errors: try read(".errors"), status: process.terminationStatus)
  }
}
