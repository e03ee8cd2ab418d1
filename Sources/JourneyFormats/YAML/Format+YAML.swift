import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// YAML: a document for each map.
  ///
  /// Read by the core schema of YAML 1.2, written so that YAML 1.1 agrees.
  public static let yaml = Format(
    name: "yaml",
    summary: "YAML, for people: a document for each map",
    fileExtensions: ["yaml", "yml"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.schema],
    recognize: { source in
      source.hasKey("journeymap") ? .certain : source.hasAnyKey ? .possible : .none
    },
    read: { source, options in DocumentFormat.read(source, options, readTree) },
    printTree: { source, options, output in DocumentFormat.printTree(source, options.limits, to: &output, readTree) },
    write: { maps, options, output in
      withUnsafeMutablePointer(to: &output) { output in
        if let schema = options.values[.schema] {
          output.pointee.text("# yaml-language-server: $schema=\(schema)\n")
        }
        for index in maps.indices {
          if maps.count > 1 { output.pointee.literal("---\n") }
          DocumentFormat.write(&maps[index], with: YAMLEmitter(output: output))
        }
      }
      return []
    }
  )

  private static let readTree: DocumentFormat.TreeReader = { source, limits, diagnostics in
    YAMLReader.read(source, limits: limits, diagnostics: &diagnostics)
  }
}

extension SourceText {
  /// Whether a line begins with a bare key.
  fileprivate func hasKey(_ key: String) -> Bool {
    lineStarts.contains { bytes[$0...].starts(with: (key + ":").utf8) }
  }

  /// Whether a line begins with some bare key, or the text is a YAML document or a flow mapping.
  fileprivate var hasAnyKey: Bool {
    lineStarts.contains { start in
      let line = bytes[start...].prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
      if line.starts(with: "---".utf8) || line.starts(with: "%YAML".utf8) || line.first == UInt8(ascii: "{") {
        return true
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > start else { return false }
      let isKey = line[start..<colon].allSatisfy {
        $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
      }
      return isKey && (colon + 1 == line.endIndex || line[colon + 1] == 0x20)
    }
  }

  /// The beginnings of the first lines; a map says early what it is.
  private var lineStarts: [Int] {
    var starts = bytes.isEmpty ? [] : [0]
    for index in bytes.indices.prefix(65_536) where bytes[index] == 0x0A && index + 1 < bytes.count {
      starts.append(index + 1)
      if starts.count == 200 { break }
    }
    return starts
  }
}
