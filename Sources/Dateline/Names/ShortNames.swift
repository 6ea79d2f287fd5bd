/// Corrects single words by the longer names of the article: "Skandia" after "Skandia Terminals AB" is the company, not a person.
///
/// Its buffers are reused from article to article; its owner deallocates them.
struct ShortNames {
  /// What stands behind the first word of an organization's name: nothing that says so, an organization's head ("Bank"), a legal form ("AB").
  private enum Ending: Int { case other, head, legalForm }

  /// First words of organizations' names, with the strongest ending behind any of them; nil for those that turned out to be something else.
  private var words = KeyMap()
  private var endings = Column<Ending?>()
  /// Last words of products' names: "Chrome" of "Google Chrome".
  private var products = KeyMap()

  func deallocate() {
    products.deallocate()
    words.deallocate()
    endings.deallocate()
  }

  /// Corrects the types, in place.
  ///
  /// - Complexity: O(mentions).
  mutating func correct(_ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    words.removeAll()
    endings.removeAll()
    products.removeAll()
    var hasProducts = false
    for first in mentions.stretches {
      for index in mentions.numbers(
        from: first,
        where: { $0.pointee.isName & ($0.pointee.span.isSingle ^ 1) & ($0.pointee.isType(.organization) | $0.pointee.isType(.product)) })
      {
        let range = mentions[index].span.tokens
        if mentions[index].type == .organization {
          note(tokens.lexeme[range.first], ShortNames.ending(range, tokens))
        } else if mentions[index].type == .product, !tokens.is(range.last, .hasDigit) {
          _ = products.intern(DocumentEvidence.wordKey(tokens.lexeme[range.last]))
          hasProducts = true
        }
      }
    }
    if hasProducts { correctProducts(&mentions, tokens) }
    guard endings.count > 0 else { return }
    for first in mentions.stretches {
      for index in mentions.numbers(
        from: first,
        where: {
          $0.pointee.isName
            & ($0.pointee.isType(.person) & ($0.pointee.span.isSingle ^ 1) | $0.pointee.isType(.place) & $0.pointee.span.isSingle)
        })
      {
        let range = mentions[index].span.tokens
        if mentions[index].type == .person, range.count > 1 {
          withdraw(tokens.lexeme[range.first])
          withdraw(tokens.lexeme[range.last])
        } else if mentions[index].type == .place, range.count == 1, range.first > 0, tokens.has(range.first - 1, .prepIn),
          ending(tokens.lexeme[range.first]) == .other
        {
          // "in Akkale": a place, after which the "Akkale Lines" are called.
          withdraw(tokens.lexeme[range.first])
        }
      }
    }
    for first in mentions.stretches {
      for index in mentions.numbers(
        from: first, where: { $0.pointee.isName & $0.pointee.span.isSingle & UInt64(UInt32(bitPattern: $0.pointee.entry) &>> 31) })
      {
        let range = mentions[index].span.tokens
        guard let ending = ending(tokens.lexeme[range.first]) else { continue }
        switch mentions[index].type {
        // "Akkale" beside the "Akkale Lines", where nothing is said to lie in it; but a town may well lend its name to a school or a bank.
        case .place where ending != .head: mentions[index].retype(.organization, by: .shortForm)
        case .person where ending != .other, .product where ending != .other, .group where ending == .legalForm:
          mentions[index].retype(.organization, by: .shortForm)
        default: break
        }
      }
    }
  }

  /// Below this margin the model may be wrong about a person.
  private static let unsure: Float = 1.5

  /// "Chrome" beside "Google Chrome" is the product, not a person or a group of people.
  private func correctProducts(_ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    for index in mentions.indices where mentions[index].form == .name && mentions[index].entry < 0 {
      guard mentions[index].type == .group || mentions[index].type == .person && mentions[index].span.margin < ShortNames.unsure else {
        continue
      }
      let range = mentions[index].span.tokens
      let profile = tokens.profile[range.first]
      // "Al-Hussain" may still be one of a family.
      if mentions[index].type == .person, profile.given > 0 || profile.surname > 0 || tokens.is(range.first, .hasHyphen) { continue }
      if range.count == 1, products.find(DocumentEvidence.wordKey(tokens.lexeme[range.first])) >= 0 {
        mentions[index].retype(.product, by: .shortForm)
      }
    }
  }

  @inline(__always)
  private mutating func note(_ word: LexemeID, _ ending: Ending) {
    let row = words.intern(DocumentEvidence.wordKey(word))
    if row == endings.count {
      endings.append(ending)
    } else if let known = endings[row], ending.rawValue > known.rawValue {
      endings[row] = ending
    }
  }

  private func withdraw(_ word: LexemeID) {
    let row = words.find(DocumentEvidence.wordKey(word))
    if row >= 0 { endings[row] = nil }
  }

  private func ending(_ word: LexemeID) -> Ending? {
    let row = words.find(DocumentEvidence.wordKey(word))
    return row < 0 ? nil : endings[row]
  }

  @inline(__always)
  private static func ending(_ range: TokenRange, _ tokens: TokenColumns) -> Ending {
    var found = Ending.other
    for token in (range.first + 1)..<Int(range.end) {
      if tokens.has(token, .legalForm) { return .legalForm }
      if tokens.has(token, .orgHead) { found = .head }
    }
    return found
  }
}
