/// The ages that the article gives to people: "Olga Petrova, 54,", "54-year-old Olga Petrova". They tell whom "the 54-year-old" means.
struct PersonAges {
  /// No more people of one age are told apart.
  private static let most = 8

  private var given: [(entity: Int32, age: Double, token: Int)] = []
  /// Ages written in one word ("54-year-old") by their tokens, in text order.
  private var written: [(token: Int, age: Double)] = []

  init(_ draft: CoreferenceDraft) {
    let tokens = draft.tokens
    let bytes = draft.layers.bytes
    for index in draft.layers.values.indices {
      // By index: a value copied would count references.
      let kind = draft.layers.values[index].kind
      guard kind == .age || kind == .cardinal, let age = draft.layers.values[index].number, age < 130 else { continue }
      let token = draft.layers.values[index].tokens.first
      if kind == .age, tokens.is(token, .hasHyphen) {
        written.append((token, age))
        if let person = PersonAges.person(described: token, draft) { given.append((person, age, token)) }
      } else if token > 1, PersonAges.isAge(token, tokens, bytes),
        let person = PersonAges.person(endingAt: token - 2, draft)
      {
        given.append((person, age, token))
      }
    }
  }

  /// Whether the number stands alone behind a name: "Petrova, 54,", "Petrova (54)".
  private static func isAge(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = bytes[Int(tokens.start[token - 1])]
    guard before == UInt8(ascii: ",") || before == UInt8(ascii: "("), token + 1 < tokens.count else { return false }
    return tokens.is(token + 1, .punctuation) && tokens.sentence[token - 2] == tokens.sentence[token]
  }

  /// The person whom "54-year-old" stands before or beside: "54-year-old minister Olga Petrova", "Olga Petrova, a 54-year-old minister".
  private static func person(described token: Int, _ draft: CoreferenceDraft) -> Int32? {
    let tokens = draft.tokens
    let bytes = draft.layers.bytes
    guard let group = draft.phrases.noun(at: token) else { return nil }
    let last = Int(draft.phrases.nouns.end[group]) - 1
    if last > token, let person = person(endingAt: last, draft) { return person }
    let start = Int(draft.phrases.nouns.start[group])
    guard start > 1, bytes[Int(tokens.start[start - 1])] == UInt8(ascii: ","), tokens.sentence[start - 2] == tokens.sentence[start] else {
      return nil
    }
    return person(endingAt: start - 2, draft)
  }

  private static func person(endingAt token: Int, _ draft: CoreferenceDraft) -> Int32? {
    guard let mention = draft.layers.mention(at: token) else { return nil }
    let entity = draft.mentions[mention].entity
    return draft.entities[Int(entity)].type == .person ? entity : nil
  }

  // MARK: Questions

  /// The tokens of ages that are written in one word.
  var tokens: some Sequence<Int> { written.lazy.map(\.token) }

  /// The age written in the words; nil for none.
  func age(in words: TokenRange) -> Double? {
    if written.isEmpty { return nil }
    return written.first { $0.token >= words.first && $0.token <= words.last }?.age
  }

  /// The one person whose age this is; nil for none or several.
  func person(of age: Double) -> Int32? { person(aged: age...age, before: .max) }

  /// The one person of such an age that is given before a token; nil for none or several.
  func person(aged range: ClosedRange<Double>, before token: Int) -> Int32? {
    let found = people(aged: range, before: token)
    return found.count == 1 ? found[0] : nil
  }

  /// The people of such an age that is given before a token.
  func people(aged range: ClosedRange<Double>, before token: Int) -> [Int32] {
    var found: [Int32] = []
    for one in given where range.contains(one.age) && one.token < token && found.count < PersonAges.most && !found.contains(one.entity) {
      found.append(one.entity)
    }
    return found
  }

  /// Whether the article gives the person another age.
  func contradicts(_ entity: Int32, _ age: Double) -> Bool { given.contains { $0.entity == entity && $0.age != age } }
}
