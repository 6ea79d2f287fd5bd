/// Says what form a speaker has and which entity it is.
struct SpeakerResolver {
  let scene: QuoteScene

  func resolve(_ speaker: SpeakerSpan?) -> Quote.Speaker {
    guard let speaker else { return Quote.Speaker(span: nil, form: .elided, entity: -1, status: .unresolved) }
    if let members = joint(speaker) {
      // Their whole gets its entity when all quotations are written.
      let isNamed = members.allSatisfy { scene.layers.entities[Int($0)].isNamed }
      let words = TokenRange(withoutArticle(speaker), speaker.end)
      return Quote.Speaker(span: scene.tokens.span(words), form: .collective, entity: -1, status: isNamed ? .resolved : .anonymous)
    }
    let form = form(speaker)
    var entity: Int32 = -1
    if let mention = scene.mention(at: speaker.head) {
      entity = national(speaker) ?? scene.layers.mentions[mention].entity
    } else if form == .name, let mention = lastMention(in: speaker) {
      entity = scene.layers.mentions[mention].entity
    } else if form == .pronoun {
      entity = pronoun(speaker.head)
    } else if form == .nominal || form == .collective && scene.tag(speaker.head) == .nn, let name = appositive(speaker),
      let mention = scene.mention(at: name), scene.layers.mentions[mention].entity >= 0
    {
      // "The senator, Ann Lee,", "the newspaper, Daily Nation,"; not "the senator, Kenya’s longest serving,".
      let isPerson = scene.layers.entities[Int(scene.layers.mentions[mention].entity)].type == .person
      if isPerson || form == .nominal && !scene.tokens.has(speaker.head, anyOf: SpeakerResolver.person) {
        entity = scene.layers.mentions[mention].entity
      }
    } else if form == .nominal, let author = author(speaker) {
      entity = author
    }
    // Somebody whom nothing names stays anonymous, though the article may tell more of him.
    let isNamed = entity >= 0 && scene.layers.entities[Int(entity)].isNamed
    let status: Quote.Status = isNamed ? .resolved : entity >= 0 || isAnonymous(speaker, form) ? .anonymous : .unresolved
    // "Helvion, Inc.", whose comma parts the groups of words.
    let name = scene.mention(at: speaker.head).map { scene.layers.mentions[$0].tokens.first } ?? speaker.head
    let first = min(withoutArticle(speaker), name)
    return Quote.Speaker(span: scene.tokens.span(TokenRange(first, speaker.end)), form: form, entity: entity, status: status)
  }

  /// The name at the end of the speaker’s words, or before its letters: "Ana Ruiz KC".
  private func lastMention(in speaker: SpeakerSpan) -> Int? {
    var token = speaker.end - 1
    if scene.mention(at: token) == nil, token > speaker.start, scene.tag(token).isProper { token -= 1 }
    guard let mention = scene.mention(at: token), scene.layers.mentions[mention].tokens.first >= speaker.start else { return nil }
    return token == speaker.end - 1 || scene.layers.type(ofMention: mention) == .person ? mention : nil
  }

  /// Those who speak together; nil where it is one, or where somebody unknown is among them.
  func joint(_ speaker: SpeakerSpan) -> [Int32]? { speaker.end - speaker.start > 2 ? scene.members(of: speaker) : nil }

  /// The speaker of a quotation inside a quotation: "I" is the outer one's speaker, and nobody speaks of himself as he, she or it. Who is not even
  /// named before may be the speaker himself.
  func resolve(_ speaker: SpeakerSpan?, within outer: Quote.Speaker) -> Quote.Speaker {
    var found = resolve(speaker)
    guard let speaker, found.form == .pronoun else { return found }
    if scene.tokens.has(speaker.head, .pronounFirst) {
      found.entity = outer.entity
      found.status = outer.status
    } else if found.entity >= 0, found.entity == outer.entity || !scene.layers.entities[Int(found.entity)].isNamed {
      found.entity = -1
      found.status = .unresolved
    }
    return found
  }

  @inline(__always)
  private func form(_ speaker: SpeakerSpan) -> Quote.SpeakerForm {
    let tag = scene.tag(speaker.head)
    if tag == .prp || tag == .prps { return .pronoun }
    // "the minister" is one, though many speak as ministers; "police" and "the company" are many.
    let isOne = tag == .nn && scene.tokens.has(speaker.head, anyOf: SpeakerResolver.person)
    if tag == .nns || scene.tokens.has(speaker.head, .collectiveSource) && !isOne { return .collective }
    // "Trump: …" may be tagged as a verb.
    let isNamed = scene.mention(at: speaker.head).map { scene.layers.mentions[$0].form == .name } ?? false
    if national(speaker) != nil { return .nominal }
    return tag.isProper || isNamed ? .name : .nominal
  }

