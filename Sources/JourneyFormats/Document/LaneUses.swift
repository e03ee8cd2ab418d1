import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// The lanes that cards name, each made into text once and remembered with the place of its first use.
struct LaneUses {
  struct Use {
    let id: String
    let key: Int
    let isEmotion: Bool
    /// Whether the lane stands in the cells at hand already.
    var isRepeated = false
    /// The number of the cells it stood in last.
    fileprivate var cells = 0
  }

  private var uses: [Use] = []
  private var places: [String: Int] = [:]
  /// The number of the cells that are being read.
  private var cells = 0
  /// Lanes whose type is emotions although their id is not.
  private var emotionLanes: Set<String> = []
  /// Lanes with the id of a lane type and another type.
  private var otherLanes: Set<String> = []

  init() {}

  /// Looks into the lanes of a map before its cards are read, since a bare number there means an emotion.
  init(declaredIn view: TreeView, map: Int) {
    guard view[map].kind == .mapping, let lanes = view.value(of: "lanes", in: map) else { return }
    view.forEachChild(of: view.resolve(lanes)) { lane in
      let lane = view.resolve(lane)
      guard view[lane].kind == .mapping else { return }
      let type = view.value(of: "type", in: lane).flatMap(view.scalarText)
      let id = view.value(of: "id", in: lane).flatMap(view.scalarText)
      guard let id, let type else { return }
      if type == LaneType.emotions.rawValue { emotionLanes.insert(id) } else { otherLanes.insert(id) }
    }
  }

  /// Tells that the keys that follow belong to another step or stage.
  mutating func beginCells() { cells += 1 }

  /// The lane that a key of `cards` names, or nil if it can be no lane.
  ///
  /// Lanes mostly come in the same order everywhere, so the one after the last is tried first.
  mutating func use(of key: Int, after place: inout Int, reading: MapReading) -> Use? {
    let view = reading.view
    let node = view.resolve(key)
    guard view[node].kind == .plain || view[node].kind == .quoted else { return nil }
    if !view[node].flags.contains(.hasEscapes) {
      let bytes = view.bytes(node)
      for index in place..<min(place + 4, uses.count) where view.isSameText(uses[index].key, bytes) {
        return use(at: index, &place)
      }
    }
    let id = view.text(node)
    if let known = places[id] { return use(at: known, &place) }
    guard TextRules.isID(id) else { return nil }
    let isEmotion = emotionLanes.contains(id) || (id == LaneType.emotions.rawValue && !otherLanes.contains(id))
    places[id] = uses.count
    uses.append(Use(id: id, key: node, isEmotion: isEmotion))
    return use(at: uses.count - 1, &place)
  }

  private mutating func use(at index: Int, _ place: inout Int) -> Use {
    place = index + 1
    uses[index].isRepeated = uses[index].cells == cells
    uses[index].cells = cells
    return uses[index]
  }

  /// Says which of the lanes that cards name are neither declared nor lane types.
  func check(_ lanes: [Lane], reading: MapReading) {
    let declared = Set(lanes.map { $0.id.isEmpty ? $0.type.text : $0.id })
    // A lane whose declaration was lost to an error is no second error.
    guard !reading.isTruncated else { return }
    for use in uses where !declared.contains(use.id) && LaneType(rawValue: use.id) == nil {
      let candidates = reading.diagnostics.isFull ? [] : declared.sorted() + LaneType.allCases.map(\.rawValue)
      let advice =
        reading.isFromRows
        ? "add a row with record 'lane' and this id" : "declare it under 'lanes': - {id: \(use.id), title: …}"
      reading.error(
        "there is no lane '\(use.id)'", at: use.key,
        hint: NearestName.hint(for: use.id, in: candidates) ?? advice)
    }
  }
}

extension TreeView {
  /// The value of a key in a mapping.
  package func value(of key: StaticString, in mapping: Int) -> Int? {
    var child = mapping + 1
    while child < next(mapping) {
      let value = next(child)
      let name = resolve(child)
      if self[name].kind == .plain || self[name].kind == .quoted, isText(name, key) { return value }
      child = next(value)
    }
    return nil
  }

  /// The text of a scalar, nil for anything else.
  package func scalarText(_ node: Int) -> String? {
    let node = resolve(node)
    return self[node].kind == .plain || self[node].kind == .quoted ? text(node) : nil
  }

  func forEachChild(of sequence: Int, _ body: (Int) -> Void) {
    guard self[sequence].kind == .sequence else { return }
    var child = sequence + 1
    while child < next(sequence) {
      body(child)
      child = next(child)
    }
  }

  fileprivate func isSameText(_ node: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = bytes(node)
    guard bytes.count == other.count, let left = bytes.baseAddress, let right = other.baseAddress else { return false }
    return WordScan.areEqual(left, right, count: bytes.count)
  }
}
