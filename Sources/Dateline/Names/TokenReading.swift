import CICU

/// All that the span model asks of one token without the tokens around it. Many tokens share one reading: words without classes that look
/// alike differ in little that counts.
struct TokenReading {
  var row: NameRow
  var classes: WordClassSet

  /// Classes of words that say what a name is of.
  static let heads = WordClassSet(
    .orgHead, .placeHead, .eventHead, .lawHead, .legalForm, .mediaHead, .teamHead, .title, .direction, .partyWord, .productHead,
    .diseaseHead)

  @inline(__always)
  static func == (a: TokenReading, b: TokenReading) -> Bool {
    (a.row.bits ^ b.row.bits) | (a.classes.low ^ b.classes.low) | (a.classes.high ^ b.classes.high) == 0
  }
}

/// Where a token can stand to a span, of one token ("One") or of several ("Many"): in each place its reading adds the same features to
/// whatever span it is.
enum ReadingPart: Int, CaseIterable {
  /// Right before the span.
  case beforeOne, beforeMany
  /// Right behind it.
  case afterOne, afterMany
  /// The span itself; the first of several tokens; the last of them.
  case alone, opening, closing
}

extension TokenReading {
  /// Adds the features of one part.
  @inline(__always)
  func add(_ part: ReadingPart, into sink: inout some FeatureSink) {
    let bases = FeatureBases.shared
    switch part {
    case .beforeOne: before(0, bases, into: &sink)
    case .beforeMany: before(1, bases, into: &sink)
    case .afterOne: after(0, bases, into: &sink)
    case .afterMany: after(1, bases, into: &sink)
    case .alone:
      opening(0, bases, into: &sink)
      alone(bases, into: &sink)
    case .opening: opening(1, bases, into: &sink)
    case .closing: closing(bases, into: &sink)
    }
  }

  private func before(_ many: Int, _ bases: FeatureBases, into sink: inout some FeatureSink) {
    let kind = row.kindNumber
    sink.add(bases[.left1] + kind)
    sink.add(bases[.left1Length] + many * 64 + kind)
    sink.add(classes, 0, from: bases[row.isCapitalized ? .leftClassCapital : .leftClass])
    if row.capital { sink.add(bits: UInt64(row.extra), from: bases[.leftClassCapital] + 128) }
  }

  private func after(_ many: Int, _ bases: FeatureBases, into sink: inout some FeatureSink) {
    let kind = row.kindNumber
    sink.add(bases[.right1] + kind)
    sink.add(bases[.right1Length] + many * 64 + kind)
    sink.add(classes, 0, from: bases[row.isCapitalized ? .rightClassCapital : .rightClass])
    if row.capital { sink.add(bits: UInt64(row.extra), from: bases[.rightClassCapital] + 128) }
    if row.kind == .possessive { sink.add(bases[.context] + 5) }
  }

  private func opening(_ many: Int, _ bases: FeatureBases, into sink: inout some FeatureSink) {
    sink.add(bases[.kindFirst] + many * 64 + row.kindNumber)
    sink.add(bases[.tagFirst] + many * 40 + Int(row.tag))
    let risk = many * 7 + Int(row.risk)
    if row.line == .running {
      sink.add(bases[.shapeFirst] + many * 16 + row.shapeNumber)
      sink.add(bases[.riskFirst] + risk)
      if row.opensSentence { sink.add(bases[.startRisk] + risk) }
    } else {
      // Where every word has a capital, letters say nothing and the words' own habits all the more.
      sink.add(bases[.lineRisk] + (row.line == .capitals ? 0 : 14) + risk)
    }
    sink.add(classes, row.extra, from: bases[.classFirst] + many * 144)
  }

