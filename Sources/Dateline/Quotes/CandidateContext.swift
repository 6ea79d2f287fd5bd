/// What stands around a cue and its complement, as features: who speaks, what the content is made of, what follows.
///
/// Every feature is counted apart for each group of complements, since a pronoun after "praised" says something else than one after
/// "said that". `Gazetteers/cues/weights.tsv` gives each its weight, under the names that `name` makes.
struct CandidateContext {
  /// Groups of complements.
  enum Group: UInt8, CaseIterable {
    case clause, around, infinitive, noun, phrase

    init(_ shape: ComplementFrame.Shape) {
      switch shape {
      case .that, .clause, .ifWhether, .wh, .quote, .colon: self = .clause
      case .before, .infix, .according: self = .around
      case .to, .ing: self = .infinitive
      case .np, .adj: self = .noun
      default: self = .phrase
      }
    }
  }

  enum Family: UInt8 {
    case speaker, object, length, marks, following, verb, earlierCue
  }

  /// Calls `found` with the numbers of the flags that count, in the order of their names below.
  @inline(__always)
  fileprivate static func eachFlag(_ flags: VerbFlags, _ found: (Int) -> Void) {
    if flags.contains(.finite) { found(0) }
    if flags.contains(.negated) { found(1) }
    if flags.contains(.infinitive) { found(2) }
    if flags.contains(.perfect) { found(3) }
    if flags.contains(.progressive) { found(4) }
    if flags.contains(.future) { found(5) }
    if flags.contains(.modal) { found(6) }
    if flags.contains(.passive) { found(7) }
  }

  /// How many they are: the number of the feature for a cue outside all verb groups.
  fileprivate static let flagCount = 8

  enum Following: UInt8 {
    case end, comma, dash, colon, quotation, mark, conjunction, preposition, finiteVerb, verb, wh, noun, adverb, other
  }

  enum EarlierCue: UInt8 { case none, inContent, inSentence }

  /// The names of each family's values, spelled out: asking reflection for them costs every start of the process.
  private static let values: [[String]] = [
    NounKind.names, NounKind.names, ["1", "2", "3", "4-5", "6-8", "9-14", "15-25", "26"], ["none", "inside"],
    [
      "end", "comma", "dash", "colon", "quotation", "mark", "conjunction", "preposition", "finiteVerb", "verb", "wh", "noun", "adverb",
      "other",
    ], ["finite", "negated", "infinitive", "perfect", "progressive", "future", "modal", "passive", "noGroup"],
    ["none", "inContent", "inSentence"],
  ]
  private static let familyNames = ["speaker", "object", "length", "marks", "following", "verb", "earlierCue"]
  private static let groupNames = ["clause", "around", "infinitive", "noun", "phrase"]

  /// Room for each family's values in each group; no family has more.
  private static let room = 32

  static let count = 7 * 5 * room

  @inline(__always)
  static func feature(_ family: Family, _ group: Group, _ value: Int) -> Int {
    (Int(family.rawValue) * 5 + Int(group.rawValue)) * room + value
  }

  /// "speaker=clause.person" and so on, by feature; empty for what is none.
  static let names: [String] = {
    var names = [String](repeating: "", count: count)
    for (family, values) in values.enumerated() {
      for (group, groupName) in groupNames.enumerated() {
        for (value, name) in values.enumerated() {
          names[(family * groupNames.count + group) * room + value] = familyNames[family] + "=" + groupName + "." + name
        }
      }
    }
    return names
  }()
}

/// The values of a candidate's features but for that of its speaker, who is looked for last: a candidate is often hopeless without him.
struct CandidateSurroundings {
  let group: CandidateContext.Group
  /// The kind of the object; nil where the group has none.
  fileprivate let object: NounKind?
  fileprivate let length, marks: Int
  fileprivate let following: CandidateContext.Following
  /// The cue's verb group; nil for a cue outside all.
  fileprivate let verb: VerbFlags?
  fileprivate let earlierCue: CandidateContext.EarlierCue

