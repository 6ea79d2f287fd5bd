/// The tokens at which coreference has anything to do: where mentions end, pronouns, who, nouns that may describe an entity, and what says where
/// paragraphs and quotations begin and end. One token in five is such; the others are passed over without a branch, which no processor could foresee.
struct CoreferenceStops {
  private var bits = Column<UInt64>()
  /// The kinds of groups that may refer, a bit each.
  private static let kinds: UInt64 = 1 << UInt64(NounGroups.Kind.common.rawValue) | 1 << UInt64(NounGroups.Kind.proper.rawValue)

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
      let isNoun = CoreferenceStops.kinds &>> UInt64(nouns.kind[group].rawValue)
      let head = Int(nouns.head[group])
      let isWanted = Description.mayBe(head, tokens, layers.mentionOf, heads) | plurals.countsBit(group, nouns, tokens)
      // No group ends before its head.
      let endsWithHead = UInt64(bitPattern: Int64(Int(nouns.end[group]) &- head &- 2)) &>> 63
      stops.insert(head, bit: isNoun & isWanted & endsWithHead & 1)
      let possessor = Int(nouns.possessive[group]) - 1
      if possessor >= 0 { stops.insert(possessor, bit: isNoun & Description.mayBe(possessor, tokens, layers.mentionOf, heads) & 1) }
    }
    return stops.tokens(below: tokens.count)
  }
}