  @inline(__always)
  private func alone(_ bases: FeatureBases, into sink: inout some FeatureSink) {
    sink.addForm(length: 1, row.line, bases)
    if row.isRisky || !row.capital, row.line == .running { sink.add(bases[.allRisky] + (row.opensSentence ? 3 : 0)) }
    if row.risk == NameRow.unknownRisk { sink.add(bases[.allUnknown]) }
    sink.addWords(classes.intersection(TokenReading.heads), names: row.isName ? 1 : 0, length: 1, bases)
  }

  @inline(__always)
  private func closing(_ bases: FeatureBases, into sink: inout some FeatureSink) {
    sink.add(bases[.kindLast] + row.kindNumber)
    sink.add(bases[.tagLast] + Int(row.tag))
    if row.line == .running {
      sink.add(bases[.shapeLast] + row.shapeNumber)
      sink.add(bases[.riskLast] + Int(row.risk))
    }
    sink.add(classes, row.extra, from: bases[.classLast])
  }
}

/// The readings met so far, numbered, with what each adds to the spans around it: sums that would else be added up feature by feature for
/// every token of every article. Says nothing of any article, so that it may be kept from one to the next. Its owner deallocates it.
struct TokenReadings {
  /// Numbers of what stands outside the sentence.
  static let sentenceStart: Int32 = 0
  static let sentenceEnd: Int32 = 1
  /// The model's types.
  fileprivate static let types = 4
  /// With more readings than these no article starts.
  private static let mostKept = 1 << 13

  private var readings = Column<TokenReading>()
  /// Open addressing. A reading stands beside its number, so that one look far away is enough.
  private var slots = Column<Slot>()
  /// Readings without word classes met lately, by some bits of their rows: most words that the lexicon lacks read alike, and this little memory
  /// stays near.
  private var recent = Column<Recent>()
  /// By number and part. Room for all at once, of which the system gives what is used: growing would copy it again and again.
  private var scores = ReadingScores(capacity: mostKept + 64)
  /// By number, part and type: the two features that say most; found when they are first asked for.
  private var strongest = Column<StrongestFeatures>(capacity: (mostKept + 64) * ReadingScores.stride * types)

  private struct Slot {
    var reading: TokenReading
    /// The reading's number plus one; 0 for a free slot.
    var successor: Int32
    static let free = Slot(
      reading: TokenReading(row: NameRow(kind: .bos, shape: .other), classes: WordClassSet(low: 0, high: 0)), successor: 0)
  }

  private struct Recent {
    var row: UInt64
    var number: Int32
    static let count = 256
    /// No row has all bits.
    static let none = Recent(row: ~0, number: 0)
  }

  func deallocate() {
    recent.deallocate()
    readings.deallocate()
    slots.deallocate()
    scores.deallocate()
    strongest.deallocate()
  }

  /// Makes it ready for an article: knows the sentence's edges, and is not too large. Returns whether it began anew, with other numbers.
  mutating func open(_ rows: WeightRows) -> Bool {
    if readings.count > 0, readings.count <= TokenReadings.mostKept { return false }
    readings.removeAll()
    strongest.removeAll()
    recent.reset(count: Recent.count, repeating: .none)
    slots.reset(count: 1 << 12, repeating: .free)
    for kind in [TokenKind.bos, .eos] {
      _ = number(of: TokenReading(row: NameRow(kind: kind, shape: .other), classes: WordClassSet(low: 0, high: 0)), rows)
    }
    return true
  }

  /// The number of a reading, a new one where it was not met before.
  @inline(__always)
  mutating func number(of reading: TokenReading, _ rows: WeightRows) -> Int32 {
    guard reading.classes.isEmpty else { return find(reading, rows) }
    let place = recent.base + Int(truncatingIfNeeded: (reading.row.bits &* 0x9E37_79B9_7F4A_7C15) &>> 56)
    if place.pointee.row != reading.row.bits { place.pointee = Recent(row: reading.row.bits, number: find(reading, rows)) }
    return place.pointee.number
  }

