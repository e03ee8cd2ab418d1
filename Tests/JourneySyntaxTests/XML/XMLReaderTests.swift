import JourneyDiagnostics
import JourneySyntax
import Testing

/// XML is read as it is written, and nothing is fetched or multiplied.
@Suite struct XMLReaderTests {
  static let read: [(text: String, tree: String)] = [
    ("<a/>", #"{"element":"a"}"#),
    ("<a b='1'>x<c/>y</a>", #"{"element":"a","attributes":{"b":"1"},"content":["x",{"element":"c"},"y"]}"#),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", #"{"element":"a","content":["é"]}"#),
    ("<a>&lt;&amp;&#x1F600;<![CDATA[<b>&]]></a>", #"{"element":"a","content":["<&😀<b>&"]}"#),
    (
      "<a>\n  <b>x</b>\n  <b> y </b>\n</a>",
      #"{"element":"a","content":[{"element":"b","content":["x"]},{"element":"b","content":[" y "]}]}"#
    ),
    ("<n:a xmlns:n='u' n:b='1'/>", #"{"element":"n:a","attributes":{"xmlns:n":"u","n:b":"1"}}"#),
    ("<!DOCTYPE a><!-- c --><a/>", #"{"element":"a"}"#),
  ]

  @Test(arguments: read)
  func readsWhatIsWritten(text: String, tree: String) {
    #expect(Self.tree(text) == tree + "\n")
  }

  static let refused: [(text: String, finding: String)] = [
    ("", "there is no element in this file"), ("a", "this is not well-formed XML: syntax error"),
    ("<a>", "the text ends before all elements do"), ("<a><b></a>", "this end tag has no start tag"),
    ("<a/><b/>", "there is more after the end of the outermost element"),
    ("<a b='1' b='2'/>", "an attribute stands twice in this tag"), ("<a>&nbsp;</a>", "XML knows no such entity"),
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "this document declares entities, which are not read"),
    (
      "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;</a>", "this document declares entities, which are not read"
    ),
    ("<!DOCTYPE a [<!ENTITY % b SYSTEM 'b.dtd'> %b;]><a/>", "this document declares entities, which are not read"),
    (String(repeating: "<a>", count: 600), "elements are nested deeper than 512"),
    ("<a>\u{1}</a>", "this is not well-formed XML"),
  ]

  @Test(arguments: refused)
  func refusesWhatIsNoData(text: String, finding: String) {
    let source = SourceText(name: "t", text)
    var diagnostics = Diagnostics(source: source)
    let document = XMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    #expect(document.isTruncated)
    #expect(diagnostics.findings.map(\.message) == [finding])
  }

  @Test func theWriterSpellsWhatTheReaderReads() throws {
    let texts = ["", "a", " a ", "<&>\"'", "a\nb\tc", "]]>", "&amp;", "日本\u{301}😀", "\u{2028}"]
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = XMLWriter(output: output)
      writer.begin("a")
      for text in texts {
        writer.begin("b")
        writer.attribute("c", text)
        writer.end()
        writer.element("d", text: text)
      }
      writer.end()
    }
    let source = SourceText(name: "t", utf8: output.takeBytes())
    var diagnostics = Diagnostics(source: source)
    let root = try #require(XMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics).root)
    #expect(diagnostics.findings.isEmpty)
    #expect(root.children.compactMap { $0["c"] } == texts)
    #expect(root.children.filter { $0.name == "d" }.map(\.text) == texts)
  }

  private static func tree(_ text: String) -> String {
    let source = SourceText(name: "t", text)
    var diagnostics = Diagnostics(source: source)
    var output = ByteOutput()
    XMLReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics).printTree(to: &output)
    return String(decoding: output.takeBytes(), as: UTF8.self)
  }
}
