/// Finds whom he, she and their like mean: gender, distance, subject position, quotation marks; precision before recall.
struct PronounResolver {
  /// Nobody mentioned more sentences ago is meant.
  static let farthest = 5
  /// The best candidate must lead by this much.
  static let lead: Float = 0.15

  struct Pronoun {
    var token: Int
    var gender: Gender
    var sentence: Int
    var paragraph: Int
    var isObject: Bool
    var isQuoted: Bool
  }

  /// The entity meant and the candidate's score; nil when nobody fits or two fit alike.
  static func resolve(
    _ pronoun: Pronoun, _ people: RecentPeople, _ unnamed: UnnamedPeople, _ entities: [Entity]
  ) -> (entity: Int32, score: Float)? {
    var best: (Int32, Float)?
    var second: Float = -.infinity
    for candidate in people.list {
      let distance = pronoun.sentence - candidate.sentence
      guard distance <= farthest, pronoun.paragraph - candidate.paragraph <= 3 else { continue }
      let gender =
        UnnamedPeople.isUnnamed(candidate.entity) ? unnamed.gender(candidate.entity) : entities[Int(candidate.entity)].gender
      guard gender == .unknown || gender == pronoun.gender else { continue }
      var score: Float = 1 - 0.5 * Float(distance) - 0.3 * Float(pronoun.paragraph - candidate.paragraph)
      if candidate.isSubject { score += 0.8 }
      if gender == pronoun.gender { score += 0.5 }
      score += 0.12 * Float(min(candidate.count, 4))
      if candidate.isQuoted != pronoun.isQuoted { score -= candidate.isQuoted ? 2 : 0.6 }
      if distance == 0, pronoun.isObject, candidate.isSubject { score -= 1.2 }
      if score > best?.1 ?? -.infinity {
        second = best?.1 ?? -.infinity
        best = (candidate.entity, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best, best.1 > -0.6, best.1 - second >= lead else { return nil }
    return (best.0, best.1)
  }
}
