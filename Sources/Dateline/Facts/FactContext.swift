/// What the finders of facts share: the layers and small questions about clauses.
final class FactContext {
  let analysis: Analysis
  let lexicon: Lexicon
  // As addresses, valid while the stage runs: asking the analysis for them anew would count references at every question.
  let tokens: TokenColumns
  let phrases: Phrases
  let nouns: NounGroups
  let verbs: VerbGroups
  let prepositions: Prepositions
  private let quoteOf: [Int32]

  init(analysis: Analysis, lexicon: Lexicon, columns: TokenColumns, prepositions: Prepositions) {
    self.prepositions = prepositions
    self.analysis = analysis
    self.lexicon = lexicon
    tokens = columns
    phrases = analysis.phrases
    nouns = phrases.nouns
    verbs = phrases.verbs
    quoteOf = FactContext.quotesByToken(analysis, columns)
  }

  func sentence(_ token: Int) -> TokenRange { analysis.sentences[Int(tokens.sentence[token])].tokens }

  func entity(_ mention: Int) -> Int32 { analysis.mentions[mention].entity }

  func type(_ mention: Int) -> EntityType { analysis.entities[Int(entity(mention))].type }

  /// First byte of a token.
  func byte(_ token: Int) -> UInt8 { analysis.article.bytes[Int(tokens.start[token])] }

  func isComma(_ token: Int) -> Bool { byte(token) == UInt8(ascii: ",") }

  /// An argument for the words of a noun group: its entity where a mention covers the head, else its words without the article.
  func argument(_ role: Label, group: Int) -> Fact.Argument {
    let head = Int(nouns.head[group])
    let range = rangeWithoutArticle(group)
    if let mention = analysis.mention(at: head), analysis.mentions[mention].form != .demonym {
      return Fact.Argument(role: role, entity: entity(mention), span: tokens.span(range))
    }
    if nouns.kind[group] == .pronoun { return Fact.Argument(role: role, entity: speaker(pronoun: group), span: tokens.span(range)) }
    return Fact.Argument(role: role, value: value(in: range), span: tokens.span(range))
  }

  /// "Peru denied that **it** …": the country or organization that speaks, for a pronoun that nothing else resolves; -1 for all others.
  func speaker(pronoun group: Int) -> Int32 {
    let head = Int(nouns.head[group])
    guard tokens.end[head] - tokens.start[head] == 2, byte(head) | 0x20 == UInt8(ascii: "i") else { return -1 }
    let quote = quote(holding: tokens.span(head))
    guard quote >= 0, analysis.quotes[Int(quote)].kind != .direct else { return -1 }
    let speaker = analysis.quotes[Int(quote)].speaker.entity
    guard speaker >= 0 else { return -1 }
    let type = analysis.entities[Int(speaker)].type
    return type == .place || type == .organization ? speaker : -1
  }

  /// A noun group's tokens without "the" or "a" at their head.
  func rangeWithoutArticle(_ group: Int) -> TokenRange {
    let first = Int(nouns.start[group])
    let isArticle = tokens.has(first, .articleThe) || tokens.tag[first] == .dt && tokens.length(first) < 3
    return TokenRange(isArticle && first + 1 < Int(nouns.end[group]) ? first + 1 : first, Int(nouns.end[group]))
  }

  /// The value whose tokens overlap the range, or -1.
  private func value(in range: TokenRange) -> Int32 {
    var low = 0
    var high = analysis.values.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.values[middle].tokens.end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < analysis.values.count && analysis.values[low].tokens.overlaps(range) ? Int32(low) : -1
  }

  /// The date or time that covers `token`.
  func time(at token: Int) -> Int? {
    let values = analysis.values
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if Int(values[middle].tokens.end) <= token { low = middle + 1 } else { high = middle }
    }
    guard low < values.count, values[low].tokens.first <= token else { return nil }
    return values[low].kind == .date || values[low].kind == .time ? low : nil
  }

  /// The place that a noun group names; -1 for none.
  func place(_ group: Int) -> Int32 {
    guard let mention = analysis.mention(at: Int(nouns.head[group])), type(mention) == .place,
      analysis.mentions[mention].form == .name
    else { return -1 }
    return entity(mention)
  }

  /// Whether a noun group names a person, or people by office or kinship.
  func isPerson(_ group: Int) -> Bool {
    let head = Int(nouns.head[group])
    if let mention = analysis.mention(at: head) {
      let type = type(mention)
      if type == .person || type == .group { return true }
      if analysis.mentions[mention].form == .name { return false }
    }
    return tokens.has(head, anyOf: FactContext.personNouns)
  }

  private static let personNouns = WordClassSet(.role, .title, .kin, .femaleNoun, .maleNoun, .collectiveSource, .nationalNoun)

  /// A group that says that there is none: "no country", "nobody". False for -1.
  func isNone(_ group: Int) -> Bool {
    guard group >= 0 else { return false }
    let first = Int(nouns.start[group])
    return tokens.has(first, .negation) || first > 0 && tokens.has(first - 1, .negation) && tokens.tag[first - 1] == .dt
  }

  /// A hyphen, en dash or em dash that stands alone.
  func isDash(_ token: Int) -> Bool {
    guard tokens.tag[token] == .punct else { return false }
    let start = Int(tokens.start[token])
    let bytes = analysis.article.bytes
    if bytes[start] == UInt8(ascii: "-") { return true }
    return bytes[start] == 0xE2 && start + 2 < bytes.count && bytes[start + 1] == 0x80 && (0x90...0x95).contains(bytes[start + 2])
  }

  /// The argument of who acts. A noun for an attack stands for the country or organization that it names: "a Norwegian air raid".
  func agent(_ group: Int) -> Fact.Argument {
    var argument = argument("agent", group: group)
    guard argument.entity < 0, tokens.has(Int(nouns.head[group]), .attackNoun) else { return argument }
    for token in nouns.range(group).indices {
      guard let mention = analysis.mention(at: token) else { continue }
      let type = type(mention)
      if type == .place && analysis.mentions[mention].form == .demonym
        || type != .person && type != .group && Int(nouns.possessive[group]) > token
      {
        argument.entity = entity(mention)
        return argument
      }
    }
    return argument
  }

  /// The first quotation with a fragment that holds `span`, or -1.
  func quote(holding span: Span) -> Int32 {
    let token = analysis.tokens.token(at: span.start)
    guard token < quoteOf.count, quoteOf[token] >= 0 else { return -1 }
    // The first one at the token nearly always holds the rest too; otherwise those after it are asked.
    for index in Int(quoteOf[token])..<analysis.quotes.count {
      for fragment in analysis.quotes[index].fragments where fragment.contains(span) { return Int32(index) }
    }
    return -1
  }

  /// For each token the first quotation with a fragment that holds it, or -1: asking all quotations for every fact would not be linear.
  private static func quotesByToken(_ analysis: Analysis, _ tokens: TokenColumns) -> [Int32] {
    guard !analysis.quotes.isEmpty else { return [] }
    var quotes = [Int32](repeating: -1, count: tokens.count)
    quotes.withUnsafeMutableBufferPointer { quotes in
      for index in analysis.quotes.indices.reversed() {
        for fragment in analysis.quotes[index].fragments {
          var token = analysis.tokens.token(at: fragment.start)
          while token < tokens.count, tokens.start[token] < fragment.end {
            quotes[token] = Int32(truncatingIfNeeded: index)
            token &+= 1
          }
        }
      }
    }
    return quotes
  }
}
