/// What the finders of facts share: the layers and small questions about clauses.
struct FactContext {
  let analysis: Analysis
  let lexicon: Lexicon
  // Kept apart: asking the analysis for them anew would count references at every question.
  let tokens: TokenTable
  let phrases: Phrases
  private let quoteOf: [Int32]

  init(analysis: Analysis, lexicon: Lexicon) {
    self.analysis = analysis
    self.lexicon = lexicon
    tokens = analysis.tokens
    phrases = analysis.phrases
    quoteOf = FactContext.quotesByToken(analysis)
  }

  func sentence(_ token: Int) -> TokenRange { analysis.sentences[Int(tokens.sentence[token])].tokens }

  func entity(_ mention: Int) -> Int32 { analysis.mentions[mention].entity }

  func type(_ mention: Int) -> EntityType { analysis.entities[Int(entity(mention))].type }

  /// First byte of a token.
  func byte(_ token: Int) -> UInt8 { analysis.article.bytes[Int(tokens.start[token])] }

  func isComma(_ token: Int) -> Bool { byte(token) == UInt8(ascii: ",") }

  /// An argument for the words of a noun group: its entity where a mention covers the head, else its words without the article.
  func argument(_ role: String, group: Int) -> Fact.Argument {
    let head = Int(phrases.nouns.head[group])
    let range = phrases.nouns.rangeWithoutArticle(group, tokens)
    if let mention = analysis.mention(at: head), analysis.mentions[mention].form != .demonym {
      return Fact.Argument(role: role, entity: entity(mention), span: tokens.span(range))
    }
    return Fact.Argument(role: role, value: value(in: range), span: tokens.span(range))
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

  /// The first date or time of the tokens, or -1.
  func time(in range: TokenRange) -> Int32 {
    var low = 0
    var high = analysis.values.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.values[middle].tokens.end <= range.start { low = middle + 1 } else { high = middle }
    }
    while low < analysis.values.count, analysis.values[low].tokens.start < range.end {
      let kind = analysis.values[low].kind
      if kind == .date || kind == .time { return Int32(low) }
      low += 1
    }
    return -1
  }

  /// The first quotation with a fragment that holds `span`, or -1.
  func quote(holding span: Span) -> Int32 {
    let token = tokens.token(at: span.start)
    guard token < quoteOf.count, quoteOf[token] >= 0 else { return -1 }
    // The first one at the token nearly always holds the rest too; otherwise those after it are asked.
    for index in Int(quoteOf[token])..<analysis.quotes.count {
      for fragment in analysis.quotes[index].fragments where fragment.contains(span) { return Int32(index) }
    }
    return -1
  }

  /// For each token the first quotation with a fragment that holds it, or -1: asking all quotations for every fact would not be linear.
  private static func quotesByToken(_ analysis: Analysis) -> [Int32] {
    var quotes = [Int32](repeating: -1, count: analysis.tokens.count)
    for index in analysis.quotes.indices.reversed() {
      for fragment in analysis.quotes[index].fragments {
        var token = analysis.tokens.token(at: fragment.start)
        while token < quotes.count, analysis.tokens.start[token] < fragment.end {
          quotes[token] = Int32(index)
          token += 1
        }
      }
    }
    return quotes
  }
}
