/// The addresses to which a drawing or a document may lead its reader.
enum WebAddress {
  /// Whether an address is one of the web or of mail, and nothing that runs.
  static func isSafe(_ address: String) -> Bool {
    guard !address.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    return ["http://", "https://", "mailto:"].contains {
      address.utf8.count > $0.utf8.count && address.prefix($0.count).lowercased() == $0
    }
  }
}
