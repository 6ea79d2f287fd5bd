/// One pass over the tokens of one text that collects the ends of its sentences.
struct SentenceScan {
  /// Their address: the questions asked below get a copy of the scan, which so stays small.
  private let columnsAt: UnsafePointer<TokenColumns>
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Lines are wrapped by hand: a line's end alone says nothing.
  private let isWrapped: Bool
  private var first = 0
  /// No stop before this token ends the sentence: it stands in brackets that opened inside the sentence.
  private var sealedUntil = 0
  /// "!" and "?" before this token do not end the sentence.
  private var hushedUntil = 0
  private var list: ListMarker?

  /// Brackets are followed this far to their close.
  private static let longestBracket = 60

  /// `columns` must outlive the scan.
  init(columns: UnsafePointer<TokenColumns>, bytes: UnsafeBufferPointer<UInt8>, isWrapped: Bool) {
    columnsAt = columns
    self.bytes = bytes
    self.isWrapped = isWrapped
  }

  @inline(__always) private var columns: TokenColumns { columnsAt.pointee }

  /// Whether nothing about `token` and the one behind it can end a sentence: so it is with most words, and they cost these tests only.
  @inline(__always)
  private func isPlain(_ token: Int) -> Bool {
    let after = token + 1
    guard after < columns.count, list == nil else { return false }
    let following = columns.flags[after]
    guard columns.flags[token].isDisjoint(with: [.punctuation, .initial, .dotted, .abbreviation]),
      following.isDisjoint(with: [.lineStart, .punctuation])
    else { return false }
    guard following.contains(.capitalized) else { return true }
    // A caption's cue has a colon behind it; a line of a date starts with its weekday.
    return after - first != 6 && !(after + 1 < columns.count && bytes[Int(columns.end[after])] == UInt8(ascii: ":"))
      && !columns.classes[after].contains(.weekday)
  }

  mutating func run(into ends: inout [Int32]) {
    let count = columns.count
    var token = open(at: 0, &ends)
    var turns = SentenceTurns(columns)
    defer { if (ends.last.map(Int.init) ?? 0) < count { ends.append(Int32(truncatingIfNeeded: count)) } }
    while token < count {
      let reached = token
      if list == nil {
        let turn = turns.first(from: token)
        // Six tokens may be a line that holds nothing but a date.
        token = token <= first + 5 ? min(turn, first + 5) : turn
      }
      // Whoever passed over the word before a mark has not asked it.
      if token > reached, opensLine(token) {
        ends.append(Int32(truncatingIfNeeded: token))
        token = open(at: token, &ends)
        continue
      }
      if isPlain(token) {
        token += 1
        continue
      }
      let next = token + 1
      if next == count {
        ends.append(Int32(truncatingIfNeeded: next))
        return
      }
      var last = token
      var breaks = false
      let flags = columns.flags[token]
      if flags.contains(.punctuation) {
        (last, breaks) = punctuation(token)
      } else if !flags.isDisjoint(with: [.initial, .dotted, .abbreviation]) {
        (last, breaks) = carrier(token)
      }
      let after = last + 1
      if after < count {
        let following = columns.flags[after]
        if following.contains(.lineStart) { breaks = line(last, after, stopped: breaks || last > token) }
        if !breaks { breaks = opensLine(after) }
        if !breaks, following.contains(.capitalized) { breaks = isCaption(after) || isDateLine(after) }
      } else {
        breaks = true
      }
      if breaks {
        ends.append(Int32(truncatingIfNeeded: after))
        token = after < count ? open(at: after, &ends) : count
      } else {
        token = after
      }
    }
  }

  /// Starts a sentence; returns the token to go on from, behind a list marker. The clock time that opens an entry of a live report is a sentence
  /// of its own.
  private mutating func open(at token: Int, _ ends: inout [Int32]) -> Int {
    if columns.flags[token].contains([.lineStart, .hasDigit]), isEntryTime(token) {
      ends.append(Int32(truncatingIfNeeded: token + 1))
      return open(at: token + 1)
    }
    return open(at: token)
  }

