/// People of whom the article tells without naming them: "a 34-year-old man … the man … he". One becomes an entity when something refers to him.
///
/// As candidates they stand for a number below -1, so that "he" behind "a man" is not taken for somebody named earlier.
struct UnnamedPeople {
  private struct Person {
    var words: TokenRange
    var head: LexemeID
    var gender: Gender
    var sentence: Int32
    /// -1 as long as nothing refers to the person.
    var entity: Int32 = -1
    /// Another one was introduced by the same noun: the noun alone says no longer who is meant.
    var isOneOfTwo = false
  }

  private var people: [Person] = []
  /// Sentences between the introduction and "the man".
  private static let farthest: Int32 = 12
  private static let searched = 16

  static func isUnnamed(_ candidate: Int32) -> Bool { candidate < -1 }

  private func index(_ candidate: Int32) -> Int { -2 - Int(candidate) }

  func gender(_ candidate: Int32) -> Gender { people[index(candidate)].gender }

  /// Remembers a person and returns the number as a candidate.
  mutating func introduce(_ words: TokenRange, _ head: LexemeID, _ gender: Gender, sentence: Int32) -> Int32 {
    var new = Person(words: words, head: head, gender: gender, sentence: sentence)
    if let same = people.indices.suffix(UnnamedPeople.searched).last(where: { people[$0].head == head }) {
      people[same].isOneOfTwo = true
      new.isOneOfTwo = true
    }
    people.append(new)
    return Int32(truncatingIfNeeded: -1 - people.count)
  }

  /// The person whom "the man" means, as a candidate.
  func find(_ head: LexemeID, sentence: Int32) -> Int32? {
    guard let found = people.indices.suffix(UnnamedPeople.searched).last(where: { people[$0].head == head }), !people[found].isOneOfTwo,
      sentence - people[found].sentence <= UnnamedPeople.farthest
    else { return nil }
    return Int32(truncatingIfNeeded: -2 - found)
  }

  /// The only person whose introduction has such words, as a candidate.
  func find(where fits: (TokenRange) -> Bool) -> Int32? {
    let found = people.indices.suffix(UnnamedPeople.searched).filter { fits(people[$0].words) }
    return found.count == 1 ? Int32(truncatingIfNeeded: -2 - found[0]) : nil
  }

  /// The entity of a candidate, and the words that introduced the person if it is a new one.
  mutating func entity(_ candidate: Int32, _ draft: inout CoreferenceDraft) -> (entity: Int32, introduction: TokenRange?) {
    let index = index(candidate)
    if people[index].entity >= 0 { return (people[index].entity, nil) }
    var entity = Entity(type: .person, name: .words(draft.tokens.span(people[index].words)))
    entity.gender = people[index].gender
    entity.confidence = 0.6
    entity.isNamed = false
    people[index].entity = draft.add(entity)
    return (people[index].entity, people[index].words)
  }
}
