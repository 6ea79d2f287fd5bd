/// Finds whom he, she and their like mean: gender, distance, subject position, how often the article spoke of them, quotation marks; precision before
/// recall.
///
/// The summands were chosen by trial on training articles; small changes of any of them matter little.
struct PronounResolver {
  /// Nobody mentioned more sentences ago is meant.
  static let farthest = 5
  /// The best candidate must lead by this much.
  static let lead: Float = 0.1

  struct Pronoun {
    var token: Int
    var gender: Gender
    var sentence: Int
    var paragraph: Int
    /// "him", "told her".
    var isObject: Bool
    /// "his", "her house".
    var isPossessive: Bool
    /// "himself": the nearest subject's.
    var isReflexive: Bool
    /// "he said".
    var speaks: Bool
    var isQuoted: Bool
  }

  /// The entity meant and the candidate's score; nil when nobody fits or two fit alike.
  static func resolve(
    _ pronoun: Pronoun, _ people: RecentPeople, _ unnamed: UnnamedPeople, _ entities: UnsafeBufferPointer<Entity>
  ) -> (entity: Int32, score: Float)? {
    var best: (Int32, Float)?
    var second: Float = -.infinity
    func gender(_ candidate: RecentPeople.Candidate) -> Gender {
      UnnamedPeople.isUnnamed(candidate.entity) ? unnamed.gender(candidate.entity) : entities[Int(candidate.entity)].gender
    }
    func isNear(_ candidate: RecentPeople.Candidate) -> Bool {
      pronoun.sentence - candidate.sentence <= farthest && pronoun.paragraph - candidate.paragraph <= 3
    }
    var isKnown = false
    var hasSubject = false
    /// How many of the paragraph's people may be meant.
    var here = 0
    var theme = -1
    // The sentence of whoever spoke last.
    var speech = -1
    for candidate in people.list {
      if candidate.isTheme { theme = max(theme, candidate.sentence) }
      if candidate.speaks, !candidate.isQuoted { speech = max(speech, candidate.sentence) }
      if !isKnown, isNear(candidate) { isKnown = gender(candidate) == pronoun.gender }
      if candidate.paragraph == pronoun.paragraph, gender(candidate) == .unknown || gender(candidate) == pronoun.gender { here += 1 }
    }
    for candidate in people.list where isNear(candidate) {
      let gender = gender(candidate)
      guard gender == .unknown || gender == pronoun.gender else { continue }
      let distance = pronoun.sentence - candidate.sentence
      let isOfGender = gender == pronoun.gender
      let isNamed = !UnnamedPeople.isUnnamed(candidate.entity) && entities[Int(candidate.entity)].isNamed
      var score: Float = 1 - 0.5 * Float(distance) - 0.3 * Float(pronoun.paragraph - candidate.paragraph)
      // Summands of zero instead of branches: what holds of candidates comes as it pleases.
      score += candidate.isSubject ? 0.6 : 0
      score += candidate.isTheme & (candidate.sentence == theme) & isNamed ? 0.5 : 0
      score += (distance == 0) & candidate.isSubject & !pronoun.isObject ? 0.3 : 0
      score += (distance == 0) & candidate.isSubject & pronoun.isPossessive ? 0.3 : 0
      let isNearest = (distance == 0) & candidate.isSubject & pronoun.isReflexive & !hasSubject
      score += isNearest ? 1 : 0
      hasSubject = hasSubject || isNearest
      let isHere = candidate.paragraph == pronoun.paragraph
      // Who spoke just before goes on to speak, most of all in the paragraph.
      let goesOn = candidate.speaks & pronoun.speaks & (distance <= 1) & (candidate.isQuoted == pronoun.isQuoted)
      score += goesOn ? (isHere ? 1.5 : 1) : 0
      score += candidate.isPronoun ? 0.3 : 0
      score -= candidate.isPossessor ? 0.3 : 0
      // One who may be of the other gender stands behind one who is not.
      score += isOfGender ? 0.5 : isKnown ? -0.5 : 0
      // The only one of whom the paragraph tells so far.
      score += candidate.isSubject & isHere & (here == 1) & isNamed & isOfGender ? 1 : 0
      // Whom the article is about.
      score += 0.15 * Float(min(candidate.count, 12))
      score -= candidate.isQuoted == pronoun.isQuoted ? 0 : candidate.isQuoted ? 2 : 0.6
      // Nobody speaks of himself as he or she.
      score -=
        pronoun.isQuoted & !candidate.isQuoted & candidate.speaks & isHere & (distance <= 1) & (candidate.sentence == speech) ? 1.5 : 0
      score -= (distance == 0) & pronoun.isObject & candidate.isSubject ? 1.3 : 0
      // Articles go on to tell of those whom they name.
      score -= isNamed ? 0 : 1
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
