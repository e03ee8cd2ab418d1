/// Which cells of a page stand in which others, and where.
struct DrawioOutline {
  /// The cells by their ids, the first of each.
  private(set) var numbers: [String: Int] = [:]
  /// The cell that each stands in; nil for none.
  private(set) var parents: [Int?]
  /// The cells in an order in which each comes after what it stands in.
  private(set) var order: [Int] = []
  /// Whether each can be seen, and all that it stands in.
  private(set) var isShown: [Bool]
  /// The upper left corner of each on the page.
  private(set) var corners: [(x: Double, y: Double)]

  init(_ cells: [DrawioCell]) {
    parents = Array(repeating: nil, count: cells.count)
    isShown = Array(repeating: true, count: cells.count)
    corners = Array(repeating: (0, 0), count: cells.count)
    for (number, cell) in cells.enumerated() where numbers[cell.id] == nil { numbers[cell.id] = number }
    enum State: UInt8 { case new, open, done }
    var states = [State](repeating: .new, count: cells.count)
    for start in cells.indices where states[start] == .new {
      var path: [Int] = []
      var next: Int? = start
      while let cell = next, states[cell] == .new {
        states[cell] = .open
        path.append(cell)
        parents[cell] = numbers[cells[cell].parent]
        next = parents[cell]
      }
      // Cells that stand in each other stand nowhere.
      if let cell = next, states[cell] == .open, let last = path.last { parents[last] = nil }
      for cell in path.reversed() { place(cell, cells) }
      for cell in path { states[cell] = .done }
    }
  }

  private mutating func place(_ cell: Int, _ cells: [DrawioCell]) {
    order.append(cell)
    isShown[cell] = cells[cell].isVisible
    if cells[cell].isVertex { corners[cell] = (cells[cell].place.x, cells[cell].place.y) }
    guard let parent = parents[cell] else { return }
    isShown[cell] = isShown[cell] && isShown[parent]
    corners[cell].x += corners[parent].x
    corners[cell].y += corners[parent].y
  }
}
