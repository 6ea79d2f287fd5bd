/// The layers of one article that facts are read off, as addresses.
struct FactLayers {
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let sentences: UnsafeBufferPointer<Sentence>
  let values: UnsafeBufferPointer<Value>
  let mentions: UnsafeBufferPointer<Mention>
  let entities: UnsafeBufferPointer<Entity>
  let quotes: UnsafeBufferPointer<Quote>

  /// Calls `body` with the layers, which must not outlive it; nil for an article without tokens.
  @inline(__always)
  static func with<Result>(_ analysis: borrowing Analysis, _ body: (FactLayers) -> Result) -> Result? {
    let (tokens, phrases, article) = (analysis.tokens, analysis.phrases, analysis.article)
    let (sentences, values, mentions) = (analysis.sentences, analysis.values, analysis.mentions)
    let (entities, quotes) = (analysis.entities, analysis.quotes)
    return tokens.withColumns { tokens in
      phrases.withColumns { phrases in
        article.bytes.withUnsafeBufferPointer { bytes in
          sentences.withUnsafeBufferPointer { sentences in
            values.withUnsafeBufferPointer { values in
              mentions.withUnsafeBufferPointer { mentions in
                entities.withUnsafeBufferPointer { entities in
                  quotes.withUnsafeBufferPointer { quotes in
                    body(
                      FactLayers(
                        tokens: tokens, phrases: phrases, bytes: bytes, sentences: sentences, values: values, mentions: mentions,
                        entities: entities, quotes: quotes))
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

/// What holds each token, laid out once an article; the memory is reused. Its owner deallocates it.
struct FactColumns {
  /// For each token the mention that holds it, -1 for none.
  private(set) var mentionOf = Column<Int32>()
  /// For each token the first quotation with a fragment that holds it, or -1: asking all quotations for every fact would not be linear.
  private(set) var quoteOf = Column<Int32>()

  func deallocate() {
    mentionOf.deallocate()
    quoteOf.deallocate()
  }

  mutating func read(_ layers: FactLayers) {
    mentionOf.reset(count: layers.tokens.count, repeating: -1)
    for index in layers.mentions.indices {
      for token in layers.mentions[index].tokens.indices { mentionOf[token] = Int32(truncatingIfNeeded: index) }
    }
    quoteOf.reset(count: layers.tokens.count, repeating: -1)
    for index in layers.quotes.indices.reversed() {
      for fragment in layers.quotes[index].fragments {
        let first = FactColumns.count(layers.tokens.end, layers.tokens.count) { $0 <= fragment.start }
        let end = FactColumns.count(layers.tokens.start, layers.tokens.count) { $0 < fragment.end }
        if first < end { (quoteOf.base + first).update(repeating: Int32(truncatingIfNeeded: index), count: end - first) }
      }
    }
  }

  /// How many of the offsets, which are in order, lie before something; halved without a branch, since no processor could foresee it.
  @inline(__always)
  private static func count(_ offsets: UnsafePointer<Int32>, _ count: Int, _ isBefore: (Int32) -> Bool) -> Int {
    var low = 0
    var length = count
    while length > 0 {
      let half = (length &+ 1) &>> 1
      low &+= half & (isBefore(offsets[low &+ half &- 1]) ? -1 : 0)
      length &-= half
    }
    return low
  }
}
