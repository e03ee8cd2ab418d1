import ArgumentParser
import JourneyFormats

/// Which format a command writes.
enum TargetFormat {
  /// The format that is named, or else the one that the output's ending says, or else the usual one of the command.
  static func of(_ output: String, named format: Format?, usual: Format? = nil) throws(Failure) -> Format {
    if let format {
      guard format.canWrite else { throw Failure("\(format.name) cannot be written", status: ExitStatus.usage) }
      return format
    }
    let names = Formats.all.filter(\.canWrite).map(\.name).joined(separator: ", ")
    guard output != "-", !output.hasSuffix("/") else {
      if let usual { return usual }
      throw Failure("no format to write", status: ExitStatus.usage, hint: "name one with --to: \(names)")
    }
    guard let found = Formats.ending(output).first(where: \.canWrite) else {
      throw Failure(
        "'\(output)' does not say which format to write", status: ExitStatus.usage, hint: "name one with --to: \(names)"
      )
    }
    return found
  }
}
