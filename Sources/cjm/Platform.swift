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

/// Functions whose names are taken by methods where they are called.
enum Platform {
  /// Reads what is there, at most as much as the buffer holds.
  static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
        Darwin.read(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Glibc)
        Glibc.read(descriptor, bytes.baseAddress, bytes.count)
      #else
        Musl.read(descriptor, bytes.baseAddress, bytes.count)
      #endif
    }
  }
}
