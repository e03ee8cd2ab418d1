import JourneyDiagnostics
import Testing

@Suite struct TextEncodingTests {
  static func text(_ bytes: [UInt8], _ encoding: TextEncoding?) throws -> String {
    String(decoding: try SourceText(name: "t", decoding: bytes, encoding: encoding).bytes, as: UTF8.self)
  }

  @Test func bytesAreReadInTheEncodingThatIsNamed() throws {
    #expect(try Self.text([0x80, 0x2C, 0xE9, 0x93, 0xFF], .windows1252) == "€,é“ÿ")
    #expect(try Self.text([0xCF, 0xF0, 0xE8, 0xB8, 0xB9, 0xFF], .windows1251) == "Приё№я")
    #expect(try Self.text([0xA4, 0xA6, 0xE5], .iso8859_1) == "¤¦å")
    #expect(try Self.text([0xA4, 0xA6, 0xE5], .iso8859_15) == "€Šå")
  }

  @Test func aByteOrderMarkWins() throws {
    #expect(try Self.text([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], .windows1252) == "é")
    #expect(try Self.text([0xFF, 0xFE, 0xE9, 0x00], .windows1251) == "é")
  }

  @Test(arguments: [
    (
      [0x61, 0x0A, 0xC3, 0xA9, 0x81] as [UInt8], TextEncoding.windows1252,
      "byte 0x81 at offset 4 is no character in windows-1252"
    ),
    ([0x98], .windows1251, "byte 0x98 at offset 0 is no character in windows-1251"),
    ([0x93], .iso8859_1, "byte 0x93 at offset 0 is no character in iso-8859-1"),
  ])
  func bytesWithoutMeaningAreRefused(bytes: [UInt8], encoding: TextEncoding, message: String) {
    let fault = #expect(throws: Diagnostic.self) { try SourceText(name: "t", decoding: bytes, encoding: encoding) }
    #expect(fault?.message == message)
    #expect(
      fault?.source.flatMap { source in fault?.range.map { source.position(at: $0.offset).line } }
        == (bytes.contains(0x0A) ? 2 : 1))
  }

  @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x14], [0xD0, 0xCF, 0x11, 0xE0, 0xA1] as [UInt8]])
  func workbooksAreToldApartFromText(bytes: [UInt8]) {
    let fault = #expect(throws: Diagnostic.self) { try SourceText(name: "t.xlsx", decoding: bytes) }
    #expect(fault?.hint?.contains("save it as 'CSV UTF-8") == true)
  }
}
