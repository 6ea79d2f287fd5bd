/// Chooses each token's part of speech: the lexicon's tags, narrowed by an ordered list of rules on the words around it.
///
/// One pass from left to right: on the left stand decided tags, on the right the candidates of lexicon and shape. Writes
/// `Analysis.tokens.tag`.
///
/// - Complexity: O(tokens); the widest look-ahead is eight tokens.
struct PartOfSpeechTagger {
  let gazetteer: GazetteerFile
  private let guesser: TagGuesser
  private let words: FunctionWords

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    guesser = TagGuesser()
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    guard count > 0 else { return }
    var candidates = [Candidates](repeating: 0, count: count + TagContext.lookAhead)
    let tags = analysis.article.bytes.withUnsafeBufferPointer { bytes in
      candidates.withUnsafeMutableBufferPointer { candidates in
        analysis.tokens.withColumns { tokens in
          for sentence in analysis.sentences { collect(sentence.tokens, tokens, bytes, into: candidates) }
          return [Tag](unsafeUninitializedCapacity: count) { tags, filled in
            var context = TagContext(words: words)
            context.decide(tokens, candidates: UnsafePointer(candidates.baseAddress!), tags: tags.baseAddress!)
            filled = count
          }
        }
      }
    }
    if let tags { analysis.tokens.tag = tags }
  }

  /// Fills in the candidates of one sentence.
  private func collect(
    _ sentence: TokenRange, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>,
    into candidates: UnsafeMutableBufferPointer<Candidates>
  ) {
    let from = sentence.first
    let to = Int(sentence.end)
    var capitals = 0
    var small = 0
    for index in from..<to {
      let flags = tokens.flags[index]
      if flags.contains(.hasLetter), tokens.length(index) > 3 {
        if flags.contains(.capitalized) { capitals += 1 } else { small += 1 }
      }
    }
    // A headline: hardly a long word in lower case.
    let titled = capitals >= 3 && small * 5 < capitals
    var first = true
    var insideSingle = false
    for index in from..<to {
      let flags = tokens.flags[index]
      let span = UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[index])..<Int(tokens.end[index])])
      candidates[index] = guesser.candidates(tokens.profile[index], flags, tokens.classes[index], span, first: first, titled: titled)
      if flags.contains(.punctuation), isApostrophe(span) {
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
      if !flags.contains(.punctuation) {
        first = false
      } else if span[0] == UInt8(ascii: "\"") || span[0] == UInt8(ascii: ":") || span[0] == UInt8(ascii: "`") || span[0] == 0xE2
        || span[0] == UInt8(ascii: "'")
      {
        first = true
      }
    }
  }

  /// ' or ’ or ‘.
  @inline(__always)
  private func isApostrophe(_ span: UnsafeBufferPointer<UInt8>) -> Bool {
    span.count == 1 && span[0] == UInt8(ascii: "'")
      || span.count == 3 && span[0] == 0xE2 && span[1] == 0x80 && (span[2] == 0x99 || span[2] == 0x98)
  }
}
