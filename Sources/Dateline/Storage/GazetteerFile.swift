#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A compiled gazetteer, mapped into memory: the lexicon, the names and the small tables of the stages.
///
/// Immutable and shared by all workers. Opening checks the header and the sections' bounds, nothing else: well under a millisecond.
public final class GazetteerFile: @unchecked Sendable {
  let base: UnsafeRawPointer
  let size: Int
  private let release: @Sendable (UnsafeRawPointer, Int) -> Void
  let header: GazetteerFormat.Header

  /// Words and what is known of them.
  public let lexicon: Lexicon
  /// Names and their readings.
  public let names: NameTable

  /// Sixteen hex digits that name the tables this file was compiled from.
  public var hash: String {
    let digits = String(header.sourceHash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Takes over `base`, which must stay valid until `release` is called.
  init(base: UnsafeRawPointer, size: Int, expecting sourceHash: UInt64?, release: @escaping @Sendable (UnsafeRawPointer, Int) -> Void)
    throws(GazetteerError)
  {
    guard size >= GazetteerFormat.bodyStart else { throw GazetteerError.badFile("too short for a compiled gazetteer") }
    let header = base.load(as: GazetteerFormat.Header.self)
    guard header.magic == GazetteerFormat.magic else { throw GazetteerError.badFile("not a compiled gazetteer") }
    guard header.version == GazetteerFormat.version, header.lexemeStride == UInt32(MemoryLayout<LexemeInfo>.stride) else {
      throw GazetteerError.badFile("compiled by another version; build it again")
    }
    guard header.size == UInt64(size) else { throw GazetteerError.badFile("truncated") }
    if let sourceHash, header.sourceHash != sourceHash { throw GazetteerError.badFile("compiled from other tables; build it again") }
    func section<T>(_ which: GazetteerFormat.Section, of type: T.Type) throws(GazetteerError) -> UnsafeBufferPointer<T> {
      let at = GazetteerFormat.headerSize + which.rawValue * MemoryLayout<GazetteerFormat.SectionRange>.stride
      let range = base.load(fromByteOffset: at, as: GazetteerFormat.SectionRange.self)
      let (end, overflow) = range.offset.addingReportingOverflow(range.length)
      guard !overflow, end <= UInt64(size), range.offset % 8 == 0 else {
        throw GazetteerError.badFile("section \(which) lies outside the file")
      }
      let count = Int(range.length) / MemoryLayout<T>.stride
      return UnsafeBufferPointer(start: (base + Int(range.offset)).assumingMemoryBound(to: type), count: count)
    }
    let strings = try section(.strings, of: UInt8.self)
    self.base = base
    self.size = size
    self.release = release
    self.header = header
    self.lexicon = Lexicon(
      strings: strings, records: try section(.lexemes, of: LexemeInfo.self), hashes: try section(.lexemeHashes, of: UInt64.self),
      valueKeys: try section(.classValueKeys, of: UInt64.self),
      values: try section(.classValues, of: Int64.self))
    self.names = NameTable(
      strings: strings, rootChildren: try section(.rootChildren, of: RootChild.self), slots: try section(.trieSlots, of: TrieSlot.self),
      nodeStarts: try section(.nodeStarts, of: UInt32.self),
      readings: try section(.readings, of: Reading.self), entries: try section(.entries, of: EntryRecord.self),
      subtypes: try section(.subtypes, of: UInt32.self), sources: try section(.sources, of: UInt32.self))
    self.tables = try section(.tables, of: UInt32.self)
    self.strings = strings
  }

  private let tables: UnsafeBufferPointer<UInt32>
  private let strings: UnsafeBufferPointer<UInt8>

  /// The bytes of a stage's own table ("values/units.tsv"), header line included; nil when the gazetteer has none of that name.
  public func table(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    var index = 0
    while index + 4 <= tables.count {
      let name = UnsafeBufferPointer(rebasing: strings[Int(tables[index])..<Int(tables[index] + tables[index + 1])])
      if name.elementsEqual(path.utf8) {
        return UnsafeBufferPointer(rebasing: strings[Int(tables[index + 2])..<Int(tables[index + 2] + tables[index + 3])])
      }
      index += 4
    }
    return nil
  }

  /// Maps a compiled file.
  ///
  /// - Parameter sourceHash: the hash of the tables it must have been compiled from; nil accepts any.
  /// - Throws: `GazetteerError` when the file is missing or does not fit.
  public convenience init(path: String, expecting sourceHash: UInt64? = nil) throws(GazetteerError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw GazetteerError.unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { throw GazetteerError.unreadable(path) }
    let size = Int(status.st_size)
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      throw GazetteerError.unreadable(path)
    }
    do {
      try self.init(base: UnsafeRawPointer(base), size: size, expecting: sourceHash) { munmap(UnsafeMutableRawPointer(mutating: $0), $1) }
    } catch {
      munmap(base, size)
      throw error
    }
  }

  /// Uses compiled bytes in memory.
  public convenience init(bytes: [UInt8]) throws(GazetteerError) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(8, bytes.count), alignment: 64)
    bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
    try self.init(allocated: copy, size: bytes.count)
  }

  /// Takes over memory of compiled bytes; it is freed when they do not fit, too.
  convenience init(allocated base: UnsafeMutableRawPointer, size: Int) throws(GazetteerError) {
    do {
      try self.init(base: UnsafeRawPointer(base), size: size, expecting: nil) { base, _ in
        UnsafeMutableRawPointer(mutating: base).deallocate()
      }
    } catch {
      base.deallocate()
      throw error
    }
  }

  /// A copy in large pages of the process's own memory: for long runs over many articles, whose look-ups all over the file cost most of their
  /// time in address translation when the pages are small. Costs the file's size in memory and some milliseconds.
  public func resident() -> GazetteerFile {
    var copy: UnsafeMutableRawPointer?
    let whole = (size + LargePages.size - 1) / LargePages.size * LargePages.size
    guard posix_memalign(&copy, LargePages.size, whole) == 0, let copy else { return self }
    LargePages.advise(copy, whole)
    copy.copyMemory(from: base, byteCount: size)
    do throws(GazetteerError) {
      return try GazetteerFile(base: UnsafeRawPointer(copy), size: size, expecting: nil) { base, _ in
        free(UnsafeMutableRawPointer(mutating: base))
      }
    } catch {
      free(copy)
      return self
    }
  }

  deinit { release(base, size) }
}

/// What can be wrong with a gazetteer: its tables or its compiled file.
public struct GazetteerError: Error, Sendable, CustomStringConvertible {
  public let file: String
  /// Line in the table, from 1; 0 when the whole file is meant.
  public let line: Int
  /// What is wrong.
  public let message: String
  /// What to do about it.
  public let hint: String

  public init(file: String, line: Int, message: String, hint: String) {
    // A table of the user's own has the name that the user gave.
    self.file = file.hasPrefix(GazetteerTable.ownPrefix) ? String(file.dropFirst(GazetteerTable.ownPrefix.count)) : file
    self.line = line
    self.message = message
    self.hint = hint
  }

  static func badFile(_ message: String) -> GazetteerError {
    GazetteerError(file: "compiled gazetteer", line: 0, message: message, hint: "run `dateline gazetteer build`")
  }

  static func unreadable(_ path: String) -> GazetteerError {
    GazetteerError(file: path, line: 0, message: "cannot be read", hint: "check the path and its permissions")
  }

  public var description: String { (line > 0 ? "\(file):\(line): " : "\(file): ") + message + "; " + hint }
}
