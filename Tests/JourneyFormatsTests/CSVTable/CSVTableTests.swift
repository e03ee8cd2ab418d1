import JourneyDiagnostics
import JourneyModel
import JourneySyntax
import Testing

@testable import JourneyFormats

/// What people and spreadsheets do to a long table, and what comes of it.
@Suite struct CSVTableTests {
  static func read(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) -> ([JourneyMap], [String]) {
    var options = ReadingOptions()
    change(&options)
    let source = SourceText(name: "t.csv", text)
    let reading = CSVTableFormat.read(source, options)
    let messages = reading.diagnostics.sorted.map { finding in
      let place = finding.range.map { source.position(at: $0.offset) }
      return "\(place.map { "\($0.line):\($0.column): " } ?? "")\(finding.severity.rawValue): \(finding.message)"
    }
    return (reading.maps, messages)
  }

  static func write(_ maps: [JourneyMap], _ change: (inout WritingOptions) -> Void = { _ in }) -> String {
    var options = WritingOptions()
    change(&options)
    return String(decoding: Format.csv.bytes(of: maps, options: options)?.bytes ?? [], as: UTF8.self)
  }

  static func records(_ text: String) -> [[String]] {
    let source = SourceText(name: "t.csv", text)
    var diagnostics = Diagnostics(source: source)
    return CSVReader.read(source, delimiter: UInt8(ascii: ","), diagnostics: &diagnostics).withView { view in
      (0..<view.rowCount).map { row in (0..<view.width(ofRow: row)).map { view.text(row: row, column: $0) } }
    }
  }

  static func text(_ records: [[String]]) -> String {
    var output = ByteOutput()
    withUnsafeMutablePointer(to: &output) { output in
      var writer = CSVWriter(output: output, style: CSVWriter.Style())
      for record in records {
        for cell in record { writer.cell(cell) }
        writer.endRecord()
      }
    }
    return String(decoding: output.takeBytes(), as: UTF8.self)
  }

  @Test(arguments: 0..<60)
  func rowsAndColumnsInAnyOrderReadTheSame(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let maps = (0..<(seed % 3 + 1)).map { MapGenerator.map(seed: UInt64(5000 + seed * 3 + $0)) }
    var records = Self.records(Self.write(maps))
    // Extensions keep the order of their columns.
    let columns = records[0].indices.shuffled(using: &random)
    let own = columns.filter { !records[0][$0].contains("x-") && !records[0][$0].hasSuffix("extensions") }
    let others = columns.filter { !own.contains($0) }.sorted()
    records = records.map { record in (own + others).map { record[$0] } }
    records = [records[0]] + records.dropFirst().shuffled(using: &random)
    // Maps come in the order of their rows, so theirs is the only order that is kept by number alone.
    let (read, messages) = Self.read(Self.text(records))
    #expect(messages.filter { $0.contains("error") } == [])
    #expect(read == maps)
  }

  @Test(arguments: 0..<40)
  func everyWayOfWritingIsReversible(seed: Int) {
    var map = MapGenerator.map(seed: 6000 + UInt64(seed))
    map.language = ["de", "en", "pt-BR", "ar", "ja", "nb"][seed % 6]
    for delimiter in [nil, ",", ";", "tab", "|"] {
      for decimal in [nil, ",", "."] {
        let isForExcel = seed % 2 == 0
        let text = Self.write([map]) { options in
          options.values[.delimiter] = delimiter
          options.values[.decimal] = decimal
          if isForExcel { options.values.turnOn(.excel) }
        }
        #expect(text.hasPrefix("\u{FEFF}") == isForExcel)
        let (read, messages) = Self.read(isForExcel ? String(text.unicodeScalars.dropFirst()) : text) { options in
          options.values[.delimiter] = delimiter
          options.values[.decimal] = decimal
        }
        #expect(messages.filter { $0.contains("error") } == [])
        #expect(read == [map])
      }
    }
    let plain = Self.write([map]) { $0.values.turnOn(.noFormulaGuard) }
    #expect(Self.read(plain) { $0.values.turnOn(.noFormulaGuard) }.0 == [map])
  }

  @Test func theOrderOfExtensionsIsKept() {
    var map = JourneyMap()
    map.title = "T"
    map.id = "m"
    map.extensions = [Extension("x-b", .number("1.10")), Extension("x-a", .null)]
    for number in 0..<100 {
      var actor = Actor()
      actor.id = "a\(number)"
      actor.extensions = [
        Extension("x-a", .array([])), Extension("x-\(number)", .string("s")), Extension("x-b", .null),
      ]
      var persona = Persona()
      persona.extensions = [Extension("x-a.b", .boolean(false)), Extension("x-", .object([.init("", .null)]))]
      actor.persona = persona
      map.actors.append(actor)
    }
    let text = Self.write([map])
    #expect(Self.read(text).0 == [map])
    #expect(Self.records(text)[0].count < 100)
  }