  private static let person = WordClassSet(.role, .title, .kin)

  /// The person whom "the Spaniard" and "a German" mean, -1 for nobody known; nil for all other words, such as "the Germans".
  func national(_ speaker: SpeakerSpan) -> Int32? {
    guard scene.tag(speaker.start) == .dt, let mention = scene.mention(at: speaker.head), scene.layers.mentions[mention].tokens.count == 1,
      scene.layers.mentions[mention].form == .demonym || scene.layers.type(ofMention: mention) == .group
    else { return nil }
    let person = scene.national(speaker.head)
    return person >= 0 || NationalForm(speaker.head, scene.tokens, scene.layers.bytes) == .one ? person : nil
  }

  /// Officials, people, "a source": nobody in particular.
  @inline(__always)
  private func isAnonymous(_ speaker: SpeakerSpan, _ form: Quote.SpeakerForm) -> Bool {
    if form == .collective || scene.tokens.has(speaker.head, .anonymousSource) { return true }
    let first = scene.lexeme(speaker.start)
    return form == .nominal && (first == scene.words.a || first == scene.words.an || first == scene.words.one)
  }

  private func withoutArticle(_ speaker: SpeakerSpan) -> Int {
    guard speaker.start + 1 < speaker.end, scene.tag(speaker.start) == .dt else { return speaker.start }
    let first = scene.lexeme(speaker.start)
    return scene.tokens.has(speaker.start, .articleThe) || first == scene.words.a || first == scene.words.an
      ? speaker.start + 1 : speaker.start
  }

  /// "the minister, Hakan Fidan, …": the head of the name after the comma.
  private func appositive(_ speaker: SpeakerSpan) -> Int? {
    guard speaker.end + 1 < scene.count, scene.mark(speaker.end) == .comma, let group = scene.phrases.noun(startingAt: speaker.end + 1),
      scene.phrases.nouns.kind[group] == .proper
    else { return nil }
    return Int(scene.phrases.nouns.head[group])
  }

  /// "the report by **Dana Reid**", "the study, by **Oslo University**,": who speaks in a document; nil where nobody is named.
  private func author(_ speaker: SpeakerSpan) -> Int32? {
    guard scene.tokens.has(speaker.head, .documentNoun) else { return nil }
    var by = speaker.head + 1
    if by < scene.count, scene.mark(by) == .comma { by += 1 }
    guard by + 1 < scene.count, scene.lexeme(by) == scene.words.by, let source = scene.source(from: by + 1, scene.count) else { return nil }
    guard let mention = scene.mention(at: source.head) ?? appositive(source).flatMap({ scene.mention(at: $0) }) else { return nil }
    let entity = scene.layers.mentions[mention].entity
    guard entity >= 0 else { return nil }
    let type = scene.layers.entities[Int(entity)].type
    return type == .person || type == .organization ? entity : nil
  }

  /// He and she where coreference has said nothing: the last person named as a subject before, of a gender that fits.
  private func pronoun(_ token: Int) -> Int32 {
    let gender: Gender
    if scene.tokens.has(token, .pronounMale) {
      gender = .male
    } else if scene.tokens.has(token, .pronounFemale) {
      gender = .female
    } else {
      return -1
    }
    var low = 0
    var high = scene.layers.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(scene.layers.mentions[middle].tokens.start) < token { low = middle + 1 } else { high = middle }
    }
    var index = low - 1
    var fallback: Int32 = -1
    let limit = max(0, low - 24)
    while index >= limit {
      let mention = scene.layers.mentions[index]
      index -= 1
      guard mention.entity >= 0, mention.form == .name, Int(mention.entity) < scene.layers.entities.count else { continue }
      // By index: an entity copied would count references.
      let known = scene.layers.entities[Int(mention.entity)].gender
      guard scene.layers.entities[Int(mention.entity)].type == .person, known == .unknown || known == gender else { continue }
      if scene.tokens.sentence[token] - scene.tokens.sentence[mention.tokens.first] > 3 { break }
      if mention.tokens.last + 1 < scene.count, scene.phrases.verb(at: mention.tokens.last + 1) != nil { return mention.entity }
      if fallback < 0 { fallback = mention.entity }
    }
    return fallback
  }
}