  private mutating func open(at token: Int) -> Int {
    first = token
    var token = token
    while token < columns.count, columns.flags[token].contains(.punctuation), let end = Markup.tagEnd(columns, bytes, token) { token = end }
    while token + 1 < columns.count, columns.flags[token].contains(.punctuation), !columns.flags[token + 1].contains(.lineStart),
      mark(token) == .stop || mark(token) == .ellipsis
    { token += 1 }
    guard token < columns.count else { return token }
    let flags = columns.flags[token]
    if let marker = ListMarker.read(columns, bytes, token) {
      list = marker
      return marker.end < columns.count && !columns.flags[marker.end].contains(.lineStart) ? marker.end : token
    }
    if flags.contains(.paragraphStart) { list = nil }
    return token
  }

  /// "14:05 Police have closed …", "9.30 The Queen …" is no such time: hours and minutes with a colon before a capital, on one line.
  @inline(never)
  private func isEntryTime(_ token: Int) -> Bool {
    let (start, end) = (Int(columns.start[token]), Int(columns.end[token]))
    guard end - start == 4 || end - start == 5, bytes[end - 3] == UInt8(ascii: ":"), token + 2 < columns.count else { return false }
    let digits = (start..<end).allSatisfy { $0 == end - 3 || bytes[$0] &- 48 < 10 }
    let next = columns.flags[token + 1]
    // "14:05 GMT".
    return digits && next.contains([.capitalized, .spaceBefore]) && next.isDisjoint(with: [.lineStart, .allCapitals])
  }

  func mark(_ token: Int) -> Mark {
    guard columns.flags[token].contains(.punctuation) else { return .other }
    return Mark.read(bytes, Int(columns.start[token]), Int(columns.end[token]))
  }

  private func spaced(_ token: Int) -> Bool { columns.flags[token].contains(.spaceBefore) }

  // MARK: Stops

  /// A punctuation token: the last token that goes with it, and whether the sentence ends there.
  @inline(__always)
  private mutating func punctuation(_ token: Int) -> (Int, Bool) {
    let kind = mark(token)
    if kind == .bracketOpen {
      seal(token)
      return (token, false)
    }
    if kind == .quoteEither || kind == .quoteOpen { hush(token) }
    guard kind.isTerminator else { return (token, false) }
    if token > first, !spaced(token), mark(token - 1) == .bracketOpen { return omission(token) }
    if token > first, kind == .stop, bytes[Int(columns.end[token]) - 2] == 0xB0 { return (token, false) }  // "N°. 5"
    if kind == .stop, !spaced(token), ellipsisFollows(token) { return (token, true) }
    var strongest = kind
    let last = closing(token, &strongest)
    let next = last + 1
    guard next < columns.count, !columns.flags[next].contains(.lineStart) else { return (last, true) }
    guard last >= sealedUntil, token >= hushedUntil || kind == .stop else { return (token, false) }
    guard spaced(next) else { return (last, isGluedStart(next)) }
    if ListMarker.read(columns, bytes, next) != nil { return (last, true) }
    if kind == .ellipsis || kind == .stop && last > token && mark(last) == .stop {
      return (last, opensSentence(next) && !isFirstPerson(next))
    }
    guard opensSentence(next) else { return (last, false) }
    // “…?” Smith asked: the cue belongs to the quotation's sentence.
    if strongest != .stop, last > token, isAttribution(next) { return (last, false) }
    if last == token, kind == .stop, mark(next) == .bracketOpen, !isWholeInBrackets(next) {
      return (last, columns.flags[next + 1 < columns.count ? next + 1 : next].contains(.capitalized))
    }
    return (last, true)
  }