  @Test func anyNumberOfExtensionsIsKept() {
    var map = JourneyMap()
    map.title = "T"
    map.id = "m"
    map.extensions = (0..<5000).map { Extension("x-\($0)", .null) }
    var stage = Stage()
    stage.id = "s"
    stage.cards.extensions = map.extensions
    map.stages = [stage]
    map.complete(name: "m")
    #expect(Self.read(Self.write([map])) == ([map], []))
    let twice =
      "record,title,extensions\nmap,T,\"{" + (0..<40).map { "\"\"x-\($0 % 20)\"\":1" }.joined(separator: ",") + "}\""
    #expect(Self.read(twice).1.count == 20)
  }

  @Test func placesWithoutIdsKeepTheirCards() {
    var map = JourneyMap()
    map.title = "T"
    for number in 0..<3 {
      var stage = Stage()
      stage.title = "S\(number)"
      if number == 1 { stage.id = "second" }
      stage.cards["actions"] = [Card("whole \(number)")]
      for inner in 0..<3 {
        var step = Step()
        step.title = "s\(number)\(inner)"
        if inner == 1 { step.id = "step\(number)" }
        step.cards["actions"] = [Card("one"), Card("two")]
        step.cards["thoughts"] = [Card("\(number)\(inner)")]
        stage.steps.append(step)
      }
      map.stages.append(stage)
    }
    var completed = map
    completed.complete(name: "t")
    #expect(Self.read(Self.write([map])) == ([completed], []))
  }

  @Test func mapsWithTheSameIdStayApart() {
    let maps = ["m", "m", "", "m-2", "m"].map { id in
      var map = MapGenerator.map(seed: 7)
      map.id = id
      return map
    }
    var read = Self.read(Self.write(maps)).0
    #expect(read[2].id == "map-2")
    read[2].id = ""
    #expect(read == maps)
  }

  @Test func aRowAddedByHandStaysWhereItStands() {
    let (maps, messages) = Self.read(
      """
      record,row,id,title,stage,step,lane,text
      map,1,m,T
      stage,2,a,A
      card,5,,,a,s,actions,last
      step,3,s,S,a
      card,,,,,,actions,after s
      card,4,,,,s,actions,first
      card,,,,,,thoughts,new
      """)
    #expect(messages == [])
    #expect(maps.first?.stages.first?.steps.first?.cards["actions"].map(\.text) == ["after s", "first", "last"])
    #expect(maps.first?.stages.first?.steps.first?.cards["thoughts"].map(\.text) == ["new"])
  }

  @Test func cardsThatLieApartComeTogether() {
    var rows = ["record,id,title,stage,step,lane,text", "map,m,T", "stage,a,A", "step,s,S,a", "step,t,T,a"]
    for number in 0..<30 {
      rows.append("card,,,,\(number % 2 == 0 ? "s" : "t"),\(number % 3 == 0 ? "actions" : "thoughts"),\(number)")
    }
    let steps = Self.read(rows.joined(separator: "\n")).0.first?.stages.first?.steps ?? []
    #expect(steps.first?.cards["actions"].map(\.text) == ["0", "6", "12", "18", "24"])
    #expect(steps.first?.cards.cells.count == 2 && steps.last?.cards.cells.count == 2)
    #expect(steps.last?.cards["thoughts"].map(\.text) == ["1", "5", "7", "11", "13", "17", "19", "23", "25", "29"])
  }

