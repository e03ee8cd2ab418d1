import JourneyDiagnostics
import JourneySyntax
import Testing

/// What the CSV reader understands, printed as JSON.
@Suite struct CSVReaderTests {
  static func tree(_ text: String, delimiter: UInt8? = nil, name: String = "t.csv") -> (String, [String]) {
    let source = SourceText(name: name, text)
    var diagnostics = Diagnostics(source: source)
    let table = CSVReader.read(source, delimiter: delimiter, diagnostics: &diagnostics)
    var output = ByteOutput()
    table.printTree(to: &output)
    let messages = diagnostics.findings.map { finding in
      let place = finding.range.map { source.position(at: $0.offset) }
      return "\(place.map { "\($0.line):\($0.column): " } ?? "")\(finding.message)"
    }
    return (String(decoding: output.takeBytes(), as: UTF8.self), messages)
  }

  static let records: [(String, String)] = [
    ("", "[]"), ("a", #"[["a"]]"#), ("a\n", #"[["a"]]"#), ("\n", #"[[""]]"#), ("a,b\n1,2", #"[["a","b"],["1","2"]]"#),
    ("a,b\r\n1,2\r\n", #"[["a","b"],["1","2"]]"#), ("a,b\r1,2\r", #"[["a","b"],["1","2"]]"#),
    ("a,b\n\n1,2\n\n", #"[["a","b"],[""],["1","2"],[""]]"#), (",", #"[["",""]]"#), ("a,\n,b", #"[["a",""],["","b"]]"#),
    (",,,,,,,,,,,x,,", #"[["","","","","","","","","","","","x","",""]]"#),
    ("\"a\",\"b\"", #"[["a","b"]]"#), ("\"a,b\",c", #"[["a,b","c"]]"#), ("\"a\"\"b\",c", #"[["a\"b","c"]]"#),
    ("\"\"\"\"\"\",b", #"[["\"\"","b"]]"#), ("\"\",\",b", "[]"), ("\"\",b", #"[["","b"]]"#),
    ("\"\",\"\"", #"[["",""]]"#),
    ("\"a\nb\",c\n", #"[["a\nb","c"]]"#), ("\"a\r\nb\",\"\r\"\r\n", #"[["a\r\nb","\r"]]"#),
    (#"a"b,c""d,e""#, #"[["a\"b","c\"\"d","e\""]]"#), (#" "a",b"#, #"[[" \"a\"","b"]]"#),
    (" a , b ", #"[[" a "," b "]]"#), ("é,日本語\n😀,ü", #"[["é","日本語"],["😀","ü"]]"#),
    ("a,b\n1\n1,2,3", #"[["a","b"],["1"],["1","2","3"]]"#), ("a\tb\n1\t2", #"[["a","b"],["1","2"]]"#),
    ("\"{\"\"type\"\": \"\"Point\"\"}\",1", #"[["{\"type\": \"Point\"}","1"]]"#), ("a\u{0},b", #"[["a\u0000","b"]]"#),
    (
      String(repeating: "x", count: 30) + ",\"" + String(repeating: "\"\"", count: 20) + "\"",
      """
      [["\(String(repeating: "x", count: 30))","\(String(repeating: "\\\"", count: 20))"]]
      """
    ),
  ]

  @Test(arguments: records)
  func readsRecords(text: String, expected: String) {
    let (tree, messages) = Self.tree(text)
    #expect(tree == expected + "\n")
    #expect(messages.isEmpty == (expected != "[]" || text.isEmpty))
  }

  @Test(arguments: [
    ("a;b\n1,5;2", #"[["a","b"],["1,5","2"]]"#), ("a|b,c|d", #"[["a","b,c","d"]]"#),
    ("\"a,b,c\";d", #"[["a,b,c","d"]]"#),
    ("Stage;Awareness, search;Buy, pay, use", #"[["Stage","Awareness, search","Buy, pay, use"]]"#),
    ("Our map, 2026\n\nStage;A;B", #"[["Our map, 2026"],[""],["Stage","A","B"]]"#), ("a, b, c", #"[["a"," b"," c"]]"#),
    ("sep=;\na,b;c", #"[["a,b","c"]]"#), ("SEP=|\r\na,b|c", #"[["a,b","c"]]"#),
    ("\"sep=\t\"\na,b\tc", #"[["a,b","c"]]"#),
    ("sep=;", "[]"), ("sep=;;\na", #"[["sep=","",""],["a"]]"#),
  ])
  func findsTheDelimiter(text: String, expected: String) {
    let (tree, messages) = Self.tree(text)
    #expect(tree == expected + "\n")
    #expect(messages == [])
  }

  @Test func theEndingTellsOfTabs() {
    #expect(Self.tree("a,b,c\td\n", name: "x.TSV").0 == "[[\"a,b,c\",\"d\"]]\n")
    #expect(Self.tree("a;b;c\n", name: "x.tsv").0 == "[[\"a\",\"b\",\"c\"]]\n")
  }

  @Test func aNamedDelimiterWins() {
    #expect(Self.tree("a;b,c", delimiter: UInt8(ascii: ",")).0 == "[[\"a;b\",\"c\"]]\n")
    #expect(Self.tree("sep=,\na;b,c", delimiter: UInt8(ascii: ";")).0 == "[[\"a\",\"b,c\"]]\n")
    #expect(Self.tree("a^b", delimiter: UInt8(ascii: "^")).0 == "[[\"a\",\"b\"]]\n")
  }

  @Test(arguments: [
    ("id;a,b\n1;2,3", "1:1: the cells of this row could be separated by ',' or ';'"),
    ("a\tb|c", "1:1: the cells of this row could be separated by a tab or '|'"),
    ("a,b\n\"c,d\ne", "2:1: this cell has no closing quote"), ("a,\"", "1:3: this cell has no closing quote"),
    ("a,b\n1,\"é\" x,3\n4,5", "2:6: text stands after the closing quote of this cell"),
    ("\"a\"\"\n\n\n", "1:1: this cell has no closing quote"),
  ])
  func refuses(text: String, message: String) {
    #expect(Self.tree(text).1 == [message])
  }

  @Test func everyTextAfterAQuoteIsTold() {
    let (tree, messages) = Self.tree("\"a\"b,c\n\"d\"\" \"e,f")
    #expect(messages.map { $0.prefix(4) } == ["1:4:", "2:7:"])
    #expect(tree == "[[\"a\",\"c\"],[\"d\\\" \",\"f\"]]\n")
  }

  @Test func cellsKnowTheirPlaces() {
    let source = SourceText(name: "t", "a,\"b\nc\",,d\n\nlong\n")
    var diagnostics = Diagnostics(source: source)
    let table = CSVReader.read(source, diagnostics: &diagnostics)
    table.withView { view in
      #expect(view.rowCount == 3)
      #expect(source.text(in: view.range(row: 0, column: 1)) == "\"b\nc\"")
      #expect(source.text(in: view.range(row: 0, column: 3)) == "d")
      #expect(source.text(in: view.range(row: 0, column: 2)) == "a")
      #expect(source.position(at: view.range(ofRow: 1).offset) == SourcePosition(line: 3, column: 1))
      #expect(view.text(row: 0, column: 1) == "b\nc" && view.text(row: 0, column: 9) == "")
      #expect((0..<3).map(view.width) == [4, 1, 1])
    }
  }

  @Test func onlyCellsThatSaySomethingMakeARowTooLong() {
    let source = SourceText(name: "t", "a,b\n1,2,,\n1,2,\"\",3\n")
    var diagnostics = Diagnostics(source: source)
    let table = CSVReader.read(source, diagnostics: &diagnostics)
    table.withView { $0.refuseLongRows(1..<3, width: 2, diagnostics: &diagnostics) }
    #expect(diagnostics.findings.map { $0.range.map { source.position(at: $0.offset) } } == [.init(line: 3, column: 8)])
  }

  @Test func theHeaderIsReadAlone() {
    let source = SourceText(name: "t", "a;\"b;c\"\n\"unclosed")
    #expect(CSVReader.header(of: source) == ["a", "b;c"])
    #expect(CSVReader.header(of: SourceText(name: "t", "a;b,c")) == [])
    #expect(CSVReader.header(of: SourceText(name: "t", "")) == [])
  }
}
