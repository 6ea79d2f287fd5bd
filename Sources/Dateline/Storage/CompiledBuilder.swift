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

  /// The compiled gazetteer, under the hash of its tables.
  func gazetteer(sourceHash: UInt64) -> CompiledGazetteer {
    let (keys, values) = valueTable()
    var header = GazetteerFormat.Header()
    header.sourceHash = sourceHash
    header.lexemeCount = UInt32(lexemes.count)
    header.wordCount = UInt32(wordCount)
    header.nodeCount = UInt32(nodeStarts.count - 1)
    header.entryCount = UInt32(entries.count)
    var compiled = CompiledGazetteer(header: header)
    compiled.append(strings)
    compiled.append(lexemes)
    compiled.append(lexemeTable())
    compiled.append(keys)
    compiled.append(values)
    compiled.append(rootChildren)
    compiled.append(trieSlots)
    compiled.append(nodeStarts)
    compiled.append(readings)
    compiled.append(entries)
    compiled.append(subtypes)
    compiled.append(sources)
    compiled.append(tables)
    return compiled
  }

  /// Runs `body` with the words as a lexicon, which holds as long as the call lasts.
  func withLexicon(_ body: (Lexicon) -> Void) {
    let hashes = lexemeTable()
    let (keys, values) = valueTable()
    strings.withUnsafeBufferPointer { strings in
      lexemes.withUnsafeBufferPointer { lexemes in
        hashes.withUnsafeBufferPointer { hashes in
          keys.withUnsafeBufferPointer { keys in
            values.withUnsafeBufferPointer { values in
              body(Lexicon(strings: strings, records: lexemes, hashes: hashes, valueKeys: keys, values: values))
            }
          }
        }
      }
    }
  }

  static func capacity(_ count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  /// One word a slot: the hash's upper 40 bits and, below them, the lexeme's number plus one.
  private func lexemeTable() -> [UInt64] {
    let capacity = CompiledBuilder.capacity(lexemes.count)
    var hashes = [UInt64].filledLarge(0, count: capacity)
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
