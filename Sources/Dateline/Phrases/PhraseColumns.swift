/// The phrase layer as addresses, with the questions of `Phrases`: no bounds are checked and nothing is counted.
struct PhraseColumns {
  let nouns: NounColumns
  let verbs: VerbColumns
  let tokenCount: Int
  let nounOf: UnsafePointer<Int32>
  let verbOf: UnsafePointer<Int32>

  /// The noun group that holds `token`; nil for none or outside the text.
  @inline(__always) func noun(at token: Int) -> Int? {
    token >= 0 && token < tokenCount && nounOf[token] >= 0 ? Int(nounOf[token]) : nil
  }

  /// The verb group that holds `token`; nil for none or outside the text.
  @inline(__always) func verb(at token: Int) -> Int? {
    token >= 0 && token < tokenCount && verbOf[token] >= 0 ? Int(verbOf[token]) : nil
  }

  /// The noun group that starts exactly at `token`.
  @inline(__always) func noun(startingAt token: Int) -> Int? {
    guard let group = noun(at: token), Int(nouns.start[group]) == token else { return nil }
    return group
  }

  /// The noun group whose last token is `token`.
  @inline(__always) func noun(endingAt token: Int) -> Int? {
    guard let group = noun(at: token), Int(nouns.end[group]) == token + 1 else { return nil }
    return group
  }
}

/// One field of groups that lie side by side.
struct GroupField<Group, Value> {
  private let groups: UnsafePointer<Group>
  private let field: (Group) -> Value

  @inline(__always)
  init(_ groups: UnsafePointer<Group>, _ field: @escaping (Group) -> Value) {
    self.groups = groups
    self.field = field
  }

  /// That of a group.
  @inline(__always) subscript(_ group: Int) -> Value { field(groups[group]) }
}

/// `NounGroups` as an address: what is asked of a group lies in one line of the cache.
struct NounColumns {
  let count: Int
  let groups: UnsafePointer<NounGroups.Group>

  @inline(__always) var start: GroupField<NounGroups.Group, Int32> { GroupField(groups) { $0.start } }
  @inline(__always) var end: GroupField<NounGroups.Group, Int32> { GroupField(groups) { $0.end } }
  @inline(__always) var head: GroupField<NounGroups.Group, Int32> { GroupField(groups) { $0.head } }
  @inline(__always) var possessive: GroupField<NounGroups.Group, Int32> { GroupField(groups) { $0.possessive } }
  @inline(__always) var kind: GroupField<NounGroups.Group, NounGroups.Kind> { GroupField(groups) { $0.kind } }

  @inline(__always) func range(_ group: Int) -> TokenRange { TokenRange(Int(groups[group].start), Int(groups[group].end)) }

  /// The group's first token behind a leading article.
  @inline(__always)
  func firstWithoutArticle(_ group: Int, _ tokens: TokenColumns) -> Int {
    let first = Int(groups[group].start)
    let isArticle = tokens.has(first, .articleThe) || tokens.tag[first] == .dt && tokens.length(first) < 3
    return isArticle && first + 1 < Int(groups[group].end) ? first + 1 : first
  }
}

/// `VerbGroups` as an address.
struct VerbColumns {
  let count: Int
  let groups: UnsafePointer<VerbGroups.Group>

  @inline(__always) var start: GroupField<VerbGroups.Group, Int32> { GroupField(groups) { $0.start } }
  @inline(__always) var end: GroupField<VerbGroups.Group, Int32> { GroupField(groups) { $0.end } }
  @inline(__always) var head: GroupField<VerbGroups.Group, Int32> { GroupField(groups) { $0.head } }
  @inline(__always) var lemma: GroupField<VerbGroups.Group, LexemeID> { GroupField(groups) { $0.lemma } }
  @inline(__always) var flags: GroupField<VerbGroups.Group, VerbFlags> { GroupField(groups) { $0.flags } }

  @inline(__always) func range(_ group: Int) -> TokenRange { TokenRange(Int(groups[group].start), Int(groups[group].end)) }
  @inline(__always) func has(_ group: Int, _ flag: VerbFlags) -> Bool { groups[group].flags.contains(flag) }
}
