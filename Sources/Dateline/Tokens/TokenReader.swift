/// Fills in the columns that depend on a token's written form alone. One per worker.
///
/// A pass of its own behind the tokenizer's: the tokenizer's branches go as the text does, and each wrong guess of the processor would wait
/// for the memory of the word before it; here hardly a branch is guessed wrong, and the memory of several words comes at once.
final class TokenReader {
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

  /// Reads every token of `text`.
  func read(_ text: UnsafePointer<UInt8>, _ length: Int, _ table: inout TokenSink) {
    let (start, end, flags) = (table.start, table.end, table.flags)
    for row in 0..<table.count {
      let from = Int(start[row])
      let count = Int(end[row]) &- from
      let extra = flags[row]
      guard count <= ShortWord.longest, from &+ ShortWord.longest <= length else {
        byBytes(text, row, &table)
        continue
      }
      let record = cache.find(ShortWord.load(text + from, count), lexicon: lexicon)
      if record.pointee.lexeme >= 0, extra.isDisjoint(with: TokenReader.telling) {
        table.set(row, record, extra)
      } else {
        finish(record.pointee, UnsafeBufferPointer(start: text + from, count: count), row, &table)
      }
    }
  }

  /// The record of a part of a word.
  func record(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ length: Int) -> WordRecord {
    if to - from <= ShortWord.longest {
      return cache.find(ShortWord.load(text + from, to - from, room: length - from), lexicon: lexicon).pointee
    }
    let bytes = UnsafeBufferPointer(start: text + from, count: to - from)
    let (folded, hash) = fold(bytes)
    return WordRecord(bytes, lexeme: lexicon.find(scratch, folded, hash: hash), lexicon: lexicon)
  }

  /// The record of a word of at most twelve bytes behind which a stop stands, with `isAbbreviation` set.
  func abbreviation(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ length: Int) -> WordRecord {
    let record = cache.find(ShortWord.load(text + from, to - from, room: length - from), lexicon: lexicon)
    if record.pointee.isAbbreviation == nil {
      let folded = Folding.fold(text + from, to - from, into: scratch)
      scratch[folded] = UInt8(ascii: ".")
      let lexeme = lexicon.find(scratch, folded + 1, hash: ByteHash.hash(scratch, folded + 1))
      record.pointee.isAbbreviation = lexeme >= 0 && lexicon.info(lexeme).classes.intersects(TokenReader.abbreviations)
    }
    return record.pointee
  }

  private static let abbreviations = WordClassSet(.abbreviationTitle, .abbreviationInner, .abbreviationEither)

  /// A token that is long or stands at the text's end.
  @inline(never)
  private func byBytes(_ text: UnsafePointer<UInt8>, _ row: Int, _ table: inout TokenSink) {
    let from = Int(table.start[row])
    let to = Int(table.end[row])
    finish(record(text, from, to, to), UnsafeBufferPointer(start: text + from, count: to - from), row, &table)
  }

  /// Fills in a token with what its record cannot know: the number of an own word, the tags of a clitic.
  @inline(never)
  private func finish(_ record: WordRecord, _ bytes: UnsafeBufferPointer<UInt8>, _ row: Int, _ table: inout TokenSink) {
    var record = record
    let extra = table.flags[row]
    if record.lexeme < 0 {
      let (folded, hash) = fold(bytes)
      record.lexeme = LexemeID(truncatingIfNeeded: lexicon.count + table.ownWords.intern(scratch, folded, hash: hash))
      record.lemma = record.lexeme
    }
    if !extra.isDisjoint(with: TokenReader.telling) {
      record.candidates = TagGuesser.candidates(
        record.profile, record.flags.union(extra), record.classes, bytes, first: false, titled: false)
    }
    withUnsafePointer(to: record) { table.set(row, $0, extra) }
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
