import JourneyDiagnostics
import JourneyModel
import JourneySyntax

/// Reads a diagram of Lucidchart: shapes are steps, containers are stages, lanes of a swimlane are actors, lines are what follows on what.
struct LucidCSVReader {
  /// A row of the table.
  private struct Row {
    let number: Int
    let id: String
    let name: String
    let page: String
    /// The ids of the shapes around it, the outermost first.
    let around: [String]
    let texts: [String]
  }

  private let view: CSVView
  private let columns: LucidColumns
  private var diagnostics: Diagnostics
  private var rows: [Row] = []
  private var rowsOfPage: [String: [Row]] = [:]
  private var rowOf: [String: Row] = [:]

  static func read(_ source: SourceText, _ options: ReadingOptions) -> Reading {
    var diagnostics = Diagnostics(source: source)
    let delimiter = CSVSettings(options.values).delimiter
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    guard !diagnostics.hasErrors else {
      return Reading(maps: [], diagnostics: diagnostics, isUnreadable: table.isTruncated)
    }
    let maps = table.withView { view -> [JourneyMap] in
      let header = view.rowCount > 0 ? (0..<view.usedWidth(ofRow: 0)).map { view.text(row: 0, column: $0) } : []
      var reader = LucidCSVReader(view, LucidColumns(header), diagnostics)
      let maps = reader.maps(name: Formats.mapID(forFile: source.name))
      diagnostics = reader.diagnostics
      return maps
    }
    return Reading(maps: maps, diagnostics: diagnostics)
  }

  private init(_ view: CSVView, _ columns: LucidColumns, _ diagnostics: Diagnostics) {
    self.view = view
    self.columns = columns
    self.diagnostics = diagnostics
    guard view.rowCount > 1 else { return }
    for number in 1..<view.rowCount where view.usedWidth(ofRow: number) > 0 {
      let row = row(number)
      rows.append(row)
      rowsOfPage[row.page, default: []].append(row)
      if rowOf[row.id] == nil { rowOf[row.id] = row }
    }
  }

  private mutating func maps(name: String) -> [JourneyMap] {
    guard columns[LucidColumns.id] != nil, columns[LucidColumns.name] != nil else {
      diagnostics.error(
        "this table has no columns 'Id' and 'Name'", at: SourceRange(offset: 0),
        hint: "export it in Lucidchart with File, Export, CSV of shape data")
      return []
    }
    let pages = rows.filter { $0.name == "Page" }
    let title = rows.first { $0.name == "Document" }.map { text($0) } ?? ""
    var maps: [JourneyMap] = []
    for page in pages.isEmpty ? [nil] : pages.map(Optional.some) {
      let id = maps.isEmpty ? name : "\(name)-\(maps.count + 1)"
      let pageTitle = page.map { text($0) } ?? ""
      // A page that was never given a name says less than the document does.
      let isNamed = pages.count > 1 || !(pageTitle.isEmpty || pageTitle.hasPrefix("Page "))
      let wanted = isNamed || title.isEmpty ? pageTitle : title
      if let map = map(of: page?.id, title: wanted.isEmpty ? id : wanted, name: id) { maps.append(map) }
    }
    if maps.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(
        "there are no shapes with lines between them in this table", at: SourceRange(offset: 0),
        hint: "each step of a journey is a shape")
    }
    return maps
  }

  // MARK: - Cells

  private func row(_ number: Int) -> Row {
    Row(
      number: number, id: cell(number, LucidColumns.id), name: cell(number, LucidColumns.name),
      page: cell(number, LucidColumns.page),
      around: cell(number, LucidColumns.containedBy).split(separator: "|").map { ForeignText.trimmed($0) },
      texts: columns.texts.map { ForeignText.trimmed(view.text(row: number, column: $0)) })
  }

  private func cell(_ row: Int, _ column: String) -> String {
    columns[column].map { ForeignText.trimmed(view.text(row: row, column: $0)) } ?? ""
  }

  private mutating func text(_ row: Row) -> String {
    ForeignText.clean(row.texts.first { !$0.isEmpty } ?? "", at: view.range(ofRow: row.number), &diagnostics) ?? ""
  }
}

