/// Marks the words of which tables of later stages say something: a stage then asks its tables for the few words that bear the mark, which lies
/// beside the token, while the tables lie far from the processor.
struct WordMarks {
  /// A table whose words get a mark.
  private struct Source {
    let path: String
    let column: String
    let mark: UInt8
    /// Whether the forms of which the word is the lemma get it, too.
    let marksForms: Bool
  }

  private static let sources = [
    Source(path: "cues/reporting.tsv", column: "lemma", mark: LexemeInfo.speechMark, marksForms: true),
    Source(path: "cues/settings.tsv", column: "word", mark: LexemeInfo.speechMark, marksForms: true),
    Source(path: "coreference/nominals.tsv", column: "word", mark: LexemeInfo.nominalMark, marksForms: false),
    Source(path: "coreference/plurals.tsv", column: "word", mark: LexemeInfo.nominalMark, marksForms: false),
  ]

  /// Sets the marks of all words of `builder`, to which no words are added afterwards.
  static func set(in builder: inout CompiledBuilder, _ tables: [GazetteerTable]) {
    var own = [UInt8](repeating: 0, count: builder.lexemes.count)
    var ofForms = own
    builder.withLexicon { lexicon in
      for source in sources {
        guard let table = tables.first(where: { $0.path == source.path }), var reader = try? TableReader(table, columns: [source.column])
        else { continue }
        while reader.next() {
          guard let word = lexicon.lexeme(reader.string(0)) else { continue }
          own[Int(word)] |= source.mark
          if source.marksForms { ofForms[Int(word)] |= source.mark }
        }
      }
    }
    for word in builder.lexemes.indices {
      let lemma = Int(builder.lexemes[word].lemma)
      builder.lexemes[word].nameFlags |= own[word] | (lemma >= 0 ? ofForms[lemma] : 0)
    }
  }
}
