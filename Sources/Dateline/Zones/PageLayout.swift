/// Gives each line of a page its zone.
struct PageLayout {
  let lines: [PageLines.Line]
  let columns: TokenColumns
  let bytes: UnsafeBufferPointer<UInt8>
  let cues: LineCues
  let names: NameTable

  private(set) var zones: [Zone] = []
  private(set) var dateline: DatelineParts?
  /// The last line that reads as running text; -1 when none does.
  private let lastText: Int

  init(lines: [PageLines.Line], columns: TokenColumns, bytes: UnsafeBufferPointer<UInt8>, cues: LineCues, names: NameTable) {
    self.lines = lines
    self.columns = columns
    self.bytes = bytes
    self.cues = cues
    self.names = names
    lastText = lines.lastIndex { $0.isStopped && $0.count >= 12 } ?? -1
  }

  /// Lines above the body that are looked at.
  private static let deepestHead = 12

  /// - Parameter continues: the page goes on from an earlier one: nothing stands above the body.
  mutating func read(continues: Bool) {
    let body = continues ? 0 : head()
    let tail = self.tail(from: body)
    guard body < tail else { return }
    zones.append(Zone(kind: .body, span: Span(lines[body].span.start, lines[tail - 1].span.end)))
  }

  private func cue(_ line: PageLines.Line) -> (kind: LineCues.Kind, length: Int)? {
    cues.read(bytes, Int(line.span.start), Int(line.span.end))
  }

  private func reader() -> DatelineReader { DatelineReader(names: names, columns: columns, bytes: bytes) }

  // MARK: Above the body

  /// Reads headline, byline and dateline; returns the body's first line.
  private mutating func head() -> Int {
    var index = 0
    var hasHeadline = false
    while index < min(lines.count, PageLayout.deepestHead) {
      let line = lines[index]
      if let found = reader().read(line.tokens) {
        dateline = found
        zones.append(Zone(kind: .dateline, span: found.span))
        return index
      }
      let cue = cue(line)
      if let cue {
        if cue.kind == .byline, isByline(line, cue.length) {
          zones.append(Zone(kind: .byline, span: line.span))
          index += 1
          continue
        }
        if cue.kind == .caption, index + 1 < lines.count {
          zones.append(Zone(kind: .caption, span: line.span))
          index += 1
          continue
        }
      }
      if let cue, cue.kind == .subject, !hasHeadline, let name = first(of: line, behind: cue.length) {
        zones.append(Zone(kind: .headline, span: Span(columns.start[name], line.span.end)))
        hasHeadline = true
        index += 1
        continue
      }
      // "FOR IMMEDIATE RELEASE" and the head of a message stand above the headline.
      if isDateLine(line, cue) || line.count <= 12 && cue?.kind == .release {
        index += 1
        continue
      }
      if !hasHeadline, index + 1 < lines.count ? isHeadline(index) : isOnlyHeadline {
        zones.append(Zone(kind: .headline, span: line.span))
        hasHeadline = true
        index += 1
        continue
      }
      return index
    }
    return index < lines.count ? index : 0
  }

  /// The first token behind a line's cue; nil where none stands there.
  private func first(of line: PageLines.Line, behind length: Int) -> Int? {
    line.tokens.indices.first { Int(columns.start[$0]) >= Int(line.span.start) + length }
  }

  /// "By Jane Doe", "by Agency Bureau Staff": short, and a name follows the cue.
  private func isByline(_ line: PageLines.Line, _ length: Int) -> Bool {
    guard line.count <= 24 else { return false }
    let last = bytes[Int(line.span.end) - 1]
    guard last != UInt8(ascii: "."), last != UInt8(ascii: "?"), last != UInt8(ascii: ":") else { return false }
    var small = 0
    for token in line.tokens.indices where Int(columns.start[token]) >= Int(line.span.start) + length {
      let flags = columns.flags[token]
      if flags.contains(.lowercase), !columns.classes[token].intersects(PageLayout.bylineWords) { small += 1 }
    }
    guard let name = first(of: line, behind: length) else { return true }
    return columns.flags[name].contains(.capitalized) && small <= 3
  }
  private static let bylineWords = WordClassSet(.andWord, .prepIn, .prepOf, .prepFor, .articleThe, .role, .particle)

  /// A line that holds nothing but a date: "Friday, July 21, 2017", "Published March 01, 2008", "Updated: 2008-03-01".
  private func isDateLine(_ line: PageLines.Line, _ cue: (kind: LineCues.Kind, length: Int)?) -> Bool {
    let length = cue?.kind == .date ? cue?.length ?? 0 : 0
    guard line.count <= (length > 0 ? 16 : 10) else { return false }
    var dated = length > 0 && line.tokens.indices.contains { columns.flags[$0].contains(.hasDigit) }
    for token in line.tokens.indices where Int(columns.start[token]) >= Int(line.span.start) + length {
      let classes = columns.classes[token]
      if classes.contains(.month) || classes.contains(.weekday) {
        dated = true
      } else if length > 0, columns.flags[token].contains(.allCapitals) {
        continue  // GMT
      } else if !columns.flags[token].contains(.hasDigit), !columns.flags[token].contains(.punctuation), !classes.contains(.closed) {
        return false
      }
    }
    return dated
  }

