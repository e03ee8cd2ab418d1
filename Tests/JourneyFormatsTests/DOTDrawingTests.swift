import JourneyModel
import Testing

@testable import JourneyFormats

/// A drawing carries its map, whatever other tools and people do to the drawing.
@Suite struct DOTDrawingTests {
  @Test(arguments: ["wall", "flow"], 0..<40)
  func theDataIsWholeWhateverIsDrawn(style: String, seed: Int) throws {
    let map = MapGenerator.map(seed: 6000 + UInt64(seed))
    var options = WritingOptions()
    options.values[.dotStyle] = style
    options.values.set(.hide, to: map.lanes.prefix(1).map(\.id))
    options.values.set(.actor, to: map.actors.prefix(1).map(\.id))
    let reading = try read(text([map], options))
    #expect(reading.maps == [map])
    #expect(reading.diagnostics.errorCount == 0)
  }

  @Test func looksAreNotData() throws {
    let changed = try text([Self.map])
      .replacing(#/pos="[^"]*"/#, with: "pos=\"7,7\"")
      .replacing(#/fillcolor="[^"]*"/#, with: "fillcolor=red")
      .replacing(#/, width=[0-9.]+, height=[0-9.]+/#, with: "")
    let reading = try read(changed)
    #expect(reading.maps == [Self.map])
    #expect(reading.diagnostics.findings.isEmpty)
  }

  @Test(arguments: [
    ("Waits in line\\l", "Waits outside\\l", "title"), ("The line is\\llong\\l", "The line is\\lvery long\\l", "text"),
    ("80%  Stays\\n", "70%  Stays on\\n", "label"),
  ])
  func aLabelThatWasEditedWins(old: String, new: String, field: String) throws {
    var map = Self.map
    map.stages[0].steps[0].cards["pain-points"][0].text = "The line is long"
    let drawn = try text([map]).replacing("The line is long\\l", with: "The line is\\llong\\l")
    #expect(drawn.contains(old))
    let reading = try read(drawn.replacing(old, with: new))
    let step = try #require(reading.maps.first?.stages.first?.steps.first)
    switch field {
    case "title": #expect(step.title == "Waits outside")
    case "text": #expect(step.cards["pain-points"].first?.text == "The line is very long")
    default:
      #expect(reading.maps.first?.links.first?.label == "Stays on")
      #expect(reading.maps.first?.links.first?.probability == 0.7)
    }
    #expect(reading.diagnostics.findings.contains { $0.message.contains("was edited") && $0.severity == .note })
    #expect(reading.diagnostics.errorCount + reading.diagnostics.warningCount == 0)
  }

  @Test func aBoxThatWasAddedIsToldAndLeftOut() throws {
    let drawn = try text([Self.map])
    let end = try #require(drawn.lastIndex(of: "}"))
    let reading = try read(drawn[..<end] + "  sticker [label=\"Ask Lena\"]\n  sticker -> queue\n}\n")
    #expect(reading.maps == [Self.map])
    #expect(
      reading.diagnostics.findings.map(\.message) == [
        "the node 'sticker' was added by hand and is left out",
        "the edge from 'sticker' to 'queue' was added by hand and is left out",
      ])
  }

  @Test func linksLeadOnlyToPagesAndLetters() throws {
    var map = Self.map
    map.stages[0].steps[0].cards["actions"] = [
      "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "http://a b",
    ].map { address in
      var card = Card("x")
      card.url = address
      return card
    }
    for style in ["wall", "flow"] {
      #expect(try !text([map], style: style).contains("URL="))
      var linked = Self.map
      linked.stages[0].steps[0].cards["actions"] = [Card("y")]
      linked.stages[0].steps[0].cards["actions"][0].url = "HTTPS://example.org/?a=1&b=\"onload"
      #expect(try text([linked], style: style).contains(#"URL="HTTPS://example.org/?a=1&amp;b=%22onload""#))
    }
  }

  @Test func imagesAreShownOnlyWhenAskedFor() throws {
    var map = Self.map
    map.actors[0].image = "lena.png\" onload=\""
    #expect(try !text([map]).contains(" image="))
    var options = WritingOptions()
    options.values.turnOn(.allowExternal)
    #expect(try text([map], options).contains(#" image="lena.png onload=""#))
  }

  @Test(arguments: OddTexts.all)
  func noTextEndsItsAttribute(odd: String) throws {
    var map = Self.map
    (map.title, map.stages[0].title, map.stages[0].steps[0].title) = (odd, odd, odd)
    for style in ["wall", "flow"] {
      let text = try text([map], style: style)
      let names = Set(text.matches(of: #/[\[,]\s*([A-Za-z_.-]+)=/#).map { String($0.1) })
      let usual = Set(
        try self.text([Self.map], style: style).matches(of: #/[\[,]\s*([A-Za-z_.-]+)=/#).map { String($0.1) })
      // What an odd text spells inside its quotes looks like an attribute too; none may be read as one.
      let reading = try read(text)
      #expect(reading.maps == [map])
      #expect(names.subtracting(usual).allSatisfy { odd.contains($0) })
    }
  }

  // MARK: - Support

  static var map: JourneyMap {
    var map = JourneyMap()
    (map.id, map.title, map.language) = ("coffee", "A coffee before work", "en")
    var lena = Actor()
    (lena.id, lena.name) = ("lena", "Lena")
    map.actors = [lena]
    var queue = Step()
    (queue.id, queue.title) = ("queue", "Waits in line")
    queue.cards["actions"] = [Card("Looks at the board")]
    var feeling = Card()
    feeling.emotion = -1
    queue.cards["emotions"] = [feeling]
    queue.cards["pain-points"] = [Card("The line is long")]
    var order = Step()
    (order.id, order.title) = ("order", "Orders")
    var stage = Stage()
    (stage.id, stage.title, stage.steps) = ("counter", "At the counter", [queue, order])
    map.stages = [stage]
    var link = Link()
    (link.from, link.to, link.type, link.label, link.probability) = ("queue", "order", "choice", "Stays", 0.8)
    map.links = [link]
    map.complete(name: "coffee")
    return map
  }

  private func text(_ maps: [JourneyMap], style: String) throws -> String {
    var options = WritingOptions()
    options.values[.dotStyle] = style
    return try text(maps, options)
  }

  private func text(_ maps: [JourneyMap], _ options: WritingOptions = WritingOptions()) throws -> String {
    String(decoding: try #require(Format.dot.bytes(of: maps, options: options)?.bytes), as: UTF8.self)
  }

  private func read(_ text: String) throws -> Reading {
    try #require(Format.dot.maps(from: text, name: "coffee.dot"))
  }
}
