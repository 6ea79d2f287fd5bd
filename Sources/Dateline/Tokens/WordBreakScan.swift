/// The word break rules of ICU 72 over the characters that `WordBreakClass` knows.
struct WordBreakScan {
  private let text: UnsafePointer<UInt8>
  private let length: Int
  private let table: UnsafePointer<UInt8>

  init(text: UnsafePointer<UInt8>, length: Int) {
    self.text = text
    self.length = length
    table = WordBreakClass.table
  }

  /// Class and width of the character at `at`, which must lie inside the text.
  @inline(__always)
  private func read(_ at: Int) -> (kind: UInt8, width: Int) {
    let byte = text[at]
    if byte < 0x80 { return (table[Int(byte)], 1) }
    return readWide(at, byte)
  }

  @inline(__always)
  private func readWide(_ at: Int, _ byte: UInt8) -> (kind: UInt8, width: Int) {
    if byte < 0xE0 {
      guard at + 1 < length else { return (WordBreakClass.icu, 1) }
      return (table[Int(byte & 0x1F) << 6 | Int(text[at + 1] & 0x3F)], 2)
    }
    guard byte < 0xF0, at + 2 < length else { return (WordBreakClass.icu, 1) }
    let scalar = Int(byte & 0x0F) << 12 | Int(text[at + 1] & 0x3F) << 6 | Int(text[at + 2] & 0x3F)
    if scalar < WordBreakClass.tableSize { return (table[scalar], 3) }
    return (scalar == 0xFFFD ? WordBreakClass.other : WordBreakClass.icu, 3)
  }

  /// The end of the run of ASCII letters that starts at `from`: eight bytes at a time.
  @inline(__always)
  private func letters(from: Int) -> Int {
    var position = from
    let tops: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    while position + 8 <= length {
      let word = UnsafeRawPointer(text + position).loadUnaligned(as: UInt64.self).littleEndian
      let folded = (word | ones &* 0x20) & ~tops
      let fromA = folded &+ ones &* (0x80 - 97)
      let beyondZ = folded &+ ones &* (0x7F - 122)
      let others = ~((fromA ^ beyondZ) & ~word) & tops
      if others != 0 { return position + others.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < length, (text[position] | 0x20) &- 97 < 26 { position += 1 }
    return position
  }

  /// Writes segments from `from`, a boundary, until one ends behind `past` and before ASCII, the text ends, `room` is full, or a segment
  /// needs ICU; spaces are left out. Returns their number, where the next segment starts, and whether it is ICU's.
  func run(from: Int, past: Int, into segments: WordSegments, room: Int) -> (found: Int, reached: Int, asksICU: Bool) {
    var found = 0
    var start = from
    while start < length, found < room, start <= past || text[start] >= 0x80 {
      var (kind, width) = read(start)
      var position = start + width
      var tag: UInt8 = 0
      switch kind {
      case WordBreakClass.letter, WordBreakClass.numeric, WordBreakClass.extendNumLet:
        var last = kind
        // An underscore alone is no word; two are.
        tag = kind == WordBreakClass.letter ? 200 : kind == WordBreakClass.numeric ? 100 : 0
        if width == 1 {
          position = letters(from: position)
          if position > start + 1 {
            tag = 200
            last = WordBreakClass.letter
          }
        }
        word: while position < length {
          (kind, width) = read(position)
          switch kind {
          case WordBreakClass.letter:
            tag = 200
            last = kind
            position += width
          case WordBreakClass.numeric:
            tag = 100
            last = kind
            position += width
          case WordBreakClass.extendNumLet:
            tag = last == WordBreakClass.numeric ? 100 : 200
            last = kind
            position += width
          case WordBreakClass.midLetter, WordBreakClass.midNum, WordBreakClass.midNumLet:
            let joined =
              kind == WordBreakClass.midLetter ? WordBreakClass.letter : kind == WordBreakClass.midNum ? WordBreakClass.numeric : last
            guard joined == last, last != WordBreakClass.extendNumLet else {
              // What follows may still attach to the mark, but not to this word.
              break word
            }
            let next = position + width
            guard next < length else { break word }
            let (following, followingWidth) = read(next)
            if following == WordBreakClass.icu { return (found, start, true) }
            guard following == last else { break word }
            position = next + followingWidth
          case WordBreakClass.icu:
            return (found, start, true)
          default:
            break word
          }
        }
      case WordBreakClass.space:
        // Nearly always one space before an ASCII character.
        if position < length, text[position] < 0x80, text[position] != 32 { break }
        while position < length {
          (kind, width) = read(position)
          guard kind == WordBreakClass.space else { break }
          position += width
        }
        if position < length, kind == WordBreakClass.icu { return (found, start, true) }
      case WordBreakClass.carriageReturn:
        if position < length, text[position] == 10 { position += 1 }
      case WordBreakClass.lineFeed, WordBreakClass.newline:
        break
      case WordBreakClass.icu:
        return (found, start, true)
      default:
        if position < length, read(position).kind == WordBreakClass.icu { return (found, start, true) }
      }
      found += segments.set(found, start, position, tag, text)
      start = position
    }
    return (found, start, false)
  }

  /// The next place at or after `position` + 1 that is a boundary whatever stands before it: a space or a line feed that continues no run.
  func safePlace(after position: Int) -> Int {
    var at = position + 1
    while at < length {
      let byte = text[at]
      if byte == 32 || byte == 10 {
        let before = text[at - 1]
        if before > 32 && before < 0x80 { return at }
        // Behind a character of three bytes or more only a letter of another script is sure not to be white space.
        if before >= 0x80, !isWideSpace(at) { return at }
      }
      at += 1
    }
    return length
  }

  /// Whether the character that ends before `at` is white space that would join a run: U+1680, U+2000…U+200A, U+205F, U+3000.
  private func isWideSpace(_ at: Int) -> Bool {
    guard at >= 3 else { return false }
    let (a, b, c) = (text[at - 3], text[at - 2], text[at - 1])
    switch a {
    case 0xE1: return b == 0x9A && c == 0x80
    case 0xE2: return b == 0x80 && c <= 0x8A || b == 0x81 && c == 0x9F
    case 0xE3: return b == 0x80 && c == 0x80
    default: return false
    }
  }
}
