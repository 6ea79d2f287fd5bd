/// The noun groups to the left of a word in its sentence, the nearest first, and which of them are subjects.
///
/// Stops at a quotation mark: what is quoted and what is told are searched apart.
struct GroupsToTheLeft {
  /// A noun group on the way.
  struct Step {
    var group: Int
    /// A finite verb follows the group, or what hangs on it by prepositions and relative pronouns, and nothing governs it.
    var isSubject: Bool
    /// Stands behind a preposition.
    var isGoverned: Bool
  }

  private let parties: Parties
  private let sentence: Int32
  private var group: Int
  /// Where the group on the right starts, and what it passes on to the one before it.
  private var right: Int
  private var rightHasVerb = false
  private var rightIsGoverned = false
  private var rightIsRelative = false

  /// Starts left of noun group `group`.
  init(of group: Int, _ parties: Parties) {
    self.parties = parties
    self.group = group
    right = Int(parties.phrases.nouns.start[group])
    sentence = parties.tokens.sentence[right]
  }

  /// The next group to the left; nil at the sentence's start or a quotation mark.
  mutating func next() -> Step? {
    group -= 1
    guard group >= 0 else { return nil }
    let tokens = parties.tokens
    let start = Int(parties.phrases.nouns.start[group])
    let end = Int(parties.phrases.nouns.end[group])
    guard tokens.sentence[start] == sentence, !crossesMark(end) else { return nil }
    let isGoverned =
      start > 0 && tokens.sentence[start - 1] == sentence
      && CoreferenceGrammar.governs(tokens.tag[start - 1], tokens.classes[start - 1])
    var hasVerb = GroupsToTheLeft.finiteVerb(after: end, parties) >= 0
    if !hasVerb, rightHasVerb {
      hasVerb =
        rightIsGoverned && end == right - 1
        || rightIsRelative && (end == right || end == right - 1 && parties.bytes[Int(tokens.start[end])] == UInt8(ascii: ","))
    }
    right = start
    rightHasVerb = hasVerb
    rightIsGoverned = isGoverned
    rightIsRelative = parties.phrases.nouns.kind[group] == .relative
    return Step(group: group, isSubject: hasVerb && !isGoverned, isGoverned: isGoverned)
  }

  /// The verb group with a tense that begins at `token`, adverbs passed over; -1 when there is none.
  static func finiteVerb(after token: Int, _ parties: Parties) -> Int {
    let tokens = parties.tokens
    var at = token
    while at < tokens.count, at < token + 2, tokens.tag[at].isAdverb, parties.phrases.verbOf[at] < 0 { at += 1 }
    guard at < tokens.count, tokens.sentence[at] == tokens.sentence[token] else { return -1 }
    let verb = Int(parties.phrases.verbOf[at])
    return verb >= 0 && parties.phrases.verbs.flags[verb].contains(.finite) ? verb : -1
  }

  /// Whether a quotation mark stands between a group's end and the group on the right.
  @inline(__always)
  private func crossesMark(_ end: Int) -> Bool {
    let tokens = parties.tokens
    for token in end..<max(end, right) where tokens.is(token, .punctuation) {
      let first = parties.bytes[Int(tokens.start[token])]
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "`") { return true }
      if first == 0xE2, tokens.length(token) == 3, (0x98...0x9F).contains(parties.bytes[Int(tokens.start[token]) + 2]) { return true }
    }
    return false
  }
}
