#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A colour of the screen (sRGB).
package struct Colour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour that a number spells as CSS does: `0x2C7A7B`.
  package init(_ hex: UInt32) {
    self.init(red: UInt8(hex >> 16 & 0xFF), green: UInt8(hex >> 8 & 0xFF), blue: UInt8(hex & 0xFF))
  }

  /// The colour that a map's text names, `#RGB` or `#RRGGBB`; nil if it is neither.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "#"), let number = UInt32(text.dropFirst(), radix: 16) else { return nil }
    switch bytes.count {
    case 7: self.init(number)
    case 4: self.init((number >> 8 & 0xF) * 0x11_0000 + (number >> 4 & 0xF) * 0x1100 + (number & 0xF) * 0x11)
    default: return nil
    }
  }

  /// The mixture with another colour, of which `share` goes in.
  package func mixed(with other: Colour, share: Double) -> Colour {
    func mix(_ one: UInt8, _ two: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - share) + Double(two) * share).rounded())
    }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// The ratio of the two luminances, from 1 to 21 (WCAG 2.2, "contrast ratio").
  package func contrast(with other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// The colour, darkened until text in it can be read on a light ground (WCAG 2.2, 1.4.3: 4.5 to 1).
  package func legible(on ground: Colour) -> Colour {
    var colour = self
    while colour.contrast(with: ground) < 4.6, colour != .black {
      colour = colour.mixed(with: .black, share: 0.08)
      if colour.red < 8, colour.green < 8, colour.blue < 8 { return .black }
    }
    return colour
  }

  /// WCAG 2.2, "relative luminance".
  private var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  package static let white = Colour(0xFFFFFF)
  package static let black = Colour(0x000000)
}
