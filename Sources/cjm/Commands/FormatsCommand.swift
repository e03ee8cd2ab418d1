import ArgumentParser
import JourneyFormats
import JourneyModel

/// `cjm formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats: what each is, which way it goes, what it carries.",
    discussion: """
      EXAMPLES
        cjm formats
        cjm formats --json | jq -r '.[] | select(.lossless) | .name'
      """
  )

  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    let text = json ? jsonText : table
    try Console.output(text)
  }

  private var table: String {
    TextTable.text([["NAME", "READ", "WRITE", "MAPS", "ENDINGS", "CARRIES", "WHAT IT IS"]] + Formats.all.map(row))
  }

  private func row(_ format: Format) -> [String] {
    let carries =
      format.isLossless
      ? "everything" : Format.Aspect.allCases.filter(format.carries.contains).map(\.rawValue).joined(separator: ", ")
    return [
      format.name, format.read == nil ? "-" : "yes", format.canWrite ? "yes" : "-",
      format.holdsSeveral ? "several" : "one", format.fileExtensions.map { "." + $0 }.joined(separator: " "), carries,
      format.summary,
    ]
  }

  private var jsonText: String {
    let items = Formats.all.map { format in
      JSONValue.object([
        .init("name", .string(format.name)),
        .init("summary", .string(format.summary)),
        .init("extensions", .array(format.fileExtensions.map(JSONValue.string))),
        .init("reads", .boolean(format.read != nil)),
        .init("writes", .boolean(format.canWrite)),
        .init("several", .boolean(format.holdsSeveral)),
        .init("lossless", .boolean(format.isLossless)),
        .init("carries", .array(Format.Aspect.allCases.filter(format.carries.contains).map { .string($0.rawValue) })),
      ])
    }
    return JSONValue.array(items).text + "\n"
  }
}
