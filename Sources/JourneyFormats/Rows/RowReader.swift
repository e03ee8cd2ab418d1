import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads maps from rows: the rows become the tree of a document, which is then read as any other.
///
/// So every check, with its place and its words, is the one that YAML and JSON have. What a tree cannot say, such as a card in a step
/// that is not there, is checked here.
struct RowReader<Source: RowSource> {
  let source: Source
  let header: RowHeader
  let limits: ReadingLimits
  /// Whether the rows broke off at an error, so that what is missing says nothing.
  let isTruncated: Bool

  /// The documents that the rows describe, one for each map.
  static func documents(
    _ source: Source, from text: SourceText, limits: ReadingLimits, isTruncated: Bool,
    diagnostics: inout Diagnostics
  ) -> [RowDocument] {
    let header = RowHeader(source.columns, diagnostics: &diagnostics)
    let reader = RowReader(source: source, header: header, limits: limits, isTruncated: isTruncated)
    let heads = RowHeads(source, header, diagnostics: &diagnostics)
    if heads.groups.isEmpty, !diagnostics.hasErrors, !isTruncated {
      diagnostics.error(
        "there is no journey map in this file", at: nil, hint: "a map begins with a row with record 'map' and a title")
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      reader.documents(
        heads.groups, RowValueWriter(text: text, bytes: bytes, limits: limits), &diagnostics)
    }
  }

  private func documents(
    _ groups: [RowHeads.Group], _ values: RowValueWriter, _ diagnostics: inout Diagnostics
  ) -> [RowDocument] {
    let name = Formats.mapID(forFile: values.text.name)
    var writer = RowTreeWriter(source, header: header, values: values, diagnostics: diagnostics)
    var maps: [(name: String, isTruncated: Bool)] = []
    for group in groups {
      let outline = outline(of: group.heads, &diagnostics)
      if outline.map < 0, !isTruncated, let first = group.heads.first {
        diagnostics.error(
          "there is no row for the map itself", at: source.range(ofRow: Int(first.row)),
          hint: "add a row with record 'map' and a title")
      }
      writer.add(group.heads, outline, diagnostics: &diagnostics)
      let number = maps.count + 1
      let id = TextRules.isID(group.name) ? group.name : number == 1 ? name : "\(name)-\(number)"
      maps.append((id, isTruncated || outline.map < 0))
    }
    let tree = writer.tree()
    return zip(maps, tree.roots).map { map, root in
      RowDocument(tree: tree, root: root, name: map.name, isTruncated: map.isTruncated)
    }
  }

  // MARK: The outline

  private func outline(of heads: [RowHeads.Head], _ diagnostics: inout Diagnostics) -> RowOutline {
    var outline = RowOutline(rowCount: heads.count)
    var hasSteps = false
    var hasCards = false
    for (number, head) in heads.enumerated() {
      let row = Int32(truncatingIfNeeded: number)
      switch head.kind {
      case .stage: outline.addStage(row, id: cells(of: head).id)
      case .step: hasSteps = true
      case .card: hasCards = true
      case .map, .organization, .actor, .lane, .link, .metric, .source: outline.add(row, head.kind)
      }
    }
    if hasSteps { addSteps(heads, to: &outline, &diagnostics) }
    if hasCards { addCards(heads, to: &outline, &diagnostics) }
    return outline
  }

  private func addSteps(
    _ heads: [RowHeads.Head], to outline: inout RowOutline, _ diagnostics: inout Diagnostics
  ) {
    var stage: Int32?
    var next = 0
    for (number, head) in heads.enumerated() {
      if head.kind == .stage {
        stage = outline.stages[next]
        next += 1
      }
      guard head.kind == .step else { continue }
      let row = Int32(truncatingIfNeeded: number)
      let cells = cells(of: head)
      if let named = cells.stage {
        guard let found = outline.stage(named, near: stage) else {
          refuse(named, "stage", outline, &diagnostics)
          continue
        }
        outline.addStep(row, id: cells.id, stage: found)
      } else if let stage {
        outline.addStep(row, id: cells.id, stage: stage)
      } else if !isTruncated {
        diagnostics.error(
          "this step stands in no stage", at: source.range(ofRow: Int(head.row)),
          hint: "name the stage's id in the column 'stage'")
      }
    }
  }

