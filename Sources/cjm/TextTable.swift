import JourneyDiagnostics

/// A table for a terminal: columns as wide as their widest cell, the last one as it is.
enum TextTable {
  /// The rows, a line each.
  static func text(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? TerminalText.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - TerminalText.width(of: cell))
      }
      let line = cells.joined(separator: "  ")
      return line.prefix(upTo: (line.lastIndex { $0 != " " }).map(line.index(after:)) ?? line.startIndex) + "\n"
    }.joined()
  }
}
