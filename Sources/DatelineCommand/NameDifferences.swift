import Dateline

/// What differs between the names of two runs over the same articles, counted and with examples.
struct NameDifferences {
  enum Kind: String, CaseIterable { case appeared, vanished, type, span }

  /// One change, as often as it occurred.
  struct Change: Hashable {
    var kind: Kind
    /// "person", or "person → organization".
    var type: String
    /// The name, or "Bank → Bank of Ruritania" where the span changed.
    var name: String
  }

  struct Tally {
    var count = 0
    /// File and line of the first occurrence, and the words around it.
    var place: String
    var context: String
  }

  private(set) var articles = 0
  private(set) var changedArticles = 0
  private(set) var namesBefore = 0
  private(set) var namesAfter = 0
  private(set) var tallies: [Change: Tally] = [:]

  /// Compares two graphs of one article. A name that overlaps one of the other run without being the same span is a change of span.
  ///
  /// - Complexity: O(names), both lists being in text order.
  mutating func add(_ before: GraphNames, _ after: GraphNames, _ article: Article) {
    articles += 1
    namesBefore += before.names.count
    namesAfter += after.names.count
    let old = before.names
    let new = after.names
    var changed = false
    var left = 0
    var right = 0
    // Wanted only where something changed.
    lazy var text = ArticleLines(article)
    func note(_ kind: Kind, _ type: String, _ name: String, _ at: GraphNames.Name) {
      changed = true
      let change = Change(kind: kind, type: type, name: name)
      if tallies[change] == nil {
        tallies[change] = Tally(place: "\(after.id):\(text.line(of: at.start))", context: text.around(at.start, at.end))
      }
      tallies[change]?.count += 1
    }
    while left < old.count || right < new.count {
      if left < old.count, right < new.count, old[left].start < new[right].end, new[right].start < old[left].end {
        let was = old[left]
        let now = new[right]
        let type = was.type == now.type ? now.type : "\(was.type) → \(now.type)"
        if (was.start, was.end) != (now.start, now.end) {
          note(.span, type, "\(was.text) → \(now.text)", now)
        } else if was.type != now.type {
          note(.type, type, now.text, now)
        }
        left += 1
        right += 1
        // What the longer of the two covers besides is part of the same change.
        while left < old.count, old[left].start < now.end { left += 1 }
        while right < new.count, new[right].start < was.end { right += 1 }
      } else if right == new.count || (left < old.count && old[left].start < new[right].start) {
        note(.vanished, old[left].type, old[left].text, old[left])
        left += 1
      } else {
        note(.appeared, new[right].type, new[right].text, new[right])
        right += 1
      }
    }
    if changed { changedArticles += 1 }
  }

  /// Changes of each kind and type: the commonest first within a kind.
  var totals: [(kind: Kind, type: String, count: Int)] {
    var counts: [Kind: [String: Int]] = [:]
    for (change, tally) in tallies { counts[change.kind, default: [:]][change.type, default: 0] += tally.count }
    return Kind.allCases.flatMap { kind in
      (counts[kind] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (kind, $0.key, $0.value) }
    }
  }

  /// The commonest changes of a kind, with where they first occur; equal ones by name.
  func examples(_ kind: Kind, most: Int) -> [(change: Change, tally: Tally)] {
    let all = tallies.filter { $0.key.kind == kind }.map { (change: $0.key, tally: $0.value) }
    return Array(
      all.sorted { ($1.tally.count, $0.change.name, $0.change.type) < ($0.tally.count, $1.change.name, $1.change.type) }.prefix(most))
  }
}

/// An article's text by code points: lines and the words around a name.
struct ArticleLines {
  private let scalars: [UnicodeScalar]
  private let lines: LineNumbers

  init(_ article: Article) {
    scalars = Array(String(decoding: article.bytes, as: UTF8.self).unicodeScalars)
    lines = LineNumbers(scalars)
  }

  /// The line of an offset, from 1.
  func line(of offset: Int) -> Int { lines.number(of: offset) }

  /// The name in brackets with some words to its left and right.
  func around(_ start: Int, _ end: Int, reach: Int = 32) -> String {
    let from = min(max(0, start), scalars.count)
    let to = min(max(from, end), scalars.count)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[max(0, from - reach)..<from])
    text.append("[")
    text.append(contentsOf: scalars[from..<to])
    text.append("]")
    text.append(contentsOf: scalars[to..<min(scalars.count, to + reach)])
    return String(text)
  }
}
