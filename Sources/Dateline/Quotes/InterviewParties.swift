/// Who asks and who answers in an interview whose turns are "Q" and "A" or "Reporter", by the byline and the text before the first turn.
struct InterviewParties {
  private let scene: QuoteScene
  private let limit: Int
  /// The people of the byline.
  private var authors: [Int32] = []

  init(_ scene: QuoteScene, before limit: Int) {
    self.scene = scene
    self.limit = limit
    if let zone = scene.layers.zones.first(where: { $0.kind == .byline }) {
      for mention in scene.layers.mentions where mention.form == .name && zone.span.contains(mention.span) {
        let isPerson = scene.layers.entities[Int(mention.entity)].type == .person
        if isPerson, !authors.contains(mention.entity) { authors.append(mention.entity) }
      }
    }
  }

  /// The one who answers: the person whom the text before names most often, if there is one.
  func interviewee() -> SpeakerSpan? {
    var counts: [Int32: Int] = [:]
    for number in people() where !authors.contains(scene.layers.mentions[number].entity) {
      counts[scene.layers.mentions[number].entity, default: 0] += 1
    }
    // "She spoke to our reporter, Karl Moe": who asks does not answer.
    if counts.count > 1 {
      for number in people() where converses(number) && isAsker(number) { counts[scene.layers.mentions[number].entity] = nil }
    }
    guard let most = counts.values.max(), counts.values.filter({ $0 == most }).count == 1,
      let person = counts.first(where: { $0.value == most })?.key
    else { return nil }
    return span(of: person, "speaker.interviewee")
  }

  /// The one who asks: the byline's only person, else the only one of whom the text says that they spoke with each other.
  func interviewer(of interviewee: SpeakerSpan?) -> SpeakerSpan? {
    if authors.count == 1 { return span(of: authors[0], "speaker.interviewer") }
    let answers = interviewee.flatMap { scene.mention(at: $0.head) }.map { scene.layers.entity(ofMention: $0) } ?? -1
    var found: Int32 = -1
    for number in people() where scene.layers.mentions[number].entity != answers && converses(number) {
      if found >= 0, found != scene.layers.mentions[number].entity { return nil }
      found = scene.layers.mentions[number].entity
    }
    return found >= 0 ? span(of: found, "speaker.interviewer") : nil
  }

  /// "spoke to **Ana Ruiz**", "interviewed by **Ana Ruiz**", "**Ana Ruiz** met him".
  private func converses(_ number: Int) -> Bool {
    let name = scene.layers.mentions[number].tokens
    let next = Int(name.end)
    if next < limit, isConversation(next) { return true }
    var before = name.first - 1
    if isAsker(number), let group = scene.phrases.noun(at: scene.mark(before) == .comma ? before - 1 : before) {
      before = Int(scene.phrases.nouns.start[group]) - 1
    }
    guard before > 0, scene.tag(before) == .in || scene.tag(before) == .to else { return false }
    return isConversation(before - 1)
  }

  /// "our reporter, **Ana Ruiz**"
  private func isAsker(_ number: Int) -> Bool {
    var before = scene.layers.mentions[number].tokens.first - 1
    if before > 0, scene.mark(before) == .comma { before -= 1 }
    return before >= 0 && scene.table.setting(scene.lemma(before)).contains(.asker)
  }

  private func isConversation(_ token: Int) -> Bool {
    scene.tag(token).isVerb && scene.table.setting(scene.lemma(token)).contains(.conversation)
  }

  /// The numbers of the mentions that name people before the first turn, outside the byline.
  private func people() -> [Int] {
    scene.layers.mentions.indices.prefix { Int(scene.layers.mentions[$0].tokens.end) <= limit }.filter {
      let mention = scene.layers.mentions[$0]
      guard mention.form == .name, scene.layers.entities[Int(mention.entity)].type == .person else { return false }
      let zone = scene.zone(mention.tokens.first)
      return zone < 0 || scene.layers.zones[zone].kind != .byline
    }
  }

  private func span(of person: Int32, _ sieve: Label) -> SpeakerSpan? {
    scene.layers.mentions.first { $0.entity == person && $0.form == .name }.map {
      SpeakerSpan($0.tokens.first, Int($0.tokens.end), head: $0.tokens.last, sieve)
    }
  }
}
