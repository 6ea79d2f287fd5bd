/// A part of the article's page that is read in its own way.
public struct Zone: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, CaseIterable { case headline, byline, dateline, body, caption, copyright, related }
  public var kind: Kind
  public var span: Span
  public init(kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// What the dateline at the head of an article says: tokens of the place and of the agency.
public struct DatelineParts: Sendable, Hashable {
  public var span: Span
  public var place: TokenRange?
  /// The other places, and the regions of all, where the dateline names several places ("DOVER, Del. & BASEL, Switzerland"); else empty.
  public var otherPlaces: [TokenRange] = []
  public var agency: TokenRange?
  public var date: TokenRange?
  public init(span: Span) { self.span = span }
}

/// Something that was repaired, cut or not understood.
public struct Diagnostic: Sendable, Hashable {
  /// "invalid-utf8", "unclosed-quotation", "language", …
  public var kind: String
  public var start: Int32
  public var message: String
  public init(kind: String, start: Int32, message: String) {
    self.kind = kind
    self.start = start
    self.message = message
  }
}

/// Everything that is known of one article: each stage adds its layer and changes no earlier one.
///
/// | stage | reads | writes |
/// |---|---|---|
/// | Tokenizer | article | `tokens` |
/// | SentenceSplitter | tokens | `sentences`, the tokens' sentence numbers and start flags |
/// | ZoneFinder | tokens, sentences | `zones`, `dateline`, `language` |
/// | PartOfSpeechTagger | tokens, sentences | the tokens' tags |
/// | Chunker | tokens with tags, sentences | `phrases` |
/// | GazetteerMatcher | tokens | `matches` |
/// | ValueRecognizer | tokens, sentences, matches | `values`, `publishedInText` |
/// | NameRecognizer | all above | `mentions`, `entities`, `evidence` |
/// | CoreferenceResolver | all above | mentions that are pronouns and nominals, the mention of each token |
/// | QuoteFinder | all above | `quotes`, `speakerCandidates`, `marked`, mentions that are I, me and my in them, the entities' salience |
/// | FactFinder | all above | `facts` |
/// | OverlappingMentions | tokens, phrases, mentions, entities | `overlaps` |
public struct Analysis: Sendable {
  public var article: Article
  public var tokens = TokenTable()
  public var sentences: [Sentence] = []
  public var zones: [Zone] = []
  public var dateline: DatelineParts?
  /// "en", or what the text seems to be ("und" when it is not English).
  public var language = "en"
  public var phrases = Phrases()
  public var matches = GazetteerMatches()
  public var values: [Value] = []
  /// The date of publication that stands above the text or in its dateline; looked for only when the input gave none.
  public var publishedInText: CalendarDate?
  /// Where the article refers to an entity; no two overlap.
  public var mentions: [Mention] = []
  /// For each token the mention that holds it, -1 for none: laid out when all names are known, and anew when mentions come in between.
  var mentionOf: [Int32] = []
  /// Mentions that overlap those of `mentions`: names inside names, names with their descriptions. Only what is written reads them.
  public var overlaps: [Mention] = []
  public var entities: [Entity] = []
  /// Entities that others mean together (`EntityName.members`), each whole in text order.
  public var members: [Int32] = []
  public var evidence: [Evidence] = []
  public var quotes: [Quote] = []
  /// Who may speak where nobody knows; each such quotation has a range of them.
  public var speakerCandidates: [SpeakerCandidate] = []
  /// Words between quotation marks that are no speech, in text order.
  public var marked: [MarkedWords] = []
  public var facts: [Fact] = []
  public var diagnostics: [Diagnostic] = []

  public init(article: Article) { self.article = article }

  /// The date of publication: the input's, else the text's own.
  public var published: CalendarDate? { article.published ?? publishedInText }

  /// Appends evidence and returns its range.
  public mutating func record(_ items: [Evidence]) -> Range<Int32> {
    let from = Int32(truncatingIfNeeded: evidence.count)
    evidence.append(contentsOf: items)
    return from..<Int32(truncatingIfNeeded: evidence.count)
  }

  /// The mention (of any form) whose tokens hold `token`, by binary search; nil when there is none. `mentions` is in text order.
  public func mention(at token: Int) -> Int? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(mentions[middle].tokens.end) <= token { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && Int(mentions[low].tokens.start) <= token ? low : nil
  }
}
