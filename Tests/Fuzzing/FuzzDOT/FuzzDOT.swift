import FuzzSupport
import JourneyDiagnostics
import JourneyFormats
import JourneySyntax

/// Where the package manager expects the program to begin.
@_cdecl("FuzzDOT_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments) { start, count in
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = DOTReader.saysLatin1(bytes)
    if let source = try? SourceText(name: "fuzz", decoding: bytes) {
      checkTree(source)
      checkMaps(source)
    }
    return fuzzRoundTrip(start, count, through: .dot)
  }
}

/// What can be shown is JSON, and what can be read is recognized.
private func checkTree(_ source: SourceText) {
  var output = ByteOutput()
  guard let diagnostics = Format.dot.printTree?(source, ReadingOptions(), &output), !diagnostics.hasErrors else {
    return
  }
  precondition(DOTReader.recognizes(source), "what was read was not recognized")
  let tree = SourceText(name: "fuzz", utf8: output.takeBytes())
  var findings = Diagnostics(source: tree)
  _ = JSONReader.read(tree, amount: .any, limits: ReadingLimits(), diagnostics: &findings)
  precondition(!findings.hasErrors, "what was shown is no JSON")
}

/// A graph that was read as a map is a map that any other format holds.
private func checkMaps(_ source: SourceText) {
  guard let reading = Format.dot.read?(source, ReadingOptions()), !reading.diagnostics.hasErrors,
    let (written, _) = Format.yaml.bytes(of: reading.maps)
  else { return }
  let again = Format.yaml.maps(from: String(decoding: written, as: UTF8.self), name: "fuzz")
  precondition(again?.maps == reading.maps, "what was written reads otherwise")
}