  /// "[...]", "[?]": what is left out ends the sentence before a capital only.
  private func omission(_ token: Int) -> (Int, Bool) {
    let next = token + 2
    guard next < columns.count, mark(token) == .ellipsis, mark(token + 1) == .bracketClose, spaced(next) else { return (token, false) }
    return (token + 1, columns.flags[next].contains(.capitalized))
  }

  /// "compounds. . . . The": three stops of their own before a capital belong to what follows.
  @inline(__always)
  private func ellipsisFollows(_ token: Int) -> Bool {
    guard token + 4 < columns.count else { return false }
    for index in token + 1...token + 3 where mark(index) != .stop || !spaced(index) { return false }
    return columns.flags[token + 4].contains(.capitalized)
  }

  /// "… bought 1,000.That is": a space was lost.
  private func isGluedStart(_ token: Int) -> Bool {
    columns.flags[token].contains(.capitalized) && !columns.flags[token].contains(.allCapitals) && columns.classes[token].contains(.closed)
      && token + 1 < columns.count && spaced(token + 1)
  }

  /// A quotation behind a comma: "!" and "?" inside it do not end the sentence.
  @inline(__always)
  private mutating func hush(_ token: Int) {
    guard token > first, token >= hushedUntil, token + 1 < columns.count, spaced(token), !spaced(token + 1) else { return }
    let start = Int(columns.start[token])
    guard mark(token - 1) == .pause else { return }
    let isSingle = bytes[start] == UInt8(ascii: "'") || bytes[start] == 0xE2 && bytes[start + 2] == 0x98
    var index = token + 1
    let limit = min(columns.count, token + SentenceScan.longestBracket * 2)
    while index < limit, !columns.flags[index].contains(.paragraphStart) {
      let kind = mark(index)
      if !spaced(index),
        isSingle
          ? kind == .quoteEither && columns.end[index] - columns.start[index] != 2 && mark(index - 1) != .other
          : kind == .quoteClose || kind == .quoteEither && bytes[Int(columns.start[index])] == UInt8(ascii: "\"")
      {
        hushedUntil = index
        return
      }
      index += 1
    }
  }

  /// The last of the stops, closing quotation marks, closing brackets and note numbers that stand behind the stop at `token`.
  private func closing(_ token: Int, _ strongest: inout Mark) -> Int {
    var last = token
    while last + 1 < columns.count, last - token < 16 {
      let next = last + 1
      if columns.flags[next].contains(.lineStart) { return last }
      let kind = mark(next)
      switch kind {
      case .stop, .ellipsis, .question, .exclamation:
        if spaced(next), kind == .question || kind == .exclamation { return last }
        if spaced(next), next + 1 < columns.count, !spaced(next + 1) { return last }  // " .zip"
        if kind == .question || kind == .exclamation { strongest = kind }
      case .quoteClose: break
      case .quoteEither:
        if spaced(next) {
          // A straight mark with white space on both sides closes when one is open: rare, so the side of the next word decides.
          guard next + 1 >= columns.count || spaced(next + 1) else { return last }
        }
      case .bracketClose: break
      case .bracketOpen:
        // A note's number: "[7]".
        guard next + 2 < columns.count, columns.flags[next + 1].contains(.number), mark(next + 2) == .bracketClose,
          bytes[Int(columns.start[next])] == UInt8(ascii: "[")
        else {
          return last
        }
        last = next + 2
        continue
      default:
        // A note's number glued to the stop: "(1987).1 According".
        guard !spaced(next), columns.flags[next].contains(.number), columns.end[next] - columns.start[next] <= 2, last == token,
          next + 1 < columns.count,
          spaced(next + 1), columns.flags[next + 1].contains(.capitalized)
        else { return last }
      }
      last = next
    }
    return last
  }

