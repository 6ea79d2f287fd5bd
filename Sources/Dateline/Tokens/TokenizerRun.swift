/// One pass over the segments of one text.
struct TokenizerRun {
  let text: UnsafePointer<UInt8>
  let length: Int
  let segments: WordSegments
  let reader: TokenReader

  /// Flags for the next token that the white space before it has set.
  var pending: TokenFlags = [.spaceBefore, .lineStart, .paragraphStart]
  private var newlines = 2

  /// Merging stops at this length, so that no token swallows a line of hyphens.
  static let longestMerge = 96

  init(text: UnsafePointer<UInt8>, length: Int, segments: WordSegments, reader: TokenReader) {
    self.text = text
    self.length = length
    self.segments = segments
    self.reader = reader
  }

  mutating func tokenize(into table: inout TokenSink) {
    var segment = 0
    var position = 0
    table.startLine()
    while segment < segments.count {
      // An address may have taken a part of the segment.
      let start = max(position, Int(segments.start[segment]))
      let end = Int(segments.end[segment])
      // Only spaces are left out between segments. A sum, not an insertion: the compiler writes one byte of a flag that is inserted, and to
      // read all four right behind it costs the processor more than all else here.
      let flags = TokenFlags(rawValue: pending.rawValue | (start > position ? TokenFlags.spaceBefore.rawValue : 0))
      position = end
      if segments.status[segment] == WordBreaker.plainWord {
        table.append(start, end, flags)
        newlines = 0
        pending = []
        segment += 1
        continue
      }
      pending = flags
      let byte = text[start]
      if let lines = space(byte, start, end) {
        pending = pending.union(.spaceBefore)
        if lines > 0 {
          if newlines == 0 { table.startLine() }
          newlines += lines
          pending = pending.union(newlines > 1 ? [.lineStart, .paragraphStart] : .lineStart)
        }
        segment += 1
        continue
      }
      newlines = 0
      if segments.status[segment] >= 100 || isAlphanumeric(byte) || byte == UInt8(ascii: "@") && end > start + 1 {
        (segment, position) = word(segment, start, into: &table)
      } else {
        (segment, position) = mark(segment, start, into: &table)
      }
    }
  }

  /// Has the records of segments fetched that will be asked for before the others: whether they are abbreviations.
  func fetch(_ numbers: UnsafeBufferPointer<Int32>) {
    for number in numbers {
      let start = Int(segments.start[Int(number)])
      let count = Int(segments.end[Int(number)]) - start
      if count <= ShortWord.longest { reader.fetch(text + start, count, room: length - start) }
    }
  }

  /// For white space and control characters: how many line ends the segment holds; nil for anything else.
  @inline(__always)
  private func space(_ byte: UInt8, _ start: Int, _ end: Int) -> Int? {
    if byte < 32 || byte == 127 { return byte == 10 || byte == 13 || byte == 11 || byte == 12 ? 1 : 0 }
    if byte < 0xC2 { return nil }
    let next = start + 1 < length ? text[start + 1] : 0
    if byte == 0xC2 { return next == 0xA0 ? 0 : next == 0x85 ? 1 : next < 0xA0 ? 0 : nil }
    let third = start + 2 < length ? text[start + 2] : 0
    if byte == 0xE2, next == 0x80 {
      if third <= 0x8F || third == 0xAF || (0xAA...0xAE).contains(third) { return 0 }
      return third == 0xA8 || third == 0xA9 ? 1 : nil
    }
    if byte == 0xE2, next == 0x81, third == 0x9F || third >= 0xA0 && third <= 0xAF { return 0 }
    if byte == 0xE3, next == 0x80, third == 0x80 { return 0 }
    if byte == 0xEF, next == 0xBB, third == 0xBF { return 0 }
    return nil
  }

