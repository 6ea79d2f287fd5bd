/// The people lately mentioned, as candidates for a pronoun: a short list, the latest first.
struct RecentPeople {
  struct Candidate {
    var entity: Int32
    var token: Int
    var sentence: Int
    var paragraph: Int
    var isSubject: Bool
    var isQuoted: Bool
    var count: Int
  }

  private(set) var list: [Candidate] = []
  private static let most = 10

  mutating func note(_ candidate: Candidate) {
    var new = candidate
    if let at = list.firstIndex(where: { $0.entity == candidate.entity }) {
      let old = list.remove(at: at)
      new.count += old.count
      // A mention inside a quotation does not push its subject out of the narrative.
      if candidate.isQuoted, !old.isQuoted, old.paragraph == candidate.paragraph {
        new.isQuoted = false
        new.isSubject = old.isSubject
        new.sentence = old.sentence
      } else if old.sentence == candidate.sentence, old.isSubject {
        new.isSubject = true
      }
    }
    list.insert(new, at: 0)
    if list.count > RecentPeople.most { list.removeLast() }
  }
}
