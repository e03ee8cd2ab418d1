import FuzzSupport
import JourneyFormats

/// Where the package manager expects the program to begin.
@_cdecl("FuzzYAML_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments) { fuzzRoundTrip($0, $1, through: .yaml) }
}
