/// A span of an earlier layer, as patterns see it.
struct PatternSpan {
  var start: Int32
  var end: Int32
  /// One bit: its type or kind.
  var kind: UInt32
  /// One bit: its form; all ones for layers without forms.
  var form: UInt32
}

/// The layers of spans as addresses: rows in text order, and for each token the number of the row that covers it (-1 for none).
struct PatternSpanAddresses {
  let rows: (UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>)
  let numbers: (UnsafePointer<Int32>, UnsafePointer<Int32>, UnsafePointer<Int32>)
  /// A bit for each token at which a span begins that rules hang on.
  let starts: UnsafePointer<UInt64>

  @inline(__always) func rows(_ layer: Int) -> UnsafePointer<PatternSpan> { layer == 0 ? rows.0 : layer == 1 ? rows.1 : rows.2 }
  @inline(__always) func of(_ layer: Int) -> UnsafePointer<Int32> { layer == 0 ? numbers.0 : layer == 1 ? numbers.1 : numbers.2 }
}

/// What the matcher reads of one article, as addresses; valid while the matcher runs.
struct PatternInput {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenColumns
  let lexiconCount: Int
  /// For each word of the article's own the number that the rules give it; -1 for none.
  let ownWords: UnsafePointer<LexemeID>
  let spans: PatternSpanAddresses

  /// The lexeme as the rules number it; -1 for a word that no rule has and the lexicon lacks.
  @inline(__always) func ruleLexeme(_ token: Int) -> LexemeID {
    let id = Int(tokens.lexeme[token])
    return id < lexiconCount ? tokens.lexeme[token] : ownWords[id - lexiconCount]
  }

  @inline(__always) func text(_ token: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
  }

  /// The span of the layer that covers `token`.
  @inline(__always) func span(_ layer: SpanTest.Layer, at token: Int) -> PatternSpan? {
    let number = spans.of(Int(layer.rawValue))[token]
    return number >= 0 ? spans.rows(Int(layer.rawValue))[Int(number)] : nil
  }
}

/// The layers of spans that rules take as one piece, laid out by token. One per matcher; its memory is reused from article to article.
struct PatternSpans {
  /// Spans in text order, and for each token the one that covers it.
  private struct Layer {
    var rows = Column<PatternSpan>()
    var of = Column<Int32>()
    /// The column that says for each token which row covers it: the layer's own, or one that is laid out already.
    var numbers: UnsafePointer<Int32>?
    private var count = 0
    /// The kinds and forms that rules hang on.
    var kinds: UInt32 = 0
    var forms: UInt32 = 0

    func deallocate() {
      rows.deallocate()
      of.deallocate()
    }

    mutating func begin(_ count: Int, isUsed: Bool, kinds: UInt32, forms: UInt32, laidOut: UnsafePointer<Int32>? = nil) {
      self.count = count
      rows.removeAll()
      of.removeAll()
      if isUsed, laidOut == nil { of.reset(count: count, repeating: -1) }
      numbers = laidOut ?? UnsafePointer(of.base)
      self.kinds = kinds
      self.forms = forms
    }

    @inline(__always)
    mutating func add(_ range: TokenRange, _ kind: UInt32, _ form: UInt32, _ starts: Column<UInt64>) {
      let number = Int32(truncatingIfNeeded: rows.count)
      rows.append(PatternSpan(start: range.start, end: range.end, kind: kind, form: form))
      guard !range.isEmpty, range.first >= 0, Int(range.end) <= count else { return }
      if of.count > 0 { for token in range.indices where of[token] < 0 { of[token] = number } }
      if kinds & kind != 0, forms & form != 0 { starts[range.first >> 6] |= 1 << UInt64(range.first & 63) }
    }
  }

  private var mentions = Layer()
  private var values = Layer()
  private var groups = Layer()
  private var starts = Column<UInt64>()

  func deallocate() {
    mentions.deallocate()
    values.deallocate()
    groups.deallocate()
    starts.deallocate()
  }

  var addresses: PatternSpanAddresses {
    PatternSpanAddresses(
      rows: (UnsafePointer(mentions.rows.base), UnsafePointer(values.rows.base), UnsafePointer(groups.rows.base)),
      numbers: (mentions.numbers!, values.numbers!, groups.numbers!),
      starts: UnsafePointer(starts.base))
  }

  /// Lays out the layers that the rules use; the analysis must not change as long as they are read.
  mutating func read(_ analysis: Analysis, _ rules: RuleSet) {
    let count = analysis.tokens.count
    let uses = rules.usesLayer
    let (kinds, forms) = (rules.index.spanKeys, rules.index.spanForms)
    starts.reset(count: count / 64 + 1, repeating: 0)
    let laidOut = analysis.mentionOf.count == count ? analysis.mentionOf.address : nil
    mentions.begin(count, isUsed: uses[0], kinds: kinds[0], forms: forms[0], laidOut: laidOut)
    values.begin(count, isUsed: uses[1], kinds: kinds[1], forms: forms[1])
    groups.begin(count, isUsed: uses[2], kinds: kinds[2], forms: forms[2])
    if uses[0] {
      for index in analysis.mentions.indices {
        let mention = analysis.mentions[index]
        // A row for each mention, so that the numbers agree; one without an entity is of no kind.
        let isKnown = mention.entity >= 0 && Int(mention.entity) < analysis.entities.count
        let kind: UInt32 = isKnown ? 1 &<< UInt32(analysis.entities[Int(mention.entity)].type.rawValue) : 0
        mentions.add(mention.tokens, kind, 1 &<< UInt32(mention.form.rawValue), starts)
      }
    }
    if uses[1] {
      // By index: a value copied would count references.
      for index in analysis.values.indices {
        values.add(analysis.values[index].tokens, 1 &<< UInt32(analysis.values[index].kind.rawValue), SpanTest.anyForm, starts)
      }
    }
    if uses[2], analysis.phrases.nounOf.count == count {
      for group in 0..<analysis.phrases.nouns.count {
        groups.add(
          analysis.phrases.nouns.range(group), 1 &<< UInt32(analysis.phrases.nouns.kind[group].rawValue), SpanTest.anyForm, starts)
      }
    }
  }
}
