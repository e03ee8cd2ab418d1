import JourneySyntax
import Testing

@Suite struct ByteSearchTests {
  @Test(
    arguments: [
      ("", "a", nil), ("a", "a", 0), ("ba", "a", 1), ("aab", "ab", 1), ("abc", "abcd", nil), ("xaxaxb", "axb", 3),
      ("日本", "本", 3),
    ] as [(String, String, Int?)])
  func findsTheFirst(text: String, word: String, place: Int?) {
    let bytes = Array(text.utf8)
    #expect(bytes.firstRange(ofBytes: word) == place.map { $0..<$0 + word.utf8.count })
    // The places of a slice are those of the whole.
    let slice = ([0x20] + bytes)[1...]
    #expect(slice.firstRange(ofBytes: word) == place.map { $0 + 1..<$0 + 1 + word.utf8.count })
  }
}
