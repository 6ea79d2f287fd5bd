extension NameConventions {
  // MARK: What a name is said to be

  /// No more words than this stand between the article and the noun that says what a name is.
  private static let longestDefinition = 7

  /// "Bilkana is a Danish chain of shops", "Topnod, a lender in Accra,": a name that the tables do not know is what the noun behind it says.
  func takeDefinition(_ span: inout NameSpan) {
    let end = Int(span.tokens.end)
    guard span.rule == .none, span.tokens.count <= 4, end + 2 < tokens.count, span.margin < NameConventions.sureOfPerson,
      let article = definingArticle(end), let noun = definedNoun(article), tokens.sentence[noun] == tokens.sentence[span.tokens.first],
      known(span.tokens) & ~GazetteerClass.weakMask == 0
    else { return }
    let lexeme = tokens.lexeme[noun]
    let type: Int
    if nouns.isKind(.body, lexeme) || tokens.has(noun, .firmNoun) {
      type = NameSpan.organization
    } else if nouns.isKind(.settlement, lexeme) {
      type = NameSpan.place
    } else if nouns.isKind(.work, lexeme), !isComma(end) {
      type = NameSpan.other
    } else {
      return
    }
    guard type != span.type else { return }
    // "Ana Moe is a broadcaster", and people who are said to be a company of one.
    if span.type == NameSpan.person, tokens.has(noun, .role) || span.tokens.count > 1, tokens.profile[span.tokens.first].given > 0 {
      return
    }
    // "Sheikh Zayed", "Mr Bilkan".
    if span.tokens.first > 0, tokens.has(span.tokens.first - 1, anyOf: NameConventions.introducing) { return }
    span = NameSpan(span.tokens, type, by: type == NameSpan.other ? .work : .definition)
  }

  /// "a" or "an" behind a comma or "is"; nil where none stands there.
  private func definingArticle(_ end: Int) -> Int? {
    var at = end
    if isComma(at) {
      at += 1
    } else {
      guard tokens.has(at, .auxiliary), isCopula(at) else { return nil }
      at += 1
    }
    guard at < tokens.count, tokens.has(at, .determiner) || tokens.tag[at] == .dt, tokens.is(at, .lowercase),
      bytes[Int(tokens.start[at])] == UInt8(ascii: "a"), tokens.length(at) <= 2
    else { return nil }
    return at
  }

  /// "is", "was", "are", "were".
  private func isCopula(_ token: Int) -> Bool {
    let (start, length) = (Int(tokens.start[token]), tokens.length(token))
    guard (2...4).contains(length) else { return false }
    let word = bytes[start..<start + length]
    return word.elementsEqual("is".utf8) || word.elementsEqual("was".utf8) || word.elementsEqual("are".utf8)
      || word.elementsEqual("were".utf8)
  }

  /// The last noun of the group that the article opens.
  private func definedNoun(_ article: Int) -> Int? {
    var noun: Int?
    var at = article + 1
    let limit = min(tokens.count, article + NameConventions.longestDefinition + 1)
    while at < limit {
      let tag = tokens.tag[at]
      if tag == .nn || tag == .nns, tokens.is(at, .lowercase) {
        noun = at
      } else if !(tag.isAdjective || tag.isProper || tag == .vbn || tag == .vbg || tag == .cd || tag == .rb || tokens.has(at, .demonymWord)
        || tokens.is(at, .hasHyphen) || tokens.is(at, .hasDigit) || tokens.is(at, .possessive))
      {
        break
      } else if noun != nil, !tag.isProper {
        // "a chain running shops": what follows the noun.
        break
      }
      at += 1
    }
    return noun
  }
}
