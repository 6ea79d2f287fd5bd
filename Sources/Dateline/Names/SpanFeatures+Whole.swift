/// What a span of several tokens holds, gathered token by token: the spans with one start are each the one before and a little more.
struct SpanContents {
  let start: Int
  /// Behind the last token so far.
  var end: Int
  var heads = WordClassSet(low: 0, high: 0)
  /// Classes and extras of all tokens but the first and the last.
  var middle = WordClassSet(low: 0, high: 0)
  var middleExtra: UInt16 = 0
  /// Tokens that are part of known names.
  var names = 0
  /// Numbers of capitalised tokens that are no words mostly written small, and of tokens that are known at all.
  private var safe = 0
  private var known = 0
  var phrase = PhraseKey()

  init(start: Int) {
    self.start = start
    end = start
  }

  /// Every capitalised token is a word that is mostly written small.
  @inline(__always) var isRisky: Bool { safe == 0 }
  /// No token is known at all.
  @inline(__always) var isUnknown: Bool { known == 0 }

  /// Counts a token. No branches: what holds of names comes as it pleases.
  @inline(__always)
  mutating func add(_ row: NameRow) {
    names &+= row.isName ? 1 : 0
    safe &+= (row.capital ? 1 : 0) & (row.isRisky ? 0 : 1)
    known &+= row.risk != NameRow.unknownRisk ? 1 : 0
  }
}

extension SpanFeatures {
  /// Takes the next token in; adds the features of the token before it, which now lies inside.
  @inline(__always)
  func extend(_ contents: inout SpanContents, into sink: inout some FeatureSink) {
    let token = contents.end
    contents.end += 1
    if token > contents.start + 1 {
      let inner = token - 1
      contents.middle = contents.middle.union(tokens.classes[inner])
      contents.middleExtra |= columns[inner].extra
      if !columns[inner].capital {
        let kind = columns[inner].kindNumber &* 64
        sink.add(bases[.insideLeft] &+ kind &+ columns[inner &- 1].kindNumber)
        sink.add(bases[.insideRight] &+ kind &+ columns[token].kindNumber)
      }
    }
    let row = columns[token]
    contents.heads = contents.heads.union(tokens.classes[token].intersection(heads))
    contents.add(row)
    contents.phrase.append(tokens.lexeme[token])
  }

  /// A span of several tokens as a whole.
  @inline(__always)
  func whole(_ contents: SpanContents, into sink: inout some FeatureSink) {
    let start = contents.start
    let last = contents.end - 1
    let length = contents.end - start
    sink.addForm(length: length, line, bases)
    // Two or three words; a mask chooses, since one is as likely as the other.
    let pair = bases[.kindPair] &+ columns[start].kindNumber &* 64 &+ columns[last].kindNumber
    let groups = columns[start].kind.group &* 256 &+ columns[start &+ 1].kind.group &* 16 &+ columns[last].kind.group
    let triple = bases[.groupTriple] &+ groups
    sink.add(triple ^ ((triple ^ pair) & ((length &- 3) &>> 63)), if: length <= 3)
    sink.add(bases[.allRisky] &+ (start == Int(sentence.start) ? 3 : 0) &+ min(length, 3) &- 1, if: contents.isRisky && line == .running)
    sink.add(bases[.allUnknown] &+ min(length, 3) &- 1, if: contents.isUnknown)
    sink.addWords(contents.heads, names: contents.names, length: length, bases)
    sink.add(contents.middle, contents.middleExtra, from: bases[.classMiddle])
    sink.add(bases[.nameShape] &+ level(columns[start].extra, 0) &* 4 &+ level(columns[last].extra, 3))
    let phrase = evidence.phrases.find(contents.phrase.value)
    sink.add(bases[.documentPhrase] &+ 4 &+ (phrase < 0 ? 0 : min(Int(evidence.phrase[phrase].count), 3)))
    brackets(start, contents.end, into: &sink)
  }

