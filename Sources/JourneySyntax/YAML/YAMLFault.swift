import CLibYAML
import JourneyDiagnostics

/// What stops the reading of a YAML text.
struct YAMLFault: Error {
  let message: String
  let range: SourceRange
  let hint: String?
  let related: [Diagnostic.Related]
  /// Where what can be trusted ends.
  let end: Int

  init(
    _ message: String, at range: SourceRange, hint: String? = nil, related: [Diagnostic.Related] = [], end: Int? = nil
  ) {
    self.end = end ?? range.offset
    self.message = message
    self.range = range
    self.hint = hint
    self.related = related
  }

  /// Says in the user's words what libyaml stopped at.
  init(_ parser: yaml_parser_t, bytes: UnsafeBufferPointer<UInt8>, marks: inout MarkCursor) {
    let problem = parser.problem.map { String(cString: $0) } ?? "cannot be read"
    if parser.error == YAML_READER_ERROR {
      self.init(
        "a control character stands in the text", at: SourceRange(offset: Self.firstControl(bytes), length: 1),
        hint: "write it in double quotes as an escape, or remove it")
      return
    }
    let place = marks.offset(ofCharacter: Int(parser.problem_mark.index))
    let context = marks.offset(ofCharacter: Int(parser.context_mark.index))
    let explained = YAMLProblem(problem, context: parser.context.map { String(cString: $0) } ?? "")
    let spot = explained.isAboutContext ? context : place
    var related: [Diagnostic.Related] = []
    if let message = explained.contextNote, context < place {
      related = [Diagnostic.Related(message, at: SourceRange(offset: context, length: 1))]
    }
    self.init(
      explained.message(at: spot, in: bytes), at: SourceRange(offset: spot, length: spot < bytes.count ? 1 : 0),
      hint: explained.hint, related: related, end: explained.isInFlow ? min(context, spot) : spot)
  }

  /// libyaml looks through its list of directives for each new one and each tag; a thousand are more than anyone writes.
  static func checkDirectives(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLFault) {
    guard let base = bytes.baseAddress else { return }
    var count = 0
    var index = 0
    while true {
      index = WordScan.first(UInt8(ascii: "%"), in: base, from: index, to: bytes.count)
      guard index < bytes.count else { return }
      let isLineStart = index == 0 || base[index - 1] == 0x0A || base[index - 1] == 0x0D
      if isLineStart {
        count += 1
        // The prefix is copied at every use of its handle.
        let end = WordScan.first(0x0A, in: base, from: index, to: bytes.count)
        if end - index > 1000, bytes[index..<end].starts(with: "%TAG".utf8) {
          throw YAMLFault("this directive is longer than 1000 bytes", at: SourceRange(offset: index, length: 4))
        }
      }
      if count > 1000 {
        throw YAMLFault("more than 1000 lines begin with '%'", at: SourceRange(offset: index, length: 1))
      }
      index += 1
    }
  }

  /// The first byte of a character that YAML does not allow to stand as it is (YAML 1.1, section 5.1).
  private static func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
      if byte == 0x7F { return index }
      guard index + 1 < bytes.count else { continue }
      if byte == 0xC2, bytes[index + 1] < 0xA0, bytes[index + 1] != 0x85 { return index }
      if byte == 0xEF, bytes[index + 1] == 0xBF, index + 2 < bytes.count, bytes[index + 2] >= 0xBE { return index }
    }
    return 0
  }
}
