/// Tells English from other languages by its function words, and a few other languages by theirs.
struct LanguageGuess {
  /// Folded function words of other languages, from `Gazetteers/zones/stopwords.tsv`.
  private var stopwords: [[UInt8]: [String]] = [:]

  /// Words looked at.
  private static let sample = 300
  /// Shorter texts are taken as English.
  private static let shortest = 20

  init(_ gazetteer: GazetteerFile) {
    guard var reader = gazetteer.rows(of: "zones/stopwords.tsv", columns: ["word", "language"]) else {
      return
    }
    while reader.next() { stopwords[Folding.fold(reader.string(0)), default: []].append(reader.string(1)) }
  }

  /// "en", another language's code where it is certain, else "und".
  ///
  /// - Complexity: O(1): the first few hundred words.
  func read(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var words = 0
    var others = 0
    var english = 0
    var token = 0
    let functionWords = LanguageGuess.functionWords
    let limit = min(columns.count, LanguageGuess.sample * 3)
    while token < limit, words < LanguageGuess.sample {
      // Whatever else comes, there are enough English words, and too few of other scripts.
      if token & 63 == 0, english * 100 >= LanguageGuess.sample * 16, (words - others) * 2 >= LanguageGuess.sample { return "en" }
      let flags = columns.flags[token]
      // Counted without a branch: which words come is anybody's guess.
      let isOther = flags.bit(.otherScript)
      let isWord = flags.bit(.hasLetter) & ~(isOther | flags.bit(.clitic))
      let found = columns.classes[token].intersection(functionWords)
      others &+= Int(isOther)
      words &+= Int(isOther | isWord)
      english &+= Int(isWord & Bit.any(found.low | found.high))
      token += 1
    }
    if others >= 3, others * 2 > words { return "und" }
    // English news stands near two in five; tables and lists of names near one in ten.
    guard words >= LanguageGuess.shortest, english * 100 < words * 16 else { return "en" }
    let (language, share) = best(columns, bytes, limit, words)
    if share * 100 >= words * 18 { return language }
    return english * 100 < words * 4 && !hasEnglishWords(columns, limit) ? "und" : "en"
  }

  /// Whether three in five words in small letters are words of the English lexicon. Results, line-ups and tables have hardly a function word, and
  /// perhaps hardly a word in small letters: then nothing speaks against English.
  private func hasEnglishWords(_ columns: TokenColumns, _ limit: Int) -> Bool {
    var words = 0
    var known = 0
    for token in 0..<limit where columns.flags[token].contains(.lowercase) && !columns.flags[token].contains(.clitic) {
      words += 1
      if columns.profile[token].hasTag { known += 1 }
    }
    return known * 5 >= words * 3
  }

  private static let functionWords = WordClassSet(
    .closed, .articleThe, .determiner, .pronoun, .prepIn, .prepOf, .prepFor, .prepOn, .prepBy, .prepWith, .prepFrom, .auxiliary,
    .conjunction, .andWord)

  /// The language whose function words are the most frequent, and their number.
  private func best(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int, _ words: Int) -> (String, Int) {
    var counts: [String: Int] = [:]
    for token in 0..<limit where columns.flags[token].contains(.hasLetter) && columns.end[token] - columns.start[token] <= 16 {
      let word = [UInt8](bytes[Int(columns.start[token])..<Int(columns.end[token])])
      let folded = [UInt8](unsafeUninitializedCapacity: word.count) { buffer, count in
        count = word.withUnsafeBufferPointer { Folding.fold($0.baseAddress!, $0.count, into: buffer.baseAddress!) }
      }
      for language in stopwords[folded] ?? [] { counts[language, default: 0] += 1 }
    }
    let top = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return (top?.key ?? "und", top?.value ?? 0)
  }
}
