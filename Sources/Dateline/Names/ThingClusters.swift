/// Groups the mentions of everything but people: by the gazetteer's entry, by name, by acronym, by the first word of a longer name.
///
/// Its buffers are reused from article to article; its owner deallocates them.
struct ThingClusters {
  private let names: NameTable
  private var byKey = KeyMap()
  private var clusterOfKey = Column<Int32>()
  /// The mentions in the order in which they are placed.
  private var passes = Column<Int32>()

  init(names: NameTable) { self.names = names }

  func deallocate() {
    byKey.deallocate()
    clusterOfKey.deallocate()
    passes.deallocate()
  }

  /// What a key is made of: names, entries, acronyms and first words share one map.
  private enum Space: UInt64 {
    case name = 1
    case entry, acronym, first
    /// Words inside a longer name that may stand for it, and its head.
    case part, head
  }

  /// The same for the same value of the same type.
  @inline(__always)
  private static func key(_ space: Space, _ type: EntityType, _ value: UInt64) -> UInt64 {
    ByteHash.mix(value &+ space.rawValue &* 0x9E37_79B9_7F4A_7C15, UInt64(type.rawValue) &+ 0xE703_7ED1_A0B4_28DB) | 1
  }

  @inline(__always)
  private func cluster(_ key: UInt64) -> Int32 {
    let row = byKey.find(key)
    return row < 0 ? -1 : clusterOfKey[row]
  }

  /// Keeps the first cluster of each key.
  @inline(__always)
  private mutating func note(_ key: UInt64, _ cluster: Int32) {
    if byKey.intern(key) == clusterOfKey.count { clusterOfKey.append(cluster) }
  }

  /// Numbers the clusters of all mentions that are no people's, from `count` on.
  ///
  /// - Complexity: O(mentions).
  mutating func assign(
    _ typed: [TypedMention], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ entityOf: UnsafeMutablePointer<Int32>,
    _ count: inout Int32
  ) {
    byKey.removeAll()
    clusterOfKey.removeAll()
    // The longest names first, so that an acronym or short name before them finds them.
    passes.resize(count: typed.count * 3)
    let (long, middle, short) = (passes.base, passes.base + typed.count, passes.base + typed.count * 2)
    var (longs, middles, shorts) = (0, 0, 0)
    for index in typed.indices {
      // Written without a branch: kinds of names come as they please.
      let (isLong, isMiddle, isShort) = ThingClusters.pass(typed[index])
      let number = Int32(truncatingIfNeeded: index)
      long[longs] = number
      middle[middles] = number
      short[shorts] = number
      longs &+= Int(isLong)
      middles &+= Int(isMiddle)
      shorts &+= Int(isShort)
    }
    (long + longs).update(from: middle, count: middles)
    (long + longs + middles).update(from: short, count: shorts)
    for index in UnsafeBufferPointer(start: long, count: longs + middles + shorts) {
      entityOf[Int(index)] = place(Int(index), typed, tokens, bytes, entityOf, &count)
    }
  }

  /// The cluster of a mention; `entityOf` knows those of the mentions beside it as far as they are placed.
  @inline(__always)
  private mutating func place(
    _ index: Int, _ typed: [TypedMention], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ entityOf: UnsafePointer<Int32>,
    _ count: inout Int32
  ) -> Int32 {
    let spelledOut = index > 0 && Abbreviation.isInBrackets(typed[index].span.tokens, after: typed[index - 1], tokens, bytes)
    let explained = index + 1 < typed.count && Abbreviation.isExplained(typed[index], by: typed[index + 1], tokens, bytes)
    return place(typed[index], tokens, bytes, spelledOut ? entityOf[index - 1] : explained ? entityOf[index + 1] : -1, &count)
  }

  /// In which of three passes a mention is placed, as bits; people in none of them.
  @inline(__always)
  private static func pass(_ mention: TypedMention) -> (long: UInt64, middle: UInt64, short: UInt64) {
    let count = mention.span.tokens.count
    let isThing = Bit.same(mention.type.rawValue, EntityType.person.rawValue) ^ 1
    let isShort = isThing & Bit.less(count, 2) & ~Bit.same(mention.type.rawValue, EntityType.place.rawValue)
    let isMiddle = isThing & ~isShort & Bit.less(count, 4)
    return (isThing & ~(isShort | isMiddle), isMiddle, isShort)
  }

