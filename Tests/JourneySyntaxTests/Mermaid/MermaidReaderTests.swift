import JourneyDiagnostics
import JourneySyntax
import Testing

/// The reader takes what Mermaid takes, and says what Mermaid refuses.
@Suite struct MermaidReaderTests {
  /// What Mermaid takes, with what it makes of it.
  static let taken: [(text: String, parts: [String])] = [
    ("journey", []),
    ("\n  journey\n", []),
    ("journey\n title A: B \n", ["title A: B"]),
    ("journey\n TITLE a\n Section b\n t:3:x", ["title a", "section b", "b > t = 3 [x]"]),
    ("journey\r\n section b\r\n t: 3: x, y\r\n", ["section b", "b > t = 3 [x|y]"]),
    ("journey\n t: 3\n u: : x\n v: word: x\n", [" > t = 3 []", " > u = 0 [x]", " > v = none [x]"]),
    ("journey\n t: -2: x\n u: 3.5: x\n v: 30: x: y: z", [" > t = -2 [x]", " > u = 3.5 [x]", " > v = 30 [x]"]),
    ("journey\n title\n A\n t: 3", ["title A", " > t = 3 []"]),
    (
      "journey\n Title: 3\n sections: 2\n journeys: 1", [" > Title = 3 []", " > sections = 2 []", " > journeys = 1 []"]
    ),
    ("journey\n t #35;1 #59; #58;: 3: x#44; y, z", [" > t #1 ; : = 3 [x, y|z]"]),
    ("journey\n title a # b\n # c\n %% d\n % e\n t: 3: x # f\n", ["title a", " > t = 3 [x]"]),
    ("journey\n accTitle: a; b # c\n accDescr: d : e\n", ["accTitle a; b # c", "accDescr d : e"]),
    ("journey\n accDescr {\n  a\n    b ; : #\n }\n", ["accDescr a\nb ; : #"]),
    ("---\ntitle: A\n---\n\njourney\n", ["title A"]),
    ("---\ntitle: A\n---\njourney\n title B", ["title B"]),
    ("%%{init: {\"a\": {\"b\": 1}}}%%\njourney\n t: 3: x %%{wrap}%%\n", [" > t = 3 [x]"]),
    ("%%{init: {\n'a': 1}\n}%%\n%% c\njourney\n", []),
    ("journey\n x%% y\n t: 3", [" > t = 3 []"]),
    ("journey\n\u{A0}section\u{A0}b\u{3000}\n\u{3000}t\u{A0}: 3 :\u{A0}x", ["section b", "b > t = 3 [x]"]),
    ("journey\n section b\n section b\n t: 3", ["section b", "section b", "b > t = 3 []"]),
    ("journey\n section 認知\n 広告を見る: 4: 花子, 店員", ["section 認知", "認知 > 広告を見る = 4 [花子|店員]"]),
  ]

  @Test(arguments: taken)
  func takesWhatMermaidTakes(text: String, parts: [String]) {
    let (journey, findings) = Self.read(text)
    #expect(journey.map(Self.parts) == parts)
    #expect(findings == [])
  }

