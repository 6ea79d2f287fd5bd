extension QuoteScene {
  /// The longest apposition between two commas, dashes or parentheses, in tokens.
  private static var longestApposition: Int { 30 }

  /// The group before an apposition that ends with the mark at `closer`: "Ann Lee, 43, a nurse from Leeds, said".
  func apposition(_ closer: Int, _ low: Int, _ depth: Int) -> SpeakerSpan? {
    guard depth < 6 else { return nil }
    let mark = marks[closer]
    let opener: PunctuationMark = mark == .closeParenthesis ? .openParenthesis : mark
    // "Smith (R-Fla.), who …": the parenthesis ends before the comma.
    var index = closer - 1
    let limit = max(low, closer - QuoteScene.longestApposition)
    while index > limit, marks[index] != opener {
      if marks[index].isQuotation { return nil }
      index -= 1
    }
    guard index > low, marks[index] == opener else { return nil }
    // "A couple who came in May, and who asked not to be named, said"
    if index + 2 < closer, tokens.has(index + 1, .andWord), tag(index + 2) == .wp || tag(index + 2) == .wdt,
      let described = antecedent(before: index, low)
    {
      return described.named("speaker.described")
    }
    guard let found = groupOnTheLeft(index, low, depth: depth + 1) else { return nil }
    if let both = jointApposition(found, closer, low, depth) { return both }
    // An age or a day between commas: the name stands farther left.
    if let group = phrases.noun(at: found.head), found.end - found.start <= 2,
      phrases.nouns.kind[group] == .bare && tag(found.head) == .cd || phrases.nouns.kind[group] == .time, found.start > low,
      marks[found.start - 1] == .comma, let outer = groupOnTheLeft(found.start - 1, low, depth: depth + 2)
    {
      return outer.named("speaker.apposition")
    }
    // "Ann Lee, director of the museum, Leeds, said": the group found is itself in apposition to a name.
    if tag(found.head).isNoun, !tag(found.head).isProper, found.start > low, marks[found.start - 1] == .comma,
      let outer = groupOnTheLeft(found.start - 1, low, depth: depth + 2), tag(outer.head).isProper, !isTimeGroup(outer)
    {
      return outer.named("speaker.apposition")
    }
    return found.named("speaker.apposition")
  }

  /// "Ana Ruiz, the mayor, and **Karl Moe, the governor,** said": with the one before, who has an apposition too; nil where there is none.
  private func jointApposition(_ last: SpeakerSpan, _ closer: Int, _ low: Int, _ depth: Int) -> SpeakerSpan? {
    guard last.start - 2 > low, tokens.has(last.start - 1, .andWord), marks[last.start - 2] == .comma, marks[closer] == .comma,
      let first = apposition(last.start - 2, low, depth + 2)
    else { return nil }
    let both = SpeakerSpan(first.start, closer, head: last.head, "speaker.apposition")
    return apposed(both) != nil ? both : nil
  }
}
