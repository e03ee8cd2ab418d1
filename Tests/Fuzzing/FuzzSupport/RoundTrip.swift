import JourneyDiagnostics
import JourneyFormats

/// What every fuzz target checks: any bytes are read, or refused, without a crash; and what was read is what is written.
public func fuzzRoundTrip(_ start: UnsafePointer<UInt8>?, _ count: Int, through format: Format) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let source = try? SourceText(name: "fuzz", decoding: bytes) else { return 0 }
  guard let reading = format.read?(source, ReadingOptions()) else { return 0 }
  _ = DiagnosticPrinter(style: .text(colour: true)).print(reading.diagnostics)
  guard !reading.diagnostics.hasErrors, let (written, _) = format.bytes(of: reading.maps) else { return 0 }
  let again = format.maps(from: String(decoding: written, as: UTF8.self), name: "fuzz")
  precondition(again?.maps == reading.maps, "what was written reads otherwise")
  return 0
}

/// What is checked of formats that do not hold all of a map: what was written has the stages, steps and lanes of what was read.
public func fuzzOutline(_ start: UnsafePointer<UInt8>?, _ count: Int, through format: Format) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let source = try? SourceText(name: "fuzz", decoding: bytes) else { return 0 }
  guard let reading = format.read?(source, ReadingOptions()) else { return 0 }
  _ = DiagnosticPrinter(style: .text(colour: true)).print(reading.diagnostics)
  guard !reading.diagnostics.hasErrors, let (written, _) = format.bytes(of: reading.maps) else { return 0 }
  let again = format.maps(from: String(decoding: written, as: UTF8.self), name: "fuzz")
  for (first, second) in zip(reading.maps, again?.maps ?? []) {
    precondition(first.stages.map(\.steps.count) == second.stages.map(\.steps.count), "stages or steps are others")
    precondition(first.lanes.map(\.kind) == second.lanes.map(\.kind), "lanes are others")
  }
  precondition(again?.maps.count == reading.maps.count, "there are more maps or fewer")
  return 0
}

/// Hands a target's check to libFuzzer's driver.
public func runFuzzer(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt {
  var count = count
  var arguments = arguments
  return driver(&count, &arguments, check)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func driver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
