/// A stretch of a sentence in which names may lie: capitalised words with what can join them. Spans are sought inside one region only.
struct NameRegion {
  var start: Int
  var end: Int

  /// No region is longer; longer runs are cut.
  static let longest = 16
  /// No name is longer than this many tokens.
  static let longestSpan = 9
}

enum NameRegionFinder {
  /// Where a region from `start` to `end`, longer than any may be, is cut: before the last "in" or "at", which seldom stands inside a name, else
  /// where it becomes too long.
  static func cut(_ start: Int, _ end: Int, _ reader: NameRowReader) -> Int {
    let limit = min(end, start + NameRegion.longest)
    var at = limit
    while at > start + NameRegion.longest / 2 {
      if reader.kind(at) == .prepIn, !reader.columns.capitals.contains(at) { return at }
      at -= 1
    }
    return limit
  }

  /// Where the region ends that starts at capitalised token `first`, inside a sentence that ends before `limit`.
  static func end(from first: Int, limit: Int, _ reader: NameRowReader) -> Int {
    let tokens = reader.tokens
    let capitals = reader.columns.capitals
    var end = first + 1
    let firstKind = reader.kind(first)
    // "Saturday's Cup final": what says when is no part of the name.
    if firstKind == .weekday, end < limit, reader.kind(end) == .possessive { return end }
    // "On Sunday Surrey won": nor behind "on", unless the gazetteer knows it as one ("on Sunday Times pages").
    if firstKind == .weekday, first > 0, reader.kind(first - 1) == .on, !reader.startsMatch(first),
      end == limit || !tokens.has(end, .timeNoun)
    {
      return end
    }
    // "(R–S.D.)": a party's letter is no part of the name of the state.
    if tokens.length(first) == 1, end < limit, reader.kind(end) == .hyphen || reader.kind(end) == .dash { return end }
    var hasHead = firstKind == .orgHead
    while end < limit {
      if capitals.contains(end) {
        hasHead = hasHead || reader.kind(end) == .orgHead
        end += 1
        continue
      }
      let kind = reader.kind(end)
      // Most words in small letters end the region.
      guard kind.bit & links != 0 || tokens.has(end, .particle) else { break }
      if kind == .comma {
        guard let next = afterComma(end, limit, hasHead, reader) else { break }
        end = next
        continue
      }
      // "Tennis - Novak wins": a hyphen with a space before it parts a line's head from the rest.
      let isHead = tokens.is(first, .sentenceStart) || first > 0 && tokens.is(first - 1, .punctuation)
      var next = end
      while next < limit, next - end < 3, joins(next, isHead: isHead, reader) || hasHead && reader.kind(next) == .with { next += 1 }
      // "from Buffalo to Long Island" names two.
      if next > end, first > 0, reader.kind(first - 1) == .prepFrom, isTo(end, reader) { break }
      // "the Senate on Thursday": what says when is no part of the name.
      if next > end, next < limit, capitals.contains(next), reader.kind(next) != .weekday, reader.kind(next) != .month {
        hasHead = hasHead || reader.kind(next) == .orgHead
        end = next + 1
        continue
      }
      // "Moody’s put it on review": the gazetteer knows the name with its ending.
      if kind == .possessive, reader.endsMatch(end, from: first) {
        end += 1
        continue
      }
      // "Boeing 737": the gazetteer knows the name with its number.
      if kind == .year || kind == .digits && reader.endsMatch(end, from: first) {
        end += 1
        continue
      }
      break
    }
    // A head in lower case may close the name: "Mutanda mine", "Helmand province".
    if end < limit, tokens.is(end, .lowercase), tokens.has(end, anyOf: heads) { end += 1 }
    return end
  }

  /// Where a region goes on behind a comma: at a legal form ("Greenfield Resources, Inc."), and inside the list that an organization's head
  /// governs ("Ministry of Gender, Labour and Social Development"); nil where it ends.
  @inline(__always)
  private static func afterComma(_ comma: Int, _ limit: Int, _ hasHead: Bool, _ reader: NameRowReader) -> Int? {
    let capitals = reader.columns.capitals
    let next = comma + 1
    guard next < limit, capitals.contains(next) else { return nil }
    if reader.kind(next) == .legal { return next + 1 }
    guard hasHead else { return nil }
    var at = next + 1
    while at < limit, at - comma <= longestItem {
      if reader.kind(at) == .and { return at + 1 < limit && capitals.contains(at + 1) ? at : nil }
      if reader.kind(at) == .comma { return at + 1 < limit && capitals.contains(at + 1) ? at : nil }
      guard capitals.contains(at) else { return nil }
      at += 1
    }
    return nil
  }

  /// No item of a list inside a name is longer than this many words.
  private static let longestItem = 3

  /// Where "2019 Australian federal election" ends, whose year and country end at `end`: behind a small head of events with at most two words
  /// before it; `end` for anything else.
  static func eventEnd(_ end: Int, limit: Int, _ tokens: TokenColumns) -> Int {
    var at = end
    while at < limit, at - end < 3, tokens.is(at, .lowercase), !tokens.has(at, .closed) {
      if tokens.has(at, .eventHead) { return at + 1 }
      at += 1
    }
    return end
  }

  private static func isTo(_ token: Int, _ reader: NameRowReader) -> Bool {
    let start = Int(reader.tokens.start[token])
    return reader.tokens.length(token) == 2 && reader.bytes[start] == UInt8(ascii: "t") && reader.bytes[start + 1] == UInt8(ascii: "o")
  }

  private static let heads = WordClassSet(.placeHead, .orgHead)

  /// What may stand between the words of a name, particles left out, and numbers, with which one may end.
  @inline(__always) private static var links: UInt64 {
    TokenKind.comma.bit | TokenKind.of.bit | TokenKind.and.bit | TokenKind.the.bit | TokenKind.for.bit | TokenKind.possessive.bit
      | TokenKind.on.bit | TokenKind.hyphen.bit | TokenKind.dash.bit | TokenKind.prepIn.bit | TokenKind.prepFrom.bit
      | TokenKind.with.bit | TokenKind.year.bit | TokenKind.digits.bit
  }

  private static func joins(_ token: Int, isHead: Bool, _ reader: NameRowReader) -> Bool {
    switch reader.kind(token) {
    case .of, .and, .the, .for, .possessive, .on: return true
    case .hyphen: return !isHead || !reader.tokens.is(token, .spaceBefore)
    case .dash: return !reader.tokens.is(token, .spaceBefore)
    case .prepIn, .prepFrom: return reader.tokens.length(token) == 2
    default: return reader.tokens.has(token, .particle)
    }
  }
}
