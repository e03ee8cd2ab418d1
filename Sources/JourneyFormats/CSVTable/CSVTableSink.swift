import JourneyModel
import JourneySyntax

/// Which columns the rows of maps make use of.
///
/// Here and in ``CSVTableSink``, accesses are not checked for exclusivity at run time: no method hands any out, and the check would
/// cost more than the work.
final class CSVColumnUse: RowSink {
  /// The most extensions that get a column of their own.
  ///
  /// Each row has a cell for each column, so a map where every record has other extensions would grow with their square.
  private static let mostExtensions = 64

  /// Whether each column of ``RowLayout/columns`` is in use.
  @exclusivity(unchecked) private(set) var isUsed = Array(repeating: false, count: RowLayout.shared.columns.count)
  /// The extensions that have a column, in the order of first use, each with its number.
  private(set) var extensions: [String: Int] = [:]
  /// The columns for extensions without one.
  private(set) var objects: [String: Int] = [:]

  func beginRow() {}
  func endRow() {}
  func text(_ column: Int, _: String) { isUsed[column] = true }
  func word(_ column: Int, _: StaticString) { isUsed[column] = true }
  func bare(_ column: Int, _: String) { isUsed[column] = true }

  func extensions(_ prefix: String, _ members: [Extension]) {
    for member in members where extensions.count < Self.mostExtensions {
      let name = prefix + member.name
      if extensions[name] == nil { extensions[name] = extensions.count }
    }
    if columns(prefix, members) == nil, objects[prefix] == nil { objects[prefix] = objects.count }
  }

  /// The numbers of the columns for the extensions of a record; nil if one has none, or if they stand in another order.
  func columns(_ prefix: String, _ members: [Extension]) -> [Int]? {
    var numbers: [Int] = []
    for member in members {
      guard let number = extensions[prefix + member.name], numbers.last.map({ $0 < number }) ?? true else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}

/// Writes the rows of maps as records.
final class CSVTableSink: RowSink {
  /// The most characters that a cell of Excel holds.
  private static let excelLimit = 32_767

  private let output: UnsafeMutablePointer<ByteOutput>
  @exclusivity(unchecked) private var writer: CSVWriter
  private let settings: CSVSettings
  private let use: CSVColumnUse
  /// For each column of ``RowLayout/columns`` the one in the table; −1 for none.
  @exclusivity(unchecked) private var positions: [Int]
  /// Where the columns of the extensions begin, and those for extensions without one.
  private let extensionStart: Int
  private let objectStart: Int
  /// The texts of the cells of a row, and where each stands; they come in the order of the model.
  @exclusivity(unchecked) private var text = GrowingBuffer<UInt8>(capacity: 4096)
  @exclusivity(unchecked) private var cells: [(position: Int, start: Int, count: Int)] = []
  /// How many texts are longer than Excel takes.
  private(set) var longTexts = 0

  /// Writes the header.
  init(output: UnsafeMutablePointer<ByteOutput>, settings: CSVSettings, use: CSVColumnUse) {
    self.output = output
    self.settings = settings
    self.use = use
    writer = CSVWriter(output: output, style: settings.style)
    positions = Array(repeating: -1, count: use.isUsed.count)
    var names: [String] = []
    for column in use.isUsed.indices
    where use.isUsed[column] || (column < RowColumn.names.count && column != RowColumn.map) {
      positions[column] = names.count
      names.append(RowLayout.shared.columns[column])
    }
    extensionStart = names.count
    names += use.extensions.sorted { $0.value < $1.value }.map(\.key)
    objectStart = names.count
    names += use.objects.sorted { $0.value < $1.value }.map { $0.key + RowLayout.extensionsColumn }
    if settings.isForExcel { output.pointee.literal("\u{FEFF}") }
    for name in names { writer.cell(name) }
    writer.endRecord()
  }

  deinit { text.free() }

  func beginRow() {
    text.count = 0
    cells.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  func text(_ column: Int, _ value: String) {
    var value = value
    value.withUTF8 { add($0, at: positions[column], isText: true) }
  }

  func word(_ column: Int, _ word: StaticString) {
    add(
      UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount), at: positions[column], isText: false)
  }

  func bare(_ column: Int, _ value: String) {
    var value = value
    if settings.decimal == UInt8(ascii: ","), let point = value.firstIndex(of: ".") {
      value.replaceSubrange(point...point, with: ",")
    }
    value.withUTF8 { add($0, at: positions[column], isText: false) }
  }

  func extensions(_ prefix: String, _ members: [Extension]) {
    if let numbers = use.columns(prefix, members) {
      for (number, member) in zip(numbers, members) { add(member.value.compactText, at: extensionStart + number) }
    } else if let number = use.objects[prefix] {
      let object = JSONValue.object(members.map { JSONValue.Member($0.name, $0.value) })
      add(object.compactText, at: objectStart + number)
    }
  }

  private func add(_ value: String, at position: Int) {
    var value = value
    value.withUTF8 { add($0, at: position, isText: true) }
  }

  @inline(__always)
  private func add(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, isText: Bool) {
    guard let base = bytes.baseAddress else { return }
    let start = text.count
    if isText, settings.isGuarded, CellGuard.isNeeded(bytes, guardsRetyping: settings.guardsRetyping) {
      text.append(CellGuard.mark)
    }
    text.append(contentsOf: base, count: bytes.count)
    if bytes.count > Self.excelLimit { count(longText: bytes) }
    // Nearly in the order of the columns: each goes back past the few that must follow it.
    cells.append((position, start, text.count - start))
    var place = cells.count - 1
    while place > 0, cells[place - 1].position > position {
      cells.swapAt(place, place - 1)
      place -= 1
    }
  }

  private func count(longText bytes: UnsafeBufferPointer<UInt8>) {
    if String(decoding: bytes, as: UTF8.self).utf16.count > Self.excelLimit { longTexts += 1 }
  }

  func endRow() {
    var next = 0
    for cell in cells {
      writer.emptyCells(cell.position - next)
      writer.cell(UnsafeBufferPointer(start: text.base + cell.start, count: cell.count))
      next = cell.position + 1
    }
    writer.emptyCells(objectStart + use.objects.count - next)
    writer.endRecord()
  }
}
