import JourneyModel
import Testing

@testable import JourneyLayout

@Suite struct PaletteTests {
  @Test(arguments: LaneType.allCases)
  func `titles can be read on their grounds`(type: LaneType) {
    let accent = Palette.accent(of: Open(type))
    let ground = accent.mixed(with: .white, share: 0.925).mixed(with: accent, share: 0.09)
    #expect(accent.legible(on: ground).contrast(with: ground) >= 4.5)
    #expect(accent.contrast(with: .white) >= 4.5)
  }

  @Test func `texts that are always there can be read`() {
    for (text, ground) in [
      (Palette.ink, Palette.step), (Palette.muted, Palette.step), (Palette.muted, Palette.goal),
      (.white, Palette.stage), (Palette.stageNote, Palette.stage), (Palette.stageMark, Palette.stage),
    ] { #expect(text.contrast(with: ground) >= 4.5) }
    for emotion in [-2, -1, -0.5, 0, 0.5, 1, 2.0] {
      #expect(Colour.white.contrast(with: Palette.valence(emotion)) >= 4.5)
    }
    for type in LinkType.allCases { #expect(Palette.link(Open(type)).contrast(with: .white) >= 4.5) }
    for actor in Palette.actors { #expect(actor.contrast(with: .white) >= 4.5) }
  }

  @Test func `a colour that a map states is darkened until it can be read`() {
    #expect(Colour("#ff0")?.legible(on: .white).contrast(with: .white) ?? 0 >= 4.5)
    #expect(Colour("#2C7A7B") == Colour(0x2C7A7B))
    #expect(Colour("#2c7") == Colour(0x22CC77))
    #expect(Colour("red") == nil)
  }
}
