@testable import Dateline

/// The oracle: one rule at a time, from every token, straight from the pattern, by recursion.
struct NaiveMatcher {
  struct Match: Hashable, Comparable, CustomStringConvertible {
    var rule: String
    var start: Int
    var end: Int
    var captures: [Int: Range<Int>]

    static func < (a: Match, b: Match) -> Bool { (a.start, a.rule, a.end) < (b.start, b.rule, b.end) }
    var description: String { "\(rule) \(start)..<\(end) \(captures.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })" }
  }

  let analysis: Analysis
  let lexicon: Lexicon

  func matches(_ rules: [Rule]) -> [Match] {
    var found: [Match] = []
    for rule in rules {
      for sentence in analysis.sentences {
        for start in sentence.tokens.indices {
          let limit = min(Int(sentence.tokens.end), start + 64)
          var result: (end: Int, captures: [Int: Range<Int>])?
          _ = follow(rule.pattern, start, [:], sentence.tokens, limit) { end, captures in
            result = (end, captures)
            return true
          }
          if let result, result.end > start {
            found.append(Match(rule: rule.id, start: start, end: result.end, captures: result.captures))
          }
        }
      }
    }
    return found.sorted()
  }

  private typealias Then = (Int, [Int: Range<Int>]) -> Bool

  private func follow(_ pattern: Pattern, _ at: Int, _ captures: [Int: Range<Int>], _ sentence: TokenRange, _ limit: Int, _ then: Then)
    -> Bool
  {
    switch pattern {
    case .token(let test): return at < limit && passes(test, at) && then(at + 1, captures)
    case .span(let test):
      guard at < limit, let range = span(test, at), range.lowerBound == at, range.upperBound <= limit else { return false }
      return then(range.upperBound, captures)
    case .sequence(let parts):
      guard let first = parts.first else { return then(at, captures) }
      return follow(first, at, captures, sentence, limit) { next, captures in
        follow(.sequence(Array(parts.dropFirst())), next, captures, sentence, limit, then)
      }
    case .choice(let parts):
      for part in parts where follow(part, at, captures, sentence, limit, then) { return true }
      return false
    case .repeated(let part, let least, let most):
      if most == 0 { return then(at, captures) }
      let more = follow(part, at, captures, sentence, limit) { next, captures in
        follow(.repeated(part, least: max(0, least - 1), most: most - 1), next, captures, sentence, limit, then)
      }
      return more || least == 0 && then(at, captures)
    case .capture(let name, let part):
      return follow(part, at, captures, sentence, limit) { next, captures in
        var captures = captures
        captures[name.slot] = at..<next
        return then(next, captures)
      }
    case .ahead(let part, let isNegated):
      let found = follow(part, at, [:], sentence, min(Int(sentence.end), at + 64)) { _, _ in true }
      return found != isNegated && then(at, captures)
    case .behind(let part, let isNegated):
      let found = (max(sentence.first, at - 64)...at).contains { from in
        follow(part, from, [:], sentence, at) { end, _ in end == at }
      }
      return found != isNegated && then(at, captures)
    }
  }

  private func span(_ test: SpanTest, _ at: Int) -> Range<Int>? {
    switch test.layer {
    case .mention:
      guard
        let mention = analysis.mentions.first(where: {
          $0.tokens.indices.contains(at) && test.forms & 1 << UInt32($0.form.rawValue) != 0
            && test.kinds & 1 << UInt32(analysis.entities[Int($0.entity)].type.rawValue) != 0
        })
      else { return nil }
      return mention.tokens.indices
    case .value:
      return analysis.values.first { $0.tokens.indices.contains(at) && test.kinds & 1 << UInt32($0.kind.rawValue) != 0 }?.tokens.indices
    case .nounGroup: return nil
    }
  }

  private func passes(_ test: TokenTest, _ token: Int) -> Bool {
    let tokens = analysis.tokens
    let text = analysis.article.text(tokens.span(token))
    return test.conditions.allSatisfy { condition in
      let holds: Bool
      switch condition.kind {
      case .words(let words): holds = words.contains { $0.lowercased() == text.lowercased() }
      case .texts(let texts): holds = texts.contains(text)
      case .classes(let classes): holds = classes.contains { tokens.has(token, $0) }
      case .tags(let tags): holds = tags.contains(tokens.tag[token])
      case .flags(let flags, let none): holds = tokens.is(token, flags) && tokens.flags[token].isDisjoint(with: none)
      case .length(let range): holds = range.contains(text.unicodeScalars.count)
      case .letters, .likeNumber, .shapes, .regex: holds = false
      }
      return holds != condition.isNegated
    }
  }
}
