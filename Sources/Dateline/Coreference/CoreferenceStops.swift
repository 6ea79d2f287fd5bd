/// The tokens at which coreference has anything to do: where mentions end, pronouns, who, nouns that may describe an entity, and what says where
/// paragraphs and quotations begin and end. One token in five is such; the others are passed over without a branch, which no processor could foresee.
struct CoreferenceStops {
  private var bits = Column<UInt64>()

  func deallocate() { bits.deallocate() }

  /// The tokens, in order.
  ///
  /// - Parameters:
  ///   - plurals: says which groups count whom they mean.
  ///   - ages: ages written in one word, which may stand for people.
  mutating func read(
    _ layers: ArticleLayers, _ heads: NominalHeads, _ plurals: PluralDescriptions, ages: PersonAges
  ) -> TokenSet.Tokens {
    let tokens = layers.tokens
    bits.reset(count: TokenSet.wordCount(tokens.count), repeating: 0)
    let stops = TokenSet(words: bits.base)
    for word in 0..<(tokens.count + 63) / 64 {
      let first = word * 64
      var found = TokenFlags.lineOrParagraphStart.union(.mayRefer).tokens(word, of: tokens)
      var marks = TokenFlags.punctuation.tokens(word, of: tokens)
      while marks != 0 {
        let place = marks.trailingZeroBitCount
        marks &= marks &- 1
        found |= QuotedText.mayOpenOrClose(layers.bytes[Int(tokens.start[first + place])]) &<< UInt64(place)
      }
      stops.words[word] = found
    }
    for mention in layers.mentions { stops.insert(mention.tokens.last) }
    for token in ages.tokens { stops.insert(token) }
    let nouns = layers.phrases.nouns
    for group in 0..<nouns.count {
      // No branch: kinds of groups come as they please.
      let kind = nouns.kind[group]
      let isNoun = (kind == .common) | (kind == .proper)
      let head = Int(nouns.head[group])
      let isWanted = Description.mayBe(head, tokens, layers.mentionOf, heads) | plurals.counts(group, nouns, tokens)
      stops.insert(head, if: isNoun & isWanted & (Int(nouns.end[group]) == head + 1))
      let possessor = Int(nouns.possessive[group]) - 1
      if possessor >= 0 { stops.insert(possessor, if: isNoun & Description.mayBe(possessor, tokens, layers.mentionOf, heads)) }
    }
    return stops.tokens(below: tokens.count)
  }
}
