import Foundation
import Testing

@testable import JourneyTerms

/// Every file of Templates/ stands in the binary as it stands in the folder.
@Suite struct EmbeddedFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Templates")

  @Test func noFileIsLeftOut() throws {
    let enumerator = try #require(FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil))
    let files = enumerator.compactMap { $0 as? URL }.filter { ["yaml", "txt"].contains($0.pathExtension) }
    let paths = files.map { $0.pathComponents.suffix(2).joined(separator: "/") }
    #expect(EmbeddedFile.paths.sorted() == paths.sorted())
  }

  @Test(arguments: EmbeddedFile.paths)
  func theBytesAreThoseOfTheFile(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: path)))
    #expect(EmbeddedFile(path)?.bytes == bytes)
  }

  @Test func otherFilesAreNotThere() {
    #expect(EmbeddedFile("../README.md") == nil)
    #expect(EmbeddedFile("terms/xx.yaml") == nil)
  }
}
