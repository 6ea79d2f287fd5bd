/// Reads what opens a report: "ISTANBUL (Agency) –", "LONDON, Jan 5 (Agency) -", "NAIROBI, Kenya —", "WASHINGTON/BEIJING (Agency)", "NEW DELHI:".
struct DatelineReader {
  let names: NameTable
  let columns: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>

  /// No dateline is longer.
  private static let longest = 24

  private func mark(_ token: Int, _ end: Int) -> Mark {
    token < end && columns.flags[token].contains(.punctuation)
      ? Mark.read(bytes, Int(columns.start[token]), Int(columns.end[token])) : .other
  }

  private func byte(_ token: Int) -> UInt8 { bytes[Int(columns.start[token])] }

  /// The dateline at the start of the line `range`; nil when there is none.
  func read(_ range: TokenRange) -> DatelineParts? {
    let first = range.first
    let end = min(Int(range.end), first + DatelineReader.longest)
    guard first < end, columns.flags[first].contains(.capitalized) else { return nil }
    guard let place = self.place(first, end) else { return nil }
    var parts = DatelineParts(span: Span(0, 0))
    parts.place = place
    var at = Int(place.end)
    var regions: [TokenRange] = []
    addParts(&parts, &regions, &at, end)
    var region = !regions.isEmpty
    let isInKnown = regions.contains { isPlace($0) }
    // "DOVER, Del. & BASEL, Switzerland".
    while at + 1 < end, byte(at) == UInt8(ascii: "&") || columns.classes[at].contains(.andWord), let other = self.place(at + 1, end) {
      at = Int(other.end)
      regions.append(other)
      addParts(&parts, &regions, &at, end)
      parts.otherPlaces = regions
      region = true
    }
    if parts.date == nil, let date = self.date(at, end) {
      parts.date = date
      at = Int(date.end)
    }
    // "BOSTON--(BUSINESS WIRE)--", "BOSTON, Jan. 5 /PRNewswire/ --".
    if mark(at, end) == .dash, let stop = separator(at, end), mark(stop, end) == .bracketOpen, !columns.flags[stop].contains(.spaceBefore) {
      at = stop
    }
    if at + 2 < end, byte(at) == UInt8(ascii: "/"), byte(at + 2) == UInt8(ascii: "/") {
      parts.agency = TokenRange(at + 1, at + 2)
      at += 3
    }
    if mark(at, end) == .bracketOpen {
      guard let close = closing(at, end) else { return nil }
      if close > at + 1 { parts.agency = TokenRange(at + 1, close) }
      at = close + 1
    }
    if parts.date == nil, let date = self.date(at, end) {
      parts.date = date
      at = Int(date.end)
    }
    let capitals = columns.flags[first].contains(.allCapitals)
    let known = isPlace(place)
    guard let stop = separator(at, end) ?? (capitals && known ? colon(at, range) : nil) else { return nil }
    at = stop
    // "CAIRO - 26 July 2022:": the date behind the dash.
    if parts.date == nil, let date = self.date(at, end), Int(date.end) < end, byte(Int(date.end)) == UInt8(ascii: ":") {
      parts.date = date
      at = Int(date.end) + 1
    }
    guard at < Int(range.end) else { return nil }
    // Without agency or date only a known place, or a place in one, proves the dateline; in ordinary letters it takes more than the place.
    let proven = parts.agency != nil || parts.date != nil
    let dashed =
      at - 1 < end && columns.end[at - 1] - columns.start[at - 1] == 3 && columns.flags[at].contains(.capitalized) && range.count > 15
    guard capitals ? known || proven || isInKnown : known && (proven || region || dashed) || parts.agency != nil && parts.date != nil else {
      return nil
    }
    parts.span = Span(columns.start[first], columns.end[at - 1])
    return parts
  }

  /// ", Kenya", ", Calif.", ", Jan. 5 2025": any number of parts behind commas from `at` on.
  private func addParts(_ parts: inout DatelineParts, _ regions: inout [TokenRange], _ at: inout Int, _ end: Int) {
    while at < end, byte(at) == UInt8(ascii: ","), columns.end[at] - columns.start[at] == 1 {
      if let date = self.date(at + 1, end) {
        parts.date = date
        at = Int(date.end)
      } else if let further = self.region(at + 1, end) {
        regions.append(further)
        at = Int(further.end)
      } else {
        break
      }
    }
  }

