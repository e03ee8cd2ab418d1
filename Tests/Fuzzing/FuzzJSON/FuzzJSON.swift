import JourneyDiagnostics
import JourneyFormats

/// Any bytes are read, or refused, without a crash; and what was read is what is written.
private func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
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

/// Where the package manager expects the program to begin; libFuzzer's driver does the rest.
@_cdecl("FuzzJSON_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return run(&count, &arguments, fuzz)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
