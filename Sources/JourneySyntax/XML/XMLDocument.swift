import JourneyDiagnostics

/// A part of an XML document: an element, or a run of text.
struct XMLNode: BitwiseCopyable {
  /// Where it begins in the source, and how many bytes its tag or text takes.
  let place: UInt32
  let extent: UInt32
  /// Of an element the number of its name, of a text −1.
  let name: Int32
  /// Of an element its first attribute, of a text its first byte, and how many there are.
  let start: UInt32
  var count: UInt32
  /// The number of the node after it and all in it.
  var next: UInt32
}

/// An attribute of an element: the number of its name, and its value.
struct XMLAttribute: BitwiseCopyable {
  let name: Int32
  let start: UInt32
  let count: UInt32
}

/// What an XML text says, before any meaning: elements with attributes and text, in the order of the text, each with its place.
package struct XMLDocument: Sendable {
  /// Whether reading stopped at an error, so that what is missing says nothing.
  package internal(set) var isTruncated = false
  /// The first comment, if there is any.
  package internal(set) var firstComment: SourceRange?
  var nodes: [XMLNode] = []
  var attributes: [XMLAttribute] = []
  var names: [String] = []
  var bytes: [UInt8] = []

  /// An element of a document.
  package struct Element {
    package let document: XMLDocument
    let number: Int
  }

  /// The element that holds all others; nil if there is none.
  package var root: Element? { nodes.isEmpty ? nil : Element(document: self, number: 0) }

  func text(_ start: UInt32, _ count: UInt32) -> String {
    String(decoding: bytes[Int(start)..<Int(start) + Int(count)], as: UTF8.self)
  }
}

extension XMLDocument.Element {
  private var node: XMLNode { document.nodes[number] }

  /// The name as it is written, with a prefix if it has one.
  package var name: String { document.names[Int(node.name)] }

  /// The name without the prefix of a namespace.
  package var localName: Substring {
    let name = name
    return name.firstIndex(of: ":").map { name[name.index(after: $0)...] } ?? Substring(name)
  }

  /// Where its start tag stands.
  package var range: SourceRange { SourceRange(offset: Int(node.place), length: Int(node.extent)) }

  /// The value of an attribute; nil if it has none of that name.
  package subscript(name: String) -> String? {
    let start = Int(node.start)
    for attribute in document.attributes[start..<start + Int(node.count)]
    where document.names[Int(attribute.name)] == name {
      return document.text(attribute.start, attribute.count)
    }
    return nil
  }

  /// The attributes, in the order of the text.
  package var attributes: [(name: String, value: String)] {
    let start = Int(node.start)
    return document.attributes[start..<start + Int(node.count)].map {
      (document.names[Int($0.name)], document.text($0.start, $0.count))
    }
  }

  /// The elements in it.
  package var children: [XMLDocument.Element] {
    parts.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element in it with a name.
  package func child(_ name: String) -> XMLDocument.Element? {
    var index = number + 1
    while index < Int(node.next) {
      let child = document.nodes[index]
      if child.name >= 0, document.names[Int(child.name)] == name || element(index).localName == name {
        return element(index)
      }
      index = Int(child.next)
    }
    return nil
  }

  private func element(_ index: Int) -> XMLDocument.Element { XMLDocument.Element(document: document, number: index) }

  /// All text in it and below it.
  package var text: String {
    var result = ""
    for index in number + 1..<max(Int(node.next), number + 1) where document.nodes[index].name < 0 {
      result += document.text(document.nodes[index].start, document.nodes[index].count)
    }
    return result
  }

  /// What stands in an element.
  package enum Part {
    case element(XMLDocument.Element)
    case text(String)
  }

  /// What stands in it, in the order of the text.
  package var parts: [Part] {
    var parts: [Part] = []
    var index = number + 1
    while index < Int(node.next) {
      let child = document.nodes[index]
      parts.append(child.name >= 0 ? .element(element(index)) : .text(document.text(child.start, child.count)))
      index = Int(child.next)
    }
    return parts
  }
}
