import ArgumentParser
import JourneyDiagnostics
import JourneyFormats
import JourneyModel
import JourneySyntax

/// What a conversion does with each input.
struct Conversion: Sendable {
  let from: Format?
  let to: Format
  let strict: Bool
  /// What is asked of the formats.
  let values: FormatOptionValues
  let limits: ReadingLimits
  let printer: DiagnosticPrinter

  /// What came of something, with what there is to tell.
  struct Outcome {
    var text = ""
    var status = ExitCode.success
  }

  /// Reads all inputs into one output.
  func run(_ inputs: [String], to path: String) throws(Failure) {
    var maps: [JourneyMap] = []
    var outcome = Outcome()
    for input in inputs {
      let read = read(input, into: &outcome)
      if maps.isEmpty { maps = read } else { maps += read }
    }
    Console.print(error: outcome.text)
    guard outcome.status == .success else { throw Failure.reported(outcome.status) }
    var written = Outcome()
    write(&maps, to: OutputFile(path: path), &written)
    Console.print(error: written.text)
    guard written.status == .success else { throw Failure.reported(written.status) }
    // All is done. To give back millions of small texts one by one would take longer than to write them did.
    exit(0)
  }

  /// Reads the maps of an input, as many as are whole.
  func read(_ path: String, into outcome: inout Outcome) -> [JourneyMap] {
    do throws(Failure) {
      var options = ReadingOptions()
      options.limits = limits
      options.tellsOfComments = true
      options.values = values
      let reading = try InputFile(path: path).reading(from: from, options, target: to)
      outcome.text += printer.print(reading.diagnostics)
      if reading.diagnostics.hasErrors {
        outcome.status = ExitStatus.worse(outcome.status, ExitStatus.badInput)
      } else if strict, reading.diagnostics.warningCount > 0 {
        outcome.status = ExitStatus.worse(outcome.status, ExitStatus.findings)
      }
      return reading.maps
    } catch {
      outcome.text += printer.print(error.diagnostic)
      outcome.status = ExitStatus.worse(outcome.status, error.status)
      return []
    }
  }

  /// Writes maps to an output.
  func write(_ maps: inout [JourneyMap], to output: OutputFile, _ outcome: inout Outcome) {
    guard let write = to.write else { return }
    do throws(Failure) {
      guard maps.count <= 1 || to.holdsSeveral else {
        throw Failure(
          "\(to.name) holds one map, and there are \(maps.count)", status: ExitStatus.badInput,
          hint: "write a file for each with -o DIR/")
      }
      if let refusal = to.refusal?(maps, values) {
        throw Failure(refusal.message, status: ExitStatus.usage, hint: refusal.hint)
      }
      var options = WritingOptions()
      options.values = values
      options.fileExtension = Formats.fileExtension(of: output.path)
      if strict, !to.isLossless {
        // Written into nothing first, since a refused loss must leave no trace.
        var nothing = ByteOutput { _ in true }
        let losses = write(&maps, options, &nothing)
        if !losses.isEmpty {
          outcome.text += report(losses, .error)
          outcome.status = ExitStatus.worse(outcome.status, ExitStatus.findings)
          return
        }
      }
      let losses: [Loss]
      if let program = to.program {
        var input = ByteOutput()
        losses = write(&maps, options, &input)
        let result = try ProgramRun(program).output(for: input.takeBytes())
        _ = try output.write { output in
          result.withUnsafeBufferPointer { bytes in
            if let base = bytes.baseAddress { output.bytes(base, bytes.count) }
          }
          return []
        }
      } else {
        losses = try output.write { output in write(&maps, options, &output) }
      }
      if !losses.isEmpty { outcome.text += report(losses, .warning) }
    } catch {
      outcome.text += printer.print(error.diagnostic)
      outcome.status = ExitStatus.worse(outcome.status, error.status)
    }
  }

  private func report(_ losses: [Loss], _ severity: Diagnostic.Severity) -> String {
    var fates: [String] = []
    for loss in losses where !fates.contains(loss.fate) { fates.append(loss.fate) }
    return fates.map { fate in
      let kinds = losses.filter { $0.fate == fate }.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
      return printer.print(Diagnostic(severity, "\(to.name): \(kinds) \(fate)"))
    }.joined()
  }
}
