import JourneyDiagnostics
import JourneySyntax
import Testing

/// What the DOT reader understands.
///
/// Every graph here was given to Graphviz 2.43 too, which understands the same.
@Suite struct DOTReaderTests {
  static func read(_ text: String, limits: ReadingLimits = ReadingLimits()) -> (graphs: String, messages: [String]) {
    let source = SourceText(name: "t.dot", text)
    var diagnostics = Diagnostics(source: source)
    let document = DOTReader.read(source, limits: limits, diagnostics: &diagnostics)
    let messages = diagnostics.findings.map { finding in
      let place = finding.range.map { source.position(at: $0.offset) }
      return "\(place.map { "\($0.line):\($0.column): " } ?? "")\(finding.message)"
    }
    let graphs = document.isTruncated ? [] : document.graphs.map { GraphSketch(document: document, graph: $0).text }
    return (graphs.joined(separator: "\n"), messages)
  }

  static let names: [(String, String)] = [
    ("digraph{}", "digraph:"), ("graph \"\" {}", "graph \"\":"), ("strict digraph G {}", "strict digraph G:"),
    ("DiGraph { A; NODE [x=1] SubGraph s {B} }", "digraph: A B{x=1}; s(B)"),
    (#"digraph { "graph" -> "edge" "" }"#, #"digraph: graph edge ""; graph->edge"#),
    ("digraph { _ __a a_1 ÿ 名前 Имя }", "digraph: _ __a a_1 ÿ 名前 Имя"),
    ("digraph { a\u{A0}b }", "digraph: a\u{A0}b"),
    ("digraph { 00012 -> 12 -> -1. -> .5 }", "digraph: 00012 12 -1. .5; 00012->12 12->-1. -1.->.5"),
    ("digraph { 1-2 }", "digraph: 1 -2"), ("graph { a---1 }", "graph: a -1; a---1"),
    (#"digraph { "a\\" -> "b\"" "\n\q" }"#, #"digraph: a\\ b" \n\q; a\\->b""#),
    ("digraph { \"a\nb\" \"c\\\nd\" \"e\\\r\nf\" }", "digraph: a\nb cd ef"),
    (#"digraph { "a" + "b" -> "c"+"d"+"e" }"#, "digraph: ab cde; ab->cde"),
    ("digraph { a [x=\"1\"\n+\n// c\n\"2\", y=<3> + <4>, z=<5>+\"6\"] }", "digraph: a{x=12,y=34,z=56}"),
    ("digraph { <b> [x=<a<b>c</b>>, y=<>] }", "digraph: b{x=<a<b>c</b>>,y=<>}"),
    ("# 1\ndigraph { a # b\n #c\n //d\n b /* c */ /***/ } // e", "digraph: a b"),
    ("digraph a { x } digraph b { y }", "digraph a: x\ndigraph b: y"),
    ("digraph subgraph { a }", ""), ("digraph { node foo = [c=1] a }", "digraph: a{c=1}"),
  ]

  static let attributes: [(String, String)] = [
    ("digraph { x [a=b;c=d e=f,] [] [g=h] }", "digraph: x{a=b,c=d,e=f,g=h}"),
    ("digraph { a [x=1,x=2] a [x=3] a [y=1] }", "digraph: a{x=3,y=1}"),
    ("digraph { a,b:q [c=1] }", "digraph: a{c=1} b{c=1}"), ("digraph { {a b} [c=1] }", "digraph: a b; (a b)"),
    ("digraph { graph [a=b] a=c; subgraph s { a=d } }", "digraph{a=c}:; s{a=d}()"),
    ("digraph { a; node [c=1]; b; a [c=2]; node [c=3]; d; e [c=\"\"] }", "digraph: a{c=2} b{c=1} d{c=3} e{c=}"),
    ("digraph { a; subgraph s { node [c=1]; b } d }", "digraph: a b{c=1} d; s(b)"),
    (
      "digraph { x=0; subgraph s { } x=1; subgraph s { y=2 } subgraph t { } }",
      "digraph{x=1}:; s{x=0,y=2}() t{x=1}()"
    ),
    (
      "digraph { subgraph s { node [c=1]; a } node [c=2]; subgraph s { b } c }",
      "digraph: a{c=1} b{c=1} c{c=2}; s(a b)"
    ),
    (
      "digraph { a->b; edge [c=1]; a->c; {edge[c=2]; a->d; a->b} }",
      "digraph: a b c d; a->b a->c{c=1} a->d{c=2} a->b{c=2}; (a b d)"
    ),
    ("digraph { node [key=1,tailport=2] a }", "digraph: a{key=1,tailport=2}"),
  ]

  static let edges: [(String, String)] = [
    ("digraph { a->b->c [x=1] }", "digraph: a b c; a->b{x=1} b->c{x=1}"),
    ("digraph { a,b -> c,d }", "digraph: a b c d; a->c a->d b->c b->d"),
    (
      "digraph { {c b a} -> {d->e} [x=1] }",
      "digraph: c b a d e; d->e c->d{x=1} c->e{x=1} b->d{x=1} b->e{x=1} a->d{x=1} a->e{x=1}; (c b a) (d e)"
    ),
    ("digraph { a -> subgraph s { b; {c} } -> d {} -> a }", "digraph: a b c d; a->b a->c b->d c->d; s(b c (c)) ()"),
    ("digraph { a:p:n -> b:\"q r\":s }", "digraph: a b; a:p:n->b:q r:s"),
    (
      "digraph { a:x->b [tailport=y, headport=\"z:n\"]; edge[tailport=q]; c->d; e:r->f }",
      "digraph: a b c d e f; a:y->b:z:n c:q->d e:r->f"
    ),
    ("digraph { a:<b>:c -> d:\"\":n }", "digraph: a d; a:b:c->d::n"),
    (
      "digraph { a->b [key=k,x=1]; a->b [key=k,y=2]; a->b; a->b [key=j] }",
      "digraph: a b; a->b#k{x=1,y=2} a->b a->b#j"
    ),
    ("digraph { edge [key=d]; a->b; a->b }", "digraph: a b; a->b a->b"),
    ("graph { a--b [key=k,x=1]; b:p--a [key=k,y=2] }", "graph: a b; a--b:p#k{x=1,y=2}"),
    (
      "strict digraph { a->b [x=1]; edge [x=2,y=3]; a->b; a->b [z=4] b->a }",
      "strict digraph: a b; a->b{x=1,z=4} b->a{x=2,y=3}"
    ),
    ("strict digraph { a->b [key=k,x=1]; a->b [key=j,y=2]; a->b[z=3] }", "strict digraph: a b; a->b#k{x=1,z=3}"),
    ("strict graph { a:x -- b:y; b:z -- a:w; a -- a; a -- a [x=1] }", "strict graph: a b; a:w--b:z a--a{x=1}"),
    ("strict digraph { a->b; subgraph s { a->b [x=1] } }", "strict digraph: a b; a->b{x=1}; s(a b)"),
  ]

  @Test(arguments: names + attributes + edges)
  func understandsWhatGraphvizUnderstands(text: String, expected: String) {
    let (graphs, messages) = Self.read(text)
    #expect(graphs == expected)
    #expect(messages.isEmpty == !expected.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1: there is no graph in this file"), ("// c", "1:5: there is no graph in this file"),
    ("strict { a }", "1:8: expected 'digraph' or 'graph', found '{'"),
    ("digraph node {}", "1:9: expected '{', found 'node'"), ("digraph {", "1:9: this '{' is never closed"),
    ("digraph { { a }", "1:9: this '{' is never closed"),
    ("digraph { a }}", "1:14: expected 'digraph' or 'graph', found '}'"),
    ("digraph { a } foo", "1:15: expected 'digraph' or 'graph', found 'foo'"),
    ("digraph { a;; }", "1:13: this ';' ends no statement"),
    ("digraph { a -- b }", "1:13: '--' stands in a directed graph"),
    ("graph { a -> b }", "1:11: '->' stands in an undirected graph"),
    ("digraph { a -> }", "1:16: expected a node or a subgraph, found '}'"),
    ("digraph { a [b] }", "1:15: expected '=' and a value, found ']'"),
    ("digraph { a [b=c", "1:13: this '[' is never closed"),
    ("digraph { a [b=node] }", "1:16: expected a value, found 'node'"),
    ("digraph { a [b=c,,] }", "1:18: expected an attribute or ']', found ','"),
    ("digraph { node }", "1:16: expected '[' with attributes, found '}'"),
    ("digraph { a:b:c:d }", "1:16: expected a statement, found ':'"),
    ("digraph { a, }", "1:14: expected a node, found '}'"),
    ("digraph { a = b = c }", "1:17: expected a statement, found '='"),
    ("digraph { \"a\" + b }", "1:17: expected a string in double quotes, found 'b'"),
    ("digraph { 'a' }", "1:11: ''' means nothing here"), ("digraph { a$b }", "1:12: '$' means nothing here"),
    ("digraph { . }", "1:11: '.' means nothing here"), ("digraph { a\u{7}b }", "1:12: a control character stands here"),
    ("digraph { a\u{B} }", "1:12: a control character stands here"),
    ("digraph { \"a\u{0}\" }", "1:13: a NUL byte stands in this text"),
    ("digraph { <a\u{0}> }", "1:13: a NUL byte stands in this text"),
    ("digraph {\n \"a\\\" }", "2:2: this string has no closing quote"),
    ("digraph { a [b=<c<d>] }", "1:16: this HTML string has no closing '>'"),
    ("digraph { a /* b }", "1:13: this comment has no end"),
    ("digraph { subgraph s -> a }", "1:22: expected '{', found '->'"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    let (graphs, messages) = Self.read(text)
    #expect(graphs.isEmpty)
    #expect(messages == [message])
  }

  @Test(arguments: [("digraph { a [w=1.5abc=2] }", "1:16"), ("digraph { 1.2.3 }", "1:11"), ("digraph { 12é }", "1:11")])
  func warnsOfNumbersThatRunOn(text: String, place: String) {
    let (graphs, messages) = Self.read(text)
    #expect(!graphs.isEmpty)
    #expect(messages == ["\(place): this number ends here, and what follows it stands apart"])
  }

  @Test func keepsPlaces() throws {
    let source = SourceText(name: "t.dot", "digraph {\n é -> \"b\\\"\" [w = <1>]\n}")
    var diagnostics = Diagnostics(source: source)
    let document = DOTReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    let graph = try #require(document.graphs.first)
    #expect(graph.nodes.map { source.text(in: $0.id.range) } == ["é", #""b\"""#])
    #expect(graph.attributes(ofEdge: 0).map { source.text(in: $0.value.range) } == ["<1>"])
    #expect(graph.edges.map { source.text(in: $0.range) } == ["é"])
    #expect(document.firstComment == nil)
  }

  @Test(arguments: ["digraph {}", " /* x */ strict graph \"a\" + \"b\" {", "#x\n\n\n// y\nDIGRAPH a {", "graph{"])
  func recognizesGraphs(text: String) {
    #expect(DOTReader.recognizes(SourceText(name: "t", text)))
  }

  @Test(arguments: ["", "graph: {a: b}", "digraph = {", "{}", "node {", "title: graph\n", "digraph", "/* digraph {"])
  func recognizesOtherThings(text: String) {
    #expect(!DOTReader.recognizes(SourceText(name: "t", text)))
  }

  @Test(arguments: [
    ("digraph { charset=latin1 a }", true), ("graph { graph [\"charset\" = \"ISO-8859-1\"] }", true),
    ("digraph { charset=\"UTF-8\" latin1 }", false), ("digraph { label=\"charset=latin1\" }", false),
    ("digraph { a [charset", false),
  ])
  func findsTheEncodingThatATextNames(text: String, isLatin1: Bool) {
    #expect(DOTReader.saysLatin1(Array(text.utf8)) == isLatin1)
  }
}
