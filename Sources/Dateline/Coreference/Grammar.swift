/// Small questions about grammar that coreference asks of tags and groups.
struct CoreferenceGrammar {
  let layers: ArticleLayers

  private var tokens: TokenColumns { layers.tokens }
  private var phrases: PhraseColumns { layers.phrases }

  /// Whether the words `range` are likely the subject of a clause: nothing governs them from the left and a finite verb follows soon; or they
  /// follow a verb of speech ("said Umerov").
  func isSubject(_ range: TokenRange) -> Bool {
    let sentence = layers.sentences[Int(tokens.sentence[range.first])].tokens
    let group = phrases.noun(at: range.last)
    let start = group.map { Int(phrases.nouns.start[$0]) } ?? range.first
    if start > sentence.first {
      let before = start - 1
      if let verb = phrases.verb(at: before) {
        return tokens.has(Int(phrases.verbs.head[verb]), .speechVerb) && phrases.verbs.has(verb, .finite)
      }
      let tag = tokens.tag[before]
      if tag == .pos || tag == .prps || CoreferenceGrammar.governs(tag, tokens.classes[before]) { return false }
    }
    let end = group.map { Int(phrases.nouns.end[$0]) } ?? Int(range.end)
    var token = max(end, Int(range.end))
    let limit = min(Int(sentence.end), token + 14)
    while token < limit {
      if let verb = phrases.verb(at: token) {
        return phrases.verbs.has(verb, .finite) || phrases.verbs.has(verb, .gerund) || token > end + 1
      }
      token += 1
    }
    return false
  }

  /// "that", "because", "while" open a clause; true prepositions govern.
  private static let openers = WordClassSet(.subordinator, .whWord, .conjunction)

  /// Whether a word of this tag and these classes governs what stands behind it, as prepositions do.
  @inline(__always)
  static func governs(_ tag: Tag, _ classes: WordClassSet) -> Bool { (tag == .in || tag == .to) && !classes.intersects(openers) }

  /// Whether the pronoun is governed by a verb or preposition: "him", "told her".
  func isObject(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    if phrases.verb(at: token - 1) != nil { return true }
    return CoreferenceGrammar.governs(tokens.tag[token - 1], tokens.classes[token - 1])
  }
}
