extension NameConventions {
  // MARK: Short forms

  /// The words by which the article may call those whom it names in full.
  struct ShortForms {
    enum Kind { case surname, company, club, organization }

    private var forms: [(word: LexemeID, kind: Kind)] = []
    /// A bit for each word, so that most others are told apart at once.
    private var mask: UInt64 = 0

    private(set) var hasClubs = false

    /// No more are sought: lists of names name everyone in full.
    private static let most = 64

    mutating func add(_ word: LexemeID, _ kind: Kind) {
      guard forms.count < ShortForms.most, !forms.contains(where: { $0.word == word }) else { return }
      // At once: growing step by step would ask for memory oftener.
      if forms.isEmpty { forms.reserveCapacity(ShortForms.most) }
      forms.append((word, kind))
      hasClubs = hasClubs || kind == .club
      mask |= ShortForms.bit(word)
    }

    var isEmpty: Bool { forms.isEmpty }

    @inline(__always)
    func kind(of word: LexemeID) -> Kind? {
      guard mask & ShortForms.bit(word) != 0 else { return nil }
      return forms.first { $0.word == word }?.kind
    }

    private static func bit(_ word: LexemeID) -> UInt64 { 1 << UInt64(UInt32(truncatingIfNeeded: word) & 63) }
  }

  /// "after Rune beat Shelton": the last word of a person's full name is a name wherever it stands inside a sentence with its capital, though the
  /// model takes it for the word that it also is. "shares in Norhaven" behind "Norhaven A/S" are the company's, "Forest" behind "Nottingham
  /// Forest" is the club.
  ///
  /// - Complexity: O(tokens).
  func shortForms(_ spans: inout [NameSpan]) {
    var forms = ShortForms()
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { $0.pointee.isSingle ^ 1 }) { note(spans[index], &forms) }
    }
    // "Cloud9 and Immortals": what is an organization elsewhere in the article, where the model is surer.
    for first in spans.stretches {
      for index in spans.numbers(from: first, where: { $0.pointee.isSingle & $0.pointee.isType(NameSpan.organization) })
      where spans[index].margin > NameConventions.settled {
        forms.add(tokens.lexeme[spans[index].tokens.first], .organization)
      }
    }
    guard !forms.isEmpty else { return }
    if forms.hasClubs {
      for (index, span) in spans.enumerated() where span.tokens.count == 1 && span.type != NameSpan.organization {
        let token = span.tokens.first
        guard uppercase.contains(token), forms.kind(of: tokens.lexeme[token]) == .club, isAlone(token) else { continue }
        spans[index] = NameSpan(span.tokens, NameSpan.organization, by: .shortForm)
      }
    }
    var added: [NameSpan] = []
    var token = unnamed.next(from: 0, limit: tokens.count)
    while token < tokens.count {
      switch forms.kind(of: tokens.lexeme[token]) {
      case .surname where isSurname(token): added.append(NameSpan(TokenRange(token, token + 1), NameSpan.person, by: .shortForm))
      case .company where isAlone(token): added.append(NameSpan(TokenRange(token, token + 1), NameSpan.organization, by: .shortForm))
      case .club where isRecalled(token):
        added.append(NameSpan(TokenRange(token, token + 1), NameSpan.organization, by: .shortForm))
      case .organization where isRecalled(token):
        added.append(NameSpan(TokenRange(token, token + 1), NameSpan.organization, by: .sameName))
      default: break
      }
      token = unnamed.next(from: token + 1, limit: tokens.count)
    }
    spans.mergeOrdered(added) { $0.tokens.start }
  }

  /// The word that may stand for a full name.
  private func note(_ span: NameSpan, _ forms: inout ShortForms) {
    let (first, last) = (span.tokens.first, span.tokens.last)
    if span.type == NameSpan.person {
      if !tokens.has(last, anyOf: NameConventions.noSurnames) { forms.add(tokens.lexeme[last], .surname) }
    } else if span.type == NameSpan.organization {
      // "Norhaven A/S", whose first word is no other.
      if span.tokens.count == 2, tokens.has(last, .legalForm), tokens.profile[first].risk < 0 {
        forms.add(tokens.lexeme[first], .company)
      } else if known(span.tokens) & GazetteerClass.clubMask != 0,
        known(TokenRange(last, last + 1)) & GazetteerClass.townMask == 0
      {
        forms.add(tokens.lexeme[last], .club)
      }
    }
  }

  private static let noSurnames = WordClassSet(
    .closed, .nameSuffix, .title, .role, .month, .weekday, .orgHead, .placeHead, .eventHead, .legalForm, .articleThe, .pronoun, .direction)

  /// A capitalised noun inside a sentence, no other name and no article beside it.
  private func isSurname(_ token: Int) -> Bool {
    guard token > 0, !tokens.is(token, .allCapitals), !tokens.is(token, .sentenceStart), !tokens.is(token, .lineStart),
      tokens.tag[token] == .nnp, !tokens.has(token - 1, anyOf: NameConventions.noSurnameBehind),
      !tokens.is(token - 1, .punctuation) || isComma(token - 1)
    else { return false }
    return isAlone(token)
  }

  /// From this margin on a name may speak for others that are written like it.
  private static let settled: Float = 1.5

  /// A capitalised noun inside a sentence of running text, no other name beside it.
  private func isRecalled(_ token: Int) -> Bool {
    token > 0 && !tokens.is(token, .sentenceStart) && !tokens.is(token, .hasPeriod) && tokens.tag[token].isProper
      && !tokens.has(token, anyOf: NameConventions.noSurnames)
      && lines[Int(tokens.sentence[token])] == .running && isAlone(token)
  }

  /// A capitalised word with no other name beside it.
  private func isAlone(_ token: Int) -> Bool {
    guard tokens.is(token, .capitalized), token + 1 == tokens.count || !tokens.is(token + 1, .anyCapital) else { return false }
    return token == 0 || tokens.is(token, .sentenceStart) || !tokens.is(token - 1, .anyCapital)
  }

  static let noSurnameBehind = WordClassSet(.articleThe, .determiner, .possessive)
}
