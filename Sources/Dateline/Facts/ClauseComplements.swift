/// What follows a verb in its clause: object, agent, groups behind prepositions, place, time.
struct ClauseComplements {
  /// Noun groups; -1 for none.
  var object = -1
  /// Coordinated with the object, at most three more.
  var furtherObjects: SIMD4<Int32> = SIMD4(repeating: -1)
  /// A second noun group right behind the object: "elected her chairwoman".
  var second = -1
  var agent = -1
  /// Who is given what the second word of a verb names ("gave **Porto** a win over"), -1 for none.
  var receiver = -1
  /// The preposition's bit and the noun group behind it, in order, at most four.
  var behind: SIMD4<Int32> = SIMD4(repeating: -1)
  var bits: SIMD4<UInt16> = .zero
  private(set) var count = 0
  /// Index into `Analysis.entities`, or -1.
  var place: Int32 = -1
  /// Index into `Analysis.values`, or -1.
  var time: Int32 = -1
  /// The result of a match: index into `Analysis.values`, or -1.
  var score: Int32 = -1
  /// A length of time behind a preposition, which is no place and no party: "jailed for nine years".
  var term = -1
  var termBit: UInt16 = 0
  /// Token after the last one that was read.
  var end = 0

  /// No clause is read further than this many tokens behind its verb.
  static let reach = 24

  mutating func add(_ bit: UInt16, _ group: Int) {
    guard count < 4 else { return }
    bits[count] = bit
    behind[count] = Int32(truncatingIfNeeded: group)
    count += 1
  }

  /// The first group behind one of these prepositions, lengths of time included; -1 for none.
  func extra(behind wanted: UInt16) -> Int {
    if wanted & Prepositions.second != 0 { return second }
    return termBit & wanted != 0 ? term : group(behind: wanted)
  }

  /// The first group behind one of these prepositions; -1 for none.
  func group(behind wanted: UInt16) -> Int {
    for index in 0..<count where bits[index] & wanted != 0 { return Int(behind[index]) }
    return -1
  }

  /// Reads from `from` on, inside a sentence that ends before `limit`.
  init(after from: Int, limit: Int, isPassive: Bool, _ context: FactContext) {
    let prepositions = context.prepositions
    let tokens = context.tokens
    var token = from
    var pending: UInt16 = 0
    end = from
    let stop = min(limit, from + ClauseComplements.reach)
    // The values lie in text order: one search, then side by side with the tokens.
    var next = context.firstValue(endingBehind: from)
    while token < stop {
      while next < context.values.count, Int(context.values[next].tokens.end) <= token { next += 1 }
      let value = next < context.values.count && context.values[next].tokens.first <= token ? next : -1
      if value >= 0, context.isTime(value) {
        if time < 0 { time = Int32(value) }
        token = max(token + 1, Int(context.values[value].tokens.end))
        end = token
        pending = 0
        continue
      }
      if value >= 0, context.values[value].tokens.first == token, let group = counted(value, context) {
        // "killing at least 23 people", "wounding more than 60"
        take(group, pending, isPassive, context)
        token = max(token + 1, Int(context.nouns.end[group]))
        end = token
        pending = 0
        continue
      }
      if let group = context.phrases.noun(at: token) {
        let kind = context.nouns.kind[group]
        if kind == .relative { break }
        if value >= 0, context.values[value].kind == .score {
          // "beat Porto 2-1": no second object.
          if score < 0 { score = Int32(value) }
          token = max(token + 1, Int(context.values[value].tokens.end))
          end = token
          pending = 0
          continue
        }
        if kind == .bare, token == from, tokens.tag[Int(context.nouns.head[group])].isAdjective, !tokens.isCapitalized(token) {
          // "cut short a visit"
        } else if kind != .time {
          take(group, pending, isPassive, context)
        } else if pending != 0, term < 0 {
          term = group
          termBit = pending
        }
        token = max(token + 1, Int(context.nouns.end[group]))
        end = token
        pending = 0
        continue
      }
      let tag = tokens.tag[token]
      if tag == .in || tag == .to {
        // A clause of its own: "that …", "because …".
        if tokens.has(token, .subordinator), prepositions.bit(tokens.lexeme[token]) == 0 { break }
        pending = prepositions.bit(tokens.lexeme[token])
        if pending == Prepositions.as, let group = context.phrases.noun(at: token + 1),
          context.phrases.verb(at: Int(context.nouns.end[group])) != nil
        {
          // "as the government faces a revolt"
          break
        }
        if pending == 0 { pending = Prepositions.other }
      } else if tokens.has(token, .andWord), object >= 0, count == 0, coordinates(token, stop, context) {
        // "arrested two men and a woman": read as one more object.
        add(object: Int(context.phrases.nounOf[token + 1]))
        token = Int(context.nouns.end[Int(context.phrases.nounOf[token + 1])])
        end = token
        continue
      } else if context.isComma(token), object >= 0, count == 0 {
        // "named Ana Ruiz, a former judge, as": on behind what stands between the commas.
        let close = ClauseComplements.insertionEnd(token, stop, context)
        guard close > token else { break }
        token = close
      } else if !(tag.isAdverb || tag == .rp) {
        break
      }
      token += 1
    }
  }

  /// The comma that closes an apposition opened by the one at `open`, if a preposition follows it; `open` for anything else.
  private static func insertionEnd(_ open: Int, _ stop: Int, _ context: FactContext) -> Int {
    var token = open + 1
    while token + 1 < stop {
      if context.isComma(token) { return context.tokens.tag[token + 1] == .in || context.tokens.tag[token + 1] == .to ? token : open }
      guard context.phrases.noun(at: token) != nil || context.tokens.tag[token] == .in else { return open }
      token += 1
    }
    return open
  }

  /// The noun group of an amount that begins before it, with words such as "at least"; nil for any other value.
  private func counted(_ value: Int, _ context: FactContext) -> Int? {
    let words = context.values[value].tokens
    guard words.count > 1, context.isAmount(value), let group = context.phrases.noun(at: words.last),
      Int(context.nouns.start[group]) > words.first
    else { return nil }
    return group
  }

  private func coordinates(_ token: Int, _ stop: Int, _ context: FactContext) -> Bool {
    guard token + 1 < stop, let next = context.phrases.noun(startingAt: token + 1), context.nouns.kind[next] != .relative,
      context.nouns.kind[next] != .time, context.tokens.tag[token + 1] != .wps
    else { return false }
    // The subject of another clause is no object of this one.
    return context.phrases.verb(at: Int(context.nouns.end[next])) == nil
  }

  private mutating func add(object group: Int) {
    for lane in 0..<3 where furtherObjects[lane] < 0 {
      furtherObjects[lane] = Int32(truncatingIfNeeded: group)
      return
    }
  }

  private mutating func take(_ group: Int, _ pending: UInt16, _ isPassive: Bool, _ context: FactContext) {
    if pending == 0 {
      // "asked for months earlier"
      let end = Int(context.nouns.end[group])
      if context.tokens.has(Int(context.nouns.head[group]), .timeNoun), end < context.tokens.count, context.tokens.has(end, .relativeShift)
      {
        return
      }
      if object < 0, count == 0, !isPassive {
        object = group
      } else if second < 0, count == 0 {
        second = group
      }
      return
    }
    if pending == Prepositions.by, isPassive, agent < 0 {
      agent = group
      return
    }
    if pending & Prepositions.placing != 0, place < 0 { place = context.place(group) }
    add(pending, group)
  }
}
