import JourneyLayout
import JourneySyntax

/// Spells what every drawing has: numbers and colours.
enum DrawnSpelling {
  /// Writes a number with up to some decimals, without trailing zeros.
  static func number(_ value: Double, decimals: Int = 2, to output: inout ByteOutput) {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.magnitude < 1e15 else { return output.byte(UInt8(ascii: "0")) }
    var number = Int(scaled.magnitude)
    if scaled < 0 { output.byte(UInt8(ascii: "-")) }
    var places = decimals
    while places > 0, number % 10 == 0 {
      number /= 10
      places -= 1
    }
    // Digits from the end; a 64-bit number and its point have no more than 24.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      guard let base = digits.baseAddress else { return }
      var index = 24
      var written = 0
      repeat {
        index -= 1
        digits[index] = UInt8(ascii: "0") + UInt8(number % 10)
        number /= 10
        written += 1
        if written == places {
          index -= 1
          digits[index] = UInt8(ascii: ".")
          if number == 0 {
            index -= 1
            digits[index] = UInt8(ascii: "0")
          }
        }
      } while number > 0 || written < places
      output.bytes(base + index, 24 - index)
    }
  }

  /// Writes a colour as `#RRGGBB`.
  static func colour(_ colour: Colour, to output: inout ByteOutput) {
    output.byte(UInt8(ascii: "#"))
    for value in [colour.red, colour.green, colour.blue] {
      output.byte(hexDigit(value >> 4))
      output.byte(hexDigit(value & 0xF))
    }
  }

  /// A digit of base 16.
  static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
