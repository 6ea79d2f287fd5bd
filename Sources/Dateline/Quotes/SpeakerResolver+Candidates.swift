extension SpeakerResolver {
  private static let most = 3
  /// How many names before the quotation are looked at, and how many sentences back.
  private static let searched = 24
  private static let farthest: Int32 = 5
  /// The weight of somebody whom the article does not name.
  private static let nobody: Float = 1
  /// A subject is likelier to speak than others.
  private static let subjectWeight: Float = 2

  /// Appends the people, or for what is no person the organizations, named shortly before a quotation whose speaker is not known, the likeliest
  /// first.
  ///
  /// - Parameter hearer: the entity to whom it was said, who did not say it; -1 for none.
  func addCandidates(for speaker: SpeakerSpan?, at token: Int, besides hearer: Int32, to candidates: inout [SpeakerCandidate]) {
    withUnsafeTemporaryAllocation(of: SpeakerCandidate.self, capacity: SpeakerResolver.searched) { memory in
      let found = memory[..<collect(for: speaker, at: token, besides: hearer, into: memory.baseAddress!)]
      let total = found.reduce(SpeakerResolver.nobody) { $0 + $1.score }
      for index in found.indices { memory[index].score /= total }
      for _ in 0..<min(SpeakerResolver.most, found.count) {
        // The nearer one first where two weigh the same.
        var best = 0
        for index in found.indices where memory[index].score > memory[best].score { best = index }
        candidates.append(memory[best])
        // Taken: nobody weighs less.
        memory[best].score = -1
      }
    }
  }

  /// Writes those who may have spoken into `found`, the nearest first; returns how many there are.
  private func collect(
    for speaker: SpeakerSpan?, at token: Int, besides hearer: Int32, into found: UnsafeMutablePointer<SpeakerCandidate>
  ) -> Int {
    var count = 0
    let wanted = wanted(speaker)
    let agency = scene.layers.analysis.pointee.dateline?.agency
    if wanted.types.isEmpty { return 0 }
    let sentence = scene.tokens.sentence[token]
    let last = lastMention(before: speaker.map { max(token, $0.start) } ?? token)
    for index in stride(from: last, through: max(0, last - SpeakerResolver.searched + 1), by: -1) {
      let mention = scene.layers.mentions[index]
      guard mention.form == .name, mention.entity >= 0, mention.entity != hearer, !(agency?.overlaps(mention.tokens) ?? false) else {
        continue
      }
      let apart = sentence - scene.tokens.sentence[mention.tokens.first]
      if apart > SpeakerResolver.farthest { break }
      let entity = Int(mention.entity)
      guard wanted.types.contains(scene.layers.entities[entity].type) else { continue }
      let gender = scene.layers.entities[entity].gender
      if wanted.gender != .unknown, gender != .unknown, gender != wanted.gender { continue }
      let isSubject = mention.tokens.last + 1 < scene.count && scene.phrases.verb(at: mention.tokens.last + 1) != nil
      let weight = (isSubject ? SpeakerResolver.subjectWeight : 1) / Float(1 + max(0, apart))
      if let known = (0..<count).first(where: { found[$0].entity == mention.entity }) {
        found[known].score += weight
      } else {
        found[count] = SpeakerCandidate(entity: mention.entity, score: weight)
        count += 1
      }
    }
    return count
  }

  private func wanted(_ speaker: SpeakerSpan?) -> (types: [EntityType], gender: Gender) {
    guard let head = speaker?.head else { return ([.person], .unknown) }
    if scene.tokens.has(head, .pronounMale) { return ([.person], .male) }
    if scene.tokens.has(head, .pronounFemale) { return ([.person], .female) }
    if scene.tokens.has(head, .pronounNeuter) { return ([.organization, .place], .unknown) }
    if scene.tokens.has(head, .pronounPlural) { return ([.organization, .group, .person], .unknown) }
    if scene.tokens.has(head, anyOf: SpeakerResolver.bodies) { return ([.organization], .unknown) }
    // I and you are nobody named, and papers are nobody at all.
    return (scene.tag(head) == .prp || scene.tokens.has(head, .documentNoun) ? [] : [.person], .unknown)
  }

  private static let bodies = WordClassSet(.orgHead, .teamHead, .mediaHead)

  /// The last mention that begins before the token; -1 for none.
  func lastMention(before token: Int) -> Int {
    var low = 0
    var high = scene.layers.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(scene.layers.mentions[middle].tokens.start) < token { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
