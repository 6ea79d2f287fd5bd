/// A Penn Treebank part-of-speech tag (`PRPS` is PRP$, `WPS` is WP$, `PUNCT` any punctuation).
public enum Tag: UInt8, CaseIterable, Sendable {
  case cc, cd, dt, ex, fw, `in`, jj, jjr, jjs, ls, md, nn, nns, nnp, nnps, pdt, pos, prp, prps, rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg,
    vbn, vbp, vbz, wdt, wp, wps, wrb, punct

  /// The tag of that Penn name ("VBD", "PRP$"); nil for anything else.
  public init?(penn name: String) {
    guard let found = Tag.byPennName[name] else { return nil }
    self = found
  }

  private static let byPennName = Dictionary(
    uniqueKeysWithValues: allCases.map { tag in (tag == .prps ? "PRP$" : tag == .wps ? "WP$" : "\(tag)".uppercased(), tag) })

  // Of the tags that are asked for together all but the modal stand side by side: one comparison each.
  @inline(__always) public var isNoun: Bool { rawValue &- Tag.nn.rawValue <= Tag.nnps.rawValue - Tag.nn.rawValue }
  @inline(__always) public var isVerb: Bool { rawValue &- Tag.vb.rawValue <= Tag.vbz.rawValue - Tag.vb.rawValue }
  /// A verb form that can be a finite predicate: VBD, VBP, VBZ, MD.
  @inline(__always) public var isFinite: Bool {
    let present: UInt64 = 1 << UInt64(Tag.vbp.rawValue) | 1 << UInt64(Tag.vbz.rawValue)
    return (present | 1 << UInt64(Tag.vbd.rawValue) | 1 << UInt64(Tag.md.rawValue)) &>> UInt64(rawValue) & 1 != 0
  }
  @inline(__always) public var isAdjective: Bool { rawValue &- Tag.jj.rawValue <= Tag.jjs.rawValue - Tag.jj.rawValue }
  @inline(__always) public var isAdverb: Bool { rawValue &- Tag.rb.rawValue <= Tag.rbs.rawValue - Tag.rb.rawValue }
}

/// A set of tags: one bit each.
public struct TagSet: Hashable, Sendable {
  public var bits: UInt64
  @inlinable public init(bits: UInt64) { self.bits = bits }
  public init(_ tags: Tag...) {
    bits = 0
    for tag in tags { insert(tag) }
  }
  @inlinable public func contains(_ tag: Tag) -> Bool { bits & (1 &<< UInt64(tag.rawValue)) != 0 }
  @inlinable public mutating func insert(_ tag: Tag) { bits |= 1 &<< UInt64(tag.rawValue) }
  @inlinable public func intersects(_ other: TagSet) -> Bool { bits & other.bits != 0 }
  @inlinable public var isEmpty: Bool { bits == 0 }
}
