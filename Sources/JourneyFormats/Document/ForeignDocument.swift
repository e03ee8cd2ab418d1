import JourneyDiagnostics
import JourneySyntax

/// What YAML and JSON often are when they are no maps, told by their keys, so that one sentence says it instead of an error a key.
struct ForeignDocument {
  /// What it is, with its article.
  let name: String
  /// What to do about it.
  let hint: String

  /// What a document seems to be; nil if it may be a map.
  static func of(_ document: TreeValue) -> ForeignDocument? {
    guard document["journeymap"] == nil, document["stages"] == nil else { return nil }
    if isEvent(document) { return ForeignDocument(name: "an event of a log", hint: logHint) }
    return kinds.first { kind in kind.keys.allSatisfy { document[$0] != nil } }?.document
  }

  /// An entry of an event log: when, and what or whose.
  private static func isEvent(_ document: TreeValue) -> Bool {
    let hasTime = times.contains { document[$0] != nil }
    return hasTime && subjects.contains { document[$0] != nil }
  }

  private static let times: [StaticString] = ["timestamp", "time", "ts", "event_time", "eventTime", "time:timestamp"]
  private static let subjects: [StaticString] = [
    "activity", "event", "event_name", "eventName", "case_id", "caseId", "case", "user_id", "userId", "session_id",
    "concept:name",
  ]

  private static let logHint = "a map says what happens in general: mine the log first, then write its steps as stages"
  private static let newHint = "a map begins with 'journeymap: 1' and a title; 'cjm new' starts one"

  private struct Kind {
    let keys: [StaticString]
    let document: ForeignDocument

    init(_ keys: [StaticString], _ name: String, _ hint: String = newHint) {
      self.keys = keys
      document = ForeignDocument(name: name, hint: hint)
    }
  }

  private static let kinds: [Kind] = [
    Kind(["openapi"], "an OpenAPI description"), Kind(["swagger"], "an OpenAPI description"),
    Kind(["asyncapi"], "an AsyncAPI description"), Kind(["name", "version", "dependencies"], "a package manifest"),
    Kind(["name", "version", "scripts"], "a package manifest"), Kind(["$schema", "properties"], "a JSON Schema"),
    Kind(["apiVersion", "kind", "metadata"], "a Kubernetes manifest"),
    Kind(["jobs", "on"], "a workflow of GitHub Actions"),
    Kind(["services", "volumes"], "a Docker Compose file"), Kind(["services", "networks"], "a Docker Compose file"),
    Kind(["services", "version"], "a Docker Compose file"), Kind(["cells", "nbformat"], "a Jupyter notebook"),
    Kind(["info", "item"], "a Postman collection"), Kind(["type", "features"], "GeoJSON"),
    Kind(["type", "elements", "appState"], "a drawing of Excalidraw"),
    Kind(["campaigns"], "a campaign file"), Kind(["campaign"], "a campaign file"),
    Kind(["adGroups"], "a campaign file"),
    Kind(["events"], "an event log", logHint), Kind(["traces"], "an event log", logHint),
    Kind(["log", "version"], "an event log", logHint), Kind(["participants", "messages"], "a sequence diagram"),
    Kind(["actors", "messages"], "a sequence diagram"),
  ]
}
