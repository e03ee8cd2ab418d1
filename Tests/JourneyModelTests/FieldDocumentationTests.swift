import Foundation
import Testing

/// The sentence above a property and the description in its statement are the same sentence.
@Suite struct FieldDocumentationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/JourneyModel/Map")

  @Test func descriptionsAndDocumentationAgree() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    var count = 0
    for file in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      let statement = /visitor\.\w+\(\s*"(?<name>\w+)", &(?:\w+)[^"]*"(?<about>[^"]*)"/
      for match in source.matches(of: statement) {
        count += 1
        let name = match.output.name
        let about = match.output.about
        #expect(
          source.contains("  /// \(about)\n  public var \(name)"), "\(file.lastPathComponent): \(name): \(about)")
      }
    }
    #expect(count > 120)
  }
}
