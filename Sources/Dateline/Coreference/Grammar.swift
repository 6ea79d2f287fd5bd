/// Small questions about grammar that coreference asks of tags and groups.
struct CoreferenceGrammar {
  let layers: ArticleLayers

  private var tokens: TokenColumns { layers.tokens }
  private var phrases: PhraseColumns { layers.phrases }

  /// Whether the subject of a group of verbs says, tells or announces something.
  func speaks(_ verb: Int) -> Bool { tokens.has(Int(phrases.verbs.head[verb]), .speechVerb) && !phrases.verbs.has(verb, .passive) }

  /// The group of verbs of which the words `range` are likely the subject: nothing governs them from the left and a finite verb follows soon; or
  /// they follow a verb of speech ("said Umerov"). Nil where they are none.
  func verb(of range: TokenRange) -> Int? {
    let sentence = layers.sentences[Int(tokens.sentence[range.first])].tokens
    let group = phrases.noun(at: range.last)
    let start = group.map { Int(phrases.nouns.start[$0]) } ?? range.first
    let end = max(group.map { Int(phrases.nouns.end[$0]) } ?? 0, Int(range.end))
    if start > sentence.first {
      let before = start - 1
      if let verb = phrases.verb(at: before) {
        guard speaks(verb), phrases.verbs.has(verb, .finite) else { return nil }
        let said = Int(phrases.verbs.start[verb])
        if said == sentence.first || tokens.is(said - 1, .punctuation) { return verb }
        // "Moe said Lund was late", but not "Moe told Lund".
        return end < Int(sentence.end) ? phrases.verb(at: end).flatMap { phrases.verbs.has($0, .finite) ? $0 : nil } : nil
      }
      let tag = tokens.tag[before]
      if tag == .pos || tag == .prps || CoreferenceGrammar.governs(tag, tokens.classes[before]) { return nil }
    }
    for token in end..<max(end, min(Int(sentence.end), end + 14)) {
      if let verb = phrases.verb(at: token) {
        return phrases.verbs.has(verb, .finite) || phrases.verbs.has(verb, .gerund) || token > end + 1 ? verb : nil
      }
    }
    return nil
  }

  /// "Asked whether **Moe** would resign, Lund said no", "When **Moe** left, Lund stayed": whether the token stands in a clause before the main one.
  func isInOpeningClause(_ token: Int) -> Bool {
    let sentence = layers.sentences[Int(tokens.sentence[token])].tokens
    let first = sentence.first
    guard first < token, token - first <= CoreferenceGrammar.longestClause,
      tokens.has(first, .subordinator) || CoreferenceGrammar.participles & tokens.tag[first].bit != 0
    else {
      return false
    }
    for before in first + 1..<token where layers.isComma(before) { return false }
    // A verb lies between the name and the comma behind which the main clause begins.
    var hasVerb = false
    for after in token + 1..<min(Int(sentence.end), token + 1 + CoreferenceGrammar.longestClause) {
      if layers.isComma(after) { return hasVerb }
      hasVerb = hasVerb || phrases.verb(at: after) != nil
    }
    return false
  }

  /// At a sentence's start "Asked" is one, too.
  private static let participles = Tag.vbn.bit | Tag.vbd.bit | Tag.vbg.bit
  /// No clause is read further, in tokens to either side of the name.
  private static let longestClause = 24

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
