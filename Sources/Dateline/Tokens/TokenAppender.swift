/// Appends tokens: looks each one's written form up among those met lately, and copies what is known of it into the columns. One per worker.
final class TokenAppender {
  private let lexicon: Lexicon
  private let cache = WordCache()
  private var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var sink: TokenSink? = TokenSink()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    scratch = .allocate(capacity: capacity)
  }

  deinit {
    sink?.deallocate()
    scratch.deallocate()
    cache.deallocate()
  }

  /// The worker's columns, emptied; give them back with `returnSink`.
  func takeSink() -> TokenSink {
    var taken = sink ?? TokenSink()
    sink = nil
    taken.removeAll()
    return taken
  }

  func returnSink(_ used: TokenSink) { sink = used }

  /// Flags that the tokenizer gives for a token's place or origin and that bear on its tags.
  private static let telling: TokenFlags = [.clitic, .possessive, .url, .handle]

  /// Appends the token `from..<to` of `text`, of which `length` bytes may be read.
  @inline(__always)
  func append(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ length: Int, _ extra: TokenFlags, to table: inout TokenSink) {
    if to - from <= ShortWord.longest {
      short(ShortWord.load(text + from, to - from, room: length - from), from, to, extra, &table)
    } else {
      long(text, from, to, extra, &table)
    }
  }

  /// Appends a token of at most sixteen bytes; `word` holds them.
  @inline(__always)
  func short(_ word: ShortWord, _ from: Int, _ to: Int, _ extra: TokenFlags, _ table: inout TokenSink) {
    let record = cache.find(word, lexicon: lexicon)
    if record.pointee.lexeme >= 0, extra.isDisjoint(with: TokenAppender.telling) {
      table.push(from, to, record, extra)
    } else {
      special(word, record.pointee, from, to, extra, &table)
    }
  }

  /// Has what is known of a word fetched that is going to be appended soon.
  @inline(__always)
  func fetch(_ word: ShortWord) { cache.fetch(word) }

  /// A short word that the lexicon lacks, or whose flags bear on its tags.
  @inline(never)
  private func special(
    _ word: ShortWord, _ record: WordRecord, _ from: Int, _ to: Int, _ extra: TokenFlags, _ table: inout TokenSink
  ) {
    word.withBytes { bytes in finish(record, bytes, from, to, extra, &table) }
  }

  @inline(never)
  private func long(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ extra: TokenFlags, _ table: inout TokenSink) {
    let bytes = UnsafeBufferPointer(start: text + from, count: to - from)
    let (folded, hash) = fold(bytes)
    let record = WordRecord(bytes, lexeme: lexicon.find(scratch, folded, hash: hash), lexicon: lexicon)
    finish(record, bytes, from, to, extra, &table)
  }

  /// Appends a token with what its record cannot know: the number of an own word, the tags of a clitic.
  private func finish(
    _ record: WordRecord, _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int, _ extra: TokenFlags, _ table: inout TokenSink
  ) {
    var record = record
    if record.lexeme < 0 {
      let (folded, hash) = fold(bytes)
      record.lexeme = LexemeID(truncatingIfNeeded: lexicon.count + table.ownWords.intern(scratch, folded, hash: hash))
      record.lemma = record.lexeme
    }
    if !extra.isDisjoint(with: TokenAppender.telling) {
      record.candidates = TagGuesser.candidates(
        record.profile, record.flags.union(extra), record.classes, bytes, first: false, titled: false)
    }
    withUnsafePointer(to: record) { table.push(from, to, $0, extra) }
  }

  /// Folds into `scratch`; returns the folded length and the hash.
  private func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, UInt64) {
    guard let base = bytes.baseAddress else { return (0, ByteHash.hash(scratch, 0)) }
    if bytes.count > capacity {
      scratch.deallocate()
      capacity = bytes.count * 2
      scratch = .allocate(capacity: capacity)
    }
    let folded = Folding.fold(base, bytes.count, into: scratch)
    return (folded, ByteHash.hash(scratch, folded))
  }
}
