import JourneyDiagnostics
import JourneyModel

extension DrawioFlow {
  /// Finds the boxes that are steps: those that say something or that lines lead to, and that hold no such boxes.
  ///
  /// A box that lines lead to and that is no container is a step with all in it.
  mutating func findSteps() {
    let ends = Set(
      cells.indices.filter { cells[$0].isEdge && outline.isShown[$0] }.flatMap { [cells[$0].source, cells[$0].target] }
        .compactMap { outline.numbers[$0] })
    let isCandidate = cells.indices.map { isBox($0) && (ends.contains($0) || hasText($0)) }
    var holdsCandidate = [Bool](repeating: false, count: cells.count)
    var holdsEnd = holdsCandidate
    for cell in outline.order.reversed() {
      guard let parent = outline.parents[cell] else { continue }
      if isCandidate[cell] || holdsCandidate[cell] { holdsCandidate[parent] = true }
      if ends.contains(cell) || holdsEnd[cell] { holdsEnd[parent] = true }
    }
    var partOf = [Int?](repeating: nil, count: cells.count)
    var isHeld = [Bool](repeating: false, count: cells.count)
    for cell in outline.order {
      if let parent = outline.parents[cell] {
        isHeld[cell] = isHeld[parent] || cells[parent].isVertex && hasText(parent)
        partOf[cell] = partOf[parent]
      }
      guard partOf[cell] == nil, isCandidate[cell] else { continue }
      let isWhole = ends.contains(cell) && !holdsEnd[cell] && !cells[cell].style.isContainer && hasText(cell)
      guard !holdsCandidate[cell] || isWhole else { continue }
      if cells[cell].style.isNamed("text"), !ends.contains(cell), !isHeld[cell] {
        strays.append(cell)
        continue
      }
      partOf[cell] = cell
      steps.append(cell)
    }
    sortSteps()
    let numbers = Dictionary(steps.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for cell in cells.indices {
      guard let whole = partOf[cell], let number = numbers[whole] else { continue }
      stepOf[cell] = number
      if whole != cell, isCandidate[cell] { details[whole, default: []].append(text(of: cell)) }
    }
    noteHeld()
  }

  /// Whether a cell is a box that can be seen, and not the label of a line.
  private func isBox(_ cell: Int) -> Bool {
    cells[cell].isVertex && outline.isShown[cell] && outline.parents[cell].map { !cells[$0].isEdge } ?? true
  }

  private func hasText(_ cell: Int) -> Bool { cells[cell].lines.contains { $0.contains { !$0.isWhitespace } } }

  /// Puts the steps in the order in which they stand on the page: along it, where it is wider than high, or else down.
  private mutating func sortSteps() {
    let centres = Dictionary(
      steps.map { cell in
        let (corner, place) = (outline.corners[cell], cells[cell].place)
        return (cell, (x: corner.x + place.width / 2, y: corner.y + place.height / 2))
      }, uniquingKeysWith: { first, _ in first })
    func extent(_ value: ((x: Double, y: Double)) -> Double) -> Double {
      let values = centres.values.map(value)
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    let isWide = extent { $0.x } >= extent { $0.y }
    steps.sort { one, two in
      let (left, right) = (centres[one] ?? (0, 0), centres[two] ?? (0, 0))
      return isWide ? (left.x, left.y, one) < (right.x, right.y, two) : (left.y, left.x, one) < (right.y, right.x, two)
    }
  }

  private mutating func noteHeld() {
    for (number, cell) in steps.enumerated() { held[cell] = number...number }
    for cell in outline.order.reversed() {
      guard let own = held[cell], let parent = outline.parents[cell] else { continue }
      let known = held[parent] ?? own
      held[parent] = min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
    }
  }

  // MARK: - Steps

  mutating func step(of cell: Int, number: Int) -> Step {
    var step = Step()
    let (title, rest) = DrawioLabel.parts(of: cells[cell])
    step.title = clean(title, cell)
    step.id = ids.make(from: step.title, fallback: "step-\(number)")
    // The name of its shape says more of a box without a text than its id does.
    if step.title.isEmpty { step.title = clean(String(cells[cell].style["shape"] ?? ""), cell) }
    if step.title.isEmpty { step.title = clean(cells[cell].id, cell) }
    let parts = [clean(rest, cell), clean(cells[cell].attribute("tooltip"), cell)] + (details[cell] ?? [])
    step.description = parts.filter { !$0.isEmpty }.joined(separator: "\n")
    // The sign for a decision in flow charts (ISO 5807).
    let style = cells[cell].style
    if style.isNamed("rhombus") || style["shape"]?.hasSuffix("decision") == true { step.moments = [.decision] }
    step.extensions = extensions(of: cells[cell])
    return step
  }

  /// What a cell says, on one line.
  mutating func text(of cell: Int) -> String {
    let (title, rest) = DrawioLabel.parts(of: cells[cell])
    return clean(ForeignText.joined([title] + rest.split(separator: "\n").map(String.init)), cell)
  }

  mutating func clean(_ text: String, _ cell: Int) -> String {
    ForeignText.clean(text, at: cells[cell].range, &diagnostics) ?? ""
  }

  /// The data that somebody gave a cell, each value under `x-drawio-` and its name.
  mutating func extensions(of cell: DrawioCell) -> [Extension] {
    let known: Set<String> = ["id", "label", "tooltip", "placeholders", "placeholder", "tags"]
    return cell.attributes.filter { !known.contains($0.name) && !$0.value.isEmpty }.compactMap { name, value in
      ForeignText.clean(value, at: cell.range, &diagnostics).map { Extension("x-drawio-" + name, .string($0)) }
    }
  }
}

/// What the label of a box says.
enum DrawioLabel {
  /// What it says first, and the rest where its HTML sets that apart: as paragraphs, as a list or by a rule.
  ///
  /// Other line breaks are there so that a text fits its box.
  static func parts(of cell: DrawioCell) -> (title: String, rest: String) {
    let lines = cell.lines.map { ForeignText.trimmed(filled($0, cell)) }.filter { !$0.isEmpty }
    let html = cell.style.isHTML ? cell.value.lowercased() : ""
    guard ["<p", "<li", "<hr", "<h1", "<h2", "<h3"].contains(where: html.contains) else {
      return (ForeignText.joined(lines), "")
    }
    return (lines.first ?? "", lines.dropFirst().joined(separator: "\n"))
  }

  /// The text with the cell's own data for names between `%` signs, if the cell asks for that.
  private static func filled(_ text: String, _ cell: DrawioCell) -> String {
    guard cell.attribute("placeholders") == "1", text.contains("%") else { return text }
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    var result = String(parts[0])
    var isName = true
    for (place, part) in parts.enumerated().dropFirst() {
      let isClosed = place + 1 < parts.count
      if isName, isClosed, let value = cell.attributes.first(where: { $0.name == part })?.value {
        result += value
        isName = false
      } else {
        result += (isName ? "%" : "") + part
        isName = true
      }
    }
    return result
  }
}
