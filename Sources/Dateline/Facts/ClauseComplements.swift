/// What follows a verb in its clause: object, agent, groups behind prepositions, place, time.
struct ClauseComplements {
  /// Noun groups; -1 for none.
  var object = -1
  /// Coordinated with the object, at most three more.
  var furtherObjects: SIMD4<Int32> = SIMD4(repeating: -1)
  /// A second noun group right behind the object: "elected her chairwoman".
  var second = -1
  var agent = -1
  /// The preposition's bit and the noun group behind it, in order, at most four.
  var behind: SIMD4<Int32> = SIMD4(repeating: -1)
  var bits: SIMD4<UInt16> = .zero
  private(set) var count = 0
  /// Index into `Analysis.entities`, or -1.
  var place: Int32 = -1
  /// Index into `Analysis.values`, or -1.
  var time: Int32 = -1
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
    while token < stop {
      if let time = context.time(at: token) {
        if self.time < 0 { self.time = Int32(time) }
        token = max(token + 1, Int(context.values[time].tokens.end))
        end = token
        pending = 0
        continue
      }
      if let group = context.phrases.noun(at: token) {
        let kind = context.nouns.kind[group]
        if kind == .relative { break }
        if kind != .time { take(group, pending, isPassive, context) }
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
        if pending == 0 { pending = 1 << 15 }
      } else if tokens.has(token, .andWord), object >= 0, count == 0, coordinates(token, stop, context) {
        // "arrested two men and a woman": read as one more object.
        add(object: Int(context.phrases.nounOf[token + 1]))
        token = Int(context.nouns.end[Int(context.phrases.nounOf[token + 1])])
        end = token
        continue
      } else if !(tag.isAdverb || tag == .rp) {
        break
      }
      token += 1
    }
  }

  private func coordinates(_ token: Int, _ stop: Int, _ context: FactContext) -> Bool {
    guard token + 1 < stop, let next = context.phrases.noun(startingAt: token + 1), context.nouns.kind[next] != .relative,
      context.nouns.kind[next] != .time
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
