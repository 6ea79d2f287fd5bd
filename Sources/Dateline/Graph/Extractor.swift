/// The whole pipeline: bytes in, an `Analysis` out.
///
/// Holds the stages' buffers, so use one a thread; the gazetteer is shared. Never throws and never fails, whatever the bytes.
public final class Extractor {
  public let gazetteer: GazetteerFile
  private let tokenizer: Tokenizer
  private let zones: ZoneFinder
  private let tagger: PartOfSpeechTagger
  private let chunker: Chunker
  private let matcher: GazetteerMatcher
  private let values: ValueRecognizer
  private let names: NameRecognizer
  private let coreference: CoreferenceResolver
  private let quotes: QuoteFinder
  private let facts: FactFinder
  private let overlaps: OverlappingMentions
  private let seats: SeatsOfPower
  /// Whether the next stage goes through the articles from the last to the first. Every other one does: it begins with the articles with which the
  /// one before it ended, and what is known of them is still near the processor.
  private var isBackward = false

  /// - Parameter rules: rules of the user's own, whose names win over the model's.
  public init(gazetteer: GazetteerFile, rules: UserRules? = nil) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(lexicon: gazetteer.lexicon)
    zones = ZoneFinder(gazetteer: gazetteer)
    tagger = PartOfSpeechTagger(gazetteer: gazetteer)
    chunker = Chunker(gazetteer: gazetteer)
    matcher = GazetteerMatcher(names: gazetteer.names)
    values = ValueRecognizer(gazetteer: gazetteer)
    seats = SeatsOfPower(gazetteer)
    names = NameRecognizer(gazetteer: gazetteer, rules: rules, seats: seats)
    coreference = CoreferenceResolver(gazetteer: gazetteer)
    quotes = QuoteFinder(gazetteer: gazetteer)
    facts = FactFinder(gazetteer: gazetteer)
    overlaps = OverlappingMentions(gazetteer: gazetteer)
  }

  /// Runs every stage over one article. A text of more than `Article.wholeSize` bytes is read in parts: its analysis has no tokens, phrases and
  /// matches; `analyzeParts` hands them over part by part.
  ///
  /// - Complexity: O(bytes).
  public func analyze(_ article: Article) -> Analysis {
    article.bytes.count > Article.wholeSize ? analyze(article, in: TextParts()) : analyzeWhole(article)
  }

  /// The same in parts, whatever the length.
  func analyze(_ article: Article, in parts: TextParts) -> Analysis {
    var long = LongText(article)
    eachPart(of: article, parts) { part, range in
      long.append(part, at: range)
      return long.published
    }
    return long.finish()
  }

  /// Calls `body` with the analysis of each part of the text, in order, and where in the text the part begins: the offsets of the analysis count
  /// from there. A text of up to `Article.wholeSize` bytes is one part.
  ///
  /// - Complexity: O(bytes) in time; in memory O(part).
  public func analyzeParts(_ article: Article, _ body: (Analysis, Int) -> Void) {
    guard article.bytes.count > Article.wholeSize else { return body(analyzeWhole(article), 0) }
    var published = article.published
    eachPart(of: article, TextParts()) { part, range in
      body(part, range.lowerBound)
      if range.lowerBound == 0 { published = part.published }
      return published
    }
  }

  /// Calls `body` with the analysis of each part and where the part stands; it gives the date of publication for the parts that follow.
  private func eachPart(of article: Article, _ parts: TextParts, _ body: (Analysis, Range<Int>) -> CalendarDate?) {
    var published = article.published
    for range in article.bytes.withUnsafeBufferPointer(parts.ranges) {
      published = body(analyzeWhole(Article(part: range, of: article, published: published)), range)
    }
  }

  private func analyzeWhole(_ article: Article) -> Analysis {
    var analyses = [Analysis(article: article)]
    run(&analyses) { _ in }
    return analyses.removeLast()
  }

  /// Runs every stage over some articles, one stage after the other: the code and the tables of a stage stay in the processor's cache for all of
  /// them, which saves a tenth of the time for short articles. What comes out for an article does not depend on the others.
  ///
  /// - Parameter after: called when a stage is done with all of the articles: for measuring.
  /// - Returns: the analyses, in the order of the articles.
  /// - Complexity: O(bytes) in time and in memory; a dozen articles at once are enough.
  public func analyze(_ articles: [Article], after: (Stage) -> Void = { _ in }) -> [Analysis] {
    if articles.contains(where: { $0.bytes.count > Article.wholeSize }) { return articles.map(analyze) }
    var analyses = articles.map { Analysis(article: $0) }
    run(&analyses, after: after)
    return analyses
  }

  private func run(_ analyses: inout [Analysis], after: (Stage) -> Void) {
    isBackward = true
    each(&analyses, .tokens, after, bytes: { tokenizer.tokenize($1, into: &$0.tokens) })
    each(&analyses, .sentences, after, bytes: { $0.sentences = SentenceSplitter.run(&$0.tokens, $1) })
    each(&analyses, .zones, after) { zones.run(&$0) }
    each(&analyses, .matches, after, bytes: { matcher.match($0.tokens, $1, into: &$0.matches) })
    each(&analyses, .tags, after) { tagger.run(&$0) }
    each(&analyses, .phrases, after) { chunker.run(&$0) }
    each(&analyses, .values, after) { values.run(&$0) }
    each(&analyses, .names, after, numbered: { names.find($0, $1) })
    each(&analyses, .entities, after, numbered: { names.build($0, &$1) })
    each(&analyses, .coreference, after) { coreference.run(&$0) }
    each(&analyses, .quotes, after) {
      quotes.run(&$0)
      Salience.run(&$0)
    }
    each(&analyses, .facts, after) { facts.run(&$0) }
    each(&analyses, .overlaps, after) {
      seats.run(&$0)
      overlaps.run(&$0)
    }
  }

  /// Runs one stage over all articles but those that the zones found not to be English.
  @inline(__always)
  private func each(_ analyses: inout [Analysis], _ stage: Stage, _ after: (Stage) -> Void, _ run: (inout Analysis) -> Void) {
    each(&analyses, stage, after, numbered: { run(&$1) })
  }

  /// The same for a stage that keeps something of each article until the next stage.
  @inline(__always)
  private func each(
    _ analyses: inout [Analysis], _ stage: Stage, _ after: (Stage) -> Void, numbered run: (Int, inout Analysis) -> Void
  ) {
    let last = analyses.count - 1
    let isBackward = isBackward
    for step in analyses.indices {
      let index = isBackward ? last - step : step
      if analyses[index].language == "en" { run(index, &analyses[index]) }
    }
    self.isBackward = !isBackward
    after(stage)
  }

  /// The same for a stage that reads the article's bytes.
  @inline(__always)
  private func each(
    _ analyses: inout [Analysis], _ stage: Stage, _ after: (Stage) -> Void, bytes run: (inout Analysis, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    each(&analyses, stage, after) { analysis in
      let bytes = analysis.article.bytes
      bytes.withUnsafeBufferPointer { run(&analysis, $0) }
    }
  }

  /// The stages of the pipeline, in order.
  public enum Stage: String, CaseIterable, Sendable {
    case tokens, sentences, zones, matches, tags, phrases, values, names, entities, coreference, quotes, facts, overlaps
  }

  /// The readings that the name decoder weighed for the spans that overlap `span`, best first: for looking inside.
  public func proposals(_ analysis: Analysis, overlapping span: Span) -> [NameProposal] { names.proposals(analysis, overlapping: span) }
}
