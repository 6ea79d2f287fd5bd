/// Puts the matches of the user's own rules among the names of the model, in place of those that they overlap.
final class UserNames {
  private let rules: UserRules
  private let matcher: PatternMatcher
  /// Numbers of the rules of the mentions placed last, by the mention's number.
  private var placed: [(mention: Int, rule: Int)] = []

  /// High enough that nothing found otherwise is surer.
  private static let margin: Float = 9

  init(_ rules: UserRules) {
    self.rules = rules
    matcher = PatternMatcher(rules.set)
  }

  /// - Complexity: O(tokens + matches × log matches).
  func place(into mentions: inout [TypedMention], _ analysis: Analysis) {
    placed.removeAll(keepingCapacity: true)
    matcher.run(analysis)
    let chosen = choose(analysis.tokens.count)
    guard !chosen.isEmpty else { return }
    var merged: [TypedMention] = []
    merged.reserveCapacity(mentions.count + chosen.count)
    var next = 0
    for mention in mentions {
      while next < chosen.count, chosen[next].end <= mention.span.tokens.start { append(chosen[next], &merged, &next) }
      if next < chosen.count, chosen[next].tokens.overlaps(mention.span.tokens) { continue }
      merged.append(mention)
    }
    while next < chosen.count { append(chosen[next], &merged, &next) }
    mentions = merged
  }

  private func append(_ match: PatternMatch, _ merged: inout [TypedMention], _ next: inout Int) {
    let outcome = rules.outcomes[Int(match.rule)]
    placed.append((merged.count, Int(match.rule)))
    merged.append(
      TypedMention(
        span: NameSpan(tokens: match.tokens, type: NameSpan.other, margin: UserNames.margin), type: outcome.type, form: .name,
        identity: outcome.identity))
    next += 1
  }

  /// Says in the mentions' evidence which rule made them. The mentions are those of `place`, in the same order.
  func explain(_ analysis: inout Analysis) {
    for (mention, rule) in placed where mention < analysis.mentions.count {
      analysis.mentions[mention].evidence = analysis.record([Evidence(.rule, rules.outcomes[rule].evidence, UserNames.margin)])
    }
  }

  /// The longest matches that do not overlap, in text order; among equals the first in the text, then the first rule.
  private func choose(_ count: Int) -> [PatternMatch] {
    var matches = (0..<matcher.matches.count).map { matcher.matches[$0] }
    guard matches.count > 1 else { return matches }
    matches.sort { ($1.end - $1.start, $0.start, $0.rule) < ($0.end - $0.start, $1.start, $1.rule) }
    var taken = [Bool](repeating: false, count: count)
    var chosen: [PatternMatch] = []
    for match in matches {
      // Longer matches came first: one that overlaps covers an end of this one.
      if taken[Int(match.start)] || taken[Int(match.end) - 1] { continue }
      for token in match.tokens.indices { taken[token] = true }
      chosen.append(match)
    }
    return chosen.sorted { $0.start < $1.start }
  }
}
