#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A gazetteer as the compiler leaves it: a header and sections that are not yet one piece.
///
/// Tables of a million names make hundreds of megabytes. They are written to the file, or laid out in memory, straight from the arrays in which
/// they grew: one more copy would cost as much as everything else that is done to them.
public struct CompiledGazetteer: @unchecked Sendable {
  private var header: GazetteerFormat.Header
  private var ranges: [GazetteerFormat.SectionRange] = []
  private var sections: [any Section] = []
  private var end = GazetteerFormat.bodyStart

  init(header: GazetteerFormat.Header) {
    self.header = header
    self.header.size = UInt64(end)
  }

  /// The size of the compiled file.
  public var byteCount: Int { end }

  /// Appends the next section of `GazetteerFormat.Section`; its elements are plain records.
  mutating func append<Element>(_ elements: [Element]) {
    let start = (end + 7) & ~7
    let length = elements.count * MemoryLayout<Element>.stride
    ranges.append(.init(offset: UInt64(start), length: UInt64(length)))
    sections.append(elements)
    end = start + length
    header.size = UInt64(end)
  }

  /// Header and table of sections.
  private var head: [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeBytes(of: header) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: repeatElement(0, count: GazetteerFormat.headerSize - bytes.count))
    ranges.withUnsafeBytes { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands out the file piece by piece, in order; stops and returns false when `write` returns false.
  private func pieces(_ write: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var position = 0
    func put(_ bytes: UnsafeRawBufferPointer) -> Bool {
      position += bytes.count
      return bytes.isEmpty || write(bytes)
    }
    guard head.withUnsafeBytes(put) else { return false }
    for (range, section) in zip(ranges, sections) {
      let padding = [UInt8](repeating: 0, count: Int(range.offset) - position)
      guard padding.withUnsafeBytes(put), section.withBytes(put) else { return false }
    }
    return true
  }

  /// The file's bytes in one array.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount)
    _ = pieces {
      bytes.append(contentsOf: $0)
      return true
    }
    return bytes
  }

  /// Writes the file beside its name and renames it, so that no reader ever sees half of it; false when it cannot be written.
  public func write(to path: String) -> Bool {
    GazetteerFile.write(to: path) { descriptor in pieces { GazetteerFile.writeAll($0, to: descriptor) } }
  }

  /// The gazetteer in memory, ready for use.
  public func file() throws(GazetteerError) -> GazetteerFile {
    let base = UnsafeMutableRawPointer.allocate(byteCount: max(8, byteCount), alignment: 64)
    var position = 0
    _ = pieces {
      (base + position).copyMemory(from: $0.baseAddress!, byteCount: $0.count)
      position += $0.count
      return true
    }
    return try GazetteerFile(allocated: base, size: byteCount)
  }
}

/// An array of any plain records, as bytes.
private protocol Section {
  func withBytes(_ body: (UnsafeRawBufferPointer) -> Bool) -> Bool
}

extension Array: Section {
  fileprivate func withBytes(_ body: (UnsafeRawBufferPointer) -> Bool) -> Bool { withUnsafeBytes(body) }
}
