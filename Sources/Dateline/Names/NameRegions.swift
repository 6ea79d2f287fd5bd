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
    while end < limit {
      if columns[end].capital {
        end += 1
        continue
      }
      var next = end
      while next < limit, next - end < 3, joins(next, tokens, columns) { next += 1 }
      // "the Senate on Thursday": what says when is no part of the name.
      if next > end, next < limit, columns[next].capital, columns[next].kind != .weekday, columns[next].kind != .month {
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
