/// One article as the readers of values see it, and the tables that they ask.
///
/// A class, since the readers ask one another: each is handed one address instead of a copy of all columns. Valid only while the layers lie still.
final class ValueScene {
  let tokens: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  let tables: AmountTables
  let units: TimeUnits
  let feasts: FeastTable
  /// The date of publication.
  let reference: CalendarDate?
  /// Whether the text tells of matches: it has scores ("2-1", "104-98").
  let isSport: Bool
  /// What the dates that were read so far say.
  var narrative: NarrativeTime {
    get { told.pointee }
    _modify { yield &told.pointee }
  }
  /// At an address of its own: each access to a variable of a class is checked.
  private let told: UnsafeMutablePointer<NarrativeTime>
  /// The number that was read last.
  let lastNumber: UnsafeMutablePointer<NumberReader.LastNumber>

  init(
    tokens: TokenColumns, bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, tables: AmountTables, units: TimeUnits,
    feasts: FeastTable, reference: CalendarDate?
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.lexicon = lexicon
    self.tables = tables
    self.units = units
    self.feasts = feasts
    self.reference = reference
    lastNumber = .allocate(capacity: 1)
    lastNumber.initialize(to: NumberReader.LastNumber())
    told = .allocate(capacity: 1)
    let times = ValueScene.times(tokens, bytes, reference)
    isSport = times.scores >= ValueScene.fewestScores
    told.initialize(to: NarrativeTime(times, reference: reference))
  }

  deinit {
    told.deinitialize(count: 1)
    told.deallocate()
    lastNumber.deallocate()
  }

  /// Scores that make a text one of sport.
  private static let fewestScores = 2

  /// Whether a score stands at a number: a hyphen and a number without a space.
  @inline(__always)
  private static func isScore(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    token + 2 < tokens.count && tokens.length(token) <= 3 && bytes[Int(tokens.end[token])] == UInt8(ascii: "-")
      && tokens.is(token + 2, .number) && tokens.length(token + 2) <= 3 && Int(tokens.start[token + 2]) == Int(tokens.end[token]) + 1
  }

  /// The years that the text names in four digits, 1100 to 2099, and, where that may matter, how often it speaks of weekdays,
  /// yesterday or today.
  private static func times(
    _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ reference: CalendarDate?
  ) -> NarrativeTime.Times {
    var times = NarrativeTime.Times()
    let lastYear = reference.map { $0.year - 1 } ?? 0
    for word in 0..<TokenSet.wordCount(tokens.count) {
      var found = TokenFlags.number.tokens(word, of: tokens)
      while found != 0 {
        let token = word * 64 + found.trailingZeroBitCount
        found &= found - 1
        let start = Int(tokens.start[token])
        if isScore(token, tokens, bytes) { times.scores += 1 }
        guard tokens.length(token) == 4, bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"),
          let (value, isWhole) = NumberReader.parse(bytes[start..<start + 4]), isWhole, value >= 1100, value < 2100
        else { continue }
        times.years += 1
        if Int(value) < lastYear { times.pastYears += 1 }
      }
    }
    if times.years >= (reference != nil ? NarrativeTime.fewestYears : 1) {
      // No further than matters.
      for token in 0..<tokens.count where tokens.has(token, anyOf: ValueScene.deictic) {
        times.days += 1
        if times.isNews { break }
      }
    }
    return times
  }

  private static let deictic = WordClassSet(.weekday, .relativeDay)
}

/// Reads one kind of value; short names for what lies in the scene.
protocol ValueReader {
  var scene: ValueScene { get }
}

extension ValueReader {
  @inline(__always) var tokens: TokenColumns { scene.tokens }
  @inline(__always) var bytes: UnsafeBufferPointer<UInt8> { scene.bytes }
  @inline(__always) var lexicon: Lexicon { scene.lexicon }
  @inline(__always) var reference: CalendarDate? { scene.reference }
  @inline(__always) var numbers: NumberReader { NumberReader(scene: scene) }
  @inline(__always) var tables: AmountTables { scene.tables }

  /// The first byte of a token.
  @inline(__always) func byte(_ token: Int) -> UInt8 { bytes[Int(tokens.start[token])] }

  /// A later byte of a token.
  @inline(__always) func byte(_ token: Int, _ place: Int) -> UInt8 { bytes[Int(tokens.start[token]) + place] }

  /// The text of tokens in small letters.
  func folded(_ first: Int, _ end: Int) -> String { Folding.folded(bytes[Int(tokens.start[first])..<Int(tokens.end[end - 1])]) }

  /// A token's word in singular or infinitive; its own text in small letters where the lexicon lacks it.
  func lemma(_ token: Int) -> String {
    let compiled = tokens.lemma[token]
    return compiled >= 0 && Int(compiled) < lexicon.count ? lexicon.text(compiled) : folded(token, token + 1)
  }

  /// The integer that a class gives the token's word: the table, which lies far away, is asked only for words of the class.
  @inline(__always)
  func value(_ token: Int, _ wordClass: WordClass) -> Int64? {
    tokens.has(token, wordClass) ? lexicon.value(tokens.lexeme[token], wordClass) : nil
  }

  /// A straight or curly apostrophe.
  func isApostrophe(_ token: Int) -> Bool {
    byte(token) == UInt8(ascii: "'") && tokens.length(token) == 1
      || byte(token) == 0xE2 && tokens.length(token) == 3 && byte(token, 1) == 0x80 && byte(token, 2) | 1 == 0x99
  }
}
