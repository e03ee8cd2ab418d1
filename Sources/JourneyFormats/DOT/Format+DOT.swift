import JourneyLayout
import JourneyModel
import JourneySyntax

extension Format {
  /// The DOT language of Graphviz: a diagram.
  public static let dot = Format(
    name: "dot",
    summary: "Graphviz DOT: a diagram",
    fileExtensions: ["dot", "gv"],
    holdsSeveral: true,
    carries: [],
    write: { maps, options, output in
      withUnsafeMutablePointer(to: &output) { output in
        for map in maps {
          DOTDrawing(map, MapLayout.drawing(of: map), output: output).write()
        }
      }
      return []
    }
  )
}