extension LucidCSVReader {
  private mutating func map(of page: String?, title: String, name: String) -> JourneyMap? {
    let own = page.map { rowsOfPage[$0] ?? [] } ?? rows
    let lines = own.filter { $0.name == "Line" }
    let ends = Set(lines.flatMap { [cell($0.number, LucidColumns.source), cell($0.number, LucidColumns.destination)] })
    let holders = Set(own.flatMap(\.around).map { String($0.prefix { $0 != ":" }) })
    func isHolder(_ row: Row) -> Bool { holders.contains(row.id) || row.name.contains("Container") }
    let shapes = own.filter { row in
      !["Line", "Page", "Document"].contains(row.name) && !isHolder(row) && !row.name.hasPrefix("Group ")
        && (ends.contains(row.id) || !cell(row.number, LucidColumns.own).isEmpty || !Self.isNote(row))
    }
    guard !shapes.isEmpty else { return nil }
    var map = JourneyMap()
    map.title = title
    var ids = IDMaker()
    let lanes = addActors(shapes, to: &map, &ids)
    var flow = FlowMap(nodes: [], groups: [], edges: [])
    var places: [String: Int] = [:]
    var groups: [String: Int] = [:]
    for shape in shapes {
      let holder = shape.around.last { !$0.contains(":") }.flatMap { rowOf[$0] }
      if let holder, !Self.isSwimlane(holder), groups[holder.id] == nil {
        var stage = Stage()
        stage.title = text(holder)
        stage.id = id(of: holder, stage.title, "stage-\(groups.count + 1)", &ids)
        groups[holder.id] = flow.groups.count
        flow.groups.append(stage)
      }
      places[shape.id] = flow.nodes.count
      let step = step(of: shape, actor: lanes[shape.around.first { $0.contains(":") } ?? ""], &ids)
      flow.nodes.append(FlowMap.Node(step: step, group: holder.flatMap { groups[$0.id] }))
    }
    flow.edges = edges(lines, places)
    flow.isOrdered = columns[LucidColumns.own] != nil
    flow.add(to: &map, ids: &ids)
    map.complete(name: name)
    return map
  }

  private func id(of row: Row, _ title: String, _ fallback: String, _ ids: inout IDMaker) -> String {
    let own = cell(row.number, LucidColumns.own)
    return ids.make(from: own.isEmpty ? title : own, fallback: fallback)
  }

  /// Shapes that are only text say nothing of the flow.
  private static func isNote(_ row: Row) -> Bool {
    ["Text", "MinimalTextBlock", "Note", "Legend", "Image", "SVGPathBlock2"].contains(row.name)
      || row.texts.allSatisfy(\.isEmpty)
  }

  private static func isSwimlane(_ row: Row) -> Bool {
    let name = row.name.lowercased()
    return name.contains("swim") || name.contains("pool") || name.contains("lane")
  }

  private mutating func step(of row: Row, actor: String?, _ ids: inout IDMaker) -> Step {
    var step = Step()
    step.title = text(row).split(separator: "\n").joined(separator: " ")
    step.id = id(of: row, step.title, "step-\(row.id)", &ids)
    step.actors = actor.map { [$0] } ?? []
    if row.name == "Decision" { step.moments = [.decision] }
    let comments = cell(row.number, LucidColumns.comments)
    step.description = ForeignText.clean(comments, at: view.range(ofRow: row.number), &diagnostics) ?? ""
    for (name, place) in columns.custom {
      let value = ForeignText.trimmed(view.text(row: row.number, column: place))
      if !value.isEmpty { step.extensions.append(Extension("x-lucid-\(name)", .string(value))) }
    }
    return step
  }

  /// Makes an actor for each lane that a shape stands in, known by the lane’s number as in `2:1`.
  private mutating func addActors(_ shapes: [Row], to map: inout JourneyMap, _ ids: inout IDMaker) -> [String: String] {
    var found: [String: String] = [:]
    let references = shapes.flatMap(\.around).filter { $0.contains(":") }
    /// The last lane in use of each swimlane.
    var last: [Substring: Int] = [:]
    for parts in references.map({ $0.split(separator: ":") }) where parts.count == 2 {
      if let lane = Int(parts[1]) { last[parts[0]] = max(last[parts[0]] ?? lane, lane) }
    }
    for reference in references where found[reference] == nil {
      let parts = reference.split(separator: ":")
      guard parts.count == 2, let lane = Int(parts[1]), let row = rowOf[String(parts[0])] else { continue }
      let names = row.texts.filter { !$0.isEmpty }
      // The first text is the title of the swimlane where there is one more than lanes are in use.
      let place = names.count > last[parts[0]] ?? lane ? lane : lane - 1
      guard names.indices.contains(place) else { continue }
      var actor = Actor()
      actor.name = ForeignText.clean(names[place], at: view.range(ofRow: row.number), &diagnostics) ?? ""
      actor.id = ids.make(from: actor.name, fallback: "actor-\(map.actors.count + 1)")
      found[reference] = actor.id
      map.actors.append(actor)
    }
    return found
  }

  private mutating func edges(_ lines: [Row], _ places: [String: Int]) -> [FlowMap.Edge] {
    lines.compactMap { row in
      let from = cell(row.number, LucidColumns.source)
      let to = cell(row.number, LucidColumns.destination)
      guard let tail = places[from], let head = places[to] else {
        diagnostics.note(
          "this line does not lead from one shape to another; it is left out", at: view.range(ofRow: row.number))
        return nil
      }
      let start = cell(row.number, LucidColumns.sourceArrow)
      let end = cell(row.number, LucidColumns.destinationArrow)
      let isTurned = !start.isEmpty && start != "None" && (end.isEmpty || end == "None")
      var link = Link()
      link.label = text(row)
      return FlowMap.Edge(from: isTurned ? head : tail, to: isTurned ? tail : head, link: link)
    }
  }
}
