extension SourceText {
  /// Makes a source text from the bytes of a file.
  ///
  /// A byte order mark is taken off; UTF-16 with one, as PowerShell and Excel write it, becomes UTF-8. Nothing is guessed:
  /// bytes that are not UTF-8 are an error, unless an encoding is named.
  ///
  /// - Parameters:
  ///   - name: What the input is called in diagnostics.
  ///   - bytes: The bytes as they are in the file.
  ///   - encoding: The encoding of bytes without a byte order mark; if nil, UTF-8.
  ///   - advice: The hint to give when the bytes are not UTF-8.
  /// - Throws: A ``Diagnostic`` that names the first byte that is not text.
  public convenience init(
    name: String, decoding bytes: [UInt8], encoding: TextEncoding? = nil, advice: String = "save the file as UTF-8"
  ) throws(Diagnostic) {
    if let kind = Self.notText.first(where: { bytes.starts(with: $0.signature) }) {
      throw Diagnostic(
        .error, "this is \(kind.name), not text", source: SourceText(name: name, utf8: []),
        hint: "open it in the spreadsheet and save it as 'CSV UTF-8 (comma delimited)'")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      try self.init(name: name, checking: Array(bytes[3...]), offset: 3, advice: advice)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let text = try Self.utf8(fromUTF16: bytes, bigEndian: bytes[0] == 0xFE, name: name)
      self.init(name: name, utf8: text)
    } else if let encoding {
      let (text, fault) = encoding.utf8(from: bytes)
      if let fault {
        throw Diagnostic(
          .error,
          "byte 0x\(String(bytes[fault], radix: 16, uppercase: true)) at offset \(fault) is no character in "
            + encoding.rawValue, source: SourceText(name: name, utf8: text), range: SourceRange(offset: text.count),
          hint: "try another --encoding, such as \(encoding == .windows1252 ? "windows-1251" : "windows-1252")")
      }
      self.init(name: name, utf8: text)
    } else {
      try self.init(name: name, checking: bytes, offset: 0, advice: advice)
    }
  }

  /// What spreadsheets write that is not text, by its first bytes: ZIP archives (Office Open XML, OpenDocument) and the older
  /// compound files of Office.
  private static let notText: [(signature: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a workbook (.xlsx, .ods) or another ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook (.xls)"),
  ]

  private convenience init(
    name: String, checking bytes: [UInt8], offset: Int, advice: String
  ) throws(Diagnostic) {
    let fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) }
    if let fault {
      // Bytes before the fault are valid and give the line; the line itself is shown no further than that.
      let start = SourceText(name: name, utf8: Array(bytes[..<fault]))
      throw Diagnostic(
        .error, "byte 0x\(String(bytes[fault], radix: 16, uppercase: true)) at offset \(fault + offset) is not UTF-8",
        source: start, range: SourceRange(offset: fault), hint: advice)
    }
    self.init(name: name, utf8: bytes)
  }

  private static func utf8(fromUTF16 bytes: [UInt8], bigEndian: Bool, name: String) throws(Diagnostic) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let isDamaged = Swift.transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { text.append($0) })
    guard !isDamaged, bytes.count % 2 == 0 else {
      let start = SourceText(name: name, utf8: text)
      throw Diagnostic(
        .error, "this UTF-16 text is damaged", source: start, range: SourceRange(offset: text.count),
        hint: "save the file as UTF-8")
    }
    return text
  }
}
