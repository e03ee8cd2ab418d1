import JourneyDiagnostics

/// Prints the documents of a tree as JSON, a line for each: what a reader understood, before any meaning.
package struct TreePrinter {
  private let view: TreeView

  /// Writes all documents of a tree, and warns of duplicate keys, which are kept as they stand.
  package static func print(_ tree: SyntaxTree, to output: inout ByteOutput, diagnostics: inout Diagnostics) {
    tree.withView { view in
      let printer = TreePrinter(view: view)
      for root in tree.roots {
        printer.value(root, to: &output, diagnostics: &diagnostics)
        output.byte(0x0A)
        output.checkpoint()
      }
    }
  }

  private func value(_ index: Int, to output: inout ByteOutput, diagnostics: inout Diagnostics) {
    let index = view.resolve(index)
    switch view[index].kind {
    case .quoted: string(index, to: &output)
    case .plain: plain(index, to: &output)
    case .sequence:
      output.byte(UInt8(ascii: "["))
      var child = index + 1
      while child < view.next(index) {
        if child > index + 1 { output.byte(UInt8(ascii: ",")) }
        value(child, to: &output, diagnostics: &diagnostics)
        child = view.next(child)
      }
      output.byte(UInt8(ascii: "]"))
    case .mapping, .alias, .merged: mapping(index, to: &output, diagnostics: &diagnostics)
    }
  }

  private func mapping(_ index: Int, to output: inout ByteOutput, diagnostics: inout Diagnostics) {
    for (first, second) in view.duplicateKeys(index) {
      warn(of: view.text(view.resolve(second)), at: second, after: first, &diagnostics)
    }
    var compound: [String: Int] = [:]
    output.byte(UInt8(ascii: "{"))
    var child = index + 1
    while child < view.next(index) {
      if child > index + 1 { output.byte(UInt8(ascii: ",")) }
      if let text = key(child, to: &output, diagnostics: &diagnostics) {
        if let first = compound[text] { warn(of: text, at: child, after: first, &diagnostics) }
        compound[text] = compound[text] ?? child
      }
      output.byte(UInt8(ascii: ":"))
      let item = view.next(child)
      value(item, to: &output, diagnostics: &diagnostics)
      child = view.next(item)
    }
    output.byte(UInt8(ascii: "}"))
  }

  private func warn(of key: String, at second: Int, after first: Int, _ diagnostics: inout Diagnostics) {
    diagnostics.add(
      Diagnostic(
        .warning, "the key '\(key)' stands twice in this mapping", source: diagnostics.source,
        range: view.range(second), related: [Diagnostic.Related("it stands here first", at: view.range(first))]))
  }

  /// A key that is no scalar is spelled as the text of its JSON, since JSON has no others.
  ///
  /// - Returns: That text.
  private func key(_ index: Int, to output: inout ByteOutput, diagnostics: inout Diagnostics) -> String? {
    let resolved = view.resolve(index)
    switch view[resolved].kind {
    case .plain, .quoted:
      string(resolved, to: &output)
      return nil
    case .sequence, .mapping, .alias, .merged:
      var bytes = ByteOutput()
      value(resolved, to: &bytes, diagnostics: &diagnostics)
      let text = String(decoding: bytes.takeBytes(), as: UTF8.self)
      JSONText.write(text, to: &output)
      return text
    }
  }

  private func string(_ index: Int, to output: inout ByteOutput) {
    if view[index].flags.contains(.hasLoneSurrogate), let base = view.bytes(index).baseAddress {
      // Half of a pair has no UTF-8; the spelling of the source says it as well as JSON can.
      output.byte(UInt8(ascii: "\""))
      output.bytes(base, view.bytes(index).count)
      output.byte(UInt8(ascii: "\""))
    } else {
      JSONText.write(view.text(index), to: &output)
    }
  }

  private func plain(_ index: Int, to output: inout ByteOutput) {
    let bytes = view.bytes(index)
    guard view.readsPlainAsText else {
      output.text(String(decoding: bytes, as: UTF8.self))
      return
    }
    switch PlainScalar(bytes) {
    case .null: output.literal("null")
    case .boolean(true): output.literal("true")
    case .boolean(false): output.literal("false")
    case .integer, .float: output.text(JSONNumber.spelling(ofYAML: String(decoding: bytes, as: UTF8.self)))
    case .notFinite, .text: string(index, to: &output)
    }
  }
}

extension TreeView {
  /// The scalar keys of a mapping that stand there more than once, each with the first of its kind.
  package func duplicateKeys(_ mapping: Int) -> [(first: Int, second: Int)] {
    var known: [String: Int] = [:]
    var duplicates: [(Int, Int)] = []
    var child = mapping + 1
    while child < next(mapping) {
      let key = resolve(child)
      let isText = self[key].kind == .plain || self[key].kind == .quoted
      // Halves of surrogate pairs all read as one and the same replacement.
      if isText, !self[key].flags.contains(.hasLoneSurrogate) {
        let text = text(key)
        if let first = known[text] { duplicates.append((first, child)) } else { known[text] = child }
      }
      child = next(next(child))
    }
    return duplicates
  }
}
