/// The people lately mentioned, as candidates for a pronoun: a short list, the latest first.
struct RecentPeople {
  struct Candidate {
    /// Below -1 for one of `UnnamedPeople`.
    var entity: Int32
    var token: Int
    var sentence: Int
    var paragraph: Int
    var isSubject: Bool
    /// The first person of the sentence who is a subject: whom it is about.
    var isTheme: Bool
    /// Who says, tells or announces there.
    var speaks: Bool
    /// Named as an owner: "Ana’s brother".
    var isPossessor: Bool
    /// Meant by a pronoun, so that the text is already about the person.
    var isPronoun: Bool
    var isQuoted: Bool
    var count: Int
  }

  /// Holds more than `most`, so that it stays where it is.
  private var candidates: Column<Candidate>
  private static let most = 10

  /// An empty list in a column of the resolver's.
  init(_ column: Column<Candidate>) {
    candidates = column
    candidates.removeAll()
  }

  var list: UnsafeBufferPointer<Candidate> { UnsafeBufferPointer(start: candidates.base, count: candidates.count) }

  mutating func note(_ candidate: Candidate) {
    var new = candidate
    var at = list.firstIndex { $0.entity == candidate.entity } ?? -1
    if at >= 0 {
      let old = list[at]
      new.count += old.count
      // A mention inside a quotation does not push its subject out of the narrative.
      if candidate.isQuoted, !old.isQuoted, old.paragraph == candidate.paragraph {
        new.isQuoted = false
        new.isSubject = old.isSubject
        new.speaks = old.speaks
        new.isTheme = old.isTheme
        new.sentence = old.sentence
      } else if old.sentence == candidate.sentence {
        new.isSubject = new.isSubject || old.isSubject
        new.speaks = new.speaks || old.speaks
        new.isTheme = new.isTheme || old.isTheme
      }
    } else if list.count < RecentPeople.most {
      candidates.append(new)
      at = list.count - 1
    } else {
      at = list.count - 1
    }
    // Moved to the front in place: taking out and putting in would move the rest twice.
    (candidates.base + 1).update(from: candidates.base, count: at)
    candidates[0] = new
  }

  /// Puts the entity that an unnamed candidate has become in its place.
  func replace(_ candidate: Int32, by entity: Int32) {
    for index in list.indices where list[index].entity == candidate { candidates.base[index].entity = entity }
  }
}
