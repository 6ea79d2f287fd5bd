/// Fills in the columns that depend on a token's written form alone. One per worker.
///
/// A pass of its own behind the tokenizer's: the tokenizer's branches go as the text does, and each wrong guess of the processor would wait
/// for the memory of the word before it; here hardly a branch is guessed wrong, and the memory of the words ahead is asked for early.
final class TokenReader {
  private let lexicon: Lexicon
  private let cache = WordCache()
  private var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var sink: TokenSink? = TokenSink()
  /// The next tokens' forms: a ring of `ahead`.
  private let awaited: UnsafeMutablePointer<Awaited>

  /// A token's form and where its record is; no place for one that is long or stands at the text's end.
  private struct Awaited {
    var word: ShortWord
    var place: WordCache.Place?
  }

  /// So many tokens before its turn a word's record is asked for: most of a text's words lie far from the processor when an article begins.
  private static let ahead = 16

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    scratch = .allocate(capacity: capacity)
    awaited = .allocate(capacity: TokenReader.ahead)
  }

  deinit {
    sink?.deallocate()
    scratch.deallocate()
    awaited.deallocate()
    cache.deallocate()
  }

  /// The worker's tokens under construction, emptied; give them back with `returnSink`.
  func takeSink() -> TokenSink {
    var taken = sink ?? TokenSink()
    sink = nil
    taken.removeAll()
    return taken
  }

  func returnSink(_ used: TokenSink) { sink = used }

  /// Flags that the tokenizer gives for a token's place or origin and that bear on its tags.
  private static let telling: TokenFlags = [.clitic, .possessive, .url, .handle]

  /// Replaces the contents of `table` by the tokens of `sink`, which are tokens of `text`.
  func read(_ text: UnsafePointer<UInt8>, _ length: Int, _ sink: TokenSink, into table: inout TokenTable) {
    table.resize(to: sink.count)
    table.lineStarts.removeAll(keepingCapacity: true)
    guard sink.count > 0 else { return table.ownWords.removeAll() }
    let lines = UnsafeBufferPointer(start: sink.lineStarts.base, count: sink.lineStarts.count)
    table.lineStarts.append(contentsOf: lines.last == Int32(truncatingIfNeeded: sink.count) ? lines.dropLast() : lines[...])
    var ownWords = WordInterner()
    swap(&ownWords, &table.ownWords)
    ownWords.removeAll()
    table.withWordColumns { read(text, length, sink, $0, &ownWords) }
    swap(&ownWords, &table.ownWords)
  }

  private func read(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ sink: TokenSink, _ columns: WordColumns, _ ownWords: inout WordInterner
  ) {
    let (start, end, flags, awaited) = (sink.start, sink.end, sink.flags, awaited)
    columns.start.update(from: start, count: sink.count)
    columns.end.update(from: end, count: sink.count)
    // Rules look a few tokens ahead and may look past the last one.
    for row in sink.count..<sink.count + TokenTable.lookAhead { columns.candidates[row] = 0 }
    let telling = TokenReader.telling
    for row in 0..<min(TokenReader.ahead, sink.count) { awaited[row] = expect(text, length, start[row], end[row]) }
    for row in 0..<sink.count {
      let ring = row & (TokenReader.ahead - 1)
      let next = awaited[ring]
      let ahead = row &+ TokenReader.ahead
      if ahead < sink.count { awaited[ring] = expect(text, length, start[ahead], end[ahead]) }
      let extra = flags[row]
      guard let place = next.place else {
        let bytes = UnsafeBufferPointer(start: text + Int(start[row]), count: Int(end[row] &- start[row]))
        finish(record(bytes), bytes, row, extra, columns, &ownWords)
        continue
      }
      let record = cache.find(next.word, at: place, lexicon: lexicon)
      if record.pointee.lexeme >= 0, extra.isDisjoint(with: telling) {
        columns.set(row, record, extra)
      } else {
        finish(record.pointee, UnsafeBufferPointer(start: text + Int(start[row]), count: next.word.count), row, extra, columns, &ownWords)
      }
    }
  }

  /// Has the record of the token `start..<end` fetched.
  @inline(__always)
  private func expect(_ text: UnsafePointer<UInt8>, _ length: Int, _ start: Int32, _ end: Int32) -> Awaited {
    let from = Int(start)
    let count = Int(end) &- from
    guard count <= ShortWord.longest, from &+ ShortWord.longest <= length else {
      return Awaited(word: ShortWord(low: 0, high: 0, count: count), place: nil)
    }
    let word = ShortWord.load(text + from, count)
    return Awaited(word: word, place: cache.fetch(word))
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

  /// The record of a token that is long or stands at the text's end.
  @inline(never)
  private func record(_ bytes: UnsafeBufferPointer<UInt8>) -> WordRecord {
    guard let base = bytes.baseAddress else { return WordRecord(bytes, lexeme: -1, lexicon: lexicon) }
    return record(base, 0, bytes.count, bytes.count)
  }

  /// Fills in a token with what its record cannot know: the number of an own word, the tags of a clitic.
  @inline(never)
  private func finish(
    _ record: WordRecord, _ bytes: UnsafeBufferPointer<UInt8>, _ row: Int, _ extra: TokenFlags, _ columns: WordColumns,
    _ ownWords: inout WordInterner
  ) {
    var record = record
    if record.lexeme < 0 {
      let (folded, hash) = fold(bytes)
      record.lexeme = LexemeID(truncatingIfNeeded: lexicon.count + ownWords.intern(scratch, folded, hash: hash))
      record.lemma = record.lexeme
    }
    if !extra.isDisjoint(with: TokenReader.telling) {
      record.candidates = TagGuesser.candidates(
        record.profile, record.flags.union(extra), record.classes, bytes, first: false, titled: false)
    }
    withUnsafePointer(to: record) { columns.set(row, $0, extra) }
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
