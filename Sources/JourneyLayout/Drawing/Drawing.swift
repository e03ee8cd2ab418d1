/// A map as it is to be drawn: shapes in points, texts broken into lines, colours chosen.
///
/// The origin is the upper left corner and `y` grows downwards. Drawn in the order bands, paths, boxes, later ones over earlier
/// ones. It knows no format: a format spells the shapes as it can.
package struct Drawing: Sendable {
  /// How large it is, margins included.
  package var size = Size(0, 0)
  /// Whether it runs from right to left.
  package var isMirrored = false
  /// The columns, one a step.
  package var columns: [Rect] = []
  /// Grounds that lie below everything else.
  package var bands: [Band] = []
  /// Lines.
  package var paths: [Path] = []
  /// Everything with an area or a text.
  package var boxes: [Box] = []

  /// An empty sheet.
  package init() {}
}

/// What of a map a shape stands for.
package enum Subject: Hashable, Sendable {
  case map
  case actor(Int)
  case lane(Int)
  case stage(Int)
  case step(stage: Int, step: Int)
  /// A card of a step, or of the whole stage if `step` is nil.
  case card(stage: Int, step: Int?, cell: Int, card: Int)
  case link(Int)
}

/// A ground that lies below everything else.
package struct Band: Sendable {
  package enum Role: String, Sendable, CaseIterable {
    /// The row of a lane.
    case lane
    /// The ground of a lane's title, and the stripe at its edge.
    case title, stripe
    /// The heading of lanes that share a group.
    case group
    /// The strip with a line of a service blueprint.
    case line
    /// The half of a curve's axis above or below its zero line.
    case zone
  }

  package var role: Role
  package var subject: Subject
  package var frame: Rect
  package var fill: Colour
}

/// A shape with an area or a text.
package struct Box: Sendable {
  /// What the shape is there for; which of a subject's shapes it is.
  package enum Role: String, Sendable, CaseIterable {
    case title
    /// What an actor is called, and what a step is about.
    case name, about
    case note
    case stage
    case stageTip = "tip"
    case step
    case lane
    case group
    case line
    case card
    case emotion
    case quote
    case pill
    case badge
    case chip
    case axis
    case image
    case legend
  }

  /// The form of its edge.
  package enum Outline: Sendable {
    case rectangle
    case rounded
    case circle
    case diamond
    case octagon
    case star
    /// A triangle that fills the frame, its tip to the right.
    case rightTip
    /// A triangle that fills the frame, its tip to the left.
    case leftTip
  }

  package var role: Role
  package var subject: Subject
  package var frame: Rect
  package var outline = Outline.rectangle
  package var fill: Colour?
  package var stroke: Colour?
  package var strokeWidth = 1.0
  package var isDashed = false
  /// The colour of a stripe along one edge.
  package var accent: Colour?
  package var accentIsRight = false
  package var text: TextBlock?
  /// Where it leads; only what a reader may follow.
  package var url = ""
  /// The path or address of an image that fills it.
  package var image = ""
}

/// Lines of text in a box.
package struct TextBlock: Sendable {
  package enum Alignment: Sendable {
    case left, centre, right
  }

  package enum Place: Sendable {
    case top, middle
  }

  package var lines: [String]
  package var font: Font
  package var colour: Colour
  package var alignment = Alignment.left
  package var place = Place.middle
  /// The space left free at both sides.
  package var inset = 0.0
  /// The space left free at the lower edge, for what stands there.
  package var room = 0.0
}

/// A line of cubic Bézier curves.
package struct Path: Sendable {
  package enum Role: String, Sendable, CaseIterable {
    case link
    case next
    case curve
    case grid
    case line
    case mark
    case legend
  }

  package enum Dash: Sendable {
    case solid, dashed, dotted
  }

  package var role: Role
  package var subject: Subject
  /// The boxes that it joins, by their places in ``Drawing/boxes``.
  package var tail: Int
  package var head: Int
  /// A start, and for each curve two control points and an end.
  package var points: [Point]
  /// The tip of the arrow that follows the last point.
  package var tip: Point?
  package var stroke: Colour
  package var width = 1.0
  package var dash = Dash.solid
}
