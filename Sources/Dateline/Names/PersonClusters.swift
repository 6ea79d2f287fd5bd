/// Groups the mentions of people: "Donald J. Trump", "Donald Trump" and "Trump" are one, two people of one surname are two.
struct PersonClusters {
  /// A person so far: the words of the fullest name.
  private struct Person {
    var words: [LexemeID]
    var entry: EntryID
    /// Index of the first mention.
    var first: Int
    /// Mentions by a name of two words or more.
    var fullNames: Int
  }

  private var people: [Person] = []
  /// Lexeme of a surname, of a given name, of any other part to the people who bear it, in order of first mention.
  private var bySurname: [LexemeID: [Int]] = [:]
  private var byGiven: [LexemeID: [Int]] = [:]
  private var byPart: [LexemeID: [Int]] = [:]
  private var byEntry: [EntryID: Int] = [:]

  /// How far a list of namesakes is searched: keeps the work linear whatever the text.
  private static let longestSearch = 24

  /// Numbers the people of all mentions, from `count` on.
  static func assign(_ typed: [TypedMention], _ tokens: TokenTable, _ entityOf: inout [Int32], _ count: inout Int32) {
    var clusters = PersonClusters()
    var number: [Int32] = []
    func place(_ person: Int, _ index: Int) {
      while number.count <= person { number.append(-1) }
      if number[person] < 0 {
        number[person] = count
        count += 1
      }
      entityOf[index] = number[person]
    }
    var singles: [(index: Int, word: LexemeID)] = []
    // Full names first: a surname may stand before the full name (headlines do that).
    for (index, mention) in typed.enumerated() where mention.type == .person {
      let range = mention.span.tokens
      if range.count == 1 {
        singles.append((index, tokens.lexeme[range.first]))
        continue
      }
      let words = PersonClusters.words(range, tokens)
      if words.count == 1 { singles.append((index, words[0])) } else { place(clusters.full(words, mention.entry, mention: index), index) }
    }
    for (index, word) in singles { place(clusters.single(word, typed[index].entry, mention: index), index) }
  }

  /// The words that count: no initials, no "Jr.", no particles at the start.
  static func words(_ range: TokenRange, _ tokens: TokenTable) -> [LexemeID] {
    var words: [LexemeID] = []
    for token in range.indices where tokens.flags[token].contains(.hasLetter) {
      if tokens.flags[token].contains(.initial) || tokens.has(token, .nameSuffix) && token > range.first { continue }
      words.append(tokens.lexeme[token])
    }
    return words.isEmpty ? range.indices.map { tokens.lexeme[$0] } : words
  }

  /// The person that a name of two words or more belongs to, a new one if none fits.
  mutating func full(_ words: [LexemeID], _ entry: EntryID, mention: Int) -> Int {
    let surname = words[words.count - 1]
    for person in (bySurname[surname] ?? []).prefix(PersonClusters.longestSearch) where compatible(people[person].words, words) {
      if words.count > people[person].words.count {
        people[person].words = words
        index(words, person)
      }
      people[person].fullNames += 1
      return person
    }
    if entry >= 0, let person = byEntry[entry] {
      people[person].fullNames += 1
      return person
    }
    return add(words, entry, mention)
  }

  /// The person that one word names: of those who bear it as surname the one whose full name stands most often, since a relative is named in
  /// full; else the one who bears it as given name or part; else anyone after.
  mutating func single(_ word: LexemeID, _ entry: EntryID, mention: Int) -> Int {
    if let person = foremost(bySurname[word], before: mention) { return person }
    if entry >= 0, let person = byEntry[entry] { return person }
    if let person = only(byGiven[word]) ?? only(byPart[word]) { return person }
    return add([word], entry, mention)
  }

  private mutating func add(_ words: [LexemeID], _ entry: EntryID, _ mention: Int) -> Int {
    let person = people.count
    people.append(Person(words: words, entry: entry, first: mention, fullNames: words.count > 1 ? 1 : 0))
    index(words, person)
    if entry >= 0, byEntry[entry] == nil { byEntry[entry] = person }
    return person
  }

  private mutating func index(_ words: [LexemeID], _ person: Int) {
    insert(person, words[words.count - 1], &bySurname)
    if words.count > 1 { insert(person, words[0], &byGiven) }
    if words.count > 2 { for word in words[1..<words.count - 1].prefix(4) { insert(person, word, &byPart) } }
  }

  private func insert(_ person: Int, _ word: LexemeID, _ table: inout [LexemeID: [Int]]) {
    if table[word]?.contains(person) == true { return }
    table[word, default: []].append(person)
  }

  /// Those named before `mention` come first, then those named in full most often, then the first.
  private func foremost(_ bearers: [Int]?, before mention: Int) -> Int? {
    guard let bearers else { return nil }
    var best: Int?
    for person in bearers.prefix(PersonClusters.longestSearch) {
      guard let known = best else {
        best = person
        continue
      }
      let isBefore = people[person].first < mention
      let wasBefore = people[known].first < mention
      if isBefore != wasBefore ? isBefore : people[person].fullNames > people[known].fullNames { best = person }
    }
    return best
  }

  private func only(_ bearers: [Int]?) -> Int? { bearers?.count == 1 ? bearers![0] : nil }

  /// Same surname is given; the given names must agree, and the words between must not contradict.
  private func compatible(_ a: [LexemeID], _ b: [LexemeID]) -> Bool {
    if a.count == 1 || b.count == 1 { return true }
    if a[0] == b[0] { return true }
    let short = a.count < b.count ? a : b
    let long = a.count < b.count ? b : a
    return short.count < long.count && short.dropLast().allSatisfy { long.contains($0) }
  }
}
