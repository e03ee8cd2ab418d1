/// The names of attributes that carry data.
enum DrawnRowNames {
  static let prefix = "cjm_"
  /// Which of the things that a drawing needs beside its data an element is.
  static let part = "cjm_part"
  /// The mark of the label that was drawn (``LabelMark``).
  static let drawn = "cjm_drawn"
  /// Which field of its row an element shows that does not carry the row.
  static let field = "cjm_field"
  static let record = "cjm_record"
  static let row = "cjm_row"

  /// The attribute for a column.
  static func attribute(_ column: String) -> String {
    prefix + column.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "_")
  }

  /// The column for an attribute; nil if it carries no data.
  static func column(_ attribute: String) -> String? {
    guard attribute.hasPrefix(prefix), attribute != part, attribute != drawn, attribute != field else { return nil }
    let name = attribute.dropFirst(prefix.count)
    // Only what stands before an extension's name has its dot turned; the name itself may have underscores.
    guard let place = name.firstIndex(of: "_"), !name.hasPrefix("x-") else { return String(name) }
    return name[..<place] + "." + name[name.index(after: place)...]
  }
}
