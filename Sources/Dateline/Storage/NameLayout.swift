/// Lays the names of the tables over the lexemes: tokenizes them, numbers the words that only names have, and grows the trie.
///
/// Everything is done in runs of a few thousand names, so that the tokens of a million never stand in memory at once.
struct NameLayout {
  private var tables: NameTables
  /// The lexemes of all surfaces, one after another, and how many each surface has.
  private var path: [LexemeID] = []
  private var steps: [Step] = []
  /// Words that occur in names only; their lexemes follow those of the word tables.
  private var ownWords = WordInterner()

  /// What the tokens of one surface come to.
  struct Step {
    var tokenCount: UInt16
    /// Bit k: token k has a capital.
    var capitals: UInt8
    /// Whether any token has one, the ninth too.
    var anyCapital: Bool
  }

  /// Bytes of one run.
  private static let runLength = 1 << 17

  /// - Complexity: O(bytes of the names).
  init(_ tables: consuming NameTables) {
    self.tables = tables
    path.reserveLarge(self.tables.text.count / 4)
    steps.reserveLarge(self.tables.surfaces.count)
  }

  // MARK: Words

  /// Reads all names with the words of `lexicon`.
  mutating func tokenize(_ lexicon: Lexicon) {
    let tokenizer = Tokenizer(lexicon: lexicon)
    var tokens = TokenTable()
    let surfaces = tables.surfaces
    var first = 0
    while first < surfaces.count {
      let start = Int(surfaces[first].start)
      var next = first + 1
      while next < surfaces.count, Int(surfaces[next].end) - start <= NameLayout.runLength { next += 1 }
      // With the line end of the last one.
      let end = Int(surfaces[next - 1].end) + 1
      tables.text.withUnsafeBufferPointer { text in
        tokenizer.tokenize(UnsafeBufferPointer(rebasing: text[start..<end]), into: &tokens)
      }
      note(tokens, of: surfaces[first..<next], from: start, lexicon.count)
      first = next
    }
  }

  /// Keeps what the tokens of a run of surfaces say.
  private mutating func note(_ tokens: TokenTable, of surfaces: ArraySlice<NameTables.Surface>, from start: Int, _ known: Int) {
    let numbers = numbers(of: tokens.ownWords, known)
    var token = 0
    for surface in surfaces {
      let first = token
      let end = Int(surface.end) - start
      var capitals: UInt8 = 0
      var anyCapital = false
      while token < tokens.count, Int(tokens.start[token]) < end {
        let lexeme = Int(tokens.lexeme[token])
        path.append(lexeme < known ? LexemeID(lexeme) : numbers[lexeme - known])
        if tokens.flags[token].contains(.anyCapital) {
          anyCapital = true
          if token - first < 8 { capitals |= 1 << UInt8(token - first) }
        }
        token += 1
      }
      steps.append(Step(tokenCount: UInt16(truncatingIfNeeded: token - first), capitals: capitals, anyCapital: anyCapital))
    }
  }

  /// The lexemes of a run's own words.
  private mutating func numbers(of words: WordInterner, _ known: Int) -> [LexemeID] {
    words.pool.withUnsafeBufferPointer { pool in
      (0..<words.count).map { index in
        let start = Int(words.starts[index])
        let length = Int(words.starts[index + 1]) - start
        let word = pool.baseAddress! + start
        return LexemeID(known + ownWords.intern(word, length, hash: ByteHash.hash(word, length)))
      }
    }
  }

  // MARK: Records

  /// Appends lexemes, trie, readings and entries to `target`, with whose words the names were read.
  ///
  /// - Throws: `GazetteerError` when there are more words than a compiled file can hold.
  consuming func lay(into target: inout CompiledBuilder) throws(GazetteerError) {
    guard target.lexemes.count + ownWords.count < Lexicon.most else {
      throw GazetteerError(
        file: "names", line: 0, message: "more than \(Lexicon.most) different words", hint: "use fewer names at once")
    }
    strings(into: &target)
    var trie = NameTrieBuilder(lexemeCount: target.lexemes.count, expecting: steps.count)
    trie.insert(tables.surfaces, steps, path, text: target.strings)
    trie.finish(into: &target)
  }

  /// The names become the start of the string section, where the trie's readings point; all other strings move behind them.
  private mutating func strings(into target: inout CompiledBuilder) {
    let words = target.strings
    target.strings = tables.takeText()
    let details = target.add(tables.details)
    let shift = target.add(words)
    for index in target.lexemes.indices { target.lexemes[index].textOffset += shift }
    lexemes(into: &target)
    var entries = tables.takeRecords()
    for index in entries.indices {
      entries[index].idOffset += details
      entries[index].attributesOffset += details
    }
    target.entries = entries
    for name in tables.subtypeNames { target.subtypes += [target.add(name.utf8), UInt32(name.utf8.count)] }
    for name in tables.sourceNames { target.sources += [target.add(name.utf8), UInt32(name.utf8.count)] }
  }

  private func lexemes(into target: inout CompiledBuilder) {
    let base = target.lexemes.count
    let offset = target.add(ownWords.pool)
    target.lexemes.reserveCapacity(base + ownWords.count)
    for index in 0..<ownWords.count {
      var record = LexemeInfo.unknown
      record.lemma = LexemeID(base + index)
      record.textOffset = offset + UInt32(ownWords.starts[index])
      record.textLength = UInt16(truncatingIfNeeded: ownWords.starts[index + 1] - ownWords.starts[index])
      target.lexemes.append(record)
    }
  }
}
