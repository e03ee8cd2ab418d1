#if canImport(Darwin)
  @_exported import Darwin
#elseif canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#endif

/// The operating system's word for the last error.
func systemMessage(_ code: Int32 = errno) -> String {
  String(cString: strerror(code))
}
