extension NameConventions {
  // MARK: Court cases

  /// "Marlow v. Pike County": what stands on both sides of "v." is one name, the case's, unless both are teams.
  ///
  /// - Complexity: O(spans).
  func cases(_ spans: inout [NameSpan]) {
    var hasCases = false
    for index in spans.indices where isVersus(Int(spans[index].tokens.end)) {
      // What an earlier case took in.
      guard spans[index].type != NameConventions.dropped else { continue }
      let (claimant, versus) = (spans[index].tokens, Int(spans[index].tokens.end))
      guard versus + 1 < tokens.count, tokens.is(versus + 1, .anyCapital), tokens.sentence[claimant.first] == tokens.sentence[versus + 1]
      else { continue }
      var end = versus + 2
      while end < tokens.count, end - versus <= NameConventions.longestParty, tokens.is(end, .anyCapital),
        tokens.sentence[end] == tokens.sentence[versus]
      {
        end += 1
      }
      var next = index + 1
      if next < spans.count, spans[next].tokens.start == versus + 1 {
        if isTeamName(claimant), isTeamName(spans[next].tokens) { continue }
        end = max(end, Int(spans[next].tokens.end))
      }
      // "State Board of Nursing", of which the model may see two names or one half.
      if end + 1 < tokens.count, tokens.has(end, .prepOf), tokens.is(end + 1, .anyCapital), tokens.sentence[end] == tokens.sentence[versus]
      {
        end += 2
      }
      while next < spans.count, spans[next].tokens.first < end {
        end = max(end, Int(spans[next].tokens.end))
        spans[next].type = NameConventions.dropped
        next += 1
      }
      spans[index] = NameSpan(TokenRange(claimant.first, end), NameSpan.other, by: .courtCase)
      hasCases = true
    }
    if hasCases { spans.removeAll { $0.type == NameConventions.dropped } }
  }

  /// No party behind "v." is longer than this many words, unless the model reads it as one name.
  private static let longestParty = 4

  /// "v." with its point; sports reports write "v" and "vs".
  @inline(__always)
  private func isVersus(_ token: Int) -> Bool {
    guard token < tokens.count, tokens.length(token) == 2 else { return false }
    let start = Int(tokens.start[token])
    return bytes[start] == UInt8(ascii: "v") && bytes[start + 1] == UInt8(ascii: ".")
  }

  /// A country, or a club that the tables know.
  private func isTeamName(_ range: TokenRange) -> Bool { known(range) & (GazetteerClass.stateMask | GazetteerClass.clubMask) != 0 }
}
