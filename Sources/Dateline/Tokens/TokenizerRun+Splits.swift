extension TokenizerRun {
  /// Emits the merged word `start..<end`, split where news needs it.
  mutating func split(_ start: Int, _ end: Int, _ extra: TokenFlags, _ hyphenated: Bool, into table: inout TokenSink) {
    if end - start > 5, let at = lostSpace(start, end) {
      compound(start, at, [], into: &table)
      emit(at, at + 1, [], into: &table)
      compound(at + 1, end, extra, into: &table)
      return
    }
    let (stem, flags) = clitic(start, end)
    if stem < end {
      whole(start, stem, [], hyphenated, into: &table)
      emit(stem, end, flags, into: &table)
    } else {
      whole(start, end, extra, hyphenated, into: &table)
    }
  }

  /// Only words with a hyphen or a digit in front can be compounds.
  @inline(__always)
  private mutating func whole(_ start: Int, _ end: Int, _ extra: TokenFlags, _ hyphenated: Bool, into table: inout TokenSink) {
    if hyphenated || isDigit(text[start]) {
      compound(start, end, extra, into: &table)
    } else {
      emit(start, end, extra, into: &table)
    }
  }

  /// The stop in "deal.The", where a space was lost between two sentences: a small word, one stop, a capitalised word, both in the lexicon.
  @inline(__always)
  private func lostSpace(_ start: Int, _ end: Int) -> Int? {
    guard text[start] &- 48 >= 10, mayHold(UInt8(ascii: "."), start, end) else { return nil }
    var at = start + 2
    while at < end, text[at] != UInt8(ascii: ".") {
      if text[at] >= 0x80 || text[at] == UInt8(ascii: "-") { return nil }
      at += 1
    }
    guard at + 2 < end, text[at - 1] &- 97 < 26, text[at - 2] &- 97 < 26, isUpper(text[at + 1]), text[at + 2] &- 97 < 26 else { return nil }
    var rest = at + 3
    while rest < end {
      guard text[rest] &- 97 < 26 else { return nil }
      rest += 1
    }
    // "Example.Com" is an address: short words behind the stop must be ones that open sentences.
    if end - at <= 4, !classes(at + 1, end).intersects(TokenizerRun.openers) { return nil }
    return knows(start, at) && knows(at + 1, end) ? at : nil
  }

  private static let openers = WordClassSet(.closed, .articleThe, .pronoun, .title)

  private func knows(_ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard count <= 32 else { return false }
    return reader.record(text, start, end, length).profile.hasTag
  }

  /// Whether the word may hold an ASCII byte: exact for words of up to sixteen bytes that do not end the text, else true.
  @inline(__always)
  func mayHold(_ byte: UInt8, _ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard count <= 16, start + 16 <= length else { return true }
    let word = ShortWord.load(text + start, count, room: 16)
    return ShortWord.holds(word.low, byte) || ShortWord.holds(word.high, byte)
  }

  /// Width of an apostrophe (straight or curly) at `at`, else 0.
  @inline(__always) private func apostrophe(_ at: Int, _ limit: Int) -> Int {
    if text[at] == UInt8(ascii: "'") { return 1 }
    return at + 2 < limit && text[at] == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0x99 ? 3 : 0
  }

  /// Where a clitic starts ("Kyiv|’s", "did|n’t", "they|’re"); `end` when there is none.
  @inline(__always)
  private func clitic(_ start: Int, _ end: Int) -> (Int, TokenFlags) {
    let length = end - start
    guard length > 1 else { return (end, []) }
    // An apostrophe stands two or three bytes before the end, or a curly one four or five.
    guard
      text[end - 2] == UInt8(ascii: "'") || length > 2 && text[end - 3] == UInt8(ascii: "'") || length > 3 && text[end - 4] == 0xE2
        || length > 4 && text[end - 5] == 0xE2
    else { return (end, []) }
    // Only the last six bytes can hold one: n + curly apostrophe + t, or apostrophe + two letters.
    var at = max(start + 1, end - 5)
    while at < end {
      let width = apostrophe(at, end)
      if width > 0 {
        let tail = end - at - width
        if tail == 1 {
          switch text[end - 1] | 0x20 {
          case UInt8(ascii: "s"): return (at, [.clitic, .possessive])
          case UInt8(ascii: "t"): return text[at - 1] | 0x20 == UInt8(ascii: "n") && at - 1 > start ? (at - 1, .clitic) : (end, [])
          case UInt8(ascii: "d"), UInt8(ascii: "m"): return (at, .clitic)
          default: return (end, [])
          }
        }
        if tail == 2 {
          let a = text[end - 2] | 0x20
          let b = text[end - 1] | 0x20
          let known =
            (a == UInt8(ascii: "r") || a == UInt8(ascii: "v")) && b == UInt8(ascii: "e") || a == UInt8(ascii: "l") && b == UInt8(ascii: "l")
          return known ? (at, .clitic) : (end, [])
        }
        return (end, [])
      }
      at += 1
    }
    return (end, [])
  }

  /// Splits "Geneva-based", "pro-Russian", "Turkish-Iranian" and "1.5bn"; emits everything else whole.
  private mutating func compound(_ start: Int, _ end: Int, _ extra: TokenFlags, into table: inout TokenSink) {
    if isDigit(text[start]) {
      number(start, end, extra, into: &table)
      return
    }
    guard let first = nextHyphen(start, end) else {
      emit(start, end, extra, into: &table)
      return
    }
    let rest = first.end
    let head = classes(start, first.start)
    let party = first.start == start + 1 && isUpper(text[start]) && isPartyPlace(start)
    // "Tennis-Okafor stuns top seed": the head of a wire's line.
    let slug = head.contains(.slug) && pending.contains(.lineStart) && isUpper(text[start])
    if head.contains(.hyphenPrefix) || party || slug, rest < end, startsCapitalOrDigit(rest) {
      emit(start, first.start, [], into: &table)
      emit(first.start, rest, .splitCompound, into: &table)
      pending.insert(.splitCompound)
      compound(rest, end, extra, into: &table)
      return
    }
    var last = first
    while let following = nextHyphen(last.end, end) { last = following }
    let tail = classes(last.end, end)
    let capital = startsCapitalOrDigit(start)
    let isPair = last.start == first.start
    let lowerTail = !startsCapitalOrDigit(last.end)
    let splits =
      capital
      && (tail.contains(.hyphenSuffix) && lowerTail || isPair && head.contains(.demonymWord) && lowerTail
        || isPair && !lowerTail && head.intersects(TokenizerRun.nations) && tail.intersects(TokenizerRun.nations)
        || isPair && !lowerTail && head.contains(.month) && (tail.contains(.month) || isDigit(text[last.end])))
    guard splits else {
      emit(start, end, extra, into: &table)
      return
    }
    emit(start, last.start, [], into: &table)
    emit(last.start, last.end, .splitCompound, into: &table)
    emit(last.end, end, extra.union(.splitCompound), into: &table)
  }

  /// Where the letter of a party opens a state: "(D-Calif.)", "Whitfield, D-N.Y.,".
  private func isPartyPlace(_ start: Int) -> Bool {
    guard start > 1 else { return false }
    if text[start - 1] == UInt8(ascii: "(") { return true }
    guard text[start - 1] == 32, text[start - 2] == UInt8(ascii: ",") else { return false }
    return text[start] == UInt8(ascii: "D") || text[start] == UInt8(ascii: "R") || text[start] == UInt8(ascii: "I")
  }

  /// Words that stand side by side in "Turkish-Iranian" and "Japan-EU".
  private static let nations = WordClassSet(.demonymWord, .countryWord)

  private func startsCapitalOrDigit(_ at: Int) -> Bool { isUpper(text[at]) || isDigit(text[at]) || text[at] >= 0xC3 && text[at] < 0xC4 }

  @inline(__always)
  private func nextHyphen(_ from: Int, _ end: Int) -> (start: Int, end: Int)? {
    var at = from
    while at < end {
      if text[at] == UInt8(ascii: "-") { return at > from && at + 1 < end ? (at, at + 1) : nil }
      if text[at] == 0xE2, at + 3 < end, text[at + 1] == 0x80, text[at + 2] == 0x90 || text[at + 2] == 0x91 {
        return at > from ? (at, at + 3) : nil
      }
      at += 1
    }
    return nil
  }

  /// Classes of the word `start..<end`; empty when the lexicon lacks it.
  func classes(_ start: Int, _ end: Int) -> WordClassSet {
    let count = end - start
    guard count > 0, count <= 64 else { return WordClassSet() }
    return reader.record(text, start, end, length).classes
  }

  /// A word that starts with a digit: the unit glued to it becomes a token of its own ("1.5bn", "10km", "5pm"; not "30th", "1990s", "3D").
  @inline(__always)
  private mutating func number(_ start: Int, _ end: Int, _ extra: TokenFlags, into table: inout TokenSink) {
    var at = start
    var commas = 0
    while at < end, isDigit(text[at]) || text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ":") {
      if text[at] == UInt8(ascii: ",") { commas += 1 }
      at += 1
    }
    if commas > 1, at == end, isList(start, end) {
      list(start, end, extra, into: &table)
      return
    }
    if at + 1 < end, text[at] == UInt8(ascii: "-"), isDigit(text[at + 1]), endsInUnit(at + 1, end) {
      // "5-10km", "38-40C".
      emit(start, at, [], into: &table)
      emit(at, at + 1, .splitCompound, into: &table)
      pending.insert(.splitCompound)
      number(at + 1, end, extra, into: &table)
      return
    }
    var letters = at
    while letters < end, (text[letters] | 0x20) &- 97 < 26 { letters += 1 }
    guard at < end, letters > at, letters == end || text[letters] == UInt8(ascii: "-"),
      classes(at, letters).intersects(TokenizerRun.gluedUnits)
    else {
      emit(start, end, extra, into: &table)
      return
    }
    if letters == end {
      emit(start, at, [], into: &table)
      emit(at, end, extra.union(.splitCompound), into: &table)
    } else if letters + 1 < end, isDigit(text[letters + 1]) {
      // "9am-5pm", "3km-5km".
      emit(start, at, [], into: &table)
      emit(at, letters, .splitCompound, into: &table)
      emit(letters, letters + 1, .splitCompound, into: &table)
      pending.insert(.splitCompound)
      number(letters + 1, end, extra, into: &table)
    } else {
      emit(start, end, extra, into: &table)
    }
  }

  /// Whether a word that starts with a digit is a number and a unit, degrees included: "10km", "40C".
  private func endsInUnit(_ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, isDigit(text[at]) || text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") { at += 1 }
    guard at < end, (at..<end).allSatisfy({ (text[$0] | 0x20) &- 97 < 26 }) else { return false }
    if end - at == 1, text[at] == UInt8(ascii: "C") || text[at] == UInt8(ascii: "F") { return true }
    return end - at > 1 && classes(at, end).intersects(TokenizerRun.gluedUnits)
  }

  /// Whether digits with commas are several numbers that lack their spaces: "22,24,26"; "1,234,567" and "12,34,567" are one.
  private func isList(_ start: Int, _ end: Int) -> Bool {
    var digits = 0
    var hasThree = false
    for at in start..<end {
      if isDigit(text[at]) {
        digits += 1
        guard digits <= 3 else { return false }
      } else {
        guard text[at] == UInt8(ascii: ","), digits > 0 else { return false }
        if digits == 3 { hasThree = true }
        digits = 0
      }
    }
    return digits > 0 && digits < 3 && !hasThree
  }

  /// Each number of a list, and the commas between them.
  private mutating func list(_ start: Int, _ end: Int, _ extra: TokenFlags, into table: inout TokenSink) {
    var first = start
    for at in start..<end where text[at] == UInt8(ascii: ",") {
      emit(first, at, [], into: &table)
      emit(at, at + 1, [], into: &table)
      first = at + 1
    }
    emit(first, end, extra, into: &table)
  }

  private static let gluedUnits = WordClassSet(.unitWord, .multiplierWord, .currencyWord, .timeOfDay)
}
