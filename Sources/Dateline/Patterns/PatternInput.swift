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
  private var rows = [Column<PatternSpan>(), Column<PatternSpan>(), Column<PatternSpan>()]
  private var of = [Column<Int32>(), Column<Int32>(), Column<Int32>()]
  private var starts = Column<UInt64>()

  func deallocate() {
    for column in rows { column.deallocate() }
    for column in of { column.deallocate() }
    starts.deallocate()
  }

  var addresses: PatternSpanAddresses {
    PatternSpanAddresses(
      rows: (UnsafePointer(rows[0].base), UnsafePointer(rows[1].base), UnsafePointer(rows[2].base)),
      numbers: (UnsafePointer(of[0].base), UnsafePointer(of[1].base), UnsafePointer(of[2].base)),
      starts: UnsafePointer(starts.base))
  }

  /// Lays out the layers that the rules use.
  mutating func read(_ analysis: Analysis, _ rules: RuleSet) {
    let count = analysis.tokens.count
    let uses = rules.usesLayer
    starts.reset(count: count / 64 + 1, repeating: 0)
    for layer in 0..<3 {
      rows[layer].removeAll()
      if uses[layer] { of[layer].reset(count: count, repeating: -1) }
    }
    if uses[0] {
      for mention in analysis.mentions {
        guard mention.entity >= 0, Int(mention.entity) < analysis.entities.count else { continue }
        let type = analysis.entities[Int(mention.entity)].type.rawValue
        add(0, mention.tokens, 1 << UInt32(type), 1 << UInt32(mention.form.rawValue), count, rules)
      }
    }
    if uses[1] {
      // By index: a value copied would count references.
      for index in analysis.values.indices {
        add(1, analysis.values[index].tokens, 1 << UInt32(analysis.values[index].kind.rawValue), SpanTest.anyForm, count, rules)
      }
    }
    if uses[2], analysis.phrases.nounOf.count == count {
      for group in 0..<analysis.phrases.nouns.count {
        add(
          2, analysis.phrases.nouns.range(group), 1 << UInt32(analysis.phrases.nouns.kind[group].rawValue), SpanTest.anyForm, count, rules)
      }
    }
  }

  private mutating func add(_ layer: Int, _ range: TokenRange, _ kind: UInt32, _ form: UInt32, _ count: Int, _ rules: RuleSet) {
    guard !range.isEmpty, range.first >= 0, Int(range.end) <= count else { return }
    let number = Int32(truncatingIfNeeded: rows[layer].count)
    rows[layer].append(PatternSpan(start: range.start, end: range.end, kind: kind, form: form))
    let of = of[layer]
    var token = range.first
    while token < Int(range.end) {
      if of[token] < 0 { of[token] = number }
      token &+= 1
    }
    if rules.index.spanKeys[layer] & kind != 0, rules.index.spanForms[layer] & form != 0 {
      starts[range.first >> 6] |= 1 << UInt64(range.first & 63)
    }
  }
}
