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

  /// - Parameter rules: rules of the user's own, whose names win over the model's.
  public init(gazetteer: GazetteerFile, rules: UserRules? = nil) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(lexicon: gazetteer.lexicon)
    zones = ZoneFinder(gazetteer: gazetteer)
    tagger = PartOfSpeechTagger(gazetteer: gazetteer)
    chunker = Chunker(gazetteer: gazetteer)
    matcher = GazetteerMatcher(names: gazetteer.names)
    values = ValueRecognizer(gazetteer: gazetteer)
    names = NameRecognizer(gazetteer: gazetteer, rules: rules)
    coreference = CoreferenceResolver(gazetteer: gazetteer)
    quotes = QuoteFinder(gazetteer: gazetteer)
    facts = FactFinder(gazetteer: gazetteer)
    overlaps = OverlappingMentions(gazetteer: gazetteer)
  }

  /// Runs every stage over one article.
  ///
  /// - Complexity: O(bytes).
  public func analyze(_ article: Article) -> Analysis { analyze(article, after: { _ in }) }

  /// Runs every stage over one article and calls `after` when each is done: for measuring.
  public func analyze(_ article: Article, after: (Stage) -> Void) -> Analysis {
    var analysis = Analysis(article: article)
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      tokenizer.tokenize(bytes, into: &analysis.tokens)
      after(.tokens)
      analysis.sentences = SentenceSplitter.run(&analysis.tokens, bytes)
      after(.sentences)
      zones.run(&analysis)
      after(.zones)
      matcher.match(analysis.tokens, bytes, into: &analysis.matches)
      after(.matches)
    }
    guard analysis.language == "en" else { return analysis }
    tagger.run(&analysis)
    after(.tags)
    chunker.run(&analysis)
    after(.phrases)
    values.run(&analysis)
    after(.values)
    names.run(&analysis)
    after(.names)
    coreference.run(&analysis)
    after(.coreference)
    quotes.run(&analysis)
    FirstPerson.run(&analysis)
    Salience.run(&analysis)
    after(.quotes)
    facts.run(&analysis)
    overlaps.run(&analysis)
    after(.facts)
    return analysis
  }

  /// The stages of the pipeline, in order.
  public enum Stage: String, CaseIterable, Sendable {
    case tokens, sentences, zones, matches, tags, phrases, values, names, coreference, quotes, facts
  }

  /// The readings that the name decoder weighed for the spans that overlap `span`, best first: for looking inside.
  public func proposals(_ analysis: Analysis, overlapping span: Span) -> [NameProposal] { names.proposals(analysis, overlapping: span) }
}
