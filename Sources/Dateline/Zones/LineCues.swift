import CICU

/// Phrases at the start of lines that say what a line is, from `Gazetteers/zones/cues.tsv`.
struct LineCues: Sendable {
  enum Kind: UInt8 { case byline, caption, copyright, related, interruption, date, release, subject }

  /// A cue's folded bytes in `pool`.
  private struct Cue {
    var offset: Int32
    var length: Int32
    var kind: Kind
    /// Its first bytes, up to eight and up to an apostrophe, which has two forms; the low byte first, and all ones there in `headMask`.
    var head: UInt64 = 0
    var headMask: UInt64 = 0
  }

  private var pool: [UInt8] = []
  /// By first byte, longest first.
  private var cues: [Cue] = []
  /// For each first byte the number of its first cue; one element more than there are bytes.
  private var firstCues: [Int32] = []
  /// Phrases with their longest word, which is rarer than the others, and where in the phrase it stands.
  private var anywhere: [(word: LexemeID, offset: Int, cue: Cue)] = []
  /// The words of `anywhere`, each once.
  private var anywhereWords: [LexemeID] = []

  /// Bytes of a line's start that are looked at.
  static let window = 48

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "zones/cues.tsv", columns: ["cue", "kind"]) else {
      return
    }
    while reader.next() {
      let folded = Folding.fold(reader.string(0))
      guard !folded.isEmpty else { continue }
      var cue = Cue(offset: Int32(pool.count), length: Int32(folded.count), kind: .copyright)
      switch reader.string(1) {
      case "byline": cue.kind = .byline
      case "caption": cue.kind = .caption
      case "copyright": break
      case "copyright-anywhere":
        let words = folded.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") })
        guard let word = words.max(by: { $0.count < $1.count }),
          let lexeme = gazetteer.lexicon.lexeme(String(decoding: word, as: UTF8.self))
        else { continue }
        pool += folded
        anywhere.append((lexeme, word.startIndex, cue))
        if !anywhereWords.contains(lexeme) { anywhereWords.append(lexeme) }
        continue
      case "date": cue.kind = .date
      case "release": cue.kind = .release
      case "subject": cue.kind = .subject
      case "interruption": cue.kind = .interruption
      case "related": cue.kind = .related
      default: continue
      }
      for (place, byte) in folded.prefix(8).enumerated() {
        if byte == UInt8(ascii: "'") { break }
        cue.head |= UInt64(byte) << UInt64(place * 8)
        cue.headMask |= 0xFF << UInt64(place * 8)
      }
      pool += folded
      cues.append(cue)
    }
    let first = { [pool] (cue: Cue) in pool[Int(cue.offset)] }
    cues.sort { (first($0), $1.length, $0.offset) < (first($1), $0.length, $1.offset) }
    var number = 0
    for byte in 0...256 {
      while number < cues.count, Int(first(cues[number])) < byte { number += 1 }
      firstCues.append(Int32(number))
    }
  }

  /// The kind and length of the longest cue that starts a line; a cue ends at a word's end.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (kind: Kind, length: Int)? {
    guard start < end, !cues.isEmpty else { return nil }
    let first = Int(LineCues.lower(bytes[start]))
    var head: UInt64 = 0
    if end - start >= 8, let base = bytes.baseAddress {
      head = LineCues.lower(UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian)
    } else {
      for place in 0..<min(8, end - start) { head |= UInt64(LineCues.lower(bytes[start + place])) << UInt64(place * 8) }
    }
    return cues.withUnsafeBufferPointer { cues in
      for number in Int(firstCues[first])..<Int(firstCues[first + 1]) where (head ^ cues[number].head) & cues[number].headMask == 0 {
        if matches(cues[number], bytes, start, end) { return (cues[number].kind, Int(cues[number].length)) }
      }
      return nil
    }
  }

  /// Whether a line has a phrase that marks copyright wherever it stands.
  func marksCopyright(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: TokenRange) -> Bool {
    // All of a line's words at once: hardly a line has one of these.
    let words = columns.lexeme + tokens.first
    guard anywhereWords.contains(where: { cicu_holds(words, Int64(tokens.count), $0) != 0 }) else { return false }
    let line = Span(columns.start[tokens.first], columns.end[tokens.last]).range
    for token in tokens.indices {
      for phrase in anywhere where columns.lexeme[token] == phrase.word {
        let start = Int(columns.start[token]) - phrase.offset
        guard start >= line.lowerBound, start == line.lowerBound || (bytes[start - 1] | 0x20) &- 97 >= 26 else { continue }
        if matches(phrase.cue, bytes, start, line.upperBound) { return true }
      }
    }
    return false
  }

  @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// The same for eight bytes.
  @inline(__always) private static func lower(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (ones &* 0x7F)
    let capitals = ((low &+ ones &* (0x80 - 65)) ^ (low &+ ones &* (0x80 - 91))) & ~word & (ones &* 0x80)
    return word | capitals &>> 2
  }

  /// Curly apostrophes count as the straight one that the folded cue has.
  private func matches(_ cue: Cue, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    for index in Int(cue.offset)..<Int(cue.offset + cue.length) {
      guard at < end else { return false }
      let expected = pool[index]
      if expected == UInt8(ascii: "'"), bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
        at += 3
        continue
      }
      guard LineCues.lower(bytes[at]) == expected else { return false }
      at += 1
    }
    guard at < end else { return true }
    let isWord = (pool[Int(cue.offset + cue.length) - 1] | 0x20) &- 97 < 26
    return !isWord || (bytes[at] | 0x20) &- 97 >= 26
  }
}