  /// Whether a sentence can start at `token`: a capital, a digit or a letter without case, perhaps behind an opening mark.
  private func opensSentence(_ token: Int) -> Bool {
    var index = token
    while index < columns.count, index < token + 4 {
      let flags = columns.flags[index]
      if !flags.contains(.punctuation) {
        if flags.contains(.lowercase), !flags.contains(.splitCompound) { return index > token && mark(token) == .bullet }
        return true
      }
      let kind = mark(index)
      if kind == .ellipsis || kind == .stop && spaced(index) {
        index += 1
        continue
      }
      guard kind.isOpener || kind == .other else { return false }
      if kind == .dash, index + 1 < columns.count, mark(index + 1) == .dash { return false }
      index += 1
    }
    return false
  }

  /// "... I think": after an ellipsis the pronoun proves nothing.
  private func isFirstPerson(_ token: Int) -> Bool {
    columns.end[token] - columns.start[token] == 1 && bytes[Int(columns.start[token])] == UInt8(ascii: "I")
  }

  /// A name of one to four words and a verb of speech.
  private func isAttribution(_ token: Int) -> Bool {
    guard !columns.classes[token].contains(.closed) || columns.classes[token].contains(.speechVerb) else { return false }
    var index = token
    while index < columns.count, index < token + 5 {
      let flags = columns.flags[index]
      if flags.contains(.lineStart) { return false }
      if flags.contains(.lowercase) { return index > token && columns.classes[index].contains(.speechVerb) }
      guard flags.contains(.capitalized) else { return false }
      index += 1
    }
    return false
  }

  /// Seals the inside of brackets that open in mid-sentence.
  private mutating func seal(_ token: Int) {
    guard token > first, token >= sealedUntil else { return }
    var index = token + 1
    let limit = min(columns.count, token + SentenceScan.longestBracket)
    while index < limit, !columns.flags[index].contains(.paragraphStart) {
      if mark(index) == .bracketClose {
        sealedUntil = index
        return
      }
      index += 1
    }
  }

  /// Whether the brackets that open at `token` hold sentences of their own: the close follows a stop.
  private func isWholeInBrackets(_ token: Int) -> Bool {
    var index = token + 1
    let limit = min(columns.count, token + SentenceScan.longestBracket)
    while index < limit, !columns.flags[index].contains(.paragraphStart) {
      if mark(index) == .bracketClose { return mark(index - 1).isTerminator }
      index += 1
    }
    return false
  }

  // MARK: Abbreviations

  /// Words after which "U.S." or "Inc." has ended its sentence.
  private static let starters = WordClassSet(
    .closed, .articleThe, .determiner, .pronoun, .prepIn, .prepFrom, .prepWith, .prepFor, .prepOn, .during, .conjunction, .subordinator
  ).union(WordClassSet(.whWord, .auxiliary, .possessive, .quantifier, .negation))
  /// Words that go on after it: "U.S. President", "Inc. Chairman".
  private static let continuers = WordClassSet(.title, .role, .orgHead, .nationalNoun, .month, .nameSuffix)

