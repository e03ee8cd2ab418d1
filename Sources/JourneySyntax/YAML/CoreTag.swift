/// What a tag says of its node (YAML 1.2.2, section 10.3: the core schema).
enum CoreTag {
  /// `!`: what the node would be without a schema, which for a scalar is text.
  case nonSpecific
  /// `!!str`: text, whatever it looks like.
  case text
  /// `!!null`, `!!bool`, `!!int`, `!!float`: what the text says, even if it is quoted.
  case plain
  /// `!!map` and `!!seq`: what the node is anyway.
  case container
  /// Any other.
  case foreign

  init(_ tag: UnsafePointer<UInt8>) {
    switch String(cString: tag) {
    case "!": self = .nonSpecific
    case "tag:yaml.org,2002:str": self = .text
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float",
      "tag:yaml.org,2002:merge":
      self = .plain
    case "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq": self = .container
    default: self = .foreign
    }
  }

  func apply(to kind: inout SyntaxNode.Kind, _ flags: inout SyntaxNode.Flags) {
    let isScalar = kind == .plain || kind == .quoted
    switch self {
    case .nonSpecific: if isScalar { kind = .quoted }
    case .text where isScalar: kind = .quoted
    case .plain where isScalar: kind = .plain
    case .container where !isScalar: break
    case .foreign, .text, .plain, .container:
      flags.insert(.hasForeignTag)
      if isScalar { kind = .quoted }
    }
  }
}
