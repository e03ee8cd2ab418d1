import FuzzSupport
import JourneyFormats

/// Where the package manager expects the program to begin.
@_cdecl("FuzzCSVGrid_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  runFuzzer(count, arguments) { fuzzOutline($0, $1, through: .csvGrid) }
}