  /// A span of one token as a whole, beside the token's reading.
  @inline(__always)
  func single(_ token: Int, into sink: inout some FeatureSink) {
    sink.add(bases[.singleLength] &+ min(8, tokens.length(token)) &- 1)
    brackets(token, token + 1, into: &sink)
    let number = Int(evidence.row[token])
    guard number >= 0 else { return }
    let word = evidence.word.base + number
    sink.add(bases[.documentLow], if: line == .running && token > Int(sentence.start) && word.pointee.has(.low))
    // The run at hand does not speak for itself.
    let isInLonger = Int(UInt64(bitPattern: Int64(1 &- (region.end &- region.start))) &>> 63)
    sink.add(uses: word.pointee.uses(beside: isInLonger), from: bases[.documentSingle])
    if tokens.is(token, .allCapitals) {
      let key = EvidenceCollector.acronymKey(tokens.span(token), tokens.flags[token], bytes)
      let found = key == 0 ? -1 : evidence.acronyms.find(key)
      if found >= 0 { sink.add(bases[.documentAcronym] &+ Int(evidence.acronym[found]) &- 1) }
    }
    sink.add(bases[.documentPhrase] &+ min(Int(word.pointee.phrase.count), 3))
  }

  /// A span that fills a pair of brackets.
  @inline(__always)
  private func brackets(_ start: Int, _ end: Int, into sink: inout some FeatureSink) {
    if kind(end) == Int(TokenKind.close.rawValue), kind(start &- 1) == Int(TokenKind.open.rawValue) { sink.add(bases[.context] &+ 3) }
  }

  /// How common a name: 0 none, 1-3, from three bits at `shift`.
  @inline(__always) private func level(_ extra: UInt16, _ shift: UInt16) -> Int {
    let bits = Int(extra >> shift & 7)
    return bits & 4 != 0 ? 3 : bits & 2 != 0 ? 2 : bits & 1
  }

  /// What the gazetteer's matches in and across the region say of the span.
  @inline(__always)
  func gazetteer(_ start: Int, _ end: Int, many: Int, into sink: inout some FeatureSink) {
    let found = matches.isEmpty ? GazetteerEvidence() : GazetteerEvidence(start, end, allMatches.base + matches.lowerBound, matches.count)
    sink.add(bits: found.exact, from: bases[.gazetteer] &+ many &* GazetteerClass.count)
    if found.above | found.prefix | found.suffix != 0 {
      sink.add(bits: found.above, from: bases[.gazetteerSuper])
      sink.add(bits: found.prefix, from: bases[.gazetteerPrefix])
      sink.add(bits: found.suffix, from: bases[.gazetteerSuffix])
    }
    sink.add(bases[.gazetteerNone] &+ many, if: found.exact == 0)
    sink.add(bases[.context] &+ 4, if: found.isCrossed)
  }
}

/// The classes of the gazetteer's matches by how they lie to a span, as bits.
struct GazetteerEvidence {
  private var exactAndCrossed: UInt64 = 0
  /// Of matches that hold the span and more.
  private(set) var above: UInt64 = 0
  /// Of matches inside the span that begin with it, and of those that end with it.
  private(set) var prefix: UInt64 = 0
  private(set) var suffix: UInt64 = 0

  // No class has the highest bit, and four words come back in registers.
  private static let crossed: UInt64 = 1 << 63

  /// Of a match of the span's own tokens.
  @inline(__always) var exact: UInt64 { exactAndCrossed & ~GazetteerEvidence.crossed }
  /// Whether a match of several tokens begins or ends in the middle of the span.
  @inline(__always) var isCrossed: Bool { exactAndCrossed & GazetteerEvidence.crossed != 0 }

  @inline(__always) init() {}

  /// Reads `count` matches. No branches: how matches lie comes as it pleases.
  @inline(never)
  init(_ start: Int, _ end: Int, _ matches: UnsafePointer<RegionMatch>, _ count: Int) {
    for index in 0..<count {
      let classes = matches[index].classes
      let (first, last) = (Int(matches[index].start), Int(matches[index].end))
      let (left, right) = (first &- start, last &- end)
      let covers = GazetteerEvidence.mask((left &- 1) & ~right)
      let inside = GazetteerEvidence.mask(~left & (right &- 1))
      exactAndCrossed |= classes & covers & inside
      above |= classes & covers & ~inside
      let within = classes & inside & ~covers
      prefix |= left == 0 ? within : 0
      suffix |= right == 0 ? within : 0
      let overlaps = GazetteerEvidence.mask((first &- end) & (start &- last) & (first &+ 1 &- last))
      exactAndCrossed |= overlaps & ~(covers | inside) & GazetteerEvidence.crossed
    }
  }

  /// All bits for a number below zero, else none.
  @inline(__always) private static func mask(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number &>> 63)) }
}
