import JourneyDiagnostics
import JourneySyntax

/// A value in a YAML or JSON text of a foreign shape, of which only what is known is asked for.
struct TreeValue {
  let view: TreeView
  private let index: Int

  /// The value of a node, aliases followed.
  init(_ view: TreeView, at index: Int) {
    self.view = view
    self.index = view.resolve(index)
  }

  /// Where it stands.
  var range: SourceRange { view.range(index) }

  /// The value of a key; nil if there is none, or if it says nothing.
  subscript(key: StaticString) -> TreeValue? {
    guard view[index].kind == .mapping else { return nil }
    var child = index + 1
    while child < view.next(index) {
      let name = view.resolve(child)
      let isText = view[name].kind == .plain || view[name].kind == .quoted
      if isText, view.isText(name, key) {
        let value = TreeValue(view, at: view.next(child))
        return view.isNull(value.index) ? nil : value
      }
      child = view.next(view.next(child))
    }
    return nil
  }

  /// The values of a list; a single value counts as a list of one.
  var items: [TreeValue] {
    guard view[index].kind == .sequence else { return [self] }
    var items: [TreeValue] = []
    var child = index + 1
    while child < view.next(index) {
      items.append(TreeValue(view, at: child))
      child = view.next(child)
    }
    return items
  }

  /// The text of a scalar; nil for lists and mappings.
  var text: String? {
    view[index].kind == .plain || view[index].kind == .quoted ? view.text(index) : nil
  }

  /// The number that a plain scalar is.
  var number: Double? {
    guard view[index].kind == .plain, case .number(let number) = JSONNumber.value(of: view.bytes(index)) else {
      return nil
    }
    return number
  }

  /// The list that stands at a key; empty without one.
  func list(_ key: StaticString) -> [TreeValue] { self[key]?.items ?? [] }

  /// The text that stands at a key; empty without one.
  func text(_ key: StaticString, _ diagnostics: inout Diagnostics) -> String {
    guard let value = self[key], let text = value.text else { return "" }
    return ForeignText.clean(text, at: value.range, &diagnostics) ?? ""
  }
}