  /// One to five capitalised words, perhaps several places: all in capitals when the first is.
  private func place(_ first: Int, _ end: Int) -> TokenRange? {
    let capitals = columns.flags[first].contains(.allCapitals)
    var at = first
    while at < end, at - first < 6 {
      let flags = columns.flags[at]
      if flags.contains(.punctuation) {
        guard at > first, at + 1 < end, columns.flags[at + 1].contains(.capitalized),
          !columns.flags[at].contains(.spaceBefore) || byte(at) == UInt8(ascii: "&"),
          byte(at) == UInt8(ascii: "/") || byte(at) == UInt8(ascii: "&") || byte(at) == UInt8(ascii: "'")
        else { break }
      } else {
        guard flags.contains(.capitalized), !flags.contains(.hasDigit),
          !capitals || flags.contains(.allCapitals) || !flags.contains(.lowercase) && flags.contains(.anyCapital)
        else { break }
        if at > first, capitals, !flags.contains(.allCapitals), columns.end[at] - columns.start[at] > 3 { break }
      }
      at += 1
    }
    return at > first ? TokenRange(first, at) : nil
  }

  /// A region or country behind the place: one to four capitalised words.
  private func region(_ first: Int, _ end: Int) -> TokenRange? {
    var at = first
    while at < end, at - first < 4, columns.flags[at].contains(.capitalized), !columns.flags[at].contains(.hasDigit) { at += 1 }
    return at > first ? TokenRange(first, at) : nil
  }

  /// "Jan. 5", "5 January 2025", "Monday, June 2, 2025".
  private func date(_ first: Int, _ end: Int) -> TokenRange? {
    var at = first
    var month = false
    while at < end, at - first < 8 {
      let classes = columns.classes[at]
      if classes.contains(.month) {
        month = true
      } else if columns.flags[at].contains(.hasDigit) {
        guard columns.end[at] - columns.start[at] <= 4 else { break }
      } else if byte(at) == UInt8(ascii: ",") || byte(at) == UInt8(ascii: ".") {
        guard at > first, at + 1 < end, columns.flags[at + 1].contains(.hasDigit) || columns.classes[at + 1].contains(.month) else { break }
      } else if !classes.contains(.weekday) {
        break
      }
      at += 1
    }
    return at > first && month ? TokenRange(first, at) : nil
  }

  private func closing(_ open: Int, _ end: Int) -> Int? {
    var at = open + 1
    while at < end, at - open < 10 {
      if mark(at, end) == .bracketClose { return at }
      at += 1
    }
    return nil
  }

  /// The token behind the dash or dashes at `token`.
  private func separator(_ token: Int, _ end: Int) -> Int? {
    guard mark(token, end) == .dash else { return nil }
    var at = token
    while at < end, mark(at, end) == .dash { at += 1 }
    return at
  }

  /// A line with a colon behind its first words has more words than this, or it heads what follows.
  private static let longestHead = 12

  /// "NEW DELHI: The court said": the token behind the colon, where a sentence starts.
  private func colon(_ token: Int, _ line: TokenRange) -> Int? {
    let next = token + 1
    guard next < Int(line.end), byte(token) == UInt8(ascii: ":"), columns.end[token] - columns.start[token] == 1,
      line.count > DatelineReader.longestHead, columns.flags[next].contains(.capitalized) || columns.flags[next].contains(.punctuation)
    else { return nil }
    return columns.flags[next].contains(.allCapitals) && columns.end[next] - columns.start[next] > 1 ? nil : next
  }

  /// Whether the gazetteer has the range, or its part before a slash, as a place.
  private func isPlace(_ range: TokenRange) -> Bool {
    var node: Int32 = 0
    for token in range.indices {
      let next = names.child(of: node, columns.lexeme[token])
      guard next != 0 else { return token > range.first && byte(token) == UInt8(ascii: "/") && hasPlace(node) }
      node = next
    }
    return hasPlace(node)
  }

  private func hasPlace(_ node: Int32) -> Bool {
    for index in names.readingRange(node) where names.type(names.readings[index].entry) == .place { return true }
    return false
  }
}
