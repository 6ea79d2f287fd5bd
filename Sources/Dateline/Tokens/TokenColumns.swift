/// The columns that the hot passes over tokens read, as addresses: no bounds are checked and nothing is counted.
struct TokenColumns {
  let count: Int
  let start: UnsafePointer<Int32>
  let end: UnsafePointer<Int32>
  let lexeme: UnsafePointer<LexemeID>
  let flags: UnsafePointer<TokenFlags>
  let classes: UnsafePointer<WordClassSet>
  let tag: UnsafePointer<Tag>
  let sentence: UnsafePointer<Int32>
  let profile: UnsafePointer<LexemeProfile>
  let lemma: UnsafePointer<LexemeID>

  @inline(__always) func has(_ token: Int, _ wordClass: WordClass) -> Bool { classes[token].contains(wordClass) }
  @inline(__always) func has(_ token: Int, anyOf set: WordClassSet) -> Bool { classes[token].intersects(set) }
  @inline(__always) func `is`(_ token: Int, _ flag: TokenFlags) -> Bool { flags[token].contains(flag) }
  @inline(__always) func isCapitalized(_ token: Int) -> Bool { flags[token].contains(.capitalized) }
  @inline(__always) func span(_ token: Int) -> Span { Span(start[token], end[token]) }
  /// The bytes from the first to the last token of `range`, which is not empty.
  @inline(__always) func span(_ range: TokenRange) -> Span { Span(start[range.first], end[range.last]) }
  /// Length in bytes.
  @inline(__always) func length(_ token: Int) -> Int { Int(end[token] - start[token]) }
}

extension TokenColumns {
  /// The columns of the table at an address: good as long as nobody changes it. A table that is handed over is copied, with all its columns'
  /// references, where what holds it may change.
  init(_ table: UnsafePointer<TokenTable>) {
    self.init(
      count: table.pointee.start.count, start: table.pointee.start.address, end: table.pointee.end.address,
      lexeme: table.pointee.lexeme.address, flags: table.pointee.flags.address, classes: table.pointee.classes.address,
      tag: table.pointee.tag.address, sentence: table.pointee.sentence.address, profile: table.pointee.profile.address,
      lemma: table.pointee.lemma.address)
  }
}

extension TokenTable {
  /// Calls `body` with the columns' addresses, which must not outlive it; nil for an empty table.
  @inline(__always)
  func withColumns<Result>(_ body: (TokenColumns) -> Result) -> Result? {
    guard count > 0 else { return nil }
    return start.withUnsafeBufferPointer { start in
      end.withUnsafeBufferPointer { end in
        lexeme.withUnsafeBufferPointer { lexeme in
          flags.withUnsafeBufferPointer { flags in
            classes.withUnsafeBufferPointer { classes in
              tag.withUnsafeBufferPointer { tag in
                sentence.withUnsafeBufferPointer { sentence in
                  profile.withUnsafeBufferPointer { profile in
                    lemma.withUnsafeBufferPointer { lemma in
                      body(
                        TokenColumns(
                          count: start.count, start: start.baseAddress!, end: end.baseAddress!, lexeme: lexeme.baseAddress!,
                          flags: flags.baseAddress!, classes: classes.baseAddress!, tag: tag.baseAddress!,
                          sentence: sentence.baseAddress!, profile: profile.baseAddress!, lemma: lemma.baseAddress!))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// The columns that `TokenReader` writes, as addresses.
struct WordColumns {
  let start: UnsafeMutablePointer<Int32>
  let end: UnsafeMutablePointer<Int32>
  let lexeme: UnsafeMutablePointer<LexemeID>
  let flags: UnsafeMutablePointer<TokenFlags>
  let classes: UnsafeMutablePointer<WordClassSet>
  let tag: UnsafeMutablePointer<Tag>
  let profile: UnsafeMutablePointer<LexemeProfile>
  let lemma: UnsafeMutablePointer<LexemeID>
  let candidates: UnsafeMutablePointer<Candidates>

  /// Writes what a token gets from its form, and the flags that its place and origin give.
  @inline(__always)
  func set(_ row: Int, _ record: UnsafePointer<WordRecord>, _ extra: TokenFlags) {
    flags[row] = TokenFlags(rawValue: record.pointee.flags.rawValue | extra.rawValue)
    lexeme[row] = record.pointee.lexeme
    classes[row] = record.pointee.classes
    tag[row] = record.pointee.tag
    profile[row] = record.pointee.profile
    lemma[row] = record.pointee.lemma
    candidates[row] = record.pointee.candidates
  }
}

extension TokenTable {
  /// Calls `body` with the columns' addresses, which must not outlive it. The table holds a token at least.
  mutating func withWordColumns(_ body: (WordColumns) -> Void) {
    start.withUnsafeMutableBufferPointer { start in
      end.withUnsafeMutableBufferPointer { end in
        lexeme.withUnsafeMutableBufferPointer { lexeme in
          flags.withUnsafeMutableBufferPointer { flags in
            classes.withUnsafeMutableBufferPointer { classes in
              tag.withUnsafeMutableBufferPointer { tag in
                profile.withUnsafeMutableBufferPointer { profile in
                  lemma.withUnsafeMutableBufferPointer { lemma in
                    candidates.withUnsafeMutableBufferPointer { candidates in
                      body(
                        WordColumns(
                          start: start.baseAddress!, end: end.baseAddress!, lexeme: lexeme.baseAddress!, flags: flags.baseAddress!,
                          classes: classes.baseAddress!, tag: tag.baseAddress!, profile: profile.baseAddress!, lemma: lemma.baseAddress!,
                          candidates: candidates.baseAddress!))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