  /// Calls `found` with each feature, always in the same order; that of the speaker is the first, if he is given.
  @inline(__always)
  func eachFeature(speaker: NounKind?, _ found: (Int) -> Void) {
    @inline(__always) func add(_ family: CandidateContext.Family, _ value: Int) { found(CandidateContext.feature(family, group, value)) }
    if let speaker { add(.speaker, Int(speaker.rawValue)) }
    if let object { add(.object, Int(object.rawValue)) }
    add(.length, length)
    add(.marks, marks)
    add(.following, Int(following.rawValue))
    if let verb {
      CandidateContext.eachFlag(verb) { add(.verb, $0) }
    } else {
      add(.verb, CandidateContext.flagCount)
    }
    add(.earlierCue, Int(earlierCue.rawValue))
  }
}

extension QuoteScene {
  /// What stands around a candidate, whoever speaks.
  func surroundings(_ candidate: QuoteCandidate) -> CandidateSurroundings {
    let group = CandidateContext.Group(candidate.frame.shape)
    let first = candidate.fragments[0].first
    let last = candidate.fragments[candidate.fragments.count - 1].last
    var object: NounKind?
    if group == .noun || group == .phrase {
      object = phrases.noun(at: first).map { nounKind(Int(phrases.nouns.head[$0])) } ?? NounKind.none
    }
    let content = content(candidate.fragments)
    return CandidateSurroundings(
      group: group, object: object, length: lengthClass(content.words), marks: content.isMarked ? 1 : 0, following: following(last + 1),
      verb: phrases.verb(at: candidate.cue).map { phrases.verbs.flags[$0] },
      earlierCue: earlierCue(candidate.cue, first, last, candidate.earlierSay))
  }

  /// The kind of a speaker.
  @inline(__always) func kind(of speaker: SpeakerSpan?) -> NounKind { speaker.map { nounKind($0.head) } ?? .none }

  /// The number of words in the fragments, and whether quotation marks hold any.
  @inline(__always)
  private func content(_ fragments: QuoteCandidate.Fragments) -> (words: Int, isMarked: Bool) {
    var words = 0
    var isMarked = false
    for fragment in fragments {
      words &+= counted.count(fragment)
      if quoted.intersects(fragment) { isMarked = true }
    }
    return (words, isMarked)
  }

  private func lengthClass(_ words: Int) -> Int {
    switch words {
    case ...3: max(0, words - 1)
    case ...5: 3
    case ...8: 4
    case ...14: 5
    case ...25: 6
    default: 7
    }
  }

  @inline(__always)
  private func following(_ token: Int) -> CandidateContext.Following {
    guard token < count, !tokens.is(token, .sentenceStart), !startsParagraph(token) else { return .end }
    switch mark(token) {
    case .word: break
    case .stop: return .end
    case .comma: return .comma
    case .dash: return .dash
    case .colon, .semicolon: return .colon
    default: return isQuotation(token) ? .quotation : .mark
    }
    let tag = tag(token)
    if tag == .cc { return .conjunction }
    if tag == .in || tag == .to { return .preposition }
    if tag.isFinite { return .finiteVerb }
    if tag.isVerb { return .verb }
    if tag == .wdt || tag == .wp || tag == .wps || tag == .wrb { return .wh }
    if tag.isNoun || tag == .dt || tag == .prp || tag == .prps || tag.isAdjective { return .noun }
    return tag.isAdverb ? .adverb : .other
  }

  /// Whether a verb that introduces speech stands before the cue in its sentence, at most forty tokens away.
  private func earlierCue(_ cue: Int, _ first: Int, _ last: Int, _ earlierSay: Int) -> CandidateContext.EarlierCue {
    guard earlierSay >= 0, earlierSay >= cue - 40 else { return .none }
    return earlierSay >= first && earlierSay <= last ? .inContent : .inSentence
  }
}
