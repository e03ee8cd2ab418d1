import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import Synchronization

/// A conversion that writes a file for each input into a folder.
struct FolderConversion: Sendable {
  let conversion: Conversion
  let folder: String
  let force: Bool

  private struct Job: Sendable {
    let input: String
    let output: String
  }

  /// Converts the inputs side by side; one that fails does not keep the others.
  func run(_ inputs: [String]) throws(Failure) {
    let jobs = try jobs(for: inputs)
    try OutputFolder.make(folder)
    let worst = Mutex(ExitCode.success)
    Batch.run(jobs) { job in
      convert(job)
    } finish: { outcome in
      Console.print(error: outcome.text)
      worst.withLock { $0 = ExitStatus.worse($0, outcome.status) }
    }
    let status = worst.withLock { $0 }
    if status != .success { throw Failure.reported(status) }
  }

  private func convert(_ job: Job) -> Conversion.Outcome {
    var outcome = Conversion.Outcome()
    var maps = conversion.read(job.input, into: &outcome)
    guard outcome.status == .success else { return outcome }
    conversion.write(&maps, to: OutputFile(path: job.output, isDurable: false), &outcome)
    return outcome
  }

  /// The name of each output, checked before anything is written.
  private func jobs(for inputs: [String]) throws(Failure) -> [Job] {
    let ending = conversion.to.fileExtensions.first ?? conversion.to.name
    var taken: [String: String] = [:]
    var jobs: [Job] = []
    for input in inputs {
      let output = folder + stem(of: input) + "." + ending
      if let other = taken.updateValue(input, forKey: output) {
        throw Failure(
          "'\(other)' and '\(input)' would both be written to '\(output)'", status: ExitStatus.usage,
          hint: "convert them into different folders")
      }
      if !force, OutputFolder.isTaken(output) {
        throw Failure(
          "'\(output)' is there already", status: ExitStatus.cannotCreate, hint: "replace such files with --force")
      }
      jobs.append(Job(input: input, output: output))
    }
    return jobs
  }

  private func stem(of path: String) -> String {
    guard path != "-" else { return "map" }
    let name = path.split(separator: "/").last.map(String.init) ?? "map"
    guard let ending = Formats.fileExtension(of: name) else { return name }
    return String(name.dropLast(ending.count + 1))
  }
}
