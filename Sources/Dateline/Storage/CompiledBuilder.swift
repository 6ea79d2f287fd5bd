/// Lays out a compiled gazetteer: sections of plain records behind a header.
struct CompiledBuilder {
  var strings: [UInt8] = []
  var lexemes: [LexemeInfo] = []
  var wordCount = 0
  var classValues: [(key: UInt64, value: Int64)] = []
  var rootChildren: [RootChild] = []
  var trieSlots: [TrieSlot] = []
  var nodeStarts: [UInt32] = [0, 0]
  var readings: [Reading] = []
  var entries: [EntryRecord] = []
  var subtypes: [UInt32] = []
  var sources: [UInt32] = []
  var tables: [UInt32] = []

  /// Appends bytes to the string section; returns their offset.
  mutating func add(_ bytes: some Collection<UInt8>) -> UInt32 {
    let offset = UInt32(truncatingIfNeeded: strings.count)
    strings.append(contentsOf: bytes)
    return offset
  }

  /// The file's bytes.
  func bytes(sourceHash: UInt64) -> [UInt8] {
    let hashes = lexemeTable()
    let (keys, values) = valueTable()
    var header = GazetteerFormat.Header()
    header.sourceHash = sourceHash
    header.lexemeCount = UInt32(lexemes.count)
    header.wordCount = UInt32(wordCount)
    header.nodeCount = UInt32(nodeStarts.count - 1)
    header.entryCount = UInt32(entries.count)
    var output: [UInt8] = []
    // Tables of a million names make a file of hundreds of megabytes: written once, in place.
    output.reserveCapacity(GazetteerFormat.bodyStart + size(hashes.count, keys.count))
    output.append(contentsOf: repeatElement(0, count: GazetteerFormat.bodyStart))
    var ranges: [GazetteerFormat.SectionRange] = []
    func append<T>(_ array: [T]) {
      while output.count % 8 != 0 { output.append(0) }
      let length = array.count * MemoryLayout<T>.stride
      ranges.append(.init(offset: UInt64(output.count), length: UInt64(length)))
      array.withUnsafeBytes { output.append(contentsOf: $0) }
    }
    append(strings)
    append(lexemes)
    append(hashes)
    append(keys)
    append(values)
    append(rootChildren)
    append(trieSlots)
    append(nodeStarts)
    append(readings)
    append(entries)
    append(subtypes)
    append(sources)
    append(tables)
    header.size = UInt64(output.count)
    output.withUnsafeMutableBytes { output in
      withUnsafeBytes(of: &header) { output.copyMemory(from: $0) }
      ranges.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: output[GazetteerFormat.headerSize...]).copyMemory(from: $0) }
    }
    return output
  }

  /// Bytes of all sections, an upper bound with their paddings.
  private func size(_ hashes: Int, _ keys: Int) -> Int {
    let wide = hashes + 2 * keys
    let narrow = nodeStarts.count + subtypes.count + sources.count + tables.count
    return strings.count + 8 * wide + 4 * narrow + lexemes.count * MemoryLayout<LexemeInfo>.stride
      + rootChildren.count * MemoryLayout<RootChild>.stride + trieSlots.count * MemoryLayout<TrieSlot>.stride
      + readings.count * MemoryLayout<Reading>.stride + entries.count * MemoryLayout<EntryRecord>.stride + 13 * 8
  }

  static func capacity(_ count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  /// One word a slot: the hash's upper 40 bits and, below them, the lexeme's number plus one.
  private func lexemeTable() -> [UInt64] {
    let capacity = CompiledBuilder.capacity(lexemes.count)
    var hashes = [UInt64](repeating: 0, count: capacity)
    strings.withUnsafeBufferPointer { strings in
      hashes.withUnsafeMutableBufferPointer { hashes in
        for (index, record) in lexemes.enumerated() {
          let hash = ByteHash.hash(strings.baseAddress! + Int(record.textOffset), Int(record.textLength))
          var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
          while hashes[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
          hashes[slot] = hash & Lexicon.tagMask | UInt64(index + 1)
        }
      }
    }
    return hashes
  }

  private func valueTable() -> ([UInt64], [Int64]) {
    let capacity = CompiledBuilder.capacity(classValues.count)
    var keys = [UInt64](repeating: 0, count: capacity)
    var values = [Int64](repeating: 0, count: capacity)
    for (key, value) in classValues {
      var slot = Int(truncatingIfNeeded: ByteHash.mix(key, 0x9E37_79B9_7F4A_7C15)) & (capacity - 1)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (capacity - 1) }
      keys[slot] = key
      values[slot] = value
    }
    return (keys, values)
  }
}