  @inline(__always) func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 }
  @inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  @inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
  @inline(__always) func byte(_ at: Int) -> UInt8 { at < length ? text[at] : 0 }

  /// Length of a hyphen (plain, U+2010, U+2011) at `at`; 0 for anything else.
  @inline(__always) private func hyphen(_ at: Int) -> Int {
    if byte(at) == UInt8(ascii: "-") { return 1 }
    return byte(at) == 0xE2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0x90 || byte(at + 2) == 0x91) ? 3 : 0
  }

  private func allDigits(_ from: Int, _ to: Int) -> Bool {
    var index = from
    while index < to {
      if !isDigit(text[index]) && text[index] != UInt8(ascii: ",") && text[index] != UInt8(ascii: ".") { return false }
      index += 1
    }
    return to > from
  }

  // MARK: Words

  /// Reads one word from `segment`, which starts at `start`, merging what follows. Returns the next segment and position.
  @inline(__always)
  private mutating func word(_ segment: Int, _ start: Int, into table: inout TokenSink) -> (Int, Int) {
    var end = Int(segments.end[segment])
    var next = segment + 1
    var part = start
    var extra: TokenFlags = []
    var hyphenated = false
    if mayBeAddress(start, end), let address = address(start, end) {
      while next < segments.count, Int(segments.end[next]) <= address { next += 1 }
      emit(start, address, .url, into: &table)
      return (next, address)
    }
    if text[start] == UInt8(ascii: "@") {
      emit(start, end, .handle, into: &table)
      return (next, end)
    }
    merging: while end < length, end - start < TokenizerRun.longestMerge {
      let byte = text[end]
      switch byte {
      case UInt8(ascii: "."):
        guard let kind = stop(part, end) else { break merging }
        extra = kind
        end += 1
        next += 1
      case UInt8(ascii: "-"), 0xE2:
        let width = hyphen(end)
        guard width > 0, next + 1 < segments.count, Int(segments.end[next]) == end + width, end + width < length else { break merging }
        let after = end + width
        guard segments.isGlued(next + 1), segments.status[next + 1] >= 100 || isAlphanumeric(text[after]) else { break merging }
        if allDigits(start, end), allDigits(after, Int(segments.end[next + 1])) || isNumberedName(after, Int(segments.end[next + 1])) {
          break merging
        }
        // The parts may be words to be split from one another.
        reader.fetch(text + part, end - part, room: length - part)
        reader.fetch(text + after, Int(segments.end[next + 1]) - after, room: length - after)
        part = after
        hyphenated = true
        extra = []
        end = Int(segments.end[next + 1])
        next += 2
      case UInt8(ascii: "&"):
        guard next + 1 < segments.count, isUpper(text[end - 1]), isUpper(self.byte(end + 1)) else { break merging }
        end = Int(segments.end[next + 1])
        next += 2
      case UInt8(ascii: ":"), UInt8(ascii: "/"):
        // "Norhaven A/S", "Northwind I/S": legal forms.
        if byte == UInt8(ascii: "/"), end == start + 1, isUpper(text[start]), isUpper(self.byte(end + 1)), next + 1 < segments.count,
          Int(segments.end[next + 1]) == end + 2
        {
          end += 2
          next += 2
          break merging
        }
        guard next + 1 < segments.count, isDigit(self.byte(end + 1)), allDigits(start, end) || allDigits(part, end), end - start <= 10
        else {
          break merging
        }
        part = end + 1
        end = Int(segments.end[next + 1])
        next += 2
      case UInt8(ascii: "+"):
        guard let pluses = pluses(start, end) else { break merging }
        end += pluses
        next += pluses
        break merging
      default:
        break merging
      }
    }
    split(start, end, extra, hyphenated, into: &table)
    return (next, end)
  }

  /// How many plus signs a name that starts with a capital ends with ("OPEC+", "Canal+", "C++"); nil where more than two stand behind it, or
  /// something goes on behind them ("A+B").
  private func pluses(_ start: Int, _ end: Int) -> Int? {
    guard isUpper(text[start]) else { return nil }
    let count = byte(end + 1) == UInt8(ascii: "+") ? 2 : 1
    let after = byte(end + count)
    return isAlphanumeric(after) || after == UInt8(ascii: "+") ? nil : count
  }

  /// "1-Jana Novak", "10-Kalman Kovacs", "2-Cafu,": behind a player's number and its hyphen, a word that is no common one, with another name, a
  /// comma, a bracket or the line's end behind it.
  private func isNumberedName(_ from: Int, _ to: Int) -> Bool {
    guard to - from > 1, isUpper(text[from]), !isUpper(text[from + 1]) else { return false }
    let isLast = byte(to) == UInt8(ascii: ",") || byte(to) == UInt8(ascii: "(") || byte(to) == 10
    guard isLast || byte(to) == 32 && (isUpper(byte(to + 1)) || byte(to + 1) >= 0xC3 || byte(to + 1) == UInt8(ascii: "(")) else {
      return false
    }
    let word = reader.record(text, from, to, length)
    return word.lexeme < 0 || !word.profile.hasTag || word.profile.given > 0 || word.profile.surname > 0 && word.tag == .nnp
  }

  /// Whether an address may start here, by its first letter or an "@": most words are none.
  @inline(__always)
  private func mayBeAddress(_ start: Int, _ end: Int) -> Bool {
    let first = text[start] | 0x20
    let mayBegin = Bit.same(first, UInt8(ascii: "h")) | Bit.same(first, UInt8(ascii: "w")) | Bit.same(first, UInt8(ascii: "f"))
    return mayBegin != 0
      || end - start > 4 && mayHold(UInt8(ascii: "@"), start, end)
  }

  /// Where an address that starts here ends: "https://…", "www.…", or an e-mail address; nil for other words.
  private func address(_ start: Int, _ end: Int) -> Int? {
    let first = text[start] | 0x20
    if first == UInt8(ascii: "h") || first == UInt8(ascii: "w") || first == UInt8(ascii: "f") {
      let isScheme =
        end - start <= 5 && byte(end) == UInt8(ascii: ":") && byte(end + 1) == UInt8(ascii: "/") && byte(end + 2) == UInt8(ascii: "/")
      let isWWW =
        end - start > 4 && text[start] | 0x20 == 119 && text[start + 1] | 0x20 == 119 && text[start + 2] | 0x20 == 119
        && text[start + 3] == 46
      if isScheme || isWWW {
        var stop = end
        while stop < length, text[stop] > 32, text[stop] != UInt8(ascii: "<"), text[stop] != UInt8(ascii: ">"), text[stop] != 0x22,
          !(text[stop] == 0xE2 && byte(stop + 1) == 0x80 && byte(stop + 2) >= 0x93), text[stop] != 0xC2
        { stop += 1 }
        trim: while stop > end {
          switch text[stop - 1] {
          case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: ")"),
            UInt8(ascii: "'"), UInt8(ascii: "]"):
            stop -= 1
          default: break trim
          }
        }
        return stop
      }
    }
    if end - start < 254, end - start > 4, mayHold(UInt8(ascii: "@"), start, end) {
      var index = start + 1
      while index < end {
        if text[index] == UInt8(ascii: "@") { return end }
        index += 1
      }
    }
    return nil
  }

  /// Whether the stop at `end` belongs to the word `part..<end`, and as what: initial, dotted letters or abbreviation.
  @inline(__always)
  private func stop(_ part: Int, _ end: Int) -> TokenFlags? {
    let after = byte(end + 1)
    let count = end - part
    if count == 1, isUpper(text[part]) {
      if isUpper(after) || after == UInt8(ascii: ",") || after == UInt8(ascii: "-") { return .initial }
      // "posted on X. Siemens said": the platform.
      if text[part] == UInt8(ascii: "X"), part > 2, text[part - 1] == 32, text[part - 2] == UInt8(ascii: "n"),
        text[part - 3] == UInt8(ascii: "o")
      {
        return nil
      }
      return after == 32 && (isUpper(byte(end + 2)) || byte(end + 2) >= 0xC3) ? .initial : nil
    }
    if count >= 3, count <= 15, count % 2 == 1 {
      var index = part
      var pattern = true
      while index < end, pattern {
        let letter = (text[index] | 0x20) &- 97 < 26
        pattern = letter && (index + 1 == end || text[index + 1] == UInt8(ascii: "."))
        index += 2
      }
      if pattern { return .dotted }
    }
    guard count <= 12, !isDigit(text[part]) else { return nil }
    let word = reader.abbreviation(text, part, end, length)
    guard word.isAbbreviation == true else { return nil }
    // A lower-case abbreviation that is also a word ("no.", "in.") needs a number after it.
    // A letter alone is no word ("Smith v. Jones").
    if count > 1, !isUpper(text[part]), !isDigit(byte(end + 2)), word.profile.hasTag { return nil }
    return .abbreviation
  }

  // MARK: Punctuation

  /// Reads one mark, merging runs of stops, dashes, doubled quotes and hashtags.
  @inline(__always)
  private mutating func mark(_ segment: Int, _ start: Int, into table: inout TokenSink) -> (Int, Int) {
    var end = Int(segments.end[segment])
    var next = segment + 1
    let byte = text[start]
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"):
      while next < segments.count, text[end] == byte, end - start < TokenizerRun.longestMerge {
        end = Int(segments.end[next])
        next += 1
      }
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      if next < segments.count, text[end] == byte, Int(segments.end[next]) == end + 1 {
        end = Int(segments.end[next])
        next += 1
      } else if let stop = loneClitic(end, next) {
        emit(start, stop, [.clitic, .possessive], into: &table)
        return (next + 1, stop)
      }
    case 0xE2 where end - start == 3 && text[start + 1] == 0x80 && text[start + 2] == 0x99:
      if let stop = loneClitic(end, next) {
        emit(start, stop, [.clitic, .possessive], into: &table)
        return (next + 1, stop)
      }
    case UInt8(ascii: "#"):
      if next < segments.count, segments.isGlued(next), segments.status[next] >= 100 {
        emit(start, Int(segments.end[next]), .handle, into: &table)
        return (next + 1, Int(segments.end[next]))
      }
    default: break
    }
    emit(start, end, [], into: &table)
    return (next, end)
  }

  /// After an apostrophe that ICU kept apart ("U.S.’s"): the end of a lone "s" glued to it.
  private func loneClitic(_ end: Int, _ next: Int) -> Int? {
    guard !pending.contains(.spaceBefore), next < segments.count, Int(segments.end[next]) == end + 1, text[end] | 0x20 == UInt8(ascii: "s")
    else {
      return nil
    }
    return end + 1
  }

  // MARK: Emitting

  mutating func emit(_ start: Int, _ end: Int, _ extra: TokenFlags, into table: inout TokenSink) {
    table.append(start, end, extra.union(pending))
    pending = []
  }
}