  @Test func whatSpreadsheetsMakeOfCellsIsRead() {
    let (maps, messages) = Self.read(
      """
      record;row;id;title;primary;stage;step;lane;text;emotion;due;dropOff;optional;x-a;;
      map;1,0;m;T;;;;;;;;;;TRUE;;
      actor;2;p;;WAHR;;;;;;;;;1;;
      stage;3;a;A;;;;;;;;;;;;
      step;4;s;S;;a;;;;;;0,35;FALSCH;;;
      card;5;;;;;s;emotions;x;+1,5;1.10.2026;;;"[1,2]";;
      card;6;;;;;s;emotions;y;−2;2026-10-01 00:00:00;;;plain;;
      ;;;;;;;;;;;;;;;
      """)
    #expect(
      messages == [
        "6:30: warning: the date '1.10.2026' is read as 2026-10-01",
        "7:28: warning: the date '2026-10-01 00:00:00' is read as 2026-10-01",
        "7:50: warning: this is not JSON and is taken for text",
      ])
    let map = maps.first
    #expect(map?.actors.first?.primary == true)
    #expect(map?.extensions == [Extension("x-a", .boolean(true))])
    #expect(map?.stages.first?.steps.first?.dropOff == 0.35)
    let cards = map?.stages.first?.steps.first?.cards["emotions"] ?? []
    #expect(cards.map(\.emotion) == [1.5, -2])
    #expect(cards.map(\.due) == ["2026-10-01", "2026-10-01"])
  }

  @Test func listsAreALineEachOrJSON() {
    let text =
      "record,id,title,goals\nmap,m,T,\"a\r\nb\n\"\nactor,p,,\"[\"\"a\\nb\"\", \"\"[c]\"\"]\"\nactor,q,,\"a\n\nb\"\n"
    let (maps, messages) = Self.read(text)
    #expect(messages == ["7:1: warning: an empty item of 'goals' is left out"])
    #expect(maps.first?.goals == ["a", "b"])
    #expect(maps.first?.actors.map(\.goals) == [["a\nb", "[c]"], ["a", "b"]])
  }

  @Test(arguments: [
    ("id,title\nm,T", "1:1: error: there is no column 'record', which says what each row describes"),
    ("", "error: the input is empty"), ("record,title\n,\n", "error: there is no journey map in this file"),
    ("record,title\nmap,T\nmap,U", "3:1: error: a second map begins here"),
    ("record,title,title\nmap,T", "1:14: error: the column 'title' stands twice"),
    ("record,title\nmap,T,,x", "2:8: error: this row has more cells than the table has columns (2)"),
    ("record,title,,id\nmap,T,x,m", "2:7: error: a cell stands in a column without a name"),
    ("record,title,mode\nmap,T,online", "2:7: error: a row with record 'map' has no 'mode'"),
    ("record,title,step\nmap,T,s", "2:7: error: a row with record 'map' has no 'step'"),
    ("record,row,title\nmap,one,T", "2:5: error: 'row' is a number, not 'one'"),
    ("record,title\nactor,A", "2:1: error: there is no row for the map itself"),
    ("record,title\nmap,", "2:1: error: 'title' is missing"),
    (
      "record,title,emotion,lane\nmap,T\nstage,A\nstep,S\ncard,,\"1,5\",actions",
      "5:7: error: '1,5' has a comma before its fraction"
    ),
    ("record,title,goals\nmap,T,\"[1,\"", "2:8: error: JSON: the text ends before this '[' is closed"),
    ("record,title,extensions\nmap,T,[1]", "2:7: error: 'extensions' holds a JSON object"),
    ("record,title,x-a,extensions\nmap,T,1,\"{\"\"x-a\"\": 2}\"", "2:9: error: the key 'x-a' stands twice"),
    ("record,title,extensions\nmap,T,\"{\"\"a\"\": 2}\"", "2:7: error: unknown key 'a'"),
    ("record,id,title,stage,step\nmap,m,T\nstep,s,S,b", "3:10: error: there is no stage 'b'"),
  ])
  func refuses(text: String, message: String) {
    #expect(Self.read(text).1.first == message)
  }

  @Test func theStageOfACardMustBeItsSteps() {
    let rows = "record,id,title,stage,step,lane,text\nmap,m,T\nstage,a,A\nstage,b,B\nstep,s,S,a\ncard,,,b,s,actions,x\n"
    let (maps, messages) = Self.read(rows)
    #expect(messages == ["6:8: warning: the step 's' does not stand in the stage 'b'"])
    #expect(maps.first?.stages.first?.steps.first?.cards["actions"] == [Card("x")])
  }

  @Test func longTextsAreCountedForExcel() {
    var map = JourneyMap()
    map.title = String(repeating: "é", count: 32_767)
    #expect(Format.csv.bytes(of: [map])?.losses == [])
    map.description = map.title + "e"
    #expect(Format.csv.bytes(of: [map])?.losses.map(\.count) == [1])
  }

  @Test func anyColumnMayBeLong() {
    let long = String(repeating: "long, \"text\"\n", count: 100_000)
    var map = JourneyMap()
    map.id = "m"
    map.title = long
    #expect(Self.read(Self.write([map])).0 == [map])
  }
}
