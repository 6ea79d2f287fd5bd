/// The whole pipeline: bytes in, an `Analysis` out.
///
/// Holds the stages' buffers, so use one a thread; the gazetteer is shared. Never throws and never fails, whatever the bytes.
public final class Extractor {
  public let gazetteer: GazetteerFile
  private let tokenizer: Tokenizer
  private let sentences: SentenceSplitter
  private let zones: ZoneFinder
  private let tagger: PartOfSpeechTagger
  private let chunker: Chunker
  private let matcher: GazetteerMatcher
  private let values: ValueRecognizer
  private let names: NameRecognizer
  private let coreference: CoreferenceResolver
  private let quotes: QuoteFinder
  private let facts: FactFinder

  public init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(lexicon: gazetteer.lexicon)
    sentences = SentenceSplitter(gazetteer: gazetteer)
    zones = ZoneFinder(gazetteer: gazetteer)
    tagger = PartOfSpeechTagger(gazetteer: gazetteer)
    chunker = Chunker(gazetteer: gazetteer)
    matcher = GazetteerMatcher(names: gazetteer.names)
    values = ValueRecognizer(gazetteer: gazetteer)
    names = NameRecognizer(gazetteer: gazetteer)
    coreference = CoreferenceResolver(gazetteer: gazetteer)
    quotes = QuoteFinder(gazetteer: gazetteer)
    facts = FactFinder(gazetteer: gazetteer)
  }

  /// Runs every stage over one article.
  ///
  /// - Complexity: O(bytes).
  public func analyze(_ article: Article) -> Analysis {
    var analysis = Analysis(article: article)
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      tokenizer.tokenize(bytes, into: &analysis.tokens)
      sentences.run(&analysis)
      zones.run(&analysis)
      matcher.match(analysis.tokens, bytes, into: &analysis.matches)
    }
    guard analysis.language == "en" else { return analysis }
    tagger.run(&analysis)
    chunker.run(&analysis)
    values.run(&analysis)
    names.run(&analysis)
    coreference.run(&analysis)
    quotes.run(&analysis)
    facts.run(&analysis)
    return analysis
  }

  /// The readings that the name decoder weighed for the spans that overlap `span`, best first: for looking inside.
  public func proposals(_ analysis: Analysis, overlapping span: Span) -> [NameProposal] { names.proposals(analysis, overlapping: span) }
}
