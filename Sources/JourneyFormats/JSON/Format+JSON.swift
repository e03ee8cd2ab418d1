import JourneyDiagnostics
import JourneyModel
import JourneySyntax

extension Format {
  /// JSON (RFC 8259): one map, or several in an array.
  public static let json = Format(
    name: "json",
    summary: "JSON: one map, or several in an array",
    fileExtensions: ["json"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.schema],
    recognize: { source in
      guard JSONSample(source).isJSON else { return .none }
      return JSONSample(source).hasSeveralLines ? .possible : .certain
    },
    read: { source, options in DocumentFormat.read(source, options, readOne) },
    printTree: { source, options, output in DocumentFormat.printTree(source, options.limits, to: &output, readOne) },
    write: { maps, options, output in
      withUnsafeMutablePointer(to: &output) { output in
        let isList = maps.count != 1
        if isList { output.pointee.byte(UInt8(ascii: "[")) }
        for index in maps.indices {
          if isList { output.pointee.literal(index == 0 ? "\n  " : ",\n  ") }
          let emitter = JSONEmitter(output: output, isCompact: false, depth: isList ? 1 : 0)
          DocumentFormat.write(&maps[index], with: emitter, schema: options.values[.schema])
        }
        if isList { output.pointee.literal(maps.isEmpty ? "]" : "\n]") }
        output.pointee.byte(0x0A)
      }
      return []
    }
  )

  /// JSON Lines: a map a line.
  public static let jsonLines = Format(
    name: "jsonl",
    summary: "JSON Lines: a map a line",
    fileExtensions: ["jsonl", "ndjson"],
    holdsSeveral: true,
    carries: Set(Aspect.allCases),
    options: [.schema],
    recognize: { source in
      JSONSample(source).isJSON && JSONSample(source).hasSeveralLines ? .certain : .none
    },
    read: { source, options in DocumentFormat.read(source, options, readAny) },
    printTree: { source, options, output in DocumentFormat.printTree(source, options.limits, to: &output, readAny) },
    write: { maps, options, output in
      withUnsafeMutablePointer(to: &output) { output in
        for index in maps.indices {
          let emitter = JSONEmitter(output: output, isCompact: true)
          DocumentFormat.write(&maps[index], with: emitter, schema: options.values[.schema])
          output.pointee.byte(0x0A)
          output.pointee.checkpoint()
        }
      }
      return []
    }
  )

  private static let readOne: DocumentFormat.TreeReader = { source, limits, diagnostics in
    JSONReader.read(source, amount: .one, limits: limits, diagnostics: &diagnostics)
  }

  private static let readAny: DocumentFormat.TreeReader = { source, limits, diagnostics in
    JSONReader.read(source, amount: .any, limits: limits, diagnostics: &diagnostics)
  }
}

/// The beginning of a text, as far as it tells JSON from other things.
private struct JSONSample {
  let isJSON: Bool
  /// Whether the first line is a whole object and another follows.
  let hasSeveralLines: Bool

  init(_ source: SourceText) {
    let bytes = source.bytes
    func skipSpace(_ index: Int) -> Int {
      bytes[index...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D } ?? bytes.count
    }
    let start = skipSpace(0)
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else {
      isJSON = false
      hasSeveralLines = false
      return
    }
    // In YAML's flow style, too, braces come first; there keys mostly stand without quotes.
    let second = skipSpace(start + 1)
    isJSON = second < bytes.count && "\"{[}]".utf8.contains(bytes[second])
    let end = bytes[start...].firstIndex { $0 == 0x0A } ?? bytes.count
    let next = end < bytes.count ? skipSpace(end) : end
    let last = bytes[start..<end].last { $0 != 0x0D && $0 != 0x20 }
    hasSeveralLines = last == UInt8(ascii: "}") && next < bytes.count && bytes[next] == UInt8(ascii: "{")
  }
}
