/// The tokens at which coreference has anything to do: where mentions end, pronouns, who, nouns that may describe an entity, and what says where
/// paragraphs and quotations begin and end. One token in five is such; the others are passed over without a branch, which no processor could foresee.
struct CoreferenceStops {
  private var codes = FlagCodes()
  private var bits = Column<UInt64>()

  func deallocate() {
    codes.deallocate()
    bits.deallocate()
  }

  /// The tokens, in order.
  ///
  /// - Parameters:
  ///   - pronouns: the classes of the pronouns that are resolved.
  ///   - plurals: says which groups count whom they mean.
  ///   - ages: ages written in one word, which may stand for people.
  ///   - mentionOf: for each token the mention that holds it, -1 for none.
  mutating func read(
    _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ phrases: Phrases, _ mentions: [Mention],
    _ mentionOf: UnsafePointer<Int32>,
    pronouns: WordClassSet, who: LexemeID, _ heads: NominalHeads,
    _ plurals: PluralDescriptions, ages: PersonAges
  ) -> TokenSet.Tokens {
    bits.reset(count: TokenSet.wordCount(tokens.count), repeating: 0)
    codes.read(tokens)
    let stops = TokenSet(words: bits.base)
    for word in 0..<(tokens.count + 63) / 64 {
      let first = word * 64
      var found = CoreferenceStops.words(first, min(64, tokens.count - first), tokens, pronouns, who) | codes.starts(word)
      var marks = codes.punctuation(word)
      while marks != 0 {
        let place = marks.trailingZeroBitCount
        marks &= marks &- 1
        if QuotedText.mayOpenOrClose(bytes[Int(tokens.start[first + place])]) { found |= 1 &<< UInt64(place) }
      }
      stops.words[word] = found
    }
    for index in mentions.indices { stops.insert(mentions[index].tokens.last) }
    for token in ages.tokens { stops.insert(token) }
    let nouns = phrases.nouns
    for group in 0..<nouns.count {
      let kind = nouns.kind[group]
      guard kind == .common || kind == .proper else { continue }
      let head = Int(nouns.head[group])
      stops.insert(
        head,
        if: Int(nouns.end[group]) == head + 1
          && (Description.mayBe(head, tokens, mentionOf, heads) || plurals.counts(group, nouns, tokens)))
      let possessor = Int(nouns.possessive[group]) - 1
      if possessor >= 0 { stops.insert(possessor, if: Description.mayBe(possessor, tokens, mentionOf, heads)) }
    }
    return stops.tokens(below: tokens.count)
  }

  /// One bit for each of up to 64 tokens: whether its word is one of those.
  @inline(__always)
  private static func words(_ first: Int, _ count: Int, _ tokens: TokenColumns, _ pronouns: WordClassSet, _ who: LexemeID) -> UInt64 {
    let classes = tokens.classes + first
    let lexemes = tokens.lexeme + first
    var bits: UInt64 = 0
    for token in 0..<count {
      let isPronoun = classes[token].low & pronouns.low | classes[token].high & pronouns.high != 0
      bits |= ((isPronoun ? 1 : 0) | (lexemes[token] == who ? 1 : 0)) &<< UInt64(token)
    }
    return bits
  }
}
