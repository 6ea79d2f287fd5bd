/// A span of an earlier layer, as patterns see it.
struct PatternSpan {
  var start: Int32
  var end: Int32
  /// One bit: its type or kind.
  var kind: UInt32
  /// One bit: its form; all ones for layers without forms.
  var form: UInt32
}

/// What the matcher reads of one article, as addresses; valid while the matcher runs.
struct PatternInput {
  let bytes: UnsafeBufferPointer<UInt8>
  let count: Int
  let start: UnsafePointer<Int32>
  let end: UnsafePointer<Int32>
  let lexeme: UnsafePointer<LexemeID>
  let flags: UnsafePointer<TokenFlags>
  let classes: UnsafePointer<WordClassSet>
  let tag: UnsafePointer<Tag>
  let lexiconCount: Int
  /// For each word of the article's own the number that the rules give it; -1 for none.
  let ownWords: UnsafePointer<LexemeID>
  /// The spans of each layer in text order, and for each token the number of the span that begins or ends there (-1 for none).
  let spans: (UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>)
  let spanOf: (UnsafePointer<Int32>, UnsafePointer<Int32>, UnsafePointer<Int32>)

  /// The lexeme as the rules number it; -1 for a word that no rule has and the lexicon lacks.
  @inline(__always) func ruleLexeme(_ token: Int) -> LexemeID {
    let id = Int(lexeme[token])
    return id < lexiconCount ? lexeme[token] : ownWords[id - lexiconCount]
  }

  @inline(__always) func text(_ token: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(start[token])..<Int(end[token])])
  }

  /// The span of the layer that covers `token`.
  @inline(__always) func span(_ layer: SpanTest.Layer, at token: Int) -> PatternSpan? {
    switch layer {
    case .mention: spanOf.0[token] >= 0 ? spans.0[Int(spanOf.0[token])] : nil
    case .value: spanOf.1[token] >= 0 ? spans.1[Int(spanOf.1[token])] : nil
    case .nounGroup: spanOf.2[token] >= 0 ? spans.2[Int(spanOf.2[token])] : nil
    }
  }
}

/// The layers of spans that rules take as one piece, laid out by token. One per matcher; its memory is reused from article to article.
struct PatternSpans {
  private var rows = [Column<PatternSpan>(), Column<PatternSpan>(), Column<PatternSpan>()]
  private var of = [Column<Int32>(), Column<Int32>(), Column<Int32>()]

  func deallocate() {
    for column in rows { column.deallocate() }
    for column in of { column.deallocate() }
  }

  var spans: (UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>, UnsafePointer<PatternSpan>) {
    (UnsafePointer(rows[0].base), UnsafePointer(rows[1].base), UnsafePointer(rows[2].base))
  }
  var spanOf: (UnsafePointer<Int32>, UnsafePointer<Int32>, UnsafePointer<Int32>) {
    (UnsafePointer(of[0].base), UnsafePointer(of[1].base), UnsafePointer(of[2].base))
  }

  /// Lays out the layers that `uses` names.
  mutating func read(_ analysis: Analysis, uses: [Bool]) {
    let count = analysis.tokens.count
    for layer in 0..<3 {
      rows[layer].removeAll()
      if uses[layer] { of[layer].reset(count: count, repeating: -1) }
    }
    if uses[0] {
      for mention in analysis.mentions {
        guard mention.entity >= 0, Int(mention.entity) < analysis.entities.count else { continue }
        let type = analysis.entities[Int(mention.entity)].type.rawValue
        add(0, mention.tokens, 1 << UInt32(type), 1 << UInt32(mention.form.rawValue), count)
      }
    }
    if uses[1] { for value in analysis.values { add(1, value.tokens, 1 << UInt32(value.kind.rawValue), SpanTest.anyForm, count) } }
    if uses[2], analysis.phrases.nounOf.count == count {
      for group in 0..<analysis.phrases.nouns.count {
        add(2, analysis.phrases.nouns.range(group), 1 << UInt32(analysis.phrases.nouns.kind[group].rawValue), SpanTest.anyForm, count)
      }
    }
  }

  private mutating func add(_ layer: Int, _ range: TokenRange, _ kind: UInt32, _ form: UInt32, _ count: Int) {
    guard !range.isEmpty, range.first >= 0, Int(range.end) <= count else { return }
    let number = Int32(truncatingIfNeeded: rows[layer].count)
    rows[layer].append(PatternSpan(start: range.start, end: range.end, kind: kind, form: form))
    for token in range.indices where of[layer][token] < 0 { of[layer][token] = number }
  }
}

extension TokenTable {
  /// Calls `body` with the columns' addresses. The table must not be empty.
  func withPatternInput(
    _ bytes: [UInt8], _ lexiconCount: Int, _ ownWords: UnsafePointer<LexemeID>, _ spans: PatternSpans, _ body: (PatternInput) -> Void
  ) {
    bytes.withUnsafeBufferPointer { bytes in
      start.withUnsafeBufferPointer { start in
        end.withUnsafeBufferPointer { end in
          lexeme.withUnsafeBufferPointer { lexeme in
            flags.withUnsafeBufferPointer { flags in
              classes.withUnsafeBufferPointer { classes in
                tag.withUnsafeBufferPointer { tag in
                  guard let start = start.baseAddress, let end = end.baseAddress, let lexeme = lexeme.baseAddress,
                    let flags = flags.baseAddress, let classes = classes.baseAddress, let tags = tag.baseAddress
                  else { return }
                  body(
                    PatternInput(
                      bytes: bytes, count: tag.count, start: start, end: end, lexeme: lexeme, flags: flags, classes: classes, tag: tags,
                      lexiconCount: lexiconCount, ownWords: ownWords, spans: spans.spans, spanOf: spans.spanOf))
                }
              }
            }
          }
        }
      }
    }
  }
}
