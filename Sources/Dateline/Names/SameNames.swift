/// Lets the mentions of one name agree on their type: what most of them say, the surer ones counting more.
///
/// "Cruise" after "Tom Cruise" is a person; an acronym in brackets is of the type of the name before it; a name that is a company three times and a
/// person once is a company.
struct SameNames {
  /// What all mentions of one name say together.
  private struct Ballot {
    /// Sum by `EntityType.rawValue`: half a vote to one for each mention, by its margin.
    var votes: SIMD8<Float> = .zero
    /// For each type the first mention that has it, so that its entry can be taken over.
    var first: SIMD8<Int32> = SIMD8(repeating: -1)
    var isMixed = false
  }

  private var rows = KeyMap()
  private var ballots = Column<Ballot>()
  /// The row of each mention; -1 for those that have no say.
  private var rowOf = Column<Int32>()

  /// What a longer personal name adds for its surname alone.
  private static let surnameVote: Float = 1.5
  /// What the dateline adds for its place.
  private static let datelineVote: Float = 1
  /// What a noun for ships, craft and storms beside a name adds, and what says what a name is.
  private static let craftVote: Float = 2
  /// What a name says for the acronym in brackets behind it.
  private static let bracketVote: Float = 2

  func deallocate() {
    rows.deallocate()
    ballots.deallocate()
    rowOf.deallocate()
  }

  /// Corrects the types, in place.
  ///
  /// - Complexity: O(mentions).
  mutating func correct(_ mentions: inout [TypedMention], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard mentions.count > 1 else { return }
    rows.removeAll()
    ballots.removeAll()
    rowOf.removeAll()
    vote(mentions, tokens)
    speakForOthers(mentions, tokens, bytes)
    for index in mentions.indices where rowOf[index] >= 0 { settle(index, &mentions, tokens) }
  }

  @inline(__always)
  private mutating func row(_ tokens: TokenColumns, _ from: Int, _ to: Int) -> Int {
    let row = rows.intern(DocumentEvidence.phraseKey(tokens.lexeme, from, to))
    if row == ballots.count { ballots.append(Ballot()) }
    return row
  }

  private mutating func vote(_ mentions: [TypedMention], _ tokens: TokenColumns) {
    for index in mentions.indices {
      guard mentions[index].form == .name, mentions[index].identity == 0 else {
        rowOf.append(-1)
        continue
      }
      let range = mentions[index].span.tokens
      let row = row(tokens, range.first, Int(range.end))
      let type = Int(mentions[index].type.rawValue)
      rowOf.append(Int32(truncatingIfNeeded: row))
      ballots[row].votes[type] += 0.5 + 0.12 * max(0, min(4, mentions[index].span.margin))
      if mentions[index].span.rule == .dateline { ballots[row].votes[type] += SameNames.datelineVote }
      if SameNames.isCraft(mentions[index].span.rule) { ballots[row].votes[type] += SameNames.craftVote }
      if ballots[row].first[type] < 0 {
        ballots[row].isMixed = ballots[row].isMixed || ballots[row].first.max() >= 0
        ballots[row].first[type] = Int32(truncatingIfNeeded: index)
      }
    }
  }

  private static func isCraft(_ rule: NameRule) -> Bool { rule == .ship || rule == .craft || rule == .storm || rule == .definition }

  /// The votes of longer names for their surnames, and of spelled-out names for the acronyms behind them.
  private func speakForOthers(_ mentions: [TypedMention], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    for index in mentions.indices where rowOf[index] >= 0 {
      let range = mentions[index].span.tokens
      if mentions[index].type == .person, range.count > 1 {
        let row = rows.find(DocumentEvidence.phraseKey(tokens.lexeme, range.last, Int(range.end)))
        // A place that the tables know stays one beside a person of its name.
        if row >= 0, ballots[row].votes[Int(EntityType.place.rawValue)] == 0 {
          add(SameNames.surnameVote, .person, row)
        }
        // "Dos Santos" behind "José Eduardo dos Santos".
        if range.count > 2, tokens.has(range.last - 1, .particle) {
          let row = rows.find(DocumentEvidence.phraseKey(tokens.lexeme, range.last - 1, Int(range.end)))
          if row >= 0 { add(2 * SameNames.surnameVote, .person, row) }
        }
        speakForGiven(mentions[index].span, mentions, tokens)
      } else if index + 1 < mentions.count, rowOf[index + 1] >= 0,
        Abbreviation.isInBrackets(mentions[index + 1].span.tokens, after: mentions[index], tokens, bytes)
      {
        add(SameNames.bracketVote, mentions[index].type, Int(rowOf[index + 1]))
      } else if index + 1 < mentions.count, rowOf[index + 1] >= 0,
        Abbreviation.isExplained(mentions[index], by: mentions[index + 1], tokens, bytes)
      {
        add(SameNames.bracketVote, mentions[index].type, Int(rowOf[index + 1]))
      }
    }
  }

