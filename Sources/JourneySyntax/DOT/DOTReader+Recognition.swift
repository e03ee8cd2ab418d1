import JourneyDiagnostics

extension DOTReader {
  /// Whether a text begins as a DOT text does: comments aside, with `graph` or `digraph`, perhaps a name, and a brace.
  package static func recognizes(_ source: SourceText) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lexer = DOTLexer(bytes)
      defer { lexer.unfolded.free() }
      do throws(DOTFault) {
        try lexer.next()
        if lexer.kind == .strict { try lexer.next() }
        guard lexer.kind == .graph || lexer.kind == .digraph else { return false }
        try lexer.next()
        while lexer.kind == .identifier || lexer.kind == .plus { try lexer.next() }
        return lexer.kind == .openBrace
      } catch {
        return false
      }
    }
  }

  /// Whether the attribute `charset` of a text says that its bytes are Latin 1, by one of the names that Graphviz knows
  /// (lib/common/input.c).
  package static func saysLatin1(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var lexer = DOTLexer(bytes)
      defer { lexer.unfolded.free() }
      var isCharset = false
      do throws(DOTFault) {
        repeat {
          try lexer.next()
          switch lexer.kind {
          case .identifier where isCharset: if latin1Names.contains(lexer.string.lowercased()) { return true }
          case .equals: continue
          default: break
          }
          isCharset = lexer.kind == .identifier && lexer.string == "charset"
        } while lexer.kind != .end
      } catch {}
      return false
    }
  }

  private static let latin1Names: Set<String> = [
    "latin-1", "latin1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
  ]
}
