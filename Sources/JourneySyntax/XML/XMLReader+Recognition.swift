import JourneyDiagnostics

extension XMLReader {
  /// The name of the first element of a text, without the prefix of a namespace; nil if it does not begin as XML does.
  package static func outermostName(in source: SourceText) -> String? {
    var rest = source.bytes.prefix(65_536)[...]
    guard rest.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      // A prolog, a comment or a document type may stand before the first element.
      if rest.first == UInt8(ascii: "?") || rest.first == UInt8(ascii: "!") {
        let end = rest.starts(with: "!--".utf8) ? rest.firstRange(ofBytes: "-->")?.upperBound : nil
        guard let next = end ?? rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        rest = rest[next...]
        continue
      }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      return String(decoding: name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name, as: UTF8.self)
    }
    return nil
  }
}
