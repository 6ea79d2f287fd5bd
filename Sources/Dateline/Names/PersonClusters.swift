/// Groups the mentions of people: "Donald J. Trump", "Donald Trump" and "Trump" are one, two people of one surname are two.
///
/// Its buffers are reused from article to article; its owner deallocates them.
struct PersonClusters {
  /// A person so far, with the words of the fullest name: `words[from..<to]`.
  private struct Person {
    var from: Int32
    var to: Int32
    var entry: EntryID
    /// Index of the first mention.
    var first: Int32
    /// Mentions by a name of two words or more.
    var fullNames: Int32
    /// By a title before a name, or by the given name; nil until somebody asks.
    var gender: Gender?
    /// The entity's number; -1 before the first mention is placed.
    var number: Int32 = -1
  }

  /// The people who bear a word in one part of their name: a list through `bearers`, in order of first mention.
  private struct BearerList {
    var first: Int32
    var last: Int32
    var count: Int32
  }

  private struct Bearer {
    var person: Int32
    var before: Int32
    var after: Int32
  }

  /// Which part of the name a word is; and entries of the gazetteer beside the words.
  private enum Part: UInt64 {
    case surname = 1
    case given, other, entry
  }

  private let gender: GenderEvidence
  private var people = Column<Person>()
  private var words = Column<LexemeID>()
  private var keys = KeyMap()
  private var lists = Column<BearerList>()
  private var bearers = Column<Bearer>()
  /// The mentions by one word.
  private var singles = Column<Int32>()

  /// How far a list of namesakes is searched: keeps the work linear whatever the text.
  private static let longestSearch = 24

  init(lexicon: Lexicon) { gender = GenderEvidence(lexicon: lexicon) }

  func deallocate() {
    people.deallocate()
    words.deallocate()
    keys.deallocate()
    lists.deallocate()
    bearers.deallocate()
    singles.deallocate()
  }

  /// Numbers the people of all mentions, from `count` on.
  mutating func assign(_ typed: [TypedMention], _ tokens: TokenColumns, _ entityOf: UnsafeMutablePointer<Int32>, _ count: inout Int32) {
    people.removeAll()
    words.removeAll()
    keys.removeAll()
    lists.removeAll()
    bearers.removeAll()
    singles.removeAll()
    // Full names first: a surname may stand before the full name (headlines do that).
    for first in typed.stretches {
      for index in typed.numbers(from: first, where: { $0.pointee.isType(.person) }) {
        let name = add(typed[index].span.tokens, tokens)
        if name.count == 1 {
          singles.append(Int32(truncatingIfNeeded: index))
          words.removeLast()
        } else {
          // Whoever describes the person asks for the gender.
          gender.fetchGivenName(tokens.lexeme[typed[index].span.tokens.first])
          let person = full(name, typed[index].entry, mention: index)
          if let gender = titleGender(typed[index].span.tokens, tokens) { people.base[person].gender = gender }
          entityOf[index] = number(person, &count)
        }
      }
    }
    for index in singles.elements.lazy.map({ Int($0) }) {
      let name = add(typed[index].span.tokens, tokens)
      let person = single(name, typed[index].entry, titleGender(typed[index].span.tokens, tokens), mention: index)
      entityOf[index] = number(person, &count)
    }
  }

  /// The gender that the word before a name gives; nil when it gives none.
  @inline(__always)
  private func titleGender(_ range: TokenRange, _ tokens: TokenColumns) -> Gender? {
    guard range.first > 0, let found = gender.ofTitle(tokens.lexeme[range.first - 1], tokens.classes[range.first - 1]) else { return nil }
    return found == .unknown ? nil : found
  }

  private func number(_ person: Int, _ count: inout Int32) -> Int32 {
    if people[person].number < 0 {
      people.base[person].number = count
      count += 1
    }
    return people[person].number
  }

  /// Appends the words that count to `words`: no initials, no "Jr.", no particles at the start.
  private mutating func add(_ range: TokenRange, _ tokens: TokenColumns) -> Range<Int> {
    let from = words.count
    for token in range.indices where tokens.is(token, .hasLetter) {
      if tokens.is(token, .initial) || tokens.has(token, .nameSuffix) && token > range.first { continue }
      words.append(tokens.lexeme[token])
    }
    if words.count == from { for token in range.indices { words.append(tokens.lexeme[token]) } }
    return from..<words.count
  }

  /// The person that a name of two words or more belongs to, a new one if none fits.
  @inline(__always)
  private mutating func full(_ name: Range<Int>, _ entry: EntryID, mention: Int) -> Int {
    if let list = list(.surname, words[name.upperBound - 1]) {
      var next = list.first
      var searched = 0
      while next >= 0, searched < PersonClusters.longestSearch {
        let person = Int(bearers[Int(next)].person)
        let known = Int(people[person].from)..<Int(people[person].to)
        if compatible(known, name) {
          if name.count > known.count {
            people.base[person].from = Int32(name.lowerBound)
            people.base[person].to = Int32(name.upperBound)
            index(name, person)
          }
          people.base[person].fullNames += 1
          return person
        }
        next = bearers[Int(next)].after
        searched += 1
      }
    }
    if entry >= 0, let list = list(.entry, entry) {
      let person = Int(bearers[Int(list.first)].person)
      people.base[person].fullNames += 1
      return person
    }
    return add(name, entry, mention)
  }

