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
  /// The region that starts at capitalised token `first`, inside a sentence that ends before `limit`.
  static func end(from first: Int, limit: Int, _ tokens: TokenColumns, _ columns: NameColumns) -> Int {
    var end = first + 1
    var hasHead = columns[first].kind == .orgHead
    while end < limit {
      if columns[end].capital {
        hasHead = hasHead || columns[end].kind == .orgHead
        end += 1
        continue
      }
      if columns[end].kind == .comma {
        guard let next = afterComma(end, limit, hasHead, columns) else { break }
        end = next
        continue
      }
      var next = end
      while next < limit, next - end < 3, joins(next, tokens, columns) || hasHead && columns[next].kind == .with { next += 1 }
      // "the Senate on Thursday": what says when is no part of the name.
      if next > end, next < limit, columns[next].capital, columns[next].kind != .weekday, columns[next].kind != .month {
        hasHead = hasHead || columns[next].kind == .orgHead
        end = next + 1
        continue
      }
      if isYear(end, tokens, columns) {
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
  private static func afterComma(_ comma: Int, _ limit: Int, _ hasHead: Bool, _ columns: NameColumns) -> Int? {
    let next = comma + 1
    guard next < limit, columns[next].capital else { return nil }
    if columns[next].kind == .legal { return next + 1 }
    guard hasHead else { return nil }
    var at = next + 1
    while at < limit, at - comma <= longestItem {
      if columns[at].kind == .and { return at + 1 < limit && columns[at + 1].capital ? at : nil }
      if columns[at].kind == .comma { return at + 1 < limit && columns[at + 1].capital ? at : nil }
      guard columns[at].capital else { return nil }
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

  private static let heads = WordClassSet(.placeHead, .orgHead)

  static func isYear(_ token: Int, _ tokens: TokenColumns, _ columns: NameColumns) -> Bool {
    columns[token].kind == .year
  }

  private static func joins(_ token: Int, _ tokens: TokenColumns, _ columns: NameColumns) -> Bool {
    switch columns[token].kind {
    case .of, .and, .the, .for, .possessive, .hyphen, .on: return true
    case .dash: return !tokens.is(token, .spaceBefore)
    case .prepIn, .prepFrom: return tokens.length(token) == 2
    default: return tokens.has(token, .particle)
    }
  }
}
