/// The rules of a stage, compiled and indexed. Immutable; shared by all workers.
///
/// Each rule hangs on the rarest thing that every match of it holds (a word, a word class, a kind of span …), so that a token costs the same
/// however many rules there are whose words it is not.
final class RuleSet: @unchecked Sendable {
  /// A rule that did not compile; it is left out.
  struct Fault: Sendable {
    let rule: String
    /// Place in the list of rules given.
    let number: Int
    let message: String
    let hint: String
  }

  /// A rule to try when a key is met: at the distances from its first token.
  struct Entry {
    var rule: Int32
    var least: Int16
    var most: Int16
    /// For a rule that begins with the span that triggers it: what must follow the span.
    var next = NextDemand()
    /// For such a rule the forms that it takes; all ones for the others.
    var forms: UInt32 = .max
  }

  let ids: [Label]
  let faults: [Fault]
  let program: RuleProgram
  /// Words of the rules that the lexicon lacks, by folded bytes.
  let ownWords: [[UInt8]: LexemeID]
  /// A bit for each of 64 marks that one of them has, by length and first byte: most words of an article need no look-up.
  private let ownMarks: UInt64
  let lexiconCount: Int
  /// Whether any rule takes spans of the layer.
  let usesLayer: [Bool]

  /// The index, as addresses for the loop over tokens; valid as long as the set.
  struct Index {
    let entries: UnsafeMutablePointer<Entry>
    /// One bit a lexeme of the lexicon, then one a word of the rules' own.
    let lexemeBits: UnsafeMutablePointer<UInt64>
    fileprivate let slotKeys: UnsafeMutablePointer<Int32>
    fileprivate let slotRanges: UnsafeMutablePointer<SIMD2<Int32>>
    fileprivate let slotMask: Int
    let ranges: UnsafeMutablePointer<SIMD2<Int32>>
    /// The word classes, tags, flags and kinds of spans that have entries.
    let classKeys: WordClassSet
    let tagKeys: UInt64
    let flagKeys: UInt32
    let spanKeys: SIMD4<UInt32>
    /// For each layer the forms that any rule takes.
    let spanForms: SIMD4<UInt32>
    let hasAny: Bool
    let hasLexemes: Bool

    /// The entries of a lexeme whose bit is set.
    @inline(__always) func range(_ lexeme: LexemeID) -> SIMD2<Int32> {
      var slot = RuleSet.slot(lexeme, slotMask)
      while slotKeys[slot] >= 0 {
        if slotKeys[slot] == lexeme { return slotRanges[slot] }
        slot = (slot + 1) & slotMask
      }
      return SIMD2(0, 0)
    }
  }

  let index: Index

  /// Numbers of the ranges of the keys that are no lexemes.
  static let tagBase = 128
  static let flagBase = 192
  static let spanBase = 224
  static let anyKey = 224 + 16 * SpanTest.Layer.allCases.count