  /// A token that carries its own stop.
  private mutating func carrier(_ token: Int) -> (Int, Bool) {
    guard bytes[Int(columns.end[token]) - 1] == UInt8(ascii: ".") else { return (token, false) }
    var strongest = Mark.stop
    let last = closing(token, &strongest)
    let next = last + 1
    guard next < columns.count else { return (last, true) }
    if columns.flags[next].contains(.lineStart) { return (last, !columns.classes[token].contains(.abbreviationTitle)) }
    guard token >= sealedUntil, spaced(next) else { return (last, false) }
    if strongest != .stop { return (last, opensSentence(next)) }
    let flags = columns.flags[token]
    let classes = columns.classes[token]
    let following = columns.flags[next]
    if last > token { return (last, opensSentence(next)) }
    guard opensSentence(next) else { return (token, false) }
    let words = columns.classes[next]
    let isStarter = following.contains(.capitalized) && words.intersects(SentenceScan.starters) && !following.contains(.allCapitals)
    if flags.contains(.initial) { return (token, initialEnds(token, next, isStarter)) }
    if classes.contains(.abbreviationTitle) { return (token, false) }
    if classes.contains(.abbreviationInner) && !classes.contains(.abbreviationEither) {
      return (token, isStarter && following.contains(.capitalized))
    }
    // Carriers that may end a sentence.
    if isStarter || isFirstPerson(next) { return (token, !isTimeAtStart(token)) }
    if isTime(token) {
      return (
        token,
        !following.contains(.hasDigit) && !isTimeAtStart(token) && !words.contains(.month) && !words.contains(.weekday) && !isZone(next)
      )
    }
    if words.intersects(SentenceScan.continuers) { return (token, false) }
    switch mark(next) {
    case .quoteOpen, .quoteEither: return (token, true)
    case .bracketOpen: return (token, isWholeInBrackets(next))
    case .dash, .bullet: return (token, false)
    default: break
    }
    if following.contains(.hasDigit) || !following.contains(.capitalized) || following.contains(.allCapitals)
      || flags.contains(.dotted) && !isCommon(next)
    {
      // A name after "U.S." or "J.C." goes on; a caption's cue does not.
      return (token, next + 1 < columns.count && bytes[Int(columns.start[next + 1])] == UInt8(ascii: ":"))
    }
    // A capitalised ordinary word, followed by a small one: "Inc. Shares fell".
    return (token, next + 1 < columns.count && !columns.flags[next + 1].contains(.capitalized))
  }

  /// "J." before a name never ends a sentence; before "The" it does, unless it stands at the sentence's start ("Q. What").
  private func initialEnds(_ token: Int, _ next: Int, _ isStarter: Bool) -> Bool {
    guard isStarter, token > first else { return false }
    let before = columns.flags[token - 1]
    // "and I. Did", "vitamin C. The", "Malcolm X. He"; not "(b. The".
    return !before.contains(.initial) && !before.contains(.punctuation)
  }

  /// An adverb, participle or noun that is written small elsewhere: it opens a sentence rather than continuing a name.
  private func isCommon(_ token: Int) -> Bool {
    columns.classes[token].intersects(SentenceScan.commonOpeners)
      || columns.classes[token].contains(.collectiveSource) && bytes[Int(columns.end[token]) - 1] == UInt8(ascii: "s")
  }
  private static let commonOpeners = WordClassSet(.cardinalWord, .multiplierWord, .timeNoun, .relativeTime, .approximator, .frequencyWord)

