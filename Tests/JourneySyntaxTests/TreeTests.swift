import JourneyDiagnostics
import JourneySyntax
import Testing

/// What the syntax readers understand, printed as JSON.
@Suite struct TreeTests {
  enum Syntax { case yaml, json, jsonLines }

  static func tree(_ text: String, _ syntax: Syntax, limits: ReadingLimits = ReadingLimits()) -> (String, [String]) {
    let source = SourceText(name: "t", text)
    var diagnostics = Diagnostics(source: source)
    let tree =
      switch syntax {
      case .yaml: YAMLReader.read(source, limits: limits, diagnostics: &diagnostics)
      case .json: JSONReader.read(source, amount: .one, limits: limits, diagnostics: &diagnostics)
      case .jsonLines: JSONReader.read(source, amount: .any, limits: limits, diagnostics: &diagnostics)
      }
    var output = ByteOutput()
    if !tree.isTruncated { TreePrinter.print(tree, to: &output, diagnostics: &diagnostics) }
    let messages = diagnostics.findings.map { finding in
      let place = finding.range.map { source.position(at: $0.offset) }
      return "\(place.map { "\($0.line):\($0.column): " } ?? "")\(finding.message)"
    }
    return (String(decoding: output.takeBytes(), as: UTF8.self), messages)
  }

