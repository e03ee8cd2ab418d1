/// Puts the steps of a flow in an order in which it mostly runs forward.
enum FlowOrder {
  /// The numbers of the nodes: each after those that lead to it, as far as there are no rounds; among equals, and in rounds, in
  /// their own order.
  static func of(_ count: Int, edges: [(from: Int, to: Int)]) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    for edge in edges where edge.from != edge.to { targets[edge.from].append(edge.to) }
    let isBack = backEdges(targets)
    var waiting = [Int](repeating: 0, count: count)
    for node in 0..<count {
      for (place, target) in targets[node].enumerated() where !isBack[node][place] { waiting[target] += 1 }
    }
    var ready = MinimumHeap()
    for node in 0..<count where waiting[node] == 0 { ready.insert(node) }
    var order: [Int] = []
    order.reserveCapacity(count)
    while let node = ready.removeFirst() {
      order.append(node)
      for (place, target) in targets[node].enumerated() where !isBack[node][place] {
        waiting[target] -= 1
        if waiting[target] == 0 { ready.insert(target) }
      }
    }
    return order
  }

  /// Which edges close a round, found by going into depth from the nodes that nothing leads to, then from the others.
  private static func backEdges(_ targets: [[Int]]) -> [[Bool]] {
    var isBack = targets.map { [Bool](repeating: false, count: $0.count) }
    var hasIncoming = [Bool](repeating: false, count: targets.count)
    for list in targets { for target in list { hasIncoming[target] = true } }
    enum State: UInt8 { case new, open, done }
    var states = [State](repeating: .new, count: targets.count)
    let starts = targets.indices.filter { !hasIncoming[$0] } + targets.indices.filter { hasIncoming[$0] }
    for start in starts where states[start] == .new {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let (node, next) = path.last {
        guard next < targets[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[node][next]
        switch states[target] {
        case .new:
          states[target] = .open
          path.append((target, 0))
        case .open: isBack[node][next] = true
        case .done: break
        }
      }
    }
    return isBack
  }
}

/// Numbers of which the smallest is at hand.
private struct MinimumHeap {
  private var items: [Int] = []

  mutating func insert(_ item: Int) {
    items.append(item)
    var place = items.count - 1
    while place > 0, items[(place - 1) / 2] > items[place] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var place = 0
    while true {
      var smallest = place
      for child in [2 * place + 1, 2 * place + 2] where child < items.count && items[child] < items[smallest] {
        smallest = child
      }
      guard smallest != place else { return first }
      items.swapAt(place, smallest)
      place = smallest
    }
  }
}
