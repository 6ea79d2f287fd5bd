/// The compiled gazetteer: one little-endian file of 8-byte-aligned sections, mapped and used as it lies.
///
/// The format is private. A file whose magic, version, layout or source hash differs from what this build expects is rebuilt, never migrated.
enum GazetteerFormat {
  /// Raise whenever the layout, the word classes, the tokenizer or the folding change.
  static let version: UInt32 = 22
  static let magic: UInt64 = 0x454E_494C_4554_4144  // "DATELINE"

  enum Section: Int, CaseIterable {
    case strings, lexemes, lexemeHashes, classValueKeys, classValues
    case rootChildren, trieSlots, nodeStarts, readings, entries, subtypes, sources, tables
  }

  struct Header {
    var magic: UInt64 = GazetteerFormat.magic
    var version: UInt32 = GazetteerFormat.version
    var lexemeStride: UInt32 = UInt32(MemoryLayout<LexemeInfo>.stride)
    /// Hash of the tables' bytes.
    var sourceHash: UInt64 = 0
    var size: UInt64 = 0
    var lexemeCount: UInt32 = 0
    /// Lexemes that came from the word tables; the rest occur in names only.
    var wordCount: UInt32 = 0
    var nodeCount: UInt32 = 0
    var entryCount: UInt32 = 0
  }

  struct SectionRange {
    var offset: UInt64 = 0
    var length: UInt64 = 0
  }

  static let headerSize = 64
  static var bodyStart: Int { headerSize + Section.allCases.count * MemoryLayout<SectionRange>.stride }
}