  @inline(never)
  private mutating func find(_ reading: TokenReading, _ rows: WeightRows) -> Int32 {
    let mask = slots.count - 1
    var slot = TokenReadings.slot(reading, mask)
    while slots[slot].successor != 0 {
      if slots[slot].reading == reading { return slots[slot].successor - 1 }
      slot = (slot + 1) & mask
    }
    return add(reading, at: slot, rows)
  }

  @inline(__always)
  private static func slot(_ reading: TokenReading, _ mask: Int) -> Int {
    let classes = ByteHash.mix(reading.classes.low &+ 0x9E37_79B9_7F4A_7C15, reading.classes.high ^ 0xE703_7ED1_A0B4_28DB)
    return Int(truncatingIfNeeded: ByteHash.mix(reading.row.bits ^ classes, 0xA076_1D64_78BD_642F)) & mask
  }

  @inline(never)
  private mutating func add(_ reading: TokenReading, at slot: Int, _ rows: WeightRows) -> Int32 {
    let number = Int32(truncatingIfNeeded: readings.count)
    readings.append(reading)
    slots[slot] = Slot(reading: reading, successor: number + 1)
    assert(ReadingPart.allCases.count <= ReadingScores.stride)
    scores.reserve(Int(number))
    for part in ReadingPart.allCases {
      var sink = ScoreSink(rows: rows, parts: scores.sums)
      reading.add(part, into: &sink)
      scores.sums[TokenReadings.index(part, of: number)] = sink.sum
    }
    for _ in 0..<ReadingScores.stride * TokenReadings.types { strongest.append(.unknown) }
    // A free slot to each that is taken at least: most look-ups end with the first.
    if readings.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots.reset(count: mask + 1, repeating: .free)
    for number in 0..<readings.count {
      var slot = TokenReadings.slot(readings[number], mask)
      while slots[slot].successor != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(reading: readings[number], successor: Int32(truncatingIfNeeded: number) + 1)
    }
  }

  /// Asks for the memory of a reading's sums.
  @inline(__always)
  func fetchSums(of number: Int32, isInside: Bool, isShared: Bool) { scores.fetch(number, isInside: isInside, isShared: isShared) }

  /// The sums by number and part, for `ScoreSink`.
  @inline(__always) var sums: UnsafePointer<SpanScore> { UnsafePointer(scores.sums) }
  /// The strongest features by number and part, for `StrongestSink`.
  @inline(__always) var strongestParts: StrongestParts { StrongestParts(readings: readings.base, strongest: strongest.base) }

  @inline(__always) static func index(_ part: ReadingPart, of number: Int32) -> Int { Int(number) &* ReadingScores.stride &+ part.rawValue }

  subscript(_ number: Int32) -> TokenReading { readings[Int(number)] }
}

/// The strongest features of readings' parts as addresses: found when they are first asked for.
struct StrongestParts {
  fileprivate let readings: UnsafePointer<TokenReading>
  fileprivate let strongest: UnsafeMutablePointer<StrongestFeatures>

  /// Asks for the memory of what `find` gives.
  @inline(__always)
  func fetch(_ part: ReadingPart, of number: Int32, type: Int) {
    cicu_prefetch(strongest + (TokenReadings.index(part, of: number) &* TokenReadings.types &+ type))
  }

  /// The two features of a part that say most for a type.
  @inline(__always)
  func find(_ part: ReadingPart, of number: Int32, type: Int, _ rows: WeightRows) -> StrongestFeatures {
    let known = strongest[TokenReadings.index(part, of: number) &* TokenReadings.types &+ type]
    return known.isKnown ? known : compute(part, of: number, type: type, rows)
  }

  @inline(never)
  private func compute(_ part: ReadingPart, of number: Int32, type: Int, _ rows: WeightRows) -> StrongestFeatures {
    var sink = StrongestSink(rows: rows, parts: self, type: type)
    readings[Int(number)].add(part, into: &sink)
    strongest[TokenReadings.index(part, of: number) &* TokenReadings.types &+ type] = sink.found
    return sink.found
  }
}