  static let yaml: [(String, String)] = [
    ("a: 1", #"{"a":1}"#),
    ("a: &x 1\nb: &x 2\nc: *x", #"{"a":1,"b":2,"c":2}"#),
    ("&k key: v\nother: *k", #"{"key":"v","other":"key"}"#),
    ("é: &x ü\nb: *x", #"{"é":"ü","b":"ü"}"#),
    ("<<: [{a: 1}, {a: 2, b: 3}]", #"{"a":1,"b":3}"#), ("<<: []", "{}"),
    ("k: &k <<\nm: {*k : 1}", #"{"k":"<<","m":{"<<":1}}"#), ("- <<\n- {x: <<}", #"["<<",{"x":"<<"}]"#),
    ("a: &a {x: 1}\nb:\n  !!merge <<: *a\n  y: 2\n", #"{"a":{"x":1},"b":{"y":2,"x":1}}"#),
    ("%TAG !y! tag:yaml.org,2002:\n---\n!y!str true", #""true""#),
    ("---\n---\n...\n---\na", "null\nnull\n\"a\""), ("--- |\n a\n--- >\n b\n c\n", "\"a\\n\"\n\"b c\\n\""),
    ("a: |2\n   x\n", #"{"a":" x\n"}"#), ("{a, b: , ? c}", #"{"a":null,"b":null,"c":null}"#),
    ("[0x, 0o8, -0x1, 0b1, 00.5, ., .e1, 1e, -.INF]", #"["0x","0o8","-0x1","0b1",0.5,".",".e1","1e","-.INF"]"#),
    ("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"), ("~: a\n1: b", #"{"~":"a","1":"b"}"#),
    ("'it''s \\n'", #""it's \\n""#), ("\"a\\\n  b\n\n  c\"", #""ab\nc""#), ("! {a: 1}", #"{"a":1}"#),
    ("a: 'x y'  # c\nb: \"é\\\"\" \nc: 'it''s'", #"{"a":"x y","b":"é\"","c":"it's"}"#),
    (
      "[no, on, yes, 12:30, 0x1F, 0o17, 012, 1_000, .5, 1., +7]",
      #"["no","on","yes","12:30",31,15,12,"1_000",0.5,1.0,7]"#
    ),
    ("[~, null, Null, '', \"\", true, False, .inf, .nan]", #"[null,null,null,"","",true,false,".inf",".nan"]"#),
    ("a: &x [1, {b: c}]\nd: *x", #"{"a":[1,{"b":"c"}],"d":[1,{"b":"c"}]}"#),
    ("a: &x {p: 1, q: 2}\nb: {<<: *x, q: 3, r: 4}", #"{"a":{"p":1,"q":2},"b":{"q":3,"r":4,"p":1}}"#),
    (
      "a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: [*y, {p: 9, z: 0}]}",
      #"{"a":{"p":1},"b":{"q":2,"p":1},"c":{"q":2,"p":1,"z":0}}"#
    ),
    ("'<<': a", #"{"<<":"a"}"#),
    ("!!str 12", #""12""#), ("!!int '12'", "12"), ("! 12", #""12""#), ("!foo 12", #""12""#),
    ("? [a, b]\n: c", #"{"[\"a\",\"b\"]":"c"}"#),
    ("a: |\n  x\n  y\n", #"{"a":"x\ny\n"}"#), ("a: >-\n  x\n  y\n\n  z", #"{"a":"x y\nz"}"#),
    ("é: ü # c\n日: 本", #"{"é":"ü","日":"本"}"#),
    ("\"\\u0041\\x42\\n\\e\"", #""AB\n\u001b""#),
    ("--- a\n--- b\n...\n", "\"a\"\n\"b\""), ("", ""), ("# only\n", ""),
    ("a: b\r\nc: d\r\n", #"{"a":"b","c":"d"}"#),
  ]

  @Test(arguments: yaml)
  func readsYAML(text: String, expected: String) {
    let (tree, messages) = Self.tree(text, .yaml)
    #expect(tree == (expected.isEmpty ? "" : expected + "\n"))
    #expect(messages == [])
  }

  static let json: [(String, String)] = [
    (#"{"a":[1,-0,1.50,1e+2,true,false,null,""]}"#, #"{"a":[1,-0,1.50,1e+2,true,false,null,""]}"#),
    (#" [ ] "#, "[]"), ("{}", "{}"), (#"[[],{},[[]]]"#, "[[],{},[[]]]"), ("3", "3"),
    (#""\u00e9\uD83D\uDE00\/""#, #""é😀/""#),
    (#""\ud800""#, #""\ud800""#), (#"{"\u0061":{"b":[{}]}}"#, #"{"a":{"b":[{}]}}"#),
  ]

  @Test(arguments: json)
  func readsJSON(text: String, expected: String) {
    let (tree, messages) = Self.tree(text, .json)
    #expect(tree == expected + "\n")
    #expect(messages == [])
  }

  @Test(arguments: [
    ("", "1:1: the input is empty"), ("[1,]", "1:3: a comma stands before the closing bracket"),
    ("{\"a\" 1}", "1:6: expected ':', found '1'"), ("[01]", "1:2: a number has no leading zero"),
    ("['a']", "1:2: expected a value, found '''"), ("\"a", "1:1: this string has no closing quote"),
    ("\"a\\", "1:1: this string has no closing quote"),
    ("[1\n  2]", "2:3: expected ',' or ']', found '2'"), ("{\"a\":1", "1:1: the text ends before this '{' is closed"),
    ("[1.]", "1:2: digits are missing after the decimal point"), ("[\"\\x\"]", "1:3: unknown escape '\\x'"),
    ("1 2", "1:3: there is more after the end of the JSON text"), ("{\"é\": tru}", "1:7: expected a value, found 't'"),
    ("{,}", "1:2: expected a key in double quotes, found ','"),
    ("[\"a\nb\"]", "1:4: this string runs over the end of its line"),
  ])
  func refusesJSON(text: String, message: String) {
    #expect(Self.tree(text, .json).1 == [message])
  }

  @Test(arguments: [
    ("a: b: c", "1:5: a ': ' stands where no key can be"), ("a: 'b", "1:4: this text has no closing quote"),
    ("a: [1, 2", "1:9: a ',' or ']' is missing before this"),
    ("a:\n\t- b", "2:1: a tab stands in the indentation; indent with spaces"),
    ("a: *x", "1:4: unknown alias '*x'"), ("&a [*a]", "1:5: the alias '*a' stands inside what it names"),
    ("a: @b", "1:4: text cannot begin with '@'; put it in quotes"),
    ("{<<: 3}", "1:6: a merge key '<<' takes a mapping or a list of mappings"),
  ])
  func refusesYAML(text: String, message: String) {
    #expect(Self.tree(text, .yaml).1 == [message])
  }

  @Test(arguments: [Syntax.yaml, .json])
  func nestingHasALimit(syntax: Syntax) {
    let deep = String(repeating: "[", count: 100_000)
    #expect(Self.tree(deep, syntax).1 == ["1:513: nested deeper than 512 levels"])
    let fits = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(Self.tree(fits, syntax).1 == [])
  }

  @Test func aliasesCannotGrowWithoutLimit() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      bomb += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(Self.tree(bomb, .yaml).1.first?.hasSuffix("aliases stand for more than 1000000 nodes") == true)
    let text = "a: &a " + String(repeating: "x", count: 100_000) + "\nb:\n" + String(repeating: "- *a\n", count: 20_000)
    #expect(Self.tree(text, .yaml).1.first?.hasSuffix("aliases stand for more than 67108864 bytes of text") == true)
  }

  @Test func mergeKeysCannotGrowWithoutLimit() {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
    let text = String(repeating: "{<<: ", count: 400) + "{\(keys)}" + String(repeating: "}", count: 400)
    #expect(Self.tree(text, .yaml).1.first?.hasSuffix("aliases stand for more than 1000000 nodes") == true)
  }

  @Test(arguments: [
    "? {<<: {a: 1}}\n@", "a: {? {<<: {a: 1}, b: 2} : {<<: [", "{<<: {a: 1}, b: {<<: {c: 2}}, [{<<: {d: 3}}]",
  ])
  func whatBreaksOffLeavesNothingBehind(text: String) {
    #expect(Self.tree(text, .yaml).1.count == 1)
  }

  @Test func duplicateKeysAreWarnedOf() {
    #expect(Self.tree(#"{"a":1,"\u0061":2}"#, .json).1 == ["1:8: the key 'a' stands twice in this mapping"])
  }

  @Test func jsonLinesAreReadOneAfterAnother() {
    #expect(Self.tree("{}\n[1]\r\n\n2", .jsonLines).0 == "{}\n[1]\n2\n")
  }
}