  /// a.m. or p.m., also in capitals.
  private func isTime(_ token: Int) -> Bool {
    let start = Int(columns.start[token])
    guard columns.end[token] - columns.start[token] == 4 else { return false }
    let letter = bytes[start] | 0x20
    return (letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p")) && bytes[start + 2] | 0x20 == UInt8(ascii: "m")
  }

  /// "EST", "GMT": two to four capitals that end with the T of "time", behind an hour; and "UTC".
  private func isZone(_ token: Int) -> Bool {
    let end = Int(columns.end[token])
    let length = end - Int(columns.start[token])
    guard columns.flags[token].contains(.allCapitals), (2...4).contains(length) else { return false }
    return bytes[end - 1] == UInt8(ascii: "T") || length == 3 && bytes[end - 3] == UInt8(ascii: "U") && bytes[end - 1] == UInt8(ascii: "C")
  }

  /// "At 5 a.m. Mr. Smith": a time so near the sentence's start has not ended it.
  private func isTimeAtStart(_ token: Int) -> Bool {
    isTime(token) && token - first <= 3 && columns.classes[first].intersects(WordClassSet(.prepIn, .prepFrom, .during, .closed, .prepOn))
  }

  // MARK: Lines and lists

  /// Whether the end of a line between `last` and `next` ends the sentence.
  @inline(__always)
  private func line(_ last: Int, _ next: Int, stopped: Bool) -> Bool {
    let flags = columns.flags[next]
    if flags.contains(.paragraphStart) { return true }
    if next - first == 1, mark(first) == .bullet { return false }
    if ListMarker.read(columns, bytes, next) != nil { return true }
    if stopped { return opensSentence(next) }
    if flags.contains(.lowercase) { return next - LineLayout.lineStart(columns, last) < 3 && !isWrapped }
    if isWrapped, list == nil { return LineLayout.isShort(columns, last) }
    let kind = mark(next)
    if kind == .bracketOpen, next + 1 < columns.count { return !spaced(next + 1) && !columns.flags[next + 1].contains(.lowercase) }
    return kind != .pause && kind != .bracketClose
  }

  /// Whether the last tags of a line or an item of a list start at `token`. Outside lists its first byte tells of nearly all tokens that none do.
  @inline(__always)
  private func opensLine(_ token: Int) -> Bool {
    if list == nil {
      guard columns.flags[token].contains(.punctuation) else { return false }
      let byte = bytes[Int(columns.start[token])]
      guard byte == UInt8(ascii: "<") || byte == 0xE2 else { return false }
    }
    return Markup.isLastOfLine(columns, bytes, token) || startsItem(token)
  }

  /// Whether an item of a list starts at `token`: a bullet, or the number after the present item's ("1. First 2. Second").
  @inline(__always)
  private func startsItem(_ token: Int) -> Bool {
    let flags = columns.flags[token]
    guard flags.contains(.spaceBefore), token >= sealedUntil else { return false }
    if flags.contains(.punctuation), mark(token) == .bullet, bytes[Int(columns.start[token])] == 0xE2 { return true }
    guard let list, token >= list.end, columns.end[token] - columns.start[token] <= 4, let marker = ListMarker.read(columns, bytes, token)
    else { return false }
    return marker.follows(list) || marker.number == 1 && list.number > 1 && !marker.isCapital
  }

  /// A line's end of weekday and date ("Tuesday, September 1, 2015") behind a headline, or the text behind such a line.
  private func isDateLine(_ token: Int) -> Bool {
    if columns.classes[token].contains(.weekday), token > first, !columns.flags[token - 1].contains(.punctuation) {
      guard let end = dateEnd(token) else { return false }
      return end == columns.count || columns.flags[end].contains(.lineStart)
    }
    return token - first == 6 && columns.flags[first].contains(.lineStart) && columns.classes[first].contains(.weekday)
      && dateEnd(first) == token
  }

  /// Where "Tuesday, September 1, 2015" ends that starts at `token`.
  private func dateEnd(_ token: Int) -> Int? {
    guard token + 6 <= columns.count, mark(token + 1) == .pause, columns.classes[token + 2].contains(.month),
      columns.flags[token + 3].contains(.number),
      mark(token + 4) == .pause, columns.flags[token + 5].contains(.number), columns.end[token + 5] - columns.start[token + 5] == 4
    else { return nil }
    return token + 6
  }

  /// "… Museum Image: Jane Doe": a caption's credit after words without a stop.
  @inline(__always)
  private func isCaption(_ token: Int) -> Bool {
    let length = columns.end[token] - columns.start[token]
    guard length == 5 || length == 7, token > first, token + 2 < columns.count, bytes[Int(columns.end[token])] == UInt8(ascii: ":") else {
      return false
    }
    let start = Int(columns.start[token])
    guard bytes[start] == UInt8(ascii: "I") || bytes[start] == UInt8(ascii: "P"), columns.flags[token + 2].contains(.spaceBefore) else {
      return false
    }
    let cue: StaticString = bytes[start] == UInt8(ascii: "I") ? "Image" : length == 5 ? "Photo" : "Picture"
    guard cue.utf8CodeUnitCount == Int(length) else { return false }
    for index in 0..<Int(length) where bytes[start + index] != cue.utf8Start[index] { return false }
    return mark(token - 1) == .other
  }
}
