/// Where somebody who opens a drawing may be led: to a page or a letter, and to no script or file.
enum SafeAddress {
  /// Whether a drawing may lead to an address.
  static func contains(_ address: String) -> Bool {
    guard !address.isEmpty, address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    return ["http://", "https://", "mailto:"].contains {
      address.utf8.count > $0.utf8.count && address.prefix($0.count).lowercased() == $0
    }
  }
}
