import JourneyDiagnostics
import JourneyFormats

/// What libFuzzer calls with each input: any bytes are read, or refused, without a crash; and what was read is what is written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let source = try? SourceText(name: "fuzz", decoding: bytes) else { return 0 }
  let format = Format.json
  guard let reading = format.read?(source, ReadingOptions()) else { return 0 }
  _ = DiagnosticPrinter(style: .text(colour: true)).print(reading.diagnostics)
  guard !reading.diagnostics.hasErrors, let (written, _) = format.bytes(of: reading.maps) else { return 0 }
  let again = format.maps(from: String(decoding: written, as: UTF8.self), name: "fuzz")
  precondition(again?.maps == reading.maps, "what was written reads otherwise")
  return 0
}
