/// What a tag says of its node (YAML 1.2.2, section 10.3: the core schema).
enum CoreTag {
  /// `!` or `!!str`: text, whatever it looks like.
  case text
  /// `!!null`, `!!bool`, `!!int`, `!!float`: what the text says, even if it is quoted.
  case plain
  /// `!!map` and `!!seq`: what the node is anyway.
  case container
  /// Any other.
  case foreign

  init(_ tag: UnsafePointer<UInt8>) {
    switch String(cString: tag) {
    case "!", "tag:yaml.org,2002:str": self = .text
    case "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
      self = .plain
    case "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq": self = .container
    default: self = .foreign
    }
  }

  func apply(to kind: inout SyntaxNode.Kind, _ flags: inout SyntaxNode.Flags) {
    let isScalar = kind == .plain || kind == .quoted
    switch self {
    case .text where isScalar: kind = .quoted
    case .plain where isScalar: kind = .plain
    case .container where !isScalar: break
    case .foreign, .text, .plain, .container:
      flags.insert(.hasForeignTag)
      if isScalar { kind = .quoted }
    }
  }
}
