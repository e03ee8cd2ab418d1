/// A problem of libyaml's scanner or parser in the words of someone who writes a file, with what to do about it.
struct YAMLProblem {
  /// What is wrong; nil where it depends on the character at the place.
  private let fixedMessage: String?
  let hint: String?
  /// Whether the place to show is where the thing began.
  let isAboutContext: Bool
  /// What to say of the place where the thing began.
  let contextNote: String?

  /// Whether a bracket was left open, which spoils everything after it.
  let isInFlow: Bool

  private init(
    _ message: String?, hint: String? = nil, isAboutContext: Bool = false, contextNote: String? = nil,
    isInFlow: Bool = false
  ) {
    self.isInFlow = isInFlow
    fixedMessage = message
    self.hint = hint
    self.isAboutContext = isAboutContext
    self.contextNote = contextNote
  }

  init(_ problem: String, context: String) {
    switch problem {
    case "mapping values are not allowed in this context":
      self.init(
        "a ': ' stands where no key can be", hint: "put text that holds ': ' in quotes, or check the indentation")
    case "could not find expected ':'":
      self.init(
        "this line is neither 'key: value' nor part of the text before it",
        hint: "add the ':', or indent the line under its text", isAboutContext: true)
    case "did not find expected key":
      self.init(
        "this does not line up with the keys before it",
        hint: "keys of one mapping start in the same column, and text after a closing quote needs a new line",
        contextNote: "the mapping begins here")
    case "did not find expected '-' indicator":
      self.init(
        "this does not line up with the list before it", hint: "each item begins with '- ' in the same column",
        contextNote: "the list begins here")
    case "did not find expected ',' or ']'":
      self.init(
        "a ',' or ']' is missing before this", hint: "put text that holds , [ ] { } in quotes",
        contextNote: "the list begins here", isInFlow: true)
    case "did not find expected ',' or '}'":
      self.init(
        "a ',' or '}' is missing before this", hint: "put text that holds , [ ] { } in quotes",
        contextNote: "the mapping begins here", isInFlow: true)
    case "found unexpected end of stream" where context.contains("quoted scalar"):
      self.init("this text has no closing quote", hint: "close the quote", isAboutContext: true)
    case "found character that cannot start any token":
      self.init(nil)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      self.init("a tab stands in the indentation", hint: "indent with spaces")
    case "found unknown escape character":
      self.init("unknown escape in double quotes", hint: "write '\\\\' for a backslash, or use single quotes")
    case "did not find expected node content":
      self.init(
        "a value is missing here", hint: "close the bracket, or put text that begins with an indicator in quotes",
        contextNote: "it begins here")
    case "found invalid Unicode character escape code":
      self.init("this escape is no character", hint: "half of a surrogate pair, or a number above 10FFFF, is none")
    case "block sequence entries are not allowed in this context":
      self.init("a list item cannot stand here", hint: "start the list on a line of its own")
    case "found undefined tag handle":
      self.init("this tag has no %TAG directive", hint: "put text that begins with '!' in quotes")
    case "did not find expected <document start>":
      self.init("text stands after the end of the document", hint: "begin another document with '---'")
    case "did not find expected comment or line break":
      self.init("only a comment can stand after '|' or '>'", hint: "put the text on the next line, indented")
    case "did not find expected alphabetic or numeric character":
      self.init("a name is missing after '&' or '*'", hint: "put text that begins with & or * in quotes")
    case "did not find expected digit or '.' character", "did not find expected hexdecimal number":
      self.init("this escape or directive is malformed", hint: "check the digits")
    case "found incompatible YAML document": self.init("only YAML 1.1 and 1.2 are read")
    default: self.init(problem)
    }
  }

  func message(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    if let fixedMessage { return fixedMessage }
    guard offset < bytes.count else { return "the text ends too early" }
    if bytes[offset] == 0x09 { return "a tab stands in the indentation; indent with spaces" }
    let character = Character(Unicode.Scalar(bytes[offset]))
    return "text cannot begin with '\(character)'; put it in quotes"
  }
}
