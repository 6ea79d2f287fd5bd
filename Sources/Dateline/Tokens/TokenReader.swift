/// Fills in the columns that depend on a token's written form alone. One per worker.
///
/// A pass of its own behind the tokenizer's: the tokenizer's branches go as the text does, and each wrong guess of the processor would wait
/// for the memory of the word before it; here hardly a branch is guessed wrong, and the sink has asked for the memory of all words early.
final class TokenReader {
  private let lexicon: Lexicon
  private let cache = WordCache()
  private var scratch: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var sink: TokenSink?
  /// The number of the article at hand, as records of own words bear it: -2 and less.
  private var article: LexemeID = -1
  /// The tokens whose record is not at hand or does not say all, in order.
  private var rest = Column<Int32>()
  /// What `rest` is looked up by: hashes first, then lexemes.
  private var sought = Column<UInt64>()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    scratch = .allocate(capacity: capacity)
  }

  deinit {
    sink?.deallocate()
    scratch.deallocate()
    rest.deallocate()
    sought.deallocate()
    cache.deallocate()
  }

  /// The worker's tokens under construction, emptied for a text; give them back with `returnSink`.
  func takeSink(_ text: UnsafePointer<UInt8>, _ length: Int) -> TokenSink {
    var taken = sink ?? TokenSink(cache, text)
    sink = nil
    taken.begin(text, length)
    return taken
  }

  func returnSink(_ used: TokenSink) { sink = used }

  /// Flags that the tokenizer gives for a token's place or origin and that bear on its tags.
  @inline(__always) private static var telling: UInt32 {
    TokenFlags.clitic.rawValue | TokenFlags.possessive.rawValue | TokenFlags.url.rawValue | TokenFlags.handle.rawValue
  }

  /// Replaces the contents of `table` by the tokens of `sink`, which are tokens of `text`.
  func read(_ text: UnsafePointer<UInt8>, _ length: Int, _ sink: TokenSink, into table: inout TokenTable) {
    table.resize(to: sink.count)
    table.lineStarts.removeAll(keepingCapacity: true)
    guard sink.count > 0 else { return table.ownWords.removeAll() }
    article = article > .min ? article - 1 : -2
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
    columns.start.update(from: sink.start, count: sink.count)
    columns.end.update(from: sink.end, count: sink.count)
    // Rules look a few tokens ahead and may look past the last one.
    for row in sink.count..<sink.count + TokenTable.lookAhead { columns.candidates[row] = 0 }
    // The text's last bytes cannot be read sixteen at once.
    var limit = sink.count
    while limit > 0, Int(sink.start[limit - 1]) > sink.lastFetched { limit -= 1 }
    rest.resize(count: sink.count)
    let rest = rest
    var left = take(limit, text, sink, columns, rest.base)
    for row in limit..<sink.count {
      rest[left] = Int32(truncatingIfNeeded: row)
      left += 1
    }
    self.rest.resize(count: left)
    if left > 0 { finish(text, length, sink, columns, &ownWords) }
  }

  /// Writes what the first `limit` tokens get from their records; notes the others in `rest` and returns how many there are.
  @inline(__always)
  private func take(
    _ limit: Int, _ text: UnsafePointer<UInt8>, _ sink: TokenSink, _ columns: WordColumns, _ rest: UnsafeMutablePointer<Int32>
  ) -> Int {
    let cache = cache
    var left = 0
    for row in 0..<limit {
      cache.fetchAgain(sink.place[row &+ TokenSink.ahead])
      let extra = sink.flags[row]
      let from = Int(sink.start[row])
      if let record = cache.record(text + from, Int(sink.end[row]) &- from, at: sink.place[row]), record.pointee.lexeme >= 0,
        extra.rawValue & TokenReader.telling == 0
      {
        columns.set(row, record, extra)
      } else {
        rest[left] = Int32(truncatingIfNeeded: row)
        left &+= 1
      }
    }
    return left
  }

  /// Fills in the tokens of `rest`. What the lexicon says of new words lies anywhere in it: each step of the look-ups is asked for, for all of
  /// them, before the first is made.
  private func finish(
    _ text: UnsafePointer<UInt8>, _ length: Int, _ sink: TokenSink, _ columns: WordColumns, _ ownWords: inout WordInterner
  ) {
    func bytes(_ row: Int32) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: text + Int(sink.start[Int(row)]), count: Int(sink.end[Int(row)] &- sink.start[Int(row)]))
    }
    // Copies: each access to a class's variable is checked.
    let rest = rest
    var sought = sought
    defer { self.sought = sought }
    sought.removeAll()
    for index in 0..<rest.count {
      let word = bytes(rest[index])
      if word.count <= ShortWord.longest, cache.holds(word, room: length - Int(sink.start[Int(rest[index])])) { continue }
      let (_, hash) = fold(word)
      lexicon.fetch(hash: hash)
      sought.append(hash)
    }
    for index in 0..<sought.count { sought[index] = lexicon.fetchRecord(hash: sought[index]) }
    for index in 0..<sought.count { lexicon.fetchText(sought[index]) }
    for index in 0..<rest.count {
      let row = Int(rest[index])
      let word = bytes(rest[index])
      if word.count <= ShortWord.longest {
        let form = ShortWord.load(word.baseAddress!, word.count, room: length - Int(sink.start[row]))
        finish(cache.find(form, lexicon: lexicon), word, row, sink.flags[row], columns, &ownWords)
      } else {
        var long = record(word.baseAddress!, 0, word.count, word.count)
        finish(&long, word, row, sink.flags[row], columns, &ownWords)
      }
    }
  }

  /// Has the record of a word of at most sixteen bytes fetched, of which `room` may be read.
  @inline(__always)
  func fetch(_ text: UnsafePointer<UInt8>, _ count: Int, room: Int) { if room >= ShortWord.longest { _ = cache.fetch(text, count) } }

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

  /// Fills in a token, with what its record cannot know: the number of an own word, the tags of a clitic.
  private func finish(
    _ record: UnsafeMutablePointer<WordRecord>, _ bytes: UnsafeBufferPointer<UInt8>, _ row: Int, _ extra: TokenFlags,
    _ columns: WordColumns,
    _ ownWords: inout WordInterner
  ) {
    let isOwn = record.pointee.lexeme < 0
    if isOwn, record.pointee.lexeme != article {
      let (folded, hash) = fold(bytes)
      record.pointee.lemma = LexemeID(truncatingIfNeeded: lexicon.count + ownWords.intern(scratch, folded, hash: hash))
      record.pointee.lexeme = article
    }
    columns.set(row, record, extra)
    if isOwn { columns.lexeme[row] = record.pointee.lemma }
    if extra.rawValue & TokenReader.telling != 0 {
      columns.candidates[row] = TagGuesser.candidates(
        record.pointee.profile, record.pointee.flags.union(extra), record.pointee.classes, bytes, first: false, titled: false)
    }
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