  /// The person that one word names: of those who bear it as surname and whom its title fits ("Mrs") the one whose full name stands most often,
  /// since a relative is named in full; else the one who bears it as given name or part; else anyone after.
  @inline(__always)
  private mutating func single(_ name: Range<Int>, _ entry: EntryID, _ title: Gender?, mention: Int) -> Int {
    let word = words[name.lowerBound]
    if let list = list(.surname, word) {
      let person = foremost(list, title, before: mention)
      // "Mrs Weber" in an article that names only her husband is somebody else.
      return person >= 0 ? person : add(name, entry, mention, title)
    }
    if entry >= 0, let list = list(.entry, entry) { return Int(bearers[Int(list.first)].person) }
    for part in [Part.given, .other] {
      if let list = list(part, word), list.count == 1 { return Int(bearers[Int(list.first)].person) }
    }
    return add(name, entry, mention, title)
  }

  private mutating func add(_ name: Range<Int>, _ entry: EntryID, _ mention: Int, _ gender: Gender? = nil) -> Int {
    let person = people.count
    people.append(
      Person(
        from: Int32(name.lowerBound), to: Int32(name.upperBound), entry: entry, first: Int32(truncatingIfNeeded: mention),
        fullNames: name.count > 1 ? 1 : 0, gender: gender))
    index(name, person)
    if entry >= 0, list(.entry, entry) == nil { insert(person, .entry, entry) }
    return person
  }

  private mutating func index(_ name: Range<Int>, _ person: Int) {
    insert(person, .surname, words[name.upperBound - 1])
    if name.count > 1 { insert(person, .given, words[name.lowerBound]) }
    if name.count > 2 {
      for index in name.dropFirst().dropLast().prefix(4) { insert(person, .other, words[index]) }
    }
  }

  // MARK: Lists of bearers

  @inline(__always)
  private static func key(_ part: Part, _ word: Int32) -> UInt64 { UInt64(UInt32(bitPattern: word)) | part.rawValue << 32 }

  @inline(__always)
  private func list(_ part: Part, _ word: Int32) -> BearerList? {
    let row = keys.find(PersonClusters.key(part, word))
    return row < 0 ? nil : lists[row]
  }

  /// Adds a person to the bearers of a word, unless a search of the list finds the person there.
  private mutating func insert(_ person: Int, _ part: Part, _ word: Int32) {
    let row = keys.intern(PersonClusters.key(part, word))
    let new = Int32(bearers.count)
    if row == lists.count {
      lists.append(BearerList(first: new, last: new, count: 1))
      bearers.append(Bearer(person: Int32(person), before: -1, after: -1))
      return
    }
    var next = lists[row].last
    var searched = 0
    while next >= 0, searched < PersonClusters.longestSearch {
      if Int(bearers[Int(next)].person) == person { return }
      next = bearers[Int(next)].before
      searched += 1
    }
    bearers.base[Int(lists[row].last)].after = new
    bearers.append(Bearer(person: Int32(person), before: lists[row].last, after: -1))
    lists.base[row].last = new
    lists.base[row].count += 1
  }

  /// Of those whom a title fits, or of all without one: those known to be of its gender come first, then those named before `mention`, then
  /// those named in full most often, then the first. -1 when all are known to be of the other gender.
  @inline(__always)
  private mutating func foremost(_ list: BearerList, _ title: Gender?, before mention: Int) -> Int {
    var best = -1
    var next = list.first
    var searched = 0
    while next >= 0, searched < PersonClusters.longestSearch {
      let person = Int(bearers[Int(next)].person)
      next = bearers[Int(next)].after
      searched += 1
      if let title {
        let own = known(person)
        guard own == title || own == .unknown else { continue }
      }
      if best < 0 || precedes(person, best, title, mention) { best = person }
    }
    return best
  }

  private func precedes(_ one: Int, _ other: Int, _ title: Gender?, _ mention: Int) -> Bool {
    if let title, (people[one].gender == title) != (people[other].gender == title) { return people[one].gender == title }
    let before = (people[one].first < mention, people[other].first < mention)
    if before.0 != before.1 { return before.0 }
    return people[one].fullNames > people[other].fullNames
  }

  /// A person's gender, if it is certain.
  private mutating func known(_ person: Int) -> Gender {
    if let known = people[person].gender { return known }
    let isFull = people[person].to - people[person].from > 1
    let found = isFull ? gender.ofGivenName(words[Int(people[person].from)], share: GenderEvidence.certain) ?? .unknown : .unknown
    people.base[person].gender = found
    return found
  }

  /// Same surname is given; the given names must agree, and the words between must not contradict.
  private func compatible(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    if a.count == 1 || b.count == 1 { return true }
    if words[a.lowerBound] == words[b.lowerBound] { return true }
    let short = a.count < b.count ? a : b
    let long = a.count < b.count ? b : a
    return short.count < long.count && short.dropLast().allSatisfy { word in long.contains { words[$0] == words[word] } }
  }
}
