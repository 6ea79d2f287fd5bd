/// Lays out a compiled gazetteer: sections of plain records behind a header.
struct CompiledBuilder {
  var strings: [UInt8] = []
  var lexemes: [LexemeInfo] = []
  var wordCount = 0
  var classValues: [(key: UInt64, value: Int64)] = []
  var rootChildren: [Int32] = []
  var trieKeys: [UInt64] = []
  var trieChildren: [Int32] = []
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
    var body: [UInt8] = []
    var ranges: [GazetteerFormat.SectionRange] = []
    func append<T>(_ array: [T]) {
      while body.count % 8 != 0 { body.append(0) }
      let length = array.count * MemoryLayout<T>.stride
      ranges.append(.init(offset: UInt64(GazetteerFormat.bodyStart + body.count), length: UInt64(length)))
      array.withUnsafeBytes { body.append(contentsOf: $0) }
    }
    append(strings)
    append(lexemes)
    append(hashes)
    append(keys)
    append(values)
    append(rootChildren)
    append(trieKeys)
    append(trieChildren)
    append(nodeStarts)
    append(readings)
    append(entries)
    append(subtypes)
    append(sources)
    append(tables)
    header.size = UInt64(GazetteerFormat.bodyStart + body.count)
    var output: [UInt8] = []
    output.reserveCapacity(Int(header.size))
    withUnsafeBytes(of: &header) { output.append(contentsOf: $0) }
    while output.count < GazetteerFormat.headerSize { output.append(0) }
    ranges.withUnsafeBytes { output.append(contentsOf: $0) }
    output.append(contentsOf: body)
    return output
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