  init(_ rules: [Rule], lexicon: Lexicon) {
    var compiler = RuleCompiler(lexicon: lexicon)
    var ids: [Label] = []
    var faults: [Fault] = []
    var kept: [Pattern] = []
    for (number, rule) in rules.enumerated() {
      do throws(RuleCompiler.Fault) {
        try compiler.add(rule.pattern)
        ids.append(Label(rule.id))
        kept.append(rule.pattern)
      } catch {
        faults.append(Fault(rule: rule.id, number: number, message: error.message, hint: error.hint))
      }
    }
    self.ids = ids
    self.faults = faults
    program = compiler.program
    ownWords = compiler.words.own
    ownMarks = ownWords.keys.reduce(0) { $0 | RuleSet.mark($1[...]) }
    lexiconCount = lexicon.count
    usesLayer = SpanTest.Layer.allCases.map { layer in compiler.program.spanTests.contains { $0.layer == layer } }

    var byKey: [TriggerKey: [Entry]] = [:]
    var chooser = TriggerChooser(kept, words: compiler.words)
    for (number, pattern) in kept.enumerated() {
      for trigger in chooser.triggers(pattern) {
        var entry = Entry(rule: Int32(number), least: Int16(min(63, trigger.least)), most: Int16(min(63, trigger.most)))
        if case .span = trigger.key, trigger.most == 0 {
          entry.next = NextDemand(compiler.program, number)
          let first = compiler.program.rules[number].firstSpan
          if first >= 0 { entry.forms = compiler.program.spanTests[Int(first)].forms }
        }
        byKey[trigger.key, default: []].append(entry)
      }
    }
    let total = byKey.values.reduce(0) { $0 + $1.count }
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: max(1, total))
    let bitCount = (lexicon.count + ownWords.count) / 64 + 1
    let lexemeBits = UnsafeMutablePointer<UInt64>.allocate(capacity: bitCount)
    lexemeBits.initialize(repeating: 0, count: bitCount)
    let ranges = UnsafeMutablePointer<SIMD2<Int32>>.allocate(capacity: RuleSet.anyKey + 1)
    ranges.initialize(repeating: SIMD2(0, 0), count: RuleSet.anyKey + 1)
    var size = 16
    while size < byKey.count * 2 { size *= 2 }
    let slotMask = size - 1
    let slotKeys = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    slotKeys.initialize(repeating: -1, count: size)
    let slotRanges = UnsafeMutablePointer<SIMD2<Int32>>.allocate(capacity: size)
    slotRanges.initialize(repeating: SIMD2(0, 0), count: size)
    var next = 0
    var classKeys = WordClassSet()
    var tagKeys: UInt64 = 0
    var flagKeys: UInt32 = 0
    var spanKeys = SIMD4<UInt32>(repeating: 0)
    for (key, list) in byKey {
      let range = SIMD2(Int32(next), Int32(next + list.count))
      for entry in list {
        (entries + next).initialize(to: entry)
        next += 1
      }
      switch key {
      case .lexeme(let lexeme):
        lexemeBits[Int(lexeme) >> 6] |= 1 << UInt64(lexeme & 63)
        var slot = RuleSet.slot(lexeme, slotMask)
        while slotKeys[slot] >= 0 { slot = (slot + 1) & slotMask }
        slotKeys[slot] = lexeme
        slotRanges[slot] = range
      case .wordClass(let raw):
        ranges[Int(raw)] = range
        if let one = WordClass(rawValue: raw) { classKeys.insert(one) }
      case .tag(let raw):
        ranges[RuleSet.tagBase + Int(raw)] = range
        tagKeys |= 1 << UInt64(raw)
      case .flag(let bit):
        ranges[RuleSet.flagBase + Int(bit)] = range
        flagKeys |= 1 << UInt32(bit)
      case .span(let layer, let kind):
        ranges[RuleSet.spanBase + Int(layer) * 16 + Int(kind)] = range
        spanKeys[Int(layer)] |= 1 << UInt32(kind)
      case .any: ranges[RuleSet.anyKey] = range
      }
    }
    var spanForms = SIMD4<UInt32>(repeating: 0)
    for test in compiler.program.spanTests { spanForms[Int(test.layer.rawValue)] |= test.forms }
    index = Index(
      entries: entries, lexemeBits: lexemeBits, slotKeys: slotKeys, slotRanges: slotRanges, slotMask: slotMask, ranges: ranges,
      classKeys: classKeys, tagKeys: tagKeys, flagKeys: flagKeys, spanKeys: spanKeys, spanForms: spanForms, hasAny: byKey[.any] != nil,
      hasLexemes: byKey.keys.contains { if case .lexeme = $0 { true } else { false } })
  }

  deinit {
    index.entries.deallocate()
    index.lexemeBits.deallocate()
    index.slotKeys.deallocate()
    index.slotRanges.deallocate()
    index.ranges.deallocate()
  }

  @inline(__always) fileprivate static func slot(_ lexeme: LexemeID, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: ByteHash.mix(UInt64(UInt32(bitPattern: lexeme)) | 1 << 40, 0xD6E8_FEB8_6659_FD93)) & mask
  }

  /// The number that the rules give to a word that the lexicon lacks; -1 for one that no rule has.
  func ownWord(_ bytes: ArraySlice<UInt8>) -> LexemeID { ownMarks & RuleSet.mark(bytes) == 0 ? -1 : ownWords[Array(bytes)] ?? -1 }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    1 << UInt64((UInt32(truncatingIfNeeded: bytes.count) &* 37 &+ UInt32(bytes.first ?? 0)) & 63)
  }

  /// Names a set of rules: ids and patterns, the same on every machine.
  static func hash(_ rules: [Rule]) -> UInt64 {
    var hasher = PatternHasher()
    for rule in rules { hasher.add(rule) }
    return hasher.state
  }
}
