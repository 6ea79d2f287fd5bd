/// Chooses each token's part of speech: the lexicon's tags, narrowed by an ordered list of rules on the words around it.
///
/// One pass from left to right: on the left stand decided tags, on the right the candidates of lexicon and shape. Writes
/// `Analysis.tokens.tag`.
///
/// - Complexity: O(tokens); the widest look-ahead is eight tokens.
struct PartOfSpeechTagger {
  private let words: FunctionWords

  init(gazetteer: GazetteerFile) {
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    guard count > 0 else { return }
    // The candidates are narrowed in place; nothing reads them afterwards.
    var candidates: [Candidates] = []
    swap(&candidates, &analysis.tokens.candidates)
    let tags = analysis.article.bytes.withUnsafeBufferPointer { bytes in
      candidates.withUnsafeMutableBufferPointer { candidates in
        analysis.tokens.withColumns { tokens in
          let openings = CapitalOpenings(tokens: tokens, bytes: bytes, candidates: candidates.baseAddress!)
          for sentence in analysis.sentences { openings.read(sentence.tokens) }
          return [Tag](unsafeUninitializedCapacity: count) { tags, filled in
            withUnsafePointer(to: words) { words in
              var context = TagContext(words: words)
              context.decide(tokens, candidates: UnsafePointer(candidates.baseAddress!), tags: tags.baseAddress!)
            }
            filled = count
          }
        }
      }
    }
    if let tags { analysis.tokens.tag = tags }
  }
}

/// Corrects the candidates of tokens whose capital says little because of where they stand (behind a sentence's start or an opening mark, or
/// in a headline), and those of apostrophes.
private struct CapitalOpenings {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let candidates: UnsafeMutablePointer<Candidates>

  /// Reads one sentence.
  func read(_ sentence: TokenRange) {
    let from = sentence.first
    let to = Int(sentence.end)
    var capitals = 0
    var small = 0
    for index in from..<to {
      // Long words with letters; counted without a branch.
      let flags = tokens.flags[index]
      let counts = flags.contains(.hasLetter) && tokens.length(index) > 3
      let capital = flags.contains(.capitalized)
      capitals += counts && capital ? 1 : 0
      small += counts && !capital ? 1 : 0
    }
    // A headline: hardly a long word in lower case.
    let titled = capitals >= 3 && small * 5 < capitals
    if titled { for index in from..<to { loosen(index, first: false, titled: true) } }
    var first = true
    var insideSingle = false
    for index in from..<to {
      let flags = tokens.flags[index]
      guard flags.contains(.punctuation) else {
        if first { loosen(index, first: true, titled: titled) }
        first = false
        continue
      }
      let span = self.span(index)
      if isApostrophe(span) {
        let next = index + 1 < to ? tokens.flags[index + 1] : []
        if flags.contains(.spaceBefore) {
          insideSingle = !next.contains(.spaceBefore)
        } else if insideSingle {
          insideSingle = false
        } else if index > from, bytes[Int(tokens.end[index - 1]) - 1] | 0x20 == UInt8(ascii: "s"), next.contains(.spaceBefore),
          next.contains(.hasLetter)
        {
          // "the workers’ union"
          candidates[index] = TagGuesser.pack(0, .pos)
        }
      }
      switch span[0] {
      case UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "`"), UInt8(ascii: "'"), 0xE2: first = true
      default: break
      }
    }
  }

  private func span(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[index])..<Int(tokens.end[index])])
  }

  /// Reads a token's candidates anew; only a capital's change.
  private func loosen(_ index: Int, first: Bool, titled: Bool) {
    let flags = tokens.flags[index]
    guard flags.contains(.capitalized) else { return }
    candidates[index] = TagGuesser.candidates(
      tokens.profile[index], flags, tokens.classes[index], span(index), first: first, titled: titled)
  }

  /// ' or ’ or ‘.
  @inline(__always)
  private func isApostrophe(_ span: UnsafeBufferPointer<UInt8>) -> Bool {
    span.count == 1 && span[0] == UInt8(ascii: "'")
      || span.count == 3 && span[0] == 0xE2 && span[1] == 0x80 && (span[2] == 0x99 || span[2] == 0x98)
  }
}
