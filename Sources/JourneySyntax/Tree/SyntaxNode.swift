/// One node of a ``SyntaxTree``, in sixteen bytes.
@usableFromInline
package struct SyntaxNode: BitwiseCopyable {
  /// What a node is.
  @usableFromInline
  package enum Kind: UInt8, BitwiseCopyable {
    /// A scalar as it stands: a JSON number, `true` or `null`, a YAML plain scalar.
    case plain
    /// A scalar that is text whatever it says: quoted, or a block scalar, or tagged as text.
    case quoted
    case sequence
    /// Keys and values in turn.
    case mapping
    /// Stands for another node.
    case alias
    /// A mapping with merge keys: stands for the mapping with everything merged in.
    case merged
  }

  /// What else there is to know of a node.
  @usableFromInline
  package struct Flags: OptionSet, BitwiseCopyable, Sendable {
    @usableFromInline package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The text stands in the tree's own bytes, since the source spells it otherwise.
    @inlinable package static var isUnfolded: Flags { Flags(rawValue: 1) }
    /// The text holds JSON escapes that are taken off when it is asked for.
    @inlinable package static var hasEscapes: Flags { Flags(rawValue: 2) }
    /// The text holds half of a UTF-16 surrogate pair, which no Unicode text can.
    @inlinable package static var hasLoneSurrogate: Flags { Flags(rawValue: 4) }
    /// The node has a tag from outside YAML's core schema.
    @inlinable package static var hasForeignTag: Flags { Flags(rawValue: 8) }
  }

  /// The offset in the source where the node begins.
  @usableFromInline package var place: UInt32
  /// Of a scalar the offset of its text; of a container the index after its last descendant; of an alias its target.
  @usableFromInline package var payload: UInt32
  /// Of a scalar the bytes of its text; of a container the number of its children; of a merged mapping its target.
  @usableFromInline package var length: UInt32
  @usableFromInline package var kind: Kind
  @usableFromInline package var flags: Flags
  /// The bytes that the node takes in the source, as far as they fit.
  @usableFromInline package var extent: UInt16

  @inlinable
  package init(_ kind: Kind, place: Int, payload: Int, length: Int, extent: Int, flags: Flags = []) {
    self.kind = kind
    self.place = UInt32(truncatingIfNeeded: place)
    self.payload = UInt32(truncatingIfNeeded: payload)
    self.length = UInt32(truncatingIfNeeded: length)
    self.extent = UInt16(clamping: extent)
    self.flags = flags
  }
}
