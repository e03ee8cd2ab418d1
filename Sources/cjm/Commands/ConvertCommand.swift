import ArgumentParser
import JourneyDiagnostics
import JourneyFormats

/// `cjm convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Convert maps from one format to another.",
    discussion: """
      The formats are told by the endings of the files, or by what is in them; --from and --to win.
      With -o FILE all inputs go into one file, with -o DIR/ each into one of its own. What the
      target cannot hold is counted on standard error; --strict makes that an error.
      A file is only replaced by a whole new one.

      EXAMPLES
        cjm convert map.yaml -o map.json
        cjm convert map.yaml --to json | jq .title
        cjm convert maps/*.yaml -o all.jsonl
        cjm convert maps/*.yaml --to json -o json/
        cjm convert map.json -o map.yaml --schema journeymap.v1.schema.json
      """
  )

  @Argument(help: ArgumentHelp("The files to read; '-' is standard input.", valueName: "input"), completion: .file())
  var inputs: [String] = ["-"]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file, or with a '/' at its end into this folder; '-' is standard output."),
    completion: .file())
  var output = "-"

  @Option(help: ArgumentHelp("Read the inputs in this format.", valueName: "format"))
  var from: Format?

  @Option(help: ArgumentHelp("Write in this format.", valueName: "format"))
  var to: Format?

  @Flag(help: "Take warnings and losses for errors.")
  var strict = false

  @Flag(help: "Replace files that stand in the folder already.")
  var force = false

  @OptionGroup(title: "Formats")
  var formats: FormatOptions<ConversionScope>

  @OptionGroup(title: "Findings")
  var console: ConsoleOptions

  @OptionGroup(title: "Limits")
  var limits: LimitOptions

  func validate() throws {
    if inputs.filter({ $0 == "-" }).count > 1 { throw ValidationError("standard input can be read only once") }
  }

  func run() throws {
    let printer = console.printer
    try Console.reporting(printer) { () throws(Failure) in
      let conversion = Conversion(
        from: from, to: try TargetFormat.of(output, named: to), strict: strict, values: formats.values,
        limits: limits.limits, printer: printer)
      if output.hasSuffix("/") {
        try FolderConversion(conversion: conversion, folder: output, force: force).run(inputs)
      } else {
        try conversion.run(inputs, to: output)
      }
    }
  }
}
