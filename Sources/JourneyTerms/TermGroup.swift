import JourneyModel

/// A vocabulary whose words have terms in every language.
package protocol Termed: Vocabulary {
  /// What the keys of its terms begin with, before a dot.
  static var termGroup: String { get }
}

extension Termed {
  /// The key of the word’s term.
  package var termKey: String { Self.termGroup + "." + rawValue }
}

extension MapKind: Termed { package static let termGroup = "kind" }
extension MapState: Termed { package static let termGroup = "state" }
extension Market: Termed { package static let termGroup = "market" }
extension Basis: Termed { package static let termGroup = "basis" }
extension MapStatus: Termed { package static let termGroup = "status" }
extension ActorKind: Termed { package static let termGroup = "actor-kind" }
extension ActorSide: Termed { package static let termGroup = "side" }
extension ActorRole: Termed { package static let termGroup = "role" }
extension LaneType: Termed { package static let termGroup = "lane" }
extension BlueprintLine: Termed { package static let termGroup = "line" }
extension Moment: Termed { package static let termGroup = "moment" }
extension Channel: Termed { package static let termGroup = "channel" }
extension TouchpointMode: Termed { package static let termGroup = "mode" }
extension Influence: Termed { package static let termGroup = "influence" }
extension Ownership: Termed { package static let termGroup = "ownership" }
extension Usage: Termed { package static let termGroup = "usage" }
extension Trigger: Termed { package static let termGroup = "trigger" }
extension LinkType: Termed { package static let termGroup = "link" }
extension Formality: Termed { package static let termGroup = "formality" }
extension MetricGroup: Termed { package static let termGroup = "metric-group" }
extension SourceKind: Termed { package static let termGroup = "source-kind" }
extension SourceOrigin: Termed { package static let termGroup = "source-origin" }
