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

/// `NounGroups` as addresses.
struct NounColumns {
  let count: Int
  let start: UnsafePointer<Int32>
  let end: UnsafePointer<Int32>
  let head: UnsafePointer<Int32>
  let kind: UnsafePointer<NounGroups.Kind>
  let possessive: UnsafePointer<Int32>

  @inline(__always) func range(_ group: Int) -> TokenRange { TokenRange(Int(start[group]), Int(end[group])) }

  /// The group's first token behind a leading article.
  @inline(__always)
  func firstWithoutArticle(_ group: Int, _ tokens: TokenColumns) -> Int {
    let first = Int(start[group])
    let isArticle = tokens.has(first, .articleThe) || tokens.tag[first] == .dt && tokens.length(first) < 3
    return isArticle && first + 1 < Int(end[group]) ? first + 1 : first
  }
}

/// `VerbGroups` as addresses.
struct VerbColumns {
  let count: Int
  let start: UnsafePointer<Int32>
  let end: UnsafePointer<Int32>
  let head: UnsafePointer<Int32>
  let lemma: UnsafePointer<LexemeID>
  let flags: UnsafePointer<VerbFlags>

  @inline(__always) func range(_ group: Int) -> TokenRange { TokenRange(Int(start[group]), Int(end[group])) }
  @inline(__always) func has(_ group: Int, _ flag: VerbFlags) -> Bool { flags[group].contains(flag) }
}
