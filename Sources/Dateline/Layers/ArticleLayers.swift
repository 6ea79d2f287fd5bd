/// The layers of one article as addresses, for the stages that ask dozens of questions of many of them: no bounds are checked, no references
/// counted. A class, since functions by the dozen are handed it; valid only inside `Analysis.withLayers`.
final class ArticleLayers {
  let tokens: TokenColumns
  let phrases: PhraseColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let sentences: UnsafeBufferPointer<Sentence>
  let zones: UnsafeBufferPointer<Zone>
  let values: UnsafeBufferPointer<Value>
  let mentions: UnsafeBufferPointer<Mention>
  let entities: UnsafeBufferPointer<Entity>
  let quotes: UnsafeBufferPointer<Quote>
  /// All of them, for what is asked once an article.
  let analysis: UnsafePointer<Analysis>
  /// For each token the mention that holds it, -1 for none.
  let mentionOf: UnsafePointer<Int32>

  fileprivate init(
    tokens: TokenColumns, phrases: PhraseColumns, bytes: UnsafeBufferPointer<UInt8>, sentences: UnsafeBufferPointer<Sentence>,
    zones: UnsafeBufferPointer<Zone>, values: UnsafeBufferPointer<Value>, mentions: UnsafeBufferPointer<Mention>,
    entities: UnsafeBufferPointer<Entity>, quotes: UnsafeBufferPointer<Quote>, mentionOf: UnsafePointer<Int32>,
    analysis: UnsafePointer<Analysis>
  ) {
    self.tokens = tokens
    self.phrases = phrases
    self.bytes = bytes
    self.sentences = sentences
    self.zones = zones
    self.values = values
    self.mentions = mentions
    self.entities = entities
    self.quotes = quotes
    self.mentionOf = mentionOf
    self.analysis = analysis
  }

  /// The mention whose tokens hold `token`; nil for none.
  @inline(__always) func mention(at token: Int) -> Int? { mentionOf[token] >= 0 ? Int(mentionOf[token]) : nil }

  @inline(__always) func entity(ofMention mention: Int) -> Int32 { mentions[mention].entity }

  /// The type of the entity that a mention refers to.
  @inline(__always) func type(ofMention mention: Int) -> EntityType { entities[Int(mentions[mention].entity)].type }
}

extension Analysis {
  /// Calls `body` with the layers of an article whose mentions are laid out; does nothing for an article without tokens.
  ///
  /// What a stage appends to meanwhile, such as the evidence, it takes out of the analysis first.
  mutating func withLayers(_ body: (ArticleLayers) -> Void) {
    guard mentionOf.count == tokens.count, phrases.nounOf.count == tokens.count else { return }
    withUnsafePointer(to: &self) { analysis in
      analysis.pointee.tokens.withColumns { tokens in
        analysis.pointee.phrases.withColumns { phrases in
          analysis.pointee.article.bytes.withUnsafeBufferPointer { bytes in
            analysis.pointee.sentences.withUnsafeBufferPointer { sentences in
              analysis.pointee.zones.withUnsafeBufferPointer { zones in
                analysis.pointee.values.withUnsafeBufferPointer { values in
                  analysis.pointee.mentions.withUnsafeBufferPointer { mentions in
                    analysis.pointee.entities.withUnsafeBufferPointer { entities in
                      analysis.pointee.quotes.withUnsafeBufferPointer { quotes in
                        analysis.pointee.mentionOf.withUnsafeBufferPointer { mentionOf in
                          body(
                            ArticleLayers(
                              tokens: tokens, phrases: phrases, bytes: bytes, sentences: sentences, zones: zones, values: values,
                              mentions: mentions, entities: entities, quotes: quotes, mentionOf: mentionOf.baseAddress!,
                              analysis: analysis))
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
  }
}
