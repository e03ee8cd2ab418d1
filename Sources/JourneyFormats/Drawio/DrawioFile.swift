import JourneyDiagnostics
import JourneySyntax

/// A page of a file: its cells, and the text in which they stand.
struct DrawioPage {
  /// What it is called; empty if nothing.
  let name: String
  /// The file, or what one of its pages was unpacked to.
  let source: SourceText
  let root: XMLDocument.Element
}

/// The pages of a file, unpacked where they are packed.
struct DrawioFile {
  /// The outermost elements that there are: of a file, and of a page alone.
  static let elements: Set<String> = ["mxfile", "mxGraphModel"]

  private let source: SourceText
  private let limits: ReadingLimits
  private var diagnostics: Diagnostics
  /// How many bytes may still be unpacked.
  private var room: Int

  /// Finds the pages of a document; what is wrong is added to `diagnostics`.
  static func pages(
    of root: XMLDocument.Element, _ source: SourceText, limits: ReadingLimits, diagnostics: inout Diagnostics
  ) -> [DrawioPage] {
    var file = DrawioFile(source: source, limits: limits, diagnostics: diagnostics, room: limits.expandedBytes)
    defer { diagnostics = file.diagnostics }
    if root.localName == "mxGraphModel" { return file.page(root, name: "", in: source).map { [$0] } ?? [] }
    return root.children.filter { $0.localName == "diagram" }.enumerated().compactMap { number, diagram in
      file.page(of: diagram, number: number + 1)
    }
  }

  private mutating func page(of diagram: XMLDocument.Element, number: Int) -> DrawioPage? {
    let name = ForeignText.trimmed(diagram["name"] ?? "")
    if let model = diagram.child("mxGraphModel") { return page(model, name: name, in: source) }
    let packed = diagram.text
    guard packed.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    guard let bytes = unpacked(packed, at: diagram.range) else { return nil }
    let text: SourceText
    do {
      text = try SourceText(name: "\(source.name)#\(name.isEmpty ? String(number) : name)", decoding: bytes)
    } catch {
      diagnostics.add(error)
      return nil
    }
    var found = Diagnostics(source: text)
    let document = XMLReader.read(text, limits: limits, diagnostics: &found)
    for finding in found.findings { diagnostics.add(finding) }
    guard !document.isTruncated, let root = document.root else { return nil }
    return page(root, name: name, in: text)
  }

  private mutating func page(_ model: XMLDocument.Element, name: String, in text: SourceText) -> DrawioPage? {
    guard model.localName == "mxGraphModel", let root = model.child("root") else {
      diagnostics.add(
        Diagnostic(.error, "this page has no cells", source: text, range: model.range, hint: Self.saving))
      return nil
    }
    return DrawioPage(name: name, source: text, root: root)
  }

  /// What a page is packed in: DEFLATE in Base64, and in it XML as in an address.
  private mutating func unpacked(_ packed: String, at range: SourceRange) -> [UInt8]? {
    guard let bytes = Base64.decoded(packed.utf8), !bytes.isEmpty else {
      diagnostics.error("this page is packed in a way that is not known", at: range, hint: Self.saving)
      return nil
    }
    do {
      let text = try Inflater.inflate(bytes, limit: max(room, 0))
      room -= text.count
      return PercentEncoding.decoded(text)
    } catch {
      tell(error, at: range)
      return nil
    }
  }

  private mutating func tell(_ fault: Inflater.Fault, at range: SourceRange) {
    switch fault {
    case .tooLarge:
      diagnostics.error(
        "the pages of this file unpack to more than \(limits.expandedBytes) bytes", at: range,
        hint: "raise the limit with --max-alias-bytes")
    case .truncated:
      diagnostics.error("this page is packed, and its end is missing", at: range, hint: Self.saving)
    case .damaged:
      diagnostics.error("this page is packed and cannot be unpacked", at: range, hint: Self.saving)
    }
  }

  private static let saving = "in draw.io, take the tick from File, Properties, Compressed, and save it again"
}
