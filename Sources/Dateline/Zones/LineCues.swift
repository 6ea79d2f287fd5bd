/// Phrases at the start of lines that say what a line is, from `Gazetteers/zones/cues.tsv`.
struct LineCues: Sendable {
  enum Kind: UInt8 { case byline, caption, copyright, related, interruption, date }

  /// Folded cues by their first byte.
  private var cues: [[(bytes: [UInt8], kind: Kind)]] = Array(repeating: [], count: 256)
  private var anywhere: [(first: LexemeID, bytes: [UInt8])] = []
  /// One bit for each remainder by 64 of the first words of `anywhere`: hardly another word has one of them.
  private var anywhereFilter: UInt64 = 0

  /// Bytes of a line's start that are looked at.
  static let window = 48

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "zones/cues.tsv", columns: ["cue", "kind"]) else {
      return
    }
    while reader.next() {
      let cue = Folding.fold(reader.string(0))
      guard let first = cue.first else { continue }
      switch reader.string(1) {
      case "byline": cues[Int(first)].append((cue, .byline))
      case "caption": cues[Int(first)].append((cue, .caption))
      case "copyright": cues[Int(first)].append((cue, .copyright))
      case "copyright-anywhere":
        let word = reader.string(0).prefix { $0 != " " }
        if let lexeme = gazetteer.lexicon.lexeme(String(word)) {
          anywhere.append((lexeme, cue))
          anywhereFilter |= 1 << UInt64(lexeme & 63)
        }
      case "date": cues[Int(first)].append((cue, .date))
      case "interruption": cues[Int(first)].append((cue, .interruption))
      case "related": cues[Int(first)].append((cue, .related))
      default: break
      }
    }
    for index in cues.indices { cues[index].sort { $0.bytes.count > $1.bytes.count } }
  }

  /// The kind and length of the longest cue that starts a line; a cue ends at a word's end.
  func read(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (kind: Kind, length: Int)? {
    guard start < end else { return nil }
    let candidates = cues[Int(LineCues.lower(bytes[start]))]
    guard !candidates.isEmpty else { return nil }
    for candidate in candidates where matches(candidate.bytes, bytes, start, end) {
      return (candidate.kind, candidate.bytes.count)
    }
    return nil
  }

  /// Whether a phrase that marks copyright wherever it stands begins with one of the line's first 80 words.
  func marksCopyright(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: TokenRange) -> Bool {
    let end = Int(columns.end[tokens.last])
    for token in tokens.first..<min(Int(tokens.end), tokens.first + 80)
    where anywhereFilter >> UInt64(truncatingIfNeeded: columns.lexeme[token] & 63) & 1 != 0 {
      for cue in anywhere where columns.lexeme[token] == cue.first && matches(cue.bytes, bytes, Int(columns.start[token]), end) {
        return true
      }
    }
    return false
  }

  @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// Curly apostrophes count as the straight one that the folded cue has.
  private func matches(_ cue: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    for expected in cue {
      guard at < end else { return false }
      if expected == UInt8(ascii: "'"), bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
        at += 3
        continue
      }
      guard LineCues.lower(bytes[at]) == expected else { return false }
      at += 1
    }
    guard at < end, let last = cue.last else { return true }
    let isWord = (last | 0x20) &- 97 < 26
    return !isWord || (bytes[at] | 0x20) &- 97 >= 26
  }
}
