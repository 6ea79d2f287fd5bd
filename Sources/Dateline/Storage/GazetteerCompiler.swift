/// Compiles the tables into one file.
///
/// Words first (lexicon, word classes, person names, abbreviations); with them our own tokenizer reads all names, so that entries and text
/// cannot disagree; then the names' trie is laid over the lexemes.
public enum GazetteerCompiler {
  /// - Returns: the compiled gazetteer, to write to a file or to use at once.
  /// - Throws: `GazetteerError` with table, line and what to do.
  /// - Complexity: O(bytes of the tables).
  public static func compile(_ tables: [GazetteerTable]) throws(GazetteerError) -> CompiledGazetteer {
    try compile(tables, hash: hash(tables))
  }

  /// The same for tables whose hash is known.
  static func compile(_ tables: [GazetteerTable], hash: UInt64) throws(GazetteerError) -> CompiledGazetteer {
    let ordered = tables.sorted { $0.path < $1.path }
    // Words and names are read side by side.
    let reading = SecondThread { read(names: ordered.filter(isNames)) }
    let readWords = read(words: ordered.filter { $0.path.hasPrefix("words/") })
    let readNames = reading.result()
    var words = try readWords.get()
    let names = try readNames.get()
    for word in names.demonyms { words.mark(word, .demonymWord) }
    for word in names.countries { words.mark(word, .countryWord) }
    var builder = words.builder()
    var layout = NameLayout(names)
    builder.withLexicon { layout.tokenize($0) }
    try layout.lay(into: &builder)
    WordMarks.set(in: &builder, ordered)
    for table in ordered where !table.path.hasPrefix("words/") && !isNames(table) && table.path.hasSuffix(".tsv") {
      let name = builder.add(table.path.utf8)
      let body = builder.add(table.bytes)
      builder.tables += [name, UInt32(table.path.utf8.count), body, UInt32(table.bytes.count)]
    }
    return builder.gazetteer(sourceHash: hash)
  }

  private static func read(words tables: [GazetteerTable]) -> Result<WordTables, GazetteerError> {
    Result { () throws(GazetteerError) in
      var words = WordTables()
      for table in tables { try words.read(table) }
      return words
    }
  }

  private static func read(names tables: [GazetteerTable]) -> Result<NameTables, GazetteerError> {
    Result { () throws(GazetteerError) in
      var names = NameTables()
      names.reserve(for: tables)
      for table in tables { try names.read(table) }
      return names
    }
  }

  private static func isNames(_ table: GazetteerTable) -> Bool {
    table.path.hasPrefix("names/") || table.path.hasPrefix(GazetteerTable.ownPrefix)
  }

  /// The hash that names these tables and the word classes that this build knows; the same on every machine.
  public static func hash(_ tables: [GazetteerTable]) -> UInt64 {
    var state: UInt64 = 0x0DA7_E11E
    for wordClass in WordClass.allCases {
      let name = Array("\(wordClass)".utf8)
      state = ByteHash.mix(state ^ name.withUnsafeBufferPointer { ByteHash.hash($0.baseAddress!, $0.count) }, 0xA076_1D64_78BD_642F)
    }
    for table in tables.sorted(by: { $0.path < $1.path }) {
      var path = Array(table.path.utf8)
      path.append(0)
      state = ByteHash.mix(state ^ path.withUnsafeBufferPointer { ByteHash.hash($0.baseAddress!, $0.count) }, 0xA076_1D64_78BD_642F)
      if let base = table.bytes.baseAddress { state = ByteHash.mix(state ^ ByteHash.wide(base, table.bytes.count), 0xE703_7ED1_A0B4_28DB) }
      table.giveBack()
    }
    return state
  }
}
