/// Compiles the tables into one file.
///
/// Words first (lexicon, word classes, person names, abbreviations), into a small file of their own; with that file our own tokenizer reads
/// all names, so that entries and text cannot disagree; then the names' trie is laid over the lexemes.
public enum GazetteerCompiler {
  /// - Returns: the bytes of the compiled file.
  /// - Throws: `GazetteerError` with table, line and what to do.
  /// - Complexity: O(bytes of the tables).
  public static func compile(_ tables: [GazetteerTable]) throws(GazetteerError) -> [UInt8] {
    let ordered = tables.sorted { $0.path < $1.path }
    var words = WordTables()
    for table in ordered where table.path.hasPrefix("words/") { try words.read(table) }
    var names = NameTables()
    for table in ordered where isNames(table) { try names.read(table) }
    for word in names.demonyms { words.mark(word, .demonymWord) }
    for word in names.countries { words.mark(word, .countryWord) }
    var builder = words.builder()
    let small = try GazetteerFile(bytes: builder.bytes(sourceHash: 0))
    names.lay(over: small, into: &builder)
    for table in ordered where !table.path.hasPrefix("words/") && !isNames(table) && table.path.hasSuffix(".tsv") {
      let name = builder.add(table.path.utf8)
      let body = builder.add(table.bytes)
      builder.tables += [name, UInt32(table.path.utf8.count), body, UInt32(table.bytes.count)]
    }
    return builder.bytes(sourceHash: hash(ordered))
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
    }
    return state
  }
}
