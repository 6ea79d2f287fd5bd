/// Reads the word tables: lexicon, word classes, person names, abbreviations.
struct WordTables {
  private var interner = WordInterner()
  private var records: [LexemeInfo] = []
  private var values: [(key: UInt64, value: Int64)] = []
  /// Rows whose class covers every form of a lemma; applied when all lemmas are known.
  private var inflected: [(word: LexemeID, wordClass: WordClass, verb: Bool, value: Int64?)] = []
  /// Other forms of a lemma: (lemma, form).
  private var forms: [LexemeID: [LexemeID]] = [:]

  private mutating func intern(_ field: UnsafeBufferPointer<UInt8>) -> LexemeID {
    guard let base = field.baseAddress, !field.isEmpty else { return -1 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: field.count) { buffer in
      let folded = Folding.fold(base, field.count, into: buffer.baseAddress!)
      let id = interner.intern(buffer.baseAddress!, folded, hash: ByteHash.hash(buffer.baseAddress!, folded))
      if id == records.count {
        var record = LexemeInfo.unknown
        record.lemma = LexemeID(id)
        records.append(record)
      }
      return LexemeID(id)
    }
  }

  mutating func mark(_ word: [UInt8], _ wordClass: WordClass) {
    let id = word.withUnsafeBufferPointer { intern($0) }
    if id >= 0 { records[Int(id)].classes.insert(wordClass) }
  }

  mutating func read(_ table: GazetteerTable) throws(GazetteerError) {
    switch table.path {
    case "words/lexicon.tsv": try readLexicon(table)
    case "words/person-names.tsv": try readPersonNames(table)
    case "words/abbreviations.tsv": try readAbbreviations(table)
    default: if table.path.hasPrefix("words/classes/") { try readClasses(table) }
    }
  }

  private mutating func readLexicon(_ table: GazetteerTable) throws(GazetteerError) {
    var reader = try TableReader(table, columns: ["word", "tags", "lemma", "risk"])
    while reader.next() {
      let id = intern(reader.field(0))
      guard id >= 0 else { throw reader.error("no word", "give one or drop the line") }
      var first = true
      for name in reader.string(1).split(separator: ",") {
        guard let tag = Tag(penn: String(name)) else {
          throw reader.error("unknown tag “\(name)”", "use the tags of the Penn Treebank, as Gazetteers/FORMAT.md lists them")
        }
        records[Int(id)].tags.insert(tag)
        if first { records[Int(id)].primary = tag.rawValue }
        first = false
      }
      if let risk = reader.tenths(3) { records[Int(id)].risk = Int8(max(-127, min(127, risk))) }
      var lemmaField = reader.field(2)
      if lemmaField.contains(UInt8(ascii: ":")) {
        // "VBD:lie,NN:…": the first one counts; the verb's forms are what the classes ask for.
        let parts = reader.string(2).split(separator: ",").compactMap { part in
          part.split(separator: ":", maxSplits: 1).last.map(String.init)
        }
        for part in parts.dropFirst() { relate(part, to: id) }
        guard let lead = parts.first else { continue }
        var bytes = Array(lead.utf8)
        bytes.withUnsafeMutableBufferPointer { buffer in
          lemmaField = UnsafeBufferPointer(buffer)
          let lemma = intern(lemmaField)
          if lemma >= 0, lemma != id {
            records[Int(id)].lemma = lemma
            forms[lemma, default: []].append(id)
          }
        }
        continue
      }
      let lemma = intern(lemmaField)
      if lemma >= 0, lemma != id {
        records[Int(id)].lemma = lemma
        forms[lemma, default: []].append(id)
      }
    }
  }

  private mutating func relate(_ lemma: String, to form: LexemeID) {
    let bytes = Array(lemma.utf8)
    let id = bytes.withUnsafeBufferPointer { intern($0) }
    if id >= 0, id != form { forms[id, default: []].append(form) }
  }

  private mutating func readPersonNames(_ table: GazetteerTable) throws(GazetteerError) {
    var reader = try TableReader(table, columns: ["word", "given", "surname", "male", "flags"])
    while reader.next() {
      let id = Int(intern(reader.field(0)))
      guard id >= 0 else { throw reader.error("no word", "give one or drop the line") }
      records[id].given = max(records[id].given, UInt8(max(0, min(3, reader.integer(1) ?? 0))))
      records[id].surname = max(records[id].surname, UInt8(max(0, min(3, reader.integer(2) ?? 0))))
      if let male = reader.integer(3) { records[id].male = Int8(max(0, min(100, male))) }
      if reader.field(4).elementsEqual("intl".utf8) { records[id].nameFlags |= 1 }
    }
  }

  private mutating func readAbbreviations(_ table: GazetteerTable) throws(GazetteerError) {
    var reader = try TableReader(table, columns: ["abbreviation", "kind"])
    while reader.next() {
      let id = intern(reader.field(0))
      guard id >= 0 else { throw reader.error("no abbreviation", "give one or drop the line") }
      let wordClass: WordClass
      switch reader.string(1) {
      case "title": wordClass = .abbreviationTitle
      case "inner": wordClass = .abbreviationInner
      case "either": wordClass = .abbreviationEither
      default: throw reader.error("unknown kind “\(reader.string(1))”", "use title, inner or either")
      }
      records[Int(id)].classes.insert(wordClass)
    }
  }

  private mutating func readClasses(_ table: GazetteerTable) throws(GazetteerError) {
    var reader = try TableReader(table, columns: ["word", "class", "forms", "value"])
    while reader.next() {
      let id = intern(reader.field(0))
      guard id >= 0 else { throw reader.error("no word", "give one or drop the line") }
      guard let wordClass = WordClass(name: reader.string(1)) else {
        throw reader.error("unknown class “\(reader.string(1))”", "the classes are the cases of WordClass")
      }
      let value = reader.integer(3)
      add(id, wordClass, value)
      switch reader.string(2) {
      case "": break
      case "verb": inflected.append((id, wordClass, true, value))
      case "noun": inflected.append((id, wordClass, false, value))
      default: throw reader.error("unknown forms “\(reader.string(2))”", "use verb, noun or nothing")
      }
    }
  }

  private mutating func add(_ id: LexemeID, _ wordClass: WordClass, _ value: Int64?) {
    records[Int(id)].classes.insert(wordClass)
    if let value { values.append((UInt64(id) << 8 | UInt64(wordClass.rawValue) | 1 << 63, value)) }
  }

  /// The laid-out words, ready for names to follow.
  consuming func builder() -> CompiledBuilder {
    let verbTags = TagSet(.vb, .vbd, .vbg, .vbn, .vbp, .vbz)
    let nounTags = TagSet(.nn, .nns)
    for row in inflected {
      for form in forms[row.word] ?? [] where records[Int(form)].tags.intersects(row.verb ? verbTags : nounTags) {
        add(form, row.wordClass, row.value)
      }
    }
    var builder = CompiledBuilder()
    builder.strings = interner.pool
    for index in records.indices {
      records[index].textOffset = UInt32(interner.starts[index])
      records[index].textLength = UInt16(truncatingIfNeeded: interner.starts[index + 1] - interner.starts[index])
    }
    builder.lexemes = records
    builder.wordCount = records.count
    builder.classValues = values
    builder.rootChildren = [RootChild](repeating: RootChild(), count: records.count)
    return builder
  }
}