  /// What Mermaid refuses, with what is said of it.
  static let refused: [(text: String, finding: String)] = [
    ("Journey\n", "1:1: Mermaid knows the word 'journey' only in small letters"),
    ("journey\n Make tea\n", "2:2: Mermaid does not take a task without a score"),
    ("journey\n Make tea:\n", "2:2: Mermaid does not take a task without a score"),
    ("journey\n : 3: x\n", "2:2: a score stands here without a task"),
    ("journey\n title a; b\n", "2:9: Mermaid does not take ';' in a text"),
    ("journey\n t: 3: a; b\n", "2:9: Mermaid does not take ';' in a text"),
    ("journey\n Reads #1: 3\n", "2:8: Mermaid takes what follows '#' for a comment"),
    ("journey\n title Ticket #12\n", "2:15: Mermaid takes what follows '#' for a comment"),
    ("journey\n section a: b\n", "2:11: Mermaid does not take ':' in the name of a section"),
    ("journey\n section 2: 3: x\n", "2:11: Mermaid does not take a task that begins with 'section'"),
    ("journey\n journey home: 3: x\n", "2:2: Mermaid does not take a task that begins with 'journey'"),
    ("journey\njourney\n", "2:1: a second diagram begins here"),
    ("journey\n accDescr { a\n", "2:2: this description is never closed"),
    ("journey\n t C4Container: 3\n", "2:4: Mermaid takes any text with 'C4Container' in it for a C4 diagram"),
    ("---\ntitle: [\n---\njourney\n", "3:1: the front matter cannot be read"),
    ("flowchart TD\n", "1:1: this is a flowchart, and only user journeys can be read as maps"),
    ("%% a\nsequenceDiagram\n", "2:1: this is a sequence diagram, and only user journeys can be read as maps"),
    ("journeymap: 1\n", "1:1: this is no user journey of Mermaid"),
    ("", "1:1: this is no user journey of Mermaid"),
  ]

  @Test(arguments: refused)
  func saysWhatMermaidRefuses(text: String, finding: String) {
    let findings = Self.read(text).findings
    #expect(findings.first?.hasPrefix(finding) == true, "\(findings)")
  }

  @Test func readsAPartOfAText() throws {
    let source = SourceText(name: "a.md", "# Head\n```mermaid\njourney\n  title T\n  Reads #1: 3\n```\n")
    let range = SourceRange(offset: 18, length: 32)
    var diagnostics = Diagnostics(source: source)
    let journey = try #require(
      MermaidReader.read(source, in: range, limits: ReadingLimits(), diagnostics: &diagnostics))
    #expect(journey.tasks.map(\.name.text) == ["Reads #1"])
    #expect(
      diagnostics.findings.first?.range.map { source.position(at: $0.offset) } == SourcePosition(line: 5, column: 9))
  }

  @Test(arguments: ["journey\n" + String(repeating: "%%{a ", count: 20_000), String(repeating: " %", count: 50_000)])
  func hostileTextsEnd(text: String) {
    _ = Self.read(text)
  }

  @Test func theTreeIsWhatMermaidKeeps() {
    let source = SourceText(name: "t", "journey\n title A #59; B\n section S\n T<br/>U: 4: Me, You\n V: often\n")
    var diagnostics = Diagnostics(source: source)
    var output = ByteOutput()
    MermaidReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)?.printTree(to: &output)
    let tree =
      #"{"title":"A ; B","sections":["S"],"tasks":[{"section":"S","task":"T<br/>U","score":4,"people":["Me","#
      + #""You"]},{"section":"S","task":"V","score":null,"people":[]}]}"#
    #expect(String(decoding: output.takeBytes(), as: UTF8.self) == tree + "\n")
  }

  /// What the reader makes of a text, and its findings.
  private static func read(_ text: String) -> (journey: MermaidJourney?, findings: [String]) {
    let source = SourceText(name: "t", text)
    var diagnostics = Diagnostics(source: source)
    let journey = MermaidReader.read(source, limits: ReadingLimits(), diagnostics: &diagnostics)
    let findings = diagnostics.findings.map { finding in
      let place = source.position(at: finding.range?.offset ?? 0)
      return "\(place.line):\(place.column): \(finding.message)"
    }
    return (journey, findings)
  }

  private static func parts(_ journey: MermaidJourney) -> [String] {
    var parts: [String] = []
    if let title = journey.title { parts.append("title " + title.text) }
    if let title = journey.accessibleTitle { parts.append("accTitle " + title.text) }
    if let description = journey.accessibleDescription { parts.append("accDescr " + description.text) }
    parts += journey.sections.map { "section " + $0.name.text }
    for task in journey.tasks {
      let section = task.section.map { journey.sections[$0].name.text } ?? ""
      let score = task.score.map { JSONNumber.spelling($0) } ?? "none"
      parts.append("\(section) > \(task.name.text) = \(score) [\(task.actors.map(\.text).joined(separator: "|"))]")
    }
    return parts
  }
}