  private func addCards(
    _ heads: [RowHeads.Head], to outline: inout RowOutline, _ diagnostics: inout Diagnostics
  ) {
    var above: Int32?
    var (stages, steps) = (0, outline.stages.count)
    var last: (place: Int32, stage: RowCell?, step: RowCell?)?
    var visited = Array(repeating: false, count: outline.places.count)
    // All cards that follow each other in a place return to it if the first of them does.
    var isReturning = false
    for (number, head) in heads.enumerated() {
      let row = Int32(truncatingIfNeeded: number)
      switch head.kind {
      case .stage:
        above = outline.stages[stages]
        stages += 1
      case .step:
        // A step that stands in no stage has been told and is not there.
        guard steps < outline.places.count, outline.places[steps].row == row else { continue }
        above = Int32(truncatingIfNeeded: steps)
        steps += 1
      case .card:
        let cells = cells(of: head)
        let place: Int32
        if let last, cells.isSame(cells.stage, last.stage), cells.isSame(cells.step, last.step),
          cells.stage != nil || cells.step != nil
        {
          place = last.place
        } else {
          guard let found = self.place(of: cells, head, above, &outline, &diagnostics) else { continue }
          place = found
        }
        guard let lane = cells.lane else {
          diagnostics.error(
            "this card stands in no lane", at: source.range(ofRow: Int(head.row)),
            hint: "name the lane's id in the column 'lane'")
          continue
        }
        if last?.place != place { isReturning = visited[Int(place)] }
        outline.addCard(row, lane: lane, place: place, returns: isReturning)
        visited[Int(place)] = true
        last = (place, cells.stage, cells.step)
      case .map, .organization, .actor, .lane, .link, .metric, .source: continue
      }
    }
  }

  /// The stage or step that a card belongs to.
  private func place(
    of cells: PlaceCells, _ head: RowHeads.Head, _ above: Int32?, _ outline: inout RowOutline,
    _ diagnostics: inout Diagnostics
  ) -> Int32? {
    if let step = cells.step {
      if let found = outline.step(step, near: above) {
        let own = outline.places[Int(found)].stage
        if let stage = cells.stage, outline.stage(stage, near: own) != own {
          diagnostics.warn(
            "the step '\(step.string)' does not stand in the stage '\(stage.string)'", at: stage.range,
            hint: "the card goes with its step; correct the stage or empty the cell")
        }
        return found
      }
      refuse(step, "step", outline, &diagnostics)
    } else if let stage = cells.stage {
      if let found = outline.stage(stage, near: above) { return found }
      refuse(stage, "stage", outline, &diagnostics)
    } else if let above {
      return above
    } else if !isTruncated {
      diagnostics.error(
        "this card stands in no step", at: source.range(ofRow: Int(head.row)),
        hint: "name the step's id in the column 'step', or for a card of a whole stage the stage's in 'stage'")
    }
    return nil
  }

  private func refuse(_ cell: RowCell, _ kind: String, _ outline: RowOutline, _ diagnostics: inout Diagnostics) {
    guard !isTruncated else { return }
    let known = diagnostics.isFull ? [] : outline.someIDs(ofStages: kind == "stage")
    let list = known.isEmpty || known.count > 12 ? nil : "the \(kind)s are \(known.joined(separator: ", "))"
    diagnostics.error(
      "there is no \(kind) '\(cell.string)'", at: cell.range,
      hint: NearestName.hint(for: cell.string, in: known) ?? list ?? "add a row with record '\(kind)' and this id")
  }

  /// The cells of a row that say where it belongs.
  struct PlaceCells {
    var id: RowCell?
    var stage: RowCell?
    var step: RowCell?
    var lane: RowCell?

    func isSame(_ cell: RowCell?, _ other: RowCell?) -> Bool {
      guard let cell, let other else { return cell == nil && other == nil }
      return cell.isText(other.text)
    }
  }

  @inline(__always)
  private func cells(of head: RowHeads.Head) -> PlaceCells {
    var cells = PlaceCells()
    source.forEachCell(ofRow: Int(head.row), before: header.placeEnd) { cell in
      if cell.column == header.placeColumns[RowColumn.step] {
        cells.step = cell
      } else if cell.column == header.placeColumns[RowColumn.stage] {
        cells.stage = cell
      } else if cell.column == header.placeColumns[RowColumn.lane] {
        cells.lane = cell
      } else if cell.column == header.idColumn {
        cells.id = cell
      }
    }
    return cells
  }
}

/// The rows of one map as the tree that a document of it would have; the rows themselves are needed no longer.
struct RowDocument {
  /// The tree, which the maps of a source share.
  let tree: SyntaxTree
  let root: Int
  /// The id that the map gets if it has none.
  let name: String
  /// Whether rows are missing, so that what is missing says nothing.
  let isTruncated: Bool

  /// Reads the map.
  func map(diagnostics: inout Diagnostics) -> JourneyMap {
    tree.withView { view in
      let reading = MapReading(view: view, isTruncated: isTruncated, diagnostics: diagnostics)
      reading.isFromRows = true
      let map = reading.readMap(at: root, name: name)
      diagnostics = reading.diagnostics
      return map
    }
  }
}