  @inline(__always)
  private mutating func place(
    _ mention: TypedMention, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ spelledOut: Int32, _ count: inout Int32
  ) -> Int32 {
    let range = mention.span.tokens
    let type = mention.type
    let stem = stem(range, tokens)
    let byName = ThingClusters.key(.name, type, phrase(stem, tokens))
    let identity = mention.entry >= 0 ? names.identity(mention.entry) : mention.identity
    let byEntry = identity != 0 ? ThingClusters.key(.entry, type, identity) : 0
    var found = spelledOut
    if found < 0, byEntry != 0 { found = cluster(byEntry) }
    if found < 0 { found = cluster(byName) }
    if found < 0, type == .organization, range.count == 1 {
      let letters = EvidenceCollector.acronymKey(range.first, tokens, bytes)
      if letters != 0 { found = cluster(ThingClusters.key(.acronym, type, letters)) }
      if found < 0, mention.entry < 0 { found = cluster(ThingClusters.key(.first, type, UInt64(UInt32(tokens.lexeme[range.first])))) }
      if found < 0, tokens.has(range.first, anyOf: ThingClusters.heads) { found = cluster(headKey(range.first, tokens)) }
    }
    if found < 0, ThingClusters.hasParts(type) || type == .product && range.count == 1 {
      found = cluster(ThingClusters.key(.part, type, phrase(stem, tokens)))
    }
    if found < 0 {
      found = count
      count += 1
    }
    note(byName, found)
    if byEntry != 0 { note(byEntry, found) }
    if type == .organization, range.count > 1 {
      note(ThingClusters.key(.first, type, UInt64(UInt32(tokens.lexeme[range.first]))), found)
      noteInitials(range, tokens, bytes, found)
      for token in range.indices where tokens.has(token, anyOf: ThingClusters.heads) { noteAlone(headKey(token, tokens), found) }
    }
    if stem.count > 2, ThingClusters.hasParts(type) { noteParts(stem, type, tokens, found) }
    // "Google Chrome" is "Chrome" later: a product behind its maker's name.
    if type == .product, stem.count == 2 {
      noteAlone(ThingClusters.key(.part, type, phrase(TokenRange(stem.last, stem.last + 1), tokens)), found)
    }
    return found
  }

  /// Notes a key that means a cluster only as long as no other shares it.
  private mutating func noteAlone(_ key: UInt64, _ cluster: Int32) {
    let row = byKey.intern(key)
    if row == clusterOfKey.count { clusterOfKey.append(cluster) } else if clusterOfKey[row] != cluster { clusterOfKey[row] = -1 }
  }

  private func phrase(_ range: TokenRange, _ tokens: TokenColumns) -> UInt64 {
    DocumentEvidence.phraseKey(tokens.lexeme, range.first, Int(range.end))
  }

  private func headKey(_ token: Int, _ tokens: TokenColumns) -> UInt64 {
    ThingClusters.key(.head, .organization, UInt64(UInt32(tokens.lexeme[token])))
  }

  /// Things whose names are shortened to their middle: not places and products, where other words are another thing.
  private static func hasParts(_ type: EntityType) -> Bool { type == .organization || type == .event || type == .law }

  /// "Italian Supreme Court of Cassation" is the "Supreme Court of Cassation", the "Italian Supreme Court" and the "Supreme Court": one or two
  /// words left out at the beginning, or what a preposition brings in.
  private mutating func noteParts(_ stem: TokenRange, _ type: EntityType, _ tokens: TokenColumns, _ cluster: Int32) {
    var end = stem.first + 2
    while end < Int(stem.end), !tokens.has(end, anyOf: ThingClusters.prepositions) { end += 1 }
    for start in stem.first...(stem.first + 2) {
      if end < Int(stem.end), start + 1 < end { noteAlone(ThingClusters.key(.part, type, phrase(TokenRange(start, end), tokens)), cluster) }
      if start > stem.first, start + 1 < Int(stem.end), !tokens.is(start, .lowercase) {
        noteAlone(ThingClusters.key(.part, type, phrase(TokenRange(start, Int(stem.end)), tokens)), cluster)
      }
    }
  }

  /// Words that may stand for the whole name: "the Commission", "the Pirates".
  private static let heads = WordClassSet(.orgHead, .teamHead, .mediaHead)
  private static let prepositions = WordClassSet(.prepOf, .prepFor, .prepIn)

  /// The name without legal form at its end: "Acme Corp." is "Acme".
  @inline(__always)
  private func stem(_ range: TokenRange, _ tokens: TokenColumns) -> TokenRange {
    var end = Int(range.end)
    while end > range.first + 1, tokens.has(end - 1, .legalForm) || tokens.is(end - 1, .punctuation) { end -= 1 }
    return TokenRange(range.first, end)
  }

  /// Notes the acronyms that a name spells: of its capitalised words, and of all its words.
  @inline(__always)
  private mutating func noteInitials(_ range: TokenRange, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ cluster: Int32) {
    var capitals = InitialLetters()
    var all = InitialLetters()
    for token in range.indices.reversed() {
      let letter = bytes[Int(tokens.start[token])]
      if letter &- 65 < 26 { capitals.prepend(letter) }
      if letter & 0xDF &- 65 < 26 { all.prepend(letter & 0xDF) }
    }
    if capitals.isAcronym { note(ThingClusters.key(.acronym, .organization, capitals.key), cluster) }
    if all.isAcronym, all.key != capitals.key { note(ThingClusters.key(.acronym, .organization, all.key), cluster) }
  }
}