  /// The first line, when it is short, without a stop or in title case, and text follows.
  private func isHeadline(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.count <= 36, line.span.count <= 240 else { return false }
    let next = lines[index + 1]
    if !line.isStopped { return next.count > 3 || lines.count > index + 2 }
    // Headlines that end in a stop: short, an empty line and a longer paragraph behind them, most words capitalised or a dateline next.
    guard line.count <= 24, next.startsParagraph else { return false }
    if reader().read(next.tokens) != nil { return true }
    var capitals = 0
    var letters = 0
    for token in line.tokens.indices where columns.flags[token].contains(.hasLetter) {
      letters += 1
      if columns.flags[token].contains(.anyCapital) { capitals += 1 }
    }
    return capitals * 10 >= letters * 6 && next.count > line.count
  }

  /// A text of one line without a stop is a headline, as feeds send them.
  private var isOnlyHeadline: Bool { lines.count == 1 && !lines[0].isStopped && lines[0].count > 2 && lines[0].count <= 30 }

  // MARK: Below the body

  /// Reads captions, copyright line and what follows it; returns the line behind the body.
  private mutating func tail(from body: Int) -> Int {
    var substantial = false
    for index in max(0, body)..<max(body, lines.count) {
      let line = lines[index]
      defer { if line.count >= 12 { substantial = true } }
      guard let cue = cue(line) else {
        if substantial, line.count <= 80, cues.marksCopyright(columns, bytes, line.tokens) {
          close(copyright: index)
          return index
        }
        continue
      }
      switch cue.kind {
      case .caption where line.count <= 60 && !isSentenceGoing(line, cue.length):
        zones.append(Zone(kind: .caption, span: line.span))
      case .copyright where substantial && cue.length == 2 && textFollows(index) && !hasYear(line):
        // "© Agency" between paragraphs is a picture's credit.
        zones.append(Zone(kind: .caption, span: line.span))
      case .copyright where substantial:
        close(copyright: index)
        return index
      case .interruption
      where substantial && isHeading(line, cue.length)
        || line.count <= 24 && bytes[Int(line.span.start) + cue.length - 1] == UInt8(ascii: ":"):
        // "Read more" between paragraphs is a line of its own; below the last one it opens the tail.
        if !textFollows(index) {
          close(related: index)
          return index
        }
        zones.append(Zone(kind: .related, span: line.span))
      case .related where substantial && isHeading(line, cue.length):
        close(related: index)
        return index
      default: break
      }
    }
    return lines.count
  }

  /// Whether a line of running text stands below line `index`; looked for once, from the end.
  private func textFollows(_ index: Int) -> Bool { index < lastText }

  private func hasYear(_ line: PageLines.Line) -> Bool {
    line.tokens.indices.prefix(4).contains { columns.flags[$0].contains(.hasDigit) && columns.end[$0] - columns.start[$0] >= 4 }
  }

  /// "Video: …" is a caption; "Video shows that …" is text.
  private func isSentenceGoing(_ line: PageLines.Line, _ length: Int) -> Bool {
    line.isStopped && line.count > 30 || Int(line.span.start) + length >= bytes.count
  }

  /// A heading of related stories: short and without a stop, in title case or alone with its cue.
  private func isHeading(_ line: PageLines.Line, _ length: Int) -> Bool {
    guard line.count <= 10, !line.isStopped else { return false }
    let rest = Int(line.span.end) - Int(line.span.start) - length
    if rest <= 2 { return true }
    for token in line.tokens.indices where Int(columns.start[token]) >= Int(line.span.start) + length {
      let flags = columns.flags[token]
      if flags.contains(.lowercase), !columns.classes[token].contains(.closed) { return false }
    }
    return true
  }

  /// The copyright line and its like below it; then related stories.
  private mutating func close(copyright index: Int) {
    var last = index
    while last + 1 < lines.count, let cue = cue(lines[last + 1]), cue.kind == .copyright { last += 1 }
    zones.append(Zone(kind: .copyright, span: Span(lines[index].span.start, lines[last].span.end)))
    if last + 1 < lines.count {
      zones.append(Zone(kind: .related, span: Span(lines[last + 1].span.start, lines[lines.count - 1].span.end)))
    }
  }

  private mutating func close(related index: Int) {
    // A copyright line below the related stories has its own zone.
    var end = lines.count
    for line in index + 1..<max(index + 1, lines.count) where cue(lines[line])?.kind == .copyright {
      end = line
      break
    }
    zones.append(Zone(kind: .related, span: Span(lines[index].span.start, lines[end - 1].span.end)))
    if end < lines.count { zones.append(Zone(kind: .copyright, span: Span(lines[end].span.start, lines[lines.count - 1].span.end))) }
  }
}
