/// Something that somebody is reported to have said, written or thought.
public struct Quote: Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable { case direct, indirect, mixed }
  public enum CueClass: UInt8, Sendable, CaseIterable { case neutral, claim, deny, confirm, ask, order, promise, accuse, warn }
  public enum SpeakerForm: UInt8, Sendable, CaseIterable { case name, pronoun, nominal, collective, elided }
  public enum Status: UInt8, Sendable, CaseIterable { case resolved, anonymous, unresolved }

  public struct Cue: Sendable {
    public var span: Span
    public var lemma: String
    public var cueClass: CueClass
    /// Whether the content was not said: "did not say", "declined to comment".
    public internal(set) var isNegated = false
    /// The cue with its whole verb group where that says that it was not said ("did not say"); else as `span`.
    public internal(set) var group: Span
    /// Whether the word reports what somebody said, not only what somebody thought.
    var isSpeech = true
    public init(span: Span, lemma: String, cueClass: CueClass) {
      self.span = span
      self.lemma = lemma
      self.cueClass = cueClass
      group = span
    }
  }

  public struct Speaker: Sendable {
    /// The words that name the speaker, with title, without article; nil when elided.
    public var span: Span?
    public var form: SpeakerForm
    /// Index into `Analysis.entities`, or -1.
    public var entity: Int32
    public var status: Status
    /// Range into `Analysis.speakerCandidates`, the likeliest first; empty where the speaker is known.
    public internal(set) var candidates: Range<Int32> = 0..<0
    public init(span: Span?, form: SpeakerForm, entity: Int32, status: Status) {
      self.span = span
      self.form = form
      self.entity = entity
      self.status = status
    }
  }

  public var kind: Kind
  /// What was said, without marks, cue and speaker: from the first fragment's start to the last one's end.
  public var span: Span
  /// The parts, where the cue stands inside; one or more, in text order.
  public var fragments: Fragments
  /// The tokens from the first part's first to the last one's last; empty where no text is at hand.
  var tokens = TokenRange(0, 0)
  public var cue: Cue?
  public var speaker: Speaker
  /// Index into `Analysis.entities`, or -1.
  public var addressee: Int32 = -1
  /// Index into `Analysis.quotes` of the quotation in which somebody says that this was said, or -1.
  public internal(set) var outer: Int32 = -1
  /// The words that say by what means or on what occasion it was said: "statement", "telephone"; nil where none do.
  public internal(set) var medium: Span?
  /// How probable it is that this was said or thought, 0 to 1.
  public var confidence: Float = 1
  /// Range into `Analysis.evidence`.
  public var evidence: Range<Int32> = 0..<0

  /// Nearly always one part, which needs no array then.
  public struct Fragments: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private var only: Span?
    private var several: [Span] = []

    public init(_ only: Span) { self.only = only }
    public init(_ spans: [Span]) { if spans.count > 1 { several = spans } else { only = spans.first } }
    public init(arrayLiteral spans: Span...) { self.init(spans) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { only == nil ? several.count : 1 }
    public subscript(_ index: Int) -> Span { only ?? several[index] }
  }

  /// Moves all spans so many bytes, and all tokens so many tokens, further on.
  mutating func move(by bytes: Int32, tokens count: Int32) {
    fragments = Fragments(fragments.map { $0.moved(by: bytes) })
    span = span.moved(by: bytes)
    tokens = tokens.moved(by: count)
    if var moved = cue {
      moved.span = moved.span.moved(by: bytes)
      moved.group = moved.group.moved(by: bytes)
      cue = moved
    }
    speaker.span = speaker.span?.moved(by: bytes)
    medium = medium?.moved(by: bytes)
  }

  /// All at once: one that is filled in later is copied when it is put among the others.
  init(
    kind: Kind, fragments: Fragments, tokens: TokenRange, cue: Cue?, speaker: Speaker, addressee: Int32, medium: Span? = nil,
    confidence: Float, evidence: Range<Int32>
  ) {
    self.kind = kind
    self.fragments = fragments
    self.span = Span(fragments.first?.start ?? 0, fragments.last?.end ?? 0)
    self.cue = cue
    self.speaker = speaker
    self.tokens = tokens
    self.addressee = addressee
    self.medium = medium
    self.confidence = confidence
    self.evidence = evidence
  }

  public init(kind: Kind, fragments: Fragments, cue: Cue?, speaker: Speaker) {
    self.kind = kind
    self.fragments = fragments
    self.span = Span(fragments.first?.start ?? 0, fragments.last?.end ?? 0)
    self.cue = cue
    self.speaker = speaker
  }
}
