extension NameConventions {
  // MARK: The words beside a name

  /// Asks those rules that the word before a name, or the one behind it, calls for: most names stand beside none of them.
  @inline(__always)
  func settleByNeighbours(_ span: inout NameSpan, behind last: NameSpan?) {
    let (first, end) = (span.tokens.first, Int(span.tokens.end))
    if end < tokens.count, tokens.has(end, .auxiliary) || isComma(end) { takeDefinition(&span) }
    if span.tokens.count == 1 {
      takeShape(&span)
    } else if span.tokens.count > 2 {
      takeParticled(&span)
    }
    if span.type == NameSpan.other { takeNumber(&span) }
    guard first > 0 else { return }
    let before = first - 1
    if tokens.has(before, .prepOf) {
      takeSettlement(&span, behind: last)
      takeFacilityOf(&span, after: last?.tokens.end ?? 0)
    } else if tokens.has(before, .prepIn) {
      takeResident(&span)
    } else if tokens.has(before, .articleThe) {
      takeRegime(&span)
    } else if tokens.has(before, .andWord) || isComma(before) {
      guard let last else { return }
      takeSettlement(&span, behind: last)
      takeEnd(&span, behind: last)
    } else if tokens.is(before, .possessive) {
      if let last { takeCompatriot(&span, behind: last) }
    } else if tokens.is(before, .lowercase) {
      if tokens.tag[before] == .nn { takeWork(&span) }
      takeStorm(&span)
    } else if tokens.is(before, .capitalized) {
      takeSaint(&span, after: last?.tokens.end ?? 0)
    }
  }
}
