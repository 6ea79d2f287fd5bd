extension CoreferenceReading {
  /// "the 54-year-old" by itself: the person of that age, else whom the sentence before is about. False when the group is no such words.
  mutating func theAged(_ group: Int, _ draft: inout CoreferenceDraft) -> Bool {
    let nouns = parties.phrases.nouns
    let head = Int(nouns.head[group])
    let first = Int(nouns.start[group])
    guard tokens.has(first, .articleThe), head == Int(nouns.end[group]) - 1, let age = ages.age(in: TokenRange(head, head + 1)) else {
      return false
    }
    let words = TokenRange(head, head + 1)
    // "the then 23-year-old" is older now.
    let isNow = head == first + 1
    guard
      let person = isNow ? ages.person(of: age) ?? unnamed(aged: age, &draft) ?? theme(aged: age, draft) : theme(aged: nil, draft)
    else { return true }
    add(words, .nominal, person, 0.7, "nominal.age", &draft)
    note(person, head, of: grammar.verb(of: words))
    return true
  }

  /// "the 54-year-old minister", "the teenager": the one of that age, if the noun may mean that person; nil for any other description.
  func aged(_ description: Description, _ lexicon: Lexicon, _ draft: CoreferenceDraft) -> Int32? {
    guard description.determiner == .definite, description.types.contains(.person) else { return nil }
    let range =
      ages.age(in: description.words).map { $0...$0 } ?? (description.modifier < 0 ? ageNouns.ages(tokens.lexeme[description.head]) : nil)
    guard let range, let person = person(of: ages.people(aged: range, before: description.start), description.start) else { return nil }
    let gender = gender(description.head, lexicon)
    let known = draft.entities[Int(person)].gender
    return gender == .unknown || known == .unknown || gender == known ? person : nil
  }

  /// The only one of some people, else the only one of them who is the subject of the sentence before.
  private func person(of fitting: [Int32], _ token: Int) -> Int32? {
    if fitting.count < 2 { return fitting.first }
    let recent = people.list.filter { fitting.contains($0.entity) && Int(tokens.sentence[token]) - $0.sentence <= 1 }
    return recent.count == 1 && recent[0].isSubject && !recent[0].isQuoted ? recent[0].entity : nil
  }

  /// The person named last as what a sentence is about, unless the article gives another age.
  private func theme(aged age: Double?, _ draft: CoreferenceDraft) -> Int32? {
    var found: RecentPeople.Candidate?
    for candidate in people.list where candidate.isTheme && !candidate.isQuoted && candidate.sentence > found?.sentence ?? -1 {
      found = candidate
    }
    guard let found, !UnnamedPeople.isUnnamed(found.entity), paragraph - found.paragraph <= 1 else { return nil }
    if let age, ages.contradicts(found.entity, age) { return nil }
    return found.entity
  }
}