  /// "Shubman" beside "Shubman Gill": a given name that no place has is the person.
  private func speakForGiven(_ span: NameSpan, _ mentions: [TypedMention], _ tokens: TokenColumns) {
    let first = span.tokens.first
    guard tokens.profile[first].given > 0 || tokens.profile[first].risk < 0 else { return }
    let row = rows.find(DocumentEvidence.phraseKey(tokens.lexeme, first, first + 1))
    guard row >= 0, ballots[row].votes[Int(EntityType.organization.rawValue)] + ballots[row].votes[Int(EntityType.person.rawValue)] == 0
    else { return }
    let place = Int(ballots[row].first[Int(EntityType.place.rawValue)])
    guard place < 0 || mentions[place].entry < 0 else { return }
    add(SameNames.surnameVote, .person, row)
  }

  private func add(_ vote: Float, _ type: EntityType, _ row: Int) {
    ballots[row].votes[Int(type.rawValue)] += vote
    ballots[row].isMixed = true
  }

  @inline(__always)
  private func settle(_ index: Int, _ mentions: inout [TypedMention], _ tokens: TokenColumns) {
    let ballot = ballots[Int(rowOf[index])]
    let range = mentions[index].span.tokens
    if ballot.isMixed {
      let best = ballot.votes.max()
      // The dateline's place stays one beside a club of its name.
      guard mentions[index].span.rule != .dateline, best > ballot.votes[Int(mentions[index].type.rawValue)] else { return }
      for type in EntityType.allCases where ballot.votes[Int(type.rawValue)] == best {
        let model = Int(ballot.first[Int(type.rawValue)])
        mentions[index].retype(type, by: .sameName)
        mentions[index].entry = model < 0 ? -1 : mentions[model].entry
        mentions[index].flags = model < 0 ? [] : mentions[model].flags
        return
      }
    } else if range.count == 2, mentions[index].entry < 0, mentions[index].type == .product || mentions[index].type == .organization,
      !tokens.has(range.last, anyOf: SameNames.heads)
    {
      // "Romelu Lukaku", of no clear type, where the article speaks of "Lukaku" as a person.
      let row = rows.find(DocumentEvidence.phraseKey(tokens.lexeme, range.last, Int(range.end)))
      guard row >= 0 else { return }
      let person = ballots[row].votes[Int(EntityType.person.rawValue)]
      if person > 0, person == ballots[row].votes.sum() { mentions[index].retype(.person, by: .sameName) }
    }
  }

  private static let heads = WordClassSet(.orgHead, .teamHead, .mediaHead, .placeHead, .eventHead, .lawHead, .productHead, .legalForm)
}

/// "Union of Concerned Teachers (UCT)": a short form in brackets right behind the name.
enum Abbreviation {
  /// Whether `range` is one word of capitals in brackets behind `name`, which is no person's and no place's.
  static func isInBrackets(
    _ range: TokenRange, after name: TypedMention, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = Int(name.span.tokens.end)
    guard range.count == 1, range.first == end + 1, name.span.tokens.count > 1, name.type != .person, name.type != .place else {
      return false
    }
    guard bytes[Int(tokens.start[end])] == UInt8(ascii: "("), range.first + 1 < tokens.count else { return false }
    return bytes[Int(tokens.start[range.first + 1])] == UInt8(ascii: ")") && tokens.is(range.first, .allCapitals)
  }
  /// Whether `name` alone fills brackets right behind `short`, one word of capitals that nobody takes for a person or a place:
  /// "CUP (Union of Progressive Pilots)".
  static func isExplained(
    _ short: TypedMention, by name: TypedMention, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let open = Int(short.span.tokens.end)
    let close = Int(name.span.tokens.end)
    guard short.span.tokens.count == 1, short.type != .person, short.type != .place, tokens.is(open - 1, .allCapitals),
      (2...6).contains(tokens.length(open - 1)), name.span.tokens.count > 1, name.span.tokens.first == open + 1, close < tokens.count,
      name.type != .person, name.type != .place
    else { return false }
    return bytes[Int(tokens.start[open])] == UInt8(ascii: "(") && bytes[Int(tokens.start[close])] == UInt8(ascii: ")")
  }
}
